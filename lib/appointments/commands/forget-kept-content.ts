import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { requireJobMay } from '../access';

/** How long what she typed for a time that went waits for the next one that she chooses. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Forgets what was typed for times that never became anybody's, and that nobody has come back for. */
export function forgetKeptContent(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<number> {
  return write(actor, async (tx) => {
    requireJobMay(actor, 'forget-kept-content');
    const { count } = await tx.booking.updateMany({
      where: {
        tenantId: actor.tenantId,
        bookedAt: null,
        sealed: { not: null },
        endedAt: { lt: new Date(now().getTime() - KEPT_MS) },
      },
      data: { sealed: null },
    });
    return count;
  });
}
