import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { isOwnCare, requireResidentMay, visibleCare } from '../access';
import { visitsShownUntil } from '../domain/days';

/** The years in Sweden that something of her care that is shown stands in, the latest first; a plan that holds stands in this one. */
export async function listCareYears(actor: Actor): Promise<number[]> {
  requireResidentMay(actor, 'read-own');
  const today = dateInSweden(now());
  return read(actor, async (tx) => {
    const years = await tx.$queryRaw<{ year: number }[]>`
      select extract(year from at at time zone 'Europe/Stockholm')::int as year from care_note
       where ${isOwnCare(actor)}
      union
      select extract(year from starts_at at time zone 'Europe/Stockholm')::int from care_visit
       where ${isOwnCare(actor)}
         and starts_at < ${visitsShownUntil(today)}
      order by year desc`;
    const known = years.map(({ year }) => year);
    const thisYear = Number(today.slice(0, 4));
    if (known.includes(thisYear)) return known;
    const hasPlan =
      (await tx.carePlan.count({ where: { ...visibleCare(actor), sealed: { not: null } } })) > 0;
    return hasPlan ? [...known, thisYear].toSorted((one, other) => other - one) : known;
  });
}
