import 'server-only';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { type PostedOpening, readOpening } from '../domain/opening-form';
import { reachFrom } from '../domain/reach';
import { writePeriodsInTx } from './write-periods-in-tx';

/**
 * An officer can be booked at some hours, from now on. What comes of it day by day is reckoned here. The id is the form's:
 * posted twice it is one.
 * @throws Invalid, field by field
 */
export function putOpening(
  actor: Actor,
  { openingId, officerId, ...posted }: PostedOpening & { openingId: string; officerId: string },
): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    if (!isId(openingId) || !isId(officerId)) throw notFound();
    const officer = await tx.meetingOfficer.findFirst({
      where: { tenantId, id: officerId },
      select: { id: true },
    });
    if (!officer) throw notFound();
    const read = readOpening(posted);
    if ('problems' in read) throw invalid(read.problems);
    const { startsOn, ...opening } = read.opening;
    if (opening.placeId !== null) {
      const places = isId(opening.placeId)
        ? await tx.meetingPlace.count({ where: { tenantId, id: opening.placeId } })
        : 0;
      if (places === 0) throw invalid({ placeId: 'hours:opening.place-missing' });
    }
    const reachesOn = reachFrom(dateInSweden(now()));
    const { count } = await tx.opening.createMany({
      data: {
        ...opening,
        tenantId,
        id: openingId,
        officerId,
        startsOn: toDbDate(startsOn),
        reachesOn: toDbDate(reachesOn),
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await writePeriodsInTx(tx, { tenantId, id: openingId }, { ...opening, startsOn }, startsOn, reachesOn);
    await auditInTx(tx, actor, {
      action: 'appointments.put-opening',
      objectType: 'opening',
      objectId: openingId,
    });
  });
}
