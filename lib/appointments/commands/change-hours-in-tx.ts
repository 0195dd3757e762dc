import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { type OutsideHours, outsideHoursInTx } from '../queries/outside-hours-in-tx';
import { endHoldInTx } from './end-hold-in-tx';
import { lockMeetingsInTx } from './lock-meetings-in-tx';

/**
 * An officer's hours become others from an instant on. What is only held or offered outside them then comes to nothing, as
 * where somebody closes (`closeBookedInTx`); whoever is booked there keeps her time. Gives those meetings, of which nobody
 * was outside before.
 */
export async function changeHoursInTx(
  tx: Tx,
  { tenantId, officerId, from }: { tenantId: string; officerId: string; from: Date },
  change: () => Promise<void>,
): Promise<OutsideHours[]> {
  const find = () => outsideHoursInTx(tx, tenantId, officerId, from);
  const before = new Set((await find()).map(({ meetingId }) => meetingId));
  await change();
  const isNew = ({ meetingId }: OutsideHours) => !before.has(meetingId);
  // Whoever is just confirming is waited for, and counted.
  await lockMeetingsInTx(
    tx,
    tenantId,
    (await find()).filter((one) => isNew(one) && one.held.length > 0).map(({ meetingId }) => meetingId),
  );
  const outside = (await find()).filter(isNew);
  for (const { meetingId, held } of outside)
    for (const bookingId of held) await endHoldInTx(tx, { tenantId, bookingId, meetingId, at: now() });
  return outside.filter(({ booked }) => booked > 0);
}
