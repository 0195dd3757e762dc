import 'server-only';
import { listUngivenInTx } from '@/lib/appointments/api';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { enqueueManyInTx } from '@/lib/platform/jobs/enqueue';

/** A type has been given a receiver: what is booked of it already, and nobody was told of, reaches it too. */
export const planUngivenBookings = (actor: JobActor, typeId: string): Promise<void> =>
  write(actor, async (tx) => {
    const { tenantId } = actor;
    const ungiven = await listUngivenInTx(tx, tenantId, typeId);
    await enqueueManyInTx(
      tx,
      ungiven.map(({ bookingEventId, orderId }) => ({
        task: 'plan-booking-delivery',
        payload: { tenantId, bookingEventId },
        queue: `plan-booking-delivery:${orderId}`,
      })),
    );
  });
