import 'server-only';
import type { Tx } from './db';
import { Prisma } from './generated/client';
import type { NewJob } from './jobs/enqueue';

/** What is said of a deed besides the rows it writes; the members as their columns in SQL. */
interface Trail {
  audits: object[];
  events: object[];
  jobs: NewJob[];
  news: { channel: string; text: string }[];
  /** rows that nothing in the deed reads again */
  rows: Prisma.Sql[];
}

const trails = new WeakMap<Tx, Trail>();

/** Where a transaction gathers what it leaves behind. */
export function trailOf(tx: Tx): Trail {
  const trail = trails.get(tx);
  if (!trail)
    throw new Error('This transaction was not begun by `write`: what it leaves behind would be lost');
  return trail;
}

/** A row that nothing in the deed reads again: it is written with the commit. */
export function writeLastInTx(tx: Tx, statement: Prisma.Sql): void {
  trailOf(tx).rows.push(statement);
}

/** `withTrail` for a transaction that `write` has not begun: what the deed leaves behind is written at once. */
export async function writeWithTrail<T>(tx: Tx, deed: () => Promise<T>): Promise<T> {
  const { result, last } = await withTrail(tx, deed);
  for (const statement of last) await tx.$executeRaw(statement);
  return result;
}

/**
 * Runs a deed, and says what is to be written with it: all that it leaves behind, audit entries, events, jobs and news, in one
 * statement of the same transaction, since a journey to the database costs more than what is written (decision 0137).
 */
export async function withTrail<T>(
  tx: Tx,
  deed: () => Promise<T>,
): Promise<{ result: T; last: Prisma.Sql[] }> {
  const trail: Trail = { audits: [], events: [], jobs: [], news: [], rows: [] };
  trails.set(tx, trail);
  const result = await deed();
  // What comes now, from what nobody waited for, is refused and not lost.
  trails.delete(tx);
  const { rows, ...said } = trail;
  const isSilent = Object.values(said).every(({ length }) => length === 0);
  return { result, last: isSilent ? rows : [...rows, statementOf(said)] };
}

const statementOf = ({ audits, events, jobs, news }: Omit<Trail, 'rows'>): Prisma.Sql => Prisma.sql`
  with audit as (
    insert into audit_entry (tenant_id, id, at, actor_kind, actor_person_id, actor_staff_id, actor_label, action, outcome,
                             subject_person_id, object_type, object_id, reason)
    select "tenantId", id, at, "actorKind", "actorPersonId", "actorStaffId", "actorLabel", action, outcome,
           "subjectPersonId", "objectType", "objectId", reason
      from json_to_recordset(${json(audits)}::json)
        as a("tenantId" text, id uuid, at timestamptz, "actorKind" text, "actorPersonId" uuid, "actorStaffId" uuid,
             "actorLabel" text, action text, outcome text, "subjectPersonId" uuid, "objectType" text, "objectId" uuid,
             reason text)
  ), event as (
    insert into domain_event (tenant_id, id, type, payload, at)
    select "tenantId", id, type, payload, at
      from json_to_recordset(${json(events)}::json)
        as e("tenantId" text, id uuid, type text, payload jsonb, at timestamptz)
  )
  select job_queue.add(jobs) from json_array_elements(${json(inTurn(jobs))}::json) as j(jobs)
  union all
  select pg_notify(channel, text) from json_to_recordset(${json(news)}::json) as n(channel text, text text)`;

/** As many at once as can be, in order: jobs of one queue run in the order in which they were added, and a key is added once. */
function inTurn(jobs: readonly NewJob[]): NewJob[][] {
  const turns: NewJob[][] = [];
  let seen = new Set<string>();
  for (const job of jobs) {
    const own = [job.queue && `queue ${job.queue}`, job.key && `key ${job.key}`].filter(
      (name) => name !== undefined,
    );
    const turn = turns.at(-1);
    if (turn && !own.some((name) => seen.has(name))) turn.push(job);
    else {
      turns.push([job]);
      seen = new Set();
    }
    for (const name of own) seen.add(name);
  }
  return turns;
}

/** Half a character, as somebody hostile may send, has no form in PostgreSQL's JSON. */
const json = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
