import 'server-only';
import { dateInSweden, parseSaneDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { forbidden, invalid, notFound } from '@/lib/platform/errors';
import { requireAdminMay } from '../access';
import { type PostedOpening, readOpening } from '../domain/opening-form';
import { openInTx } from './open-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

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
      select: { systemId: true },
    });
    if (!officer) throw notFound();
    // It keeps her hours itself.
    if (officer.systemId) throw forbidden();
    const read = readOpening(posted);
    if ('problems' in read) throw invalid(read.problems);
    const { startsOn, rule } = read.opening;
    const last = rule ? parseSaneDate(posted.until.trim()) : startsOn;
    // Said to be bookable, and bookable by nobody.
    if (last && last < dateInSweden(now()))
      throw invalid({ [rule ? 'until' : 'startsOn']: 'hours:opening.past' });
    const isNew = await openInTx(tx, { tenantId, officerId, openingId }, read.opening);
    if (!isNew) return;
    await tellOpenedInTx(tx, tenantId, { officerId, from: new Date(wallInstant(startsOn, 0)) });
    await auditInTx(tx, actor, {
      action: 'appointments.put-opening',
      objectType: 'opening',
      objectId: openingId,
    });
  });
}
