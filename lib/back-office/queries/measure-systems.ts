import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import type { Metric, Sample } from '@/lib/platform/metrics/metric';

/** Seconds from when a delivery was made until it was received: at rest it takes a fraction of the first. */
const BOUNDS = [0.3, 1, 3, 10, 60, 600, 3_600, 86_400];

interface Measured {
  name: string;
  labels: Record<string, string | number>;
  value: number;
}

const helps = {
  minasidor_deliveries: 'Deliveries that are not received, by state; parked ones want a person.',
  minasidor_delivery_oldest_waiting_seconds: 'Age of the oldest delivery that waits, parked ones left out.',
  minasidor_delivery_attempts_last_hour: 'Tries to reach the system in the last hour, by what came of them.',
  minasidor_delivery_delay_last_hour_bucket:
    'Deliveries received in the last hour within le seconds of when they were made; for histogram_quantile.',
  minasidor_system_active: 'Whether the system may use the API.',
  minasidor_system_breaker_open: 'Whether the system is spared, since nothing gets through to it.',
  minasidor_system_last_contact_seconds: 'Since the system was last heard from, or else was connected.',
  minasidor_system_key_expiry_seconds: 'Until the key ends; less than nothing for a day after.',
  minasidor_system_certificate_expiry_seconds:
    'Until the certificate ends that is shown where the system is called; less than nothing after.',
  minasidor_inbox_messages:
    'Messages from the system that are not done, by state; parked ones want a person.',
  minasidor_comparison_unmended: 'What the latest comparison with the system found and could not mend.',
  minasidor_comparison_age_seconds: 'Since the latest comparison with the system ended.',
} as const;

/**
 * How a municipality's systems are, for whoever keeps watch: read in the database when it is asked, so that any process
 * can answer, and the same is answered by all. Counts and times; nothing of anybody.
 */
export function measureSystems(actor: JobActor): Promise<Metric[]> {
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const rows = [
      ...(await ofSystemsInTx(tx, tenantId, now())),
      ...(await ofDeliveriesInTx(tx, tenantId)),
      ...(await ofTriesInTx(tx, tenantId, now())),
    ];
    return Object.entries(helps).map(([name, help]) => ({
      name,
      help,
      type: 'gauge' as const,
      samples: rows.flatMap((row): Sample[] =>
        row.name === name ? [{ labels: { tenant: tenantId, ...row.labels }, value: Number(row.value) }] : [],
      ),
    }));
  });
}

const ofSystemsInTx = (tx: Tx, tenantId: string, at: Date): Promise<Measured[]> => tx.$queryRaw`
  select m.name, jsonb_build_object('system', s.client_id) || m.labels as labels, m.value::float8 as value
    from back_office_system s
    left join back_office_breaker b on b.tenant_id = s.tenant_id and b.system_id = s.id
    cross join lateral (values
      ('minasidor_system_active', '{}'::jsonb, s.active::int::float8),
      ('minasidor_system_breaker_open', '{}', (coalesce(b.state, 'closed') <> 'closed')::int),
      ('minasidor_system_last_contact_seconds', '{}',
       extract(epoch from ${at}::timestamptz - coalesce(s.last_seen_at, s.created_at)))
    ) as m(name, labels, value)
   where s.tenant_id = ${tenantId}
  union all
  select 'minasidor_system_key_expiry_seconds', jsonb_build_object('system', s.client_id, 'kid', k.kid),
         extract(epoch from k.expires_at - ${at}::timestamptz)::float8
    from back_office_key k
    join back_office_system s on s.tenant_id = k.tenant_id and s.id = k.system_id
   where k.tenant_id = ${tenantId} and k.expires_at > ${at}::timestamptz - interval '1 day'
  union all
  select 'minasidor_system_certificate_expiry_seconds', jsonb_build_object('system', s.client_id),
         extract(epoch from s.certificate_ends_at - ${at}::timestamptz)::float8
    from back_office_system s
   where s.tenant_id = ${tenantId} and s.active and s.certificate_ends_at is not null
  union all
  select 'minasidor_inbox_messages', jsonb_build_object('system', s.client_id, 'state', i.state), count(*)::float8
    from inbox_message i
    join back_office_system s on s.tenant_id = i.tenant_id and s.id = i.system_id
   where i.tenant_id = ${tenantId} and i.ended_at is null
   group by s.client_id, i.state
  union all
  select m.name, jsonb_build_object('system', s.client_id), m.value
    from back_office_system s
    cross join lateral (
      select * from comparison c
       where c.tenant_id = s.tenant_id and c.system_id = s.id and c.ended_at is not null
       order by c.started_at desc limit 1) c
    cross join lateral (values
      ('minasidor_comparison_unmended',
       (c.missing_there + c.receipt_missing + c.behind_here + c.unknown_here - c.mended)::float8),
      ('minasidor_comparison_age_seconds', extract(epoch from ${at}::timestamptz - c.ended_at)::float8)
    ) as m(name, value)
   where s.tenant_id = ${tenantId}`;

/** All received ones are left out: they are nearly all there are, and counting them would cost more each year. */
const ofDeliveriesInTx = (tx: Tx, tenantId: string): Promise<Measured[]> => tx.$queryRaw`
  with open as (
    select s.client_id, d.state, count(*) as n, min(d.created_at) as oldest
      from delivery d join back_office_system s on s.tenant_id = d.tenant_id and s.id = d.system_id
     where d.tenant_id = ${tenantId} and d.state in ('waiting', 'told', 'parked')
     group by s.client_id, d.state
  )
  select 'minasidor_deliveries' as name, jsonb_build_object('system', s.client_id, 'state', states.state) as labels,
         coalesce((select n from open where open.client_id = s.client_id and open.state::text = states.state), 0)::float8 as value
    from back_office_system s cross join (values ('waiting'), ('told'), ('parked')) as states(state)
   where s.tenant_id = ${tenantId}
  union all
  select 'minasidor_delivery_oldest_waiting_seconds', jsonb_build_object('system', s.client_id),
         coalesce(extract(epoch from now() - (select min(oldest) from open
                    where open.client_id = s.client_id and open.state <> 'parked')), 0)::float8
    from back_office_system s where s.tenant_id = ${tenantId}`;

const ofTriesInTx = (tx: Tx, tenantId: string, at: Date): Promise<Measured[]> => tx.$queryRaw`
  select 'minasidor_delivery_attempts_last_hour' as name,
         jsonb_build_object('system', s.client_id, 'outcome', a.outcome) as labels, count(*)::float8 as value
    from delivery_attempt a
    join delivery d on d.tenant_id = a.tenant_id and d.id = a.delivery_id
    join back_office_system s on s.tenant_id = d.tenant_id and s.id = d.system_id
   where a.tenant_id = ${tenantId} and a.at > ${at}::timestamptz - interval '1 hour'
   group by s.client_id, a.outcome
  union all
  select 'minasidor_delivery_delay_last_hour_bucket', jsonb_build_object('system', s.client_id, 'le', bound.le),
         (select count(*) from delivery d
           where d.tenant_id = s.tenant_id and d.system_id = s.id and d.state = 'received'
             and d.received_at > ${at}::timestamptz - interval '1 hour'
             and (bound.le = '+Inf' or extract(epoch from d.received_at - d.created_at) <= bound.le::float8))::float8
    from back_office_system s cross join unnest(${[...BOUNDS.map(String), '+Inf']}::text[]) as bound(le)
   where s.tenant_id = ${tenantId}`;
