import type { Pool, PoolClient } from 'pg';
import type { CaseRow } from './cases';
import { inTransaction } from './database';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Delivery } from './portal';

/*
 * Comments before the decision (kommunicering, FL 25 §): what an officer sends to be read, and what is said of it. Each deed
 * is one transaction: the row here, and the message to the portal that goes with it.
 */

export interface RoundRow {
  id: number;
  external_id: string;
  text: string;
  due_on: string;
  document_name: string | null;
  asked_by: string;
  withdrawn_at: Date | null;
}
export interface CommentRow {
  id: number;
  round_id: number;
  number: number;
  kind: 'comment' | 'nothing-to-add';
  text: string;
  sent_at: Date;
}
export interface Comments {
  rounds: RoundRow[];
  said: CommentRow[];
}

export async function getComments(pool: Pool, caseId: number): Promise<Comments> {
  const rounds = await pool.query<RoundRow>(
    'select *, due_on::text from comment_round where case_id = $1 order by id',
    [caseId],
  );
  const said = await pool.query<CommentRow>(
    'select c.* from comment c join comment_round r on r.id = c.round_id where r.case_id = $1 order by c.id',
    [caseId],
  );
  return { rounds: rounds.rows, said: said.rows };
}

/** What she said has come. Its files hang on the comment. */
export async function fileComment(
  client: PoolClient,
  caseId: number,
  { externalId, number, kind, text, sentAt }: NonNullable<Delivery['comment']>,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into comment (round_id, number, kind, text, sent_at)
       select id, $3, $4, $5, $6 from comment_round where case_id = $1 and external_id = $2
       on conflict (round_id, number) do update set text = excluded.text returning id`,
    [caseId, externalId, number, kind, text, sentAt],
  );
  if (!rows[0]) throw new Error('A comment on something that was not sent from here');
  return rows[0].id;
}

export const commentDeeds = ['comment-rounds', 'comment-due-dates', 'comment-withdrawals'] as const;
export type CommentDeed = (typeof commentDeeds)[number];

export interface CommentForm {
  /** of the round that is there already */
  round: string;
  text: string;
  dueOn: string;
  document: { name: string; content: Buffer } | null;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** @returns what is wrong with the form, or null where the deed is done */
export async function doWithComments(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  deed: CommentDeed,
  form: CommentForm,
): Promise<string | null> {
  if (deed !== 'comment-withdrawals' && !isDay(form.dueOn)) return 'Skriv en dag.';
  if (deed === 'comment-rounds' && !form.text) return 'Skriv vad beslutet ska bygga på.';
  const { municipality, id: caseId } = found;
  const now = { occurredAt: new Date().toISOString() };
  const common = { ...now, officer: officerMessage(officer) };
  await inTransaction(pool, async (client) => {
    // Locked, so that two rounds at once get a number each.
    await client.query('select from case_file where id = $1 for update', [caseId]);
    const externalId = deed === 'comment-rounds' ? await nextId(client, caseId) : form.round;
    const path = `/cases/${found.portal_case_id}/comment-rounds/${externalId}`;
    const leave = (method: 'PUT' | 'POST', below: string, body: object, what: string) =>
      leaveMessage(client, { municipality, caseId, method, path: `${path}${below}`, body, what });
    if (deed === 'comment-rounds') {
      const { text, dueOn, document } = form;
      await client.query(
        `insert into comment_round (case_id, external_id, text, due_on, document_name, asked_by)
           values ($1, $2, $3, $4, $5, $6)`,
        [caseId, externalId, text, dueOn, document?.name ?? null, officer.name],
      );
      const content = document?.content.toString('base64');
      const documents = document && [{ name: document.name, mediaType: 'application/pdf', content }];
      await leave(
        'PUT',
        '',
        { text, dueOn, ...(documents && { documents }), ...common },
        `Kommunicering ${externalId}`,
      );
    } else if (deed === 'comment-due-dates') {
      await client.query(
        'update comment_round set due_on = greatest(due_on, $3::date) where case_id = $1 and external_id = $2',
        [caseId, externalId, form.dueOn],
      );
      await leave('PUT', '/due-date', { dueOn: form.dueOn, ...common }, `Längre tid för ${externalId}`);
    } else {
      await client.query(
        'update comment_round set withdrawn_at = now() where case_id = $1 and external_id = $2',
        [caseId, externalId],
      );
      await leave('POST', '/withdrawal', now, `Kommunicering ${externalId} tillbakatagen`);
    }
  });
  return null;
}

async function nextId(client: PoolClient, caseId: number): Promise<string> {
  const { rows } = await client.query<{ next: string }>(
    'select count(*) + 1 as next from comment_round where case_id = $1',
    [caseId],
  );
  return `S${rows[0]?.next}`;
}
