import 'server-only';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import type { OpeningToPut } from '../domain/opening-form';
import { reachFrom } from '../domain/reach';
import { writePeriodsInTx } from './write-periods-in-tx';

/**
 * Hours of an officer, and what comes of them day by day. False where the id is known: twice is once.
 * @throws Invalid where the municipality has no such place
 */
export async function openInTx(
  tx: Tx,
  { tenantId, officerId, openingId }: { tenantId: string; officerId: string; openingId: string },
  { startsOn, ...opening }: OpeningToPut,
): Promise<boolean> {
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
  if (count === 0) return false;
  await writePeriodsInTx(tx, { tenantId, id: openingId }, { ...opening, startsOn }, startsOn, reachesOn);
  return true;
}
