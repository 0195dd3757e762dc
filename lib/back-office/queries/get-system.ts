import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import type { DeliveryKind } from '../domain/delivery-kind';
import { type SystemState, systemStatesInTx } from './system-states-in-tx';

export interface SystemFacts extends SystemState {
  at: Date;
  /** of what was received in the last 24 hours, from when it was made: half within, and all but a twentieth within */
  delay: { p50Ms: number; p95Ms: number } | null;
  /** the last 24 hours, the present one last */
  hours: { from: Date; made: number; received: number; failedTries: number }[];
  keys: { kid: string; expiresAt: Date | null; lastUsedAt: Date | null }[];
  /** of the address where it is called; null where it is not */
  certificate: Certificate | null;
  /** what is parked, by what it is and what went wrong */
  parkedGroups: { kind: DeliveryKind; error: string; count: number }[];
}

/** What is shown where a system is called: nothing by plain http, as in the demo. */
export type Certificate =
  | { isPlain: true }
  | {
      isPlain: false;
      /** as last read */
      endsAt: Date | null;
      /** when it was last to be read; null before the first time */
      askedAt: Date | null;
      /** it couldn't be, then */
      isUnread: boolean;
    };

/** One of the municipality's systems in full: how it is, what it has taken, its keys. Nobody's data is in it. */
export const getSystem = (actor: Actor, systemId: string): Promise<SystemFacts> =>
  guardedForAdmin(actor, 'back-office.get-system', 'back-office-system', systemId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    return read(actor, async (tx) => {
      const at = now();
      const [state] = await systemStatesInTx(tx, tenantId, at, systemId);
      if (!state) throw notFound();
      const scope = { tenantId, systemId, at };
      return {
        ...state,
        at,
        delay: await delayInTx(tx, scope),
        hours: await hoursInTx(tx, scope),
        keys: await tx.backOfficeKey.findMany({
          where: { tenantId, systemId },
          orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
          select: { kid: true, expiresAt: true, lastUsedAt: true },
        }),
        certificate: await certificateInTx(tx, scope),
        parkedGroups: await parkedGroupsInTx(tx, scope),
      };
    });
  });

interface Scope {
  tenantId: string;
  systemId: string;
  at: Date;
}

async function delayInTx(tx: Tx, { tenantId, systemId, at }: Scope): Promise<SystemFacts['delay']> {
  const [row] = await tx.$queryRaw<{ p50: number | null; p95: number | null }[]>`
    select percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.95) within group (order by ms) as p95
      from (select extract(epoch from received_at - created_at)::float8 * 1000 as ms from delivery
             where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and state = 'received'
               and received_at > ${at}::timestamptz - interval '24 hours') as received`;
  return row?.p50 == null || row.p95 == null ? null : { p50Ms: row.p50, p95Ms: row.p95 };
}

async function certificateInTx(tx: Tx, { tenantId, systemId }: Scope): Promise<Certificate | null> {
  const {
    connector,
    webhookUrl,
    certificateEndsAt: endsAt,
    certificateReadAt: readAt,
    certificateAskedAt: askedAt,
  } = await tx.backOfficeSystem.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: systemId } } });
  if (!webhookUrl || connector === 'file-drop') return null;
  if (new URL(webhookUrl).protocol !== 'https:') return { isPlain: true };
  return { isPlain: false, endsAt, askedAt, isUnread: askedAt !== null && askedAt > (readAt ?? 0) };
}

/** Every hour has a row, also one in which nothing happened. */
const hoursInTx = (tx: Tx, { tenantId, systemId, at }: Scope): Promise<SystemFacts['hours']> => tx.$queryRaw`
  with hours as (
    select generate_series(date_trunc('hour', ${at}::timestamptz) - interval '23 hours',
                           date_trunc('hour', ${at}::timestamptz), interval '1 hour') as "from"
  ), happened as (
    select date_trunc('hour', created_at) as hour, 1 as made, 0 as received, 0 as failed from delivery
     where tenant_id = ${tenantId} and system_id = ${systemId}::uuid
       and state in ('waiting', 'told', 'received', 'parked') and created_at > ${at}::timestamptz - interval '24 hours'
    union all
    select date_trunc('hour', received_at), 0, 1, 0 from delivery
     where tenant_id = ${tenantId} and system_id = ${systemId}::uuid
       and state = 'received' and received_at > ${at}::timestamptz - interval '24 hours'
    union all
    select date_trunc('hour', a.at), 0, 0, 1 from delivery_attempt a
      join delivery d on d.tenant_id = a.tenant_id and d.id = a.delivery_id
     where a.tenant_id = ${tenantId} and d.system_id = ${systemId}::uuid
       and a.outcome <> 'heard' and a.at > ${at}::timestamptz - interval '24 hours'
  )
  select h."from", coalesce(sum(made), 0)::int as made, coalesce(sum(received), 0)::int as received,
         coalesce(sum(failed), 0)::int as "failedTries"
    from hours h left join happened on happened.hour = h."from"
   group by h."from" order by h."from"`;

const parkedGroupsInTx = (
  tx: Tx,
  { tenantId, systemId }: Scope,
): Promise<SystemFacts['parkedGroups']> => tx.$queryRaw`
  select kind, coalesce(last_error, '') as error, count(*)::int as count from delivery
   where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and state = 'parked'
   group by 1, 2 order by 3 desc, 1, 2`;
