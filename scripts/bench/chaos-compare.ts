import type { Client } from 'pg';
import type { Act } from './chaos-residents';

/** What the stand-in office says that it has. */
export interface OfficeState {
  deliveries: { seq: number; id: string; caseId: string; kind: string; createdAt: string; text: string }[];
  outbox: { caseId: string; path: string; state: string; tries: number; answer: string | null }[];
  counts: Record<string, number>;
}

/** What the portal has of a case from the office, by its own rows. */
interface PortalCase {
  caseId: string;
  phase: string;
  lookedInto: number;
  supplements: number;
  received: number;
  messages: number;
  decisions: number;
}

export interface Comparison {
  lost: string[];
  twice: string[];
  disorder: string[];
  refused: string[];
}

export interface PortalState {
  cases: PortalCase[];
  /** deliveries that are not received */
  waiting: number;
  /** when each act was committed, by its kind and id: a try whose answer was lost may have been done long before */
  times: Record<string, number>;
}

export async function portalState(client: Client): Promise<PortalState> {
  const { rows: cases } = await client.query<PortalCase>(
    `select c.id as "caseId", c.phase,
            (select count(*)::int from case_event e where e.case_id = c.id and e.kind = 'looked-into') as "lookedInto",
            (select count(*)::int from supplement s where s.case_id = c.id) as supplements,
            (select count(*)::int from supplement s where s.case_id = c.id and s.status = 'received') as received,
            (select count(*)::int from message m join message_thread t on t.id = m.thread_id
              where t.case_id = c.id and m.external_id is not null) as messages,
            (select count(*)::int from decision d where d.case_id = c.id) as decisions
       from cases c`,
  );
  const { rows } = await client.query<{ waiting: number }>(
    // What is yet to be planned is no delivery: a worker that died had it, and the next one takes it up later.
    `select (select count(*) from delivery where state <> 'received')::int
          + (select count(*) from graphile_worker.jobs where task_identifier ~ '^plan-.*delivery$')::int as waiting`,
  );
  const { rows: times } = await client.query<{ act: string; at: Date }>(
    `select 'application ' || id as act, received_at as at from cases
      union all select 'message ' || id, sent_at from message where sent_at is not null
      union all select 'supplement ' || s.case_id, p.sent_at
        from supplement_part p join supplement s on s.id = p.supplement_id`,
  );
  return {
    cases,
    waiting: rows[0]?.waiting ?? 0,
    times: Object.fromEntries(times.map(({ act, at }) => [act, at.getTime()])),
  };
}

/** Holds the two sides against what was done: everything there, once, and per case in the order it happened. */
export function compare(acts: readonly Act[], office: OfficeState, portal: PortalState): Comparison {
  const found: Comparison = { lost: [], twice: [], disorder: [], refused: [] };
  const there = Map.groupBy(office.deliveries, ({ caseId }) => caseId);
  for (const [caseId, done] of Map.groupBy(acts, (act) => act.caseId)) {
    const stored = (there.get(caseId) ?? []).map(({ text }) => text);
    for (const { text } of done) {
      const times = stored.filter((one) => one === text).length;
      if (times === 0) found.lost.push(`to the office: ${text}`);
      if (times > 1) found.twice.push(`at the office: ${text}, ${times} times`);
    }
    const at = ({ kind, id }: Act) => portal.times[`${kind} ${id}`] ?? 0;
    const wanted = done
      .toSorted((a, b) => at(a) - at(b))
      .map(({ text }) => text)
      .join(', ');
    if (stored.length === done.length && stored.join(', ') !== wanted)
      found.disorder.push(`${stored.join(', ')} instead of ${wanted}`);
  }
  for (const { caseId, phase, ...of } of portal.cases) {
    for (const [what, number] of Object.entries(of)) {
      if (number === 0) found.lost.push(`to the portal: ${what} of ${caseId}`);
      if (number > 1) found.twice.push(`at the portal: ${what} of ${caseId}, ${number}`);
    }
    if (phase !== 'decided') found.disorder.push(`${caseId} is ${phase}, not decided`);
  }
  for (const { path, state, answer } of office.outbox)
    if (state === 'refused') found.refused.push(`${path}: ${answer}`);
  return found;
}
