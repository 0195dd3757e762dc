// The measured side of bench -- free-times: what the page asks for, in one process with the portal's own pool.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'pg';
import { CalendarMemory } from '@/lib/appointments/queries/known-calendars';
import { type FreeTimes, listFreeTimes } from '@/lib/appointments/queries/list-free-times';
import {
  allStatement,
  changesStatement,
  loadAllCalendars,
} from '@/lib/appointments/queries/load-calendar-changes';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Prisma } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { answerParent } from './children';
import { TENANT } from './city-rows';
import { TYPE_SLUG } from './free-times-fill';

/** What happens between two readings. */
export type Between = 'nothing' | 'meetings' | 'hours' | 'a start';

const resident: ResidentActor = { kind: 'resident', tenantId: TENANT, personId: newId(), sessionId: newId() };
const asked = { slug: TYPE_SLUG, way: 'visit' } as const;
const MEETINGS_AT_ONCE = 50;
const DAY_MS = 86_400_000;

/** The page's whole question, rights and all, so many times. */
async function measure({
  between,
  rounds,
  owner,
}: {
  between: Between;
  rounds: number;
  owner: string;
}): Promise<{ ms: number[]; shown: FreeTimes }> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  const ms: number[] = [];
  let shown = await listFreeTimes(resident, asked);
  for (let round = 0; round < rounds; round++) {
    await happens(client, between);
    const began = performance.now();
    shown = await listFreeTimes(resident, asked);
    ms.push(performance.now() - began);
  }
  await client.end();
  return { ms, shown };
}

async function happens(client: Client, between: Between): Promise<void> {
  if (between === 'a start') {
    // As in a process that has just begun, but for its connections.
    delete (globalThis as { __minaSidorCalendars?: CalendarMemory }).__minaSidorCalendars;
  } else if (between === 'meetings') {
    // Half of them are cancelled, and those that were the time before are there again.
    await client.query(
      `with back as (update meeting set state = 'open' where state = 'cancelled')
       update meeting set state = 'cancelled' where id in (
         select id from meeting where state = 'open' and starts_at > now() order by random() limit ${MEETINGS_AT_ONCE / 2})`,
    );
  } else if (between === 'hours') {
    await client.query(
      `insert into opening_exception (tenant_id, id, starts_at, ends_at)
       values ($1, gen_random_uuid(), now() + interval '20 days', now() + interval '20 days 1 hour')`,
      [TENANT],
    );
  }
}

export interface Statements {
  /** how often each reads a table at the most */
  mostReads: number;
  /** what one process keeps of it */
  megabytes: number;
}

async function statements(): Promise<Statements> {
  const now = Date.now();
  const from = now - DAY_MS;
  const client = new Client({ connectionString: env().DATABASE_APP_URL });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [TENANT]);
  const { seen } = await loadAllCalendars(TENANT, from);
  const reads = async ({ text, values }: Prisma.Sql) => {
    const { rows } = await client.query(`explain (format json) ${text}`, values);
    const tables: Record<string, number> = {};
    count(rows[0]?.['QUERY PLAN'], tables);
    return Math.max(...Object.values(tables));
  };
  const mostReads = Math.max(
    await reads(allStatement(TENANT, from)),
    await reads(changesStatement(TENANT, from, seen)),
  );
  await client.end();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  const memory = new CalendarMemory();
  await memory.read(TENANT, now);
  const megabytes = (heap() - before) / 1_000_000;
  // Asked of once more, so that it is there until then.
  await memory.read(TENANT, now);
  return { mostReads, megabytes };
}

/** Adds up how often each table is read in a plan. */
function count(plan: unknown, tables: Record<string, number>): void {
  if (Array.isArray(plan)) for (const one of plan) count(one, tables);
  else if (typeof plan === 'object' && plan !== null) {
    const name = (plan as Record<string, unknown>)['Relation Name'];
    if (typeof name === 'string') tables[name] = (tables[name] ?? 0) + 1;
    for (const one of Object.values(plan)) if (typeof one === 'object') count(one, tables);
  }
}

answerParent({ measure, statements });
