import type { Pool, PoolClient } from 'pg';
import type { CaseRow } from './cases';
import { inTransaction } from './database';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Delivery } from './portal';

/*
 * More time (anstånd): an applicant asks for a later day to answer a request, or to comment by, and an officer gives it,
 * or says why not. An officer may also give it unasked: applicants ring.
 */

export interface MoreTimeRow {
  portal_id: string;
  about: 'supplement-request' | 'comment-round';
  external_id: string;
  wished_on: string;
  reason: string;
  sent_at: Date;
  outcome: 'granted' | 'refused' | null;
  due_on: string | null;
  refusal: string | null;
  answered_by: string | null;
}

export const getMoreTime = async (pool: Pool, caseId: number): Promise<MoreTimeRow[]> =>
  (
    await pool.query<MoreTimeRow>(
      'select *, wished_on::text, due_on::text from more_time where case_id = $1 order by sent_at',
      [caseId],
    )
  ).rows;

/** Files the request; twice it is one. */
export async function fileMoreTime(
  client: PoolClient,
  caseId: number,
  { id, about, externalId, wishedOn, reason, sentAt }: NonNullable<Delivery['moreTime']>,
): Promise<void> {
  await client.query(
    `insert into more_time (portal_id, case_id, about, external_id, wished_on, reason, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, caseId, about, externalId, wishedOn, reason, sentAt],
  );
}

export interface MoreTimeForm {
  /** of a request for more time that waits; none: unasked */
  asked: string;
  /** the request for supplements, where it is given unasked */
  supplement: string;
  deed: string;
  dueOn: string;
  reason: string;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** @returns what is wrong with the form, or null where the deed is done */
export async function handleMoreTime(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  form: MoreTimeForm,
): Promise<string | null> {
  const isGranted = form.deed === 'grant';
  if (isGranted && !isDay(form.dueOn)) return 'Skriv den nya sista dagen.';
  if (!isGranted && !form.reason) return 'Skriv varför det inte blir mer tid.';
  const { municipality, id: caseId } = found;
  const common = { occurredAt: new Date().toISOString(), officer: officerMessage(officer) };
  const base = `/cases/${found.portal_case_id}`;
  return inTransaction(pool, async (client) => {
    const leave = (path: string, body: object, what: string) =>
      leaveMessage(client, { municipality, caseId, method: 'PUT', path, body: { ...body, ...common }, what });
    if (!form.asked) {
      await moveDay(client, caseId, 'supplement-request', form.supplement, form.dueOn);
      const path = `${base}/supplement-requests/${form.supplement}/due-date`;
      await leave(path, { dueOn: form.dueOn }, `Längre tid för ${form.supplement}`);
      return null;
    }
    const { rows } = await client.query<MoreTimeRow>(
      `update more_time set outcome = $3, due_on = $4, refusal = $5, answered_by = $6
        where case_id = $1 and portal_id::text = $2 and outcome is null returning about, external_id`,
      [
        caseId,
        form.asked,
        isGranted ? 'granted' : 'refused',
        isGranted ? form.dueOn : null,
        isGranted ? null : form.reason,
        officer.name,
      ],
    );
    const [row] = rows;
    // Two windows at once: the other was first.
    if (!row) return 'Frågan är redan besvarad.';
    if (isGranted) await moveDay(client, caseId, row.about, row.external_id, form.dueOn);
    await leave(
      `${base}/more-time-requests/${form.asked}/answer`,
      isGranted ? { outcome: 'granted', dueOn: form.dueOn } : { outcome: 'refused', reason: form.reason },
      `Svar om längre tid för ${row.external_id}`,
    );
    return null;
  });
}

/** Forwards only: a day once given is not taken back. */
const moveDay = (
  client: PoolClient,
  caseId: number,
  about: MoreTimeRow['about'],
  externalId: string,
  dueOn: string,
) =>
  client.query(
    `update ${about === 'comment-round' ? 'comment_round' : 'supplement'} set due_on = greatest(due_on, $3::date)
      where case_id = $1 and external_id = $2`,
    [caseId, externalId, dueOn],
  );
