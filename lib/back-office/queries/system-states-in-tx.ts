import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { Prisma, type Tx } from '@/lib/platform/db';
import { getRuleInTx } from '@/lib/tenants/api';
import { type Health, healthOf } from '../domain/health';
import { silentSince } from '../domain/silence';

/** How a system is now, without anybody's data. */
export interface SystemState {
  id: string;
  name: string;
  active: boolean;
  /** how it gets what waits: by one of the connectors, told by webhook, or it asks for itself */
  way: 'asks' | 'webhook' | 'bundle-push' | 'file-drop';
  lastSeenAt: Date | null;
  silentSince: Date | null;
  waiting: number;
  oldestWaitingAt: Date | null;
  parked: number;
  /** messages from it that did not fit, and wait for somebody to look */
  unfit: number;
  /** since when it is spared, and when one is let through to it next; null while all are */
  spared: { since: Date; tryAt: Date } | null;
  /** of its keys in force, the one that ends first; null where none ends */
  keyEndsAt: Date | null;
  /** of the certificate that it shows where it is called; null where that isn't known, or nobody calls */
  certificateEndsAt: Date | null;
  health: Health;
}

/** The municipality's systems, or one of them, in the order they were connected. */
export async function systemStatesInTx(
  tx: Tx,
  tenantId: string,
  at: Date,
  systemId?: string,
): Promise<SystemState[]> {
  const rule = await getRuleInTx(tx, tenantId, 'source.silent', dateInSweden(at));
  const only = systemId ? Prisma.sql`and s.id = ${systemId}::uuid` : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, s.name, s.client_id as "clientId", s.active, 
           case when s.connector <> 'reference' then s.connector
                when s.webhook_url is null then 'asks' else 'webhook' end as way,
           s.last_seen_at as "lastSeenAt", coalesce(s.last_seen_at, s.created_at) as "heardAt",
           b.opened_at as "openedAt", b.try_at as "tryAt",
           w.waiting, w.oldest as "oldestWaitingAt", w.in_vain as "toldInVain",
           (select count(*)::int from delivery d
             where d.tenant_id = ${tenantId} and d.system_id = s.id and d.state = 'parked') as parked,
           (select count(*)::int from inbox_message i
             where i.tenant_id = ${tenantId} and i.system_id = s.id and i.state = 'parked') as unfit,
           (select min(k.expires_at) from back_office_key k
             where k.tenant_id = ${tenantId} and k.system_id = s.id and k.expires_at > ${at}) as "keyEndsAt",
           case when s.connector <> 'file-drop' and s.webhook_url like 'https:%' then s.certificate_ends_at end as "certificateEndsAt"
      from back_office_system s
      left join back_office_breaker b on b.tenant_id = s.tenant_id and b.system_id = s.id
      cross join lateral (
        select count(*)::int as waiting, min(d.created_at) as oldest,
               coalesce(max(d.attempts) filter (where d.last_error is not null
                        and d.created_at > coalesce(s.last_seen_at, s.created_at)), 0) as in_vain
          from delivery d
         where d.tenant_id = ${tenantId} and d.system_id = s.id and d.state in ('waiting', 'told')) as w
     where s.tenant_id = ${tenantId} ${only}
     order by s.created_at, s.id`;
  return rows.map(({ clientId, heardAt, toldInVain, openedAt, tryAt, ...row }) => {
    const silent = silentSince({ clientId, heardAt, toldInVain }, rule, at);
    const spared = openedAt && tryAt ? { since: openedAt, tryAt } : null;
    const facts = { ...row, silentSince: silent };
    return { ...facts, spared, health: healthOf({ ...facts, isSpared: spared !== null }, at) };
  });
}

type Row = Omit<SystemState, 'silentSince' | 'spared' | 'health'> & {
  openedAt: Date | null;
  tryAt: Date | null;
  clientId: string;
  heardAt: Date;
  toldInVain: number;
};
