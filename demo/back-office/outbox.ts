import type { Pool, PoolClient } from 'pg';
import { type OfficerName, type Portal, Refused } from './portal';
import { messageId } from './source';
import { reasonOf } from './stuck';

/*
 * What this system has to tell the portal. Written in the transaction of the deed and sent afterwards, in order per case,
 * as often as it takes: should the portal be away, the officer's work goes on.
 */

export interface Message {
  municipality: string;
  /** none: about a service, and no case */
  caseId: number | null;
  method: 'POST' | 'PUT';
  path: string;
  body: unknown;
  /** for people: "Begäran om komplettering" */
  what: string;
}

export async function leaveMessage(client: PoolClient, message: Message): Promise<void> {
  const { municipality, caseId, method, path, body, what } = message;
  await client.query(
    'insert into outbox (municipality, case_id, method, path, body, what) values ($1, $2, $3, $4, $5, $6)',
    [municipality, caseId, method, path, JSON.stringify(body), what],
  );
}

interface Row {
  id: string;
  municipality: string;
  method: string;
  path: string;
  body: { officer?: OfficerName };
  attempts: number;
}

const LONGEST_PAUSE_SECONDS = 30;

/** Sends all that is due. Of each case only the oldest: what comes after waits for it. */
export async function sendDue(pool: Pool, portals: ReadonlyMap<string, Portal>): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<Row>(
      `select distinct on (case_id) id, municipality, method, path, body, attempts, next_at <= now() as due
         from outbox where state = 'waiting' order by case_id, id`,
    );
    const due = rows.filter((row) => (row as Row & { due: boolean }).due);
    if (due.length === 0) return;
    for (const row of due) await send(pool, portals, row);
  }
}

async function send(pool: Pool, portals: ReadonlyMap<string, Portal>, row: Row): Promise<void> {
  const portal = portals.get(row.municipality);
  if (!portal) throw new Error(`No portal for ${row.municipality}`);
  try {
    // A receipt names the officer who is to have the case; nobody has done anything with it yet.
    const officer = row.path.endsWith('/receipt') ? undefined : row.body.officer;
    await portal.send(row.method, row.path, row.body, messageId(row.id), officer);
    await pool.query("update outbox set state = 'sent', sent_at = now(), last_error = null where id = $1", [
      row.id,
    ]);
  } catch (error) {
    const isFinal = error instanceof Refused;
    const reason = reasonOf(error);
    if (isFinal) console.error(`${row.municipality}: ${row.method} ${row.path} was refused: ${reason}`);
    const pause = Math.min(2 ** row.attempts, LONGEST_PAUSE_SECONDS);
    await pool.query(
      `update outbox set state = $2, attempts = attempts + 1, last_error = $3,
         next_at = now() + make_interval(secs => $4) where id = $1`,
      [row.id, isFinal ? 'refused' : 'waiting', reason, pause],
    );
  }
}
