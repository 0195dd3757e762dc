import 'server-only';
import { Prisma } from '@/lib/platform/db';
import { seatTaking } from '../domain/words';

/**
 * That the seat of a booking `b` is nobody else's, in SQL. Its states stand in the statement and are no parameters: only so is the
 * index of them of use to a prepared one.
 */
export const takesSeat = Prisma.raw(`b.state in (${seatTaking.map((state) => `'${state}'`).join(', ')})`);
