import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { endHoldInTx } from './end-hold-in-tx';

/**
 * How long past its minutes a hold is left alone: the time is still hers if nobody wants it, and some need longer to type.
 * For an offered one others wait.
 */
const GRACE_MS = { held: 15 * 60_000, offered: 60_000 };
const AT_ONCE = 100;

/**
 * Tidies away what was held and never confirmed, each by itself; how many. Nobody waits for it: who wants such a time takes
 * it anyway.
 */
export async function endHolds(actor: JobActor): Promise<number> {
  requireJobMay(actor, 'end-holds');
  const at = now();
  const { tenantId } = actor;
  const before = (grace: number) => new Date(at.getTime() - grace);
  const over = await read(actor, (tx) =>
    tx.booking.findMany({
      where: {
        tenantId,
        OR: [
          { state: 'held', heldUntil: { lt: before(GRACE_MS.held) } },
          { state: 'offered', heldUntil: { lt: before(GRACE_MS.offered) } },
        ],
      },
      orderBy: { heldUntil: 'asc' },
      select: { id: true, meetingId: true },
      take: AT_ONCE,
    }),
  );
  for (const { id, meetingId } of over)
    await write(actor, (tx) => endHoldInTx(tx, { tenantId, bookingId: id, meetingId, at }));
  return over.length;
}
