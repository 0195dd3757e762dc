import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { Prisma } from '@/lib/platform/db';
import { isOwnBooking } from '../access';

/** What she had typed for times that never became hers. */
export const forgetKeptContentOf = (actor: ResidentActor): Prisma.Sql =>
  Prisma.sql`update booking b set sealed = null where ${isOwnBooking(actor)} and b.booked_at is null and b.sealed is not null`;
