import 'server-only';
import { dateInSweden, laterOf, toDbDate } from '@/lib/kernel/calendar-date';
import { isId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import type { OpeningToPut } from '../domain/opening-form';
import { keptFrom, reachFrom } from '../domain/reach';
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
  const today = dateInSweden(now());
  const reachesOn = reachFrom(today);
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
  // What is long over is forgotten anyway. What repeats is reckoned on as days go by; a single day is reckoned now,
  // however far ahead.
  const from = laterOf(startsOn, keptFrom(today));
  const to = opening.rule === null ? laterOf(startsOn, reachesOn) : reachesOn;
  await writePeriodsInTx(tx, { tenantId, id: openingId }, { ...opening, startsOn }, from, to);
  return true;
}
