import 'server-only';
import type { Tx } from '@/lib/platform/db';
import {
  type Calendars,
  type CalendarsAsked,
  type CalendarsRow,
  calendarsOf,
  calendarsStatement,
} from './load-calendars';

/** What `freeTimes` needs to know of a type, in the transaction that takes one of the times. */
export async function loadCalendarsInTx(tx: Tx, asked: CalendarsAsked): Promise<Calendars> {
  const [row] = await tx.$queryRaw<CalendarsRow[]>(calendarsStatement(asked));
  return calendarsOf(row);
}
