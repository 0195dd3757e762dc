import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';

/**
 * Leaves a message to be sent at a moment. It may have several jobs, of which the first sends it; one at a time, so that
 * one that finds it half sent knows that the other is gone.
 */
export const enqueueSendingInTx = (
  tx: Tx,
  payload: { tenantId: string; deliveryId: string },
  runAt: Date,
): Promise<void> =>
  enqueueInTx(tx, { task: 'send-notice', payload, queue: `send-notice:${payload.deliveryId}`, runAt });
