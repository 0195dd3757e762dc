import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleBookings } from '../access';
import { lockMeetingsInTx } from './lock-meetings-in-tx';

/** A booking that the system may see, which she has confirmed once; with its meeting, locked. */
export async function lockOfficeBookingInTx(tx: Tx, actor: SystemActor, bookingId: string) {
  const where = { ...visibleBookings(actor), id: bookingId, bookedAt: { not: null } };
  const seen = await tx.booking.findFirst({ where, select: { meetingId: true } });
  if (!seen) throw notFound();
  await lockMeetingsInTx(tx, actor.tenantId, [seen.meetingId]);
  const found = await tx.booking.findFirst({
    where: { ...where, meetingId: seen.meetingId },
    select: { id: true, state: true, personId: true, caseId: true, meetingId: true, startsAt: true },
  });
  if (!found) throw notFound();
  return found;
}
