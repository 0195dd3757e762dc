import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { endHoldInTx } from './end-hold-in-tx';

/** How long past its minutes a hold is left alone: whoever is just pressing may still get the time. */
const GRACE_MS = 60_000;
const AT_ONCE = 100;

/** Tidies away what was held and never confirmed; how many. Nobody waits for it: who wants such a time takes it anyway. */
export function endHolds(actor: JobActor): Promise<number> {
  return write(actor, async (tx) => {
    requireJobMay(actor, 'end-holds');
    const at = now();
    const { tenantId } = actor;
    const over = await tx.booking.findMany({
      where: {
        tenantId,
        state: { in: ['held', 'offered'] },
        heldUntil: { lt: new Date(at.getTime() - GRACE_MS) },
      },
      orderBy: { meetingId: 'asc' },
      select: { id: true, meetingId: true },
      take: AT_ONCE,
    });
    for (const { id, meetingId } of over) await endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at });
    return over.length;
  });
}
