import 'server-only';
import type { Tx } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';

export interface ToTell {
  tenantId: string;
  deliveryId: string;
  orderId: string;
  runAt?: Date;
}

/** The job that tells a system of a delivery. Jobs of one case (or thread) share a queue: it is told in the order things happened. */
export const tellJob = ({ tenantId, deliveryId, orderId, runAt }: ToTell) => ({
  task: 'tell-back-office',
  payload: { tenantId, deliveryId },
  queue: `tell:${orderId}`,
  // One waiting job per delivery, however many reasons there are to tell of it.
  key: `tell:${deliveryId}`,
  runAt,
});

/** Has the worker tell a system of a delivery. */
export const enqueueTellInTx = (tx: Tx, delivery: ToTell): Promise<void> =>
  enqueueInTx(tx, tellJob(delivery));
