import 'server-only';
import { addDays, addMonths, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { findRuleInTx } from '@/lib/tenants/api';
import { may } from '../access';

/**
 * How long the municipality's own decisions have taken, service by service, from the day the application came in to the
 * first decision, of those made in the months up to yesterday. Services with too few are left out: a handful of cases
 * says nothing, and might say something of somebody. Run again it is the same.
 */
export async function measureWaitingTimes(actor: JobActor): Promise<void> {
  if (!may(actor, 'measure-waiting-times')) throw notFound();
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const today = dateInSweden(now());
    const rule = await findRuleInTx(tx, tenantId, 'case.waiting-times', today);
    const toOn = addDays(today, -1);
    if (rule) {
      const fromOn = addDays(addMonths(toOn, -rule.months), 1);
      await measureInTx(tx, tenantId, { fromOn, toOn, atLeast: rule.atLeast });
    }
    const measured = rule ? { toOn: { not: new Date(`${toOn}T00:00:00Z`) } } : {};
    await tx.waitingTime.deleteMany({ where: { tenantId, ...measured } });
  });
}

/** What was written off was never tried: how long that took tells nobody anything. */
const measureInTx = (
  tx: Tx,
  tenantId: string,
  { fromOn, toOn, atLeast }: { fromOn: CalendarDate; toOn: CalendarDate; atLeast: number },
) => tx.$executeRaw`
  with decided as (
    select c.service_id,
           min(d.decided_on) - (c.received_at at time zone 'Europe/Stockholm')::date as days
      from cases c join decision d on d.tenant_id = c.tenant_id and d.case_id = c.id
     where c.tenant_id = ${tenantId} and c.service_id is not null and d.outcome <> 'written_off'
       and d.matter = 'application'
     group by c.tenant_id, c.id
    having min(d.decided_on) between ${fromOn}::date and ${toOn}::date
  )
  insert into waiting_time (tenant_id, service_id, from_on, to_on, cases, median_days, nine_of_ten_days)
  select ${tenantId}, service_id, ${fromOn}::date, ${toOn}::date, count(*),
         percentile_disc(0.5) within group (order by days), percentile_disc(0.9) within group (order by days)
    from decided where days >= 0
   group by service_id having count(*) >= ${atLeast}::int
  on conflict (tenant_id, service_id) do update
    set from_on = excluded.from_on, to_on = excluded.to_on, cases = excluded.cases,
        median_days = excluded.median_days, nine_of_ten_days = excluded.nine_of_ten_days`;
