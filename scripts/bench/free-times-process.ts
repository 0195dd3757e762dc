// The measured side of bench -- free-times: what the page asks, with the portal's own pool, beside the same statement bare.
import { Client } from 'pg';
import { freeTimes } from '@/lib/appointments/domain/free-times';
import {
  type CalendarsAsked,
  calendarsStatement,
  loadCalendars,
} from '@/lib/appointments/queries/load-calendars';
import { env } from '@/lib/platform/env';
import { answerParent } from './children';
import { TENANT } from './city-tables';
import { DAYS, TYPE_ID, type } from './free-times-fill';

export interface Measured {
  oursMs: number[];
  bareMs: number[];
  domainMs: number[];
  /** that were found, and with how many officers in all */
  times: number;
  choices: number;
  /** how often the statement reads each table */
  tables: Record<string, number>;
}

const WARM_UP = 20;

async function measure({ from, rounds }: { from: number; rounds: number }): Promise<Measured> {
  const client = new Client({ connectionString: env().DATABASE_APP_URL });
  await client.connect();
  const window = { start: from, end: from + DAYS * 86_400_000 };
  const asked: CalendarsAsked = { tenantId: TENANT, typeId: TYPE_ID, type, window, now: from - 60_000 };
  const { text, values } = calendarsStatement(asked);
  await client.query("select set_config('app.tenant_id', $1, false)", [TENANT]);
  const measured: Measured = { oursMs: [], bareMs: [], domainMs: [], times: 0, choices: 0, tables: {} };
  for (let n = 0; n < WARM_UP + rounds; n++) {
    const began = performance.now();
    await client.query({ name: 'calendars', text, values });
    const bare = performance.now();
    const { officers, rooms } = await loadCalendars(asked);
    const loaded = performance.now();
    const found = freeTimes(type, officers, rooms, { way: 'visit' }, window, asked.now);
    const done = performance.now();
    measured.times = found.length;
    measured.choices = found.reduce((sum, { officerIds }) => sum + officerIds.length, 0);
    if (n < WARM_UP) continue;
    measured.bareMs.push(bare - began);
    measured.oursMs.push(done - bare);
    measured.domainMs.push(done - loaded);
  }
  const { rows } = await client.query(`explain (format json) ${text}`, values);
  count(rows[0]?.['QUERY PLAN'], measured.tables);
  await client.end();
  return measured;
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

answerParent({ measure });
