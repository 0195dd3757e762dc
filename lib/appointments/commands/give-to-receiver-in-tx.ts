import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { requireJobMay } from '../access';

/** From here on the system that its type named may see the booking, also when the type names another (decision 0154). */
export async function giveToReceiverInTx(
  tx: Tx,
  actor: JobActor,
  { bookingId, systemId }: { bookingId: string; systemId: string },
): Promise<void> {
  requireJobMay(actor, 'give-to-receiver');
  await tx.booking.updateMany({
    where: { tenantId: actor.tenantId, id: bookingId, receiverSystemId: null },
    data: { receiverSystemId: systemId },
  });
}
