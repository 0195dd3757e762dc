import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleBookings } from '../access';

/** What she had typed for times that never became hers. */
export const forgetKeptContentInTx = (tx: Tx, actor: ResidentActor) =>
  tx.booking.updateMany({
    where: { ...visibleBookings(actor), bookedAt: null, sealed: { not: null } },
    data: { sealed: null },
  });
