import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';

/**
 * Has the worker compare a system with ours; `staffId` is who asked for it, `fill` that one which
 * seems to have been emptied is to get all again. One waiting job per system.
 */
export const enqueueComparisonInTx = (
  tx: Tx,
  payload: { tenantId: string; systemId: string; staffId?: string; fill?: 'fill' },
): Promise<void> =>
  enqueueInTx(tx, {
    task: 'compare-with-system',
    payload,
    queue: `compare:${payload.systemId}`,
    key: `compare:${payload.systemId}`,
    maxAttempts: 3,
  });
