import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isOwnCare, requireResidentMay } from '../access';
import { shownTimeOf } from '../domain/days';

/** The months of a year that something of her care stands in, the first first, and how much: visits and notes together. */
export async function listMonthsOfYear(
  actor: Actor,
  year: number,
): Promise<{ month: number; count: number }[]> {
  requireResidentMay(actor, 'read-own');
  const { from, to, visitsTo } = shownTimeOf({ year }, dateInSweden(now()));
  return read(
    actor,
    (tx) => tx.$queryRaw<{ month: number; count: number }[]>`
      select extract(month from told.at at time zone 'Europe/Stockholm')::int as month, count(*)::int as count from (
        select at from care_note
         where ${isOwnCare(actor)} and at >= ${from} and at < ${to}
        union all
        select starts_at from care_visit
         where ${isOwnCare(actor)}
           and starts_at >= ${from} and starts_at < ${visitsTo}
      ) as told (at) group by 1 order by 1`,
  );
}
