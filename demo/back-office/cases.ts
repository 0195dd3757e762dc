import type { Pool } from 'pg';
import { type Comments, getComments } from './comments';
import { inTransaction } from './database';
import { type Delay, getDelay } from './delay';
import { kindOfCase } from './kinds-of-case';
import { getMoreTime, type MoreTimeRow } from './more-time';
import { getOffers, type OfferRow } from './offers';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Appeal, Application } from './portal';
import { getWithdrawals, type WithdrawalRow } from './withdrawals';

/*
 * What officers do with their cases. Each deed is one transaction: the case here, and the message to the portal that goes
 * with it.
 */

export interface CaseRow {
  id: number;
  municipality: string;
  portal_case_id: string;
  portal_number: string;
  number: string;
  applicant: Application['applicant'];
  application: Application;
  is_protected: boolean;
  phase: Phase;
  received_at: Date;
}

export const phases = {
  new: 'Nytt',
  investigated: 'Utreds',
  waiting: 'Väntar på komplettering',
  answered: 'Komplettering inkommen',
  decided: 'Beslutat',
  closed: 'Avslutat',
} as const;
export type Phase = keyof typeof phases;

export const outcomes = {
  granted: 'Bifall',
  partly_granted: 'Delvis bifall',
  rejected: 'Avslag',
  dismissed: 'Avvisning',
  written_off: 'Avskrivning',
} as const;
export type Outcome = keyof typeof outcomes;

export interface SupplementRow {
  id: number;
  external_id: string;
  text: string;
  items: { id: string; text: string }[];
  due_on: string;
  asked_by: string;
  /** when the last part came */
  answered_at: Date | null;
}
export interface PartRow {
  id: number;
  supplement_id: number;
  number: number;
  is_last: boolean;
  items: { id: string; text: string }[];
  sent_at: Date;
}
export interface DocumentRow {
  id: number;
  part_id: number | null;
  comment_id: number | null;
  /** the thing asked for that it answers */
  field: string | null;
  appeal_id: number | null;
  name: string;
  /** null while it isn't here */
  size: number | null;
  state: string;
}
export interface DecisionRow {
  external_id: string;
  /** `delay_request`: a no to a request that the case be decided, which goes on */
  matter: 'application' | 'delay_request' | 'appeal';
  outcome: Outcome;
  decided_on: string;
  decided: string;
  reasons: string;
  document_name: string | null;
  decided_by: string;
}
export interface AppealRow {
  id: number;
  decision: string;
  content: Appeal;
}
export interface MessageRow {
  what: string;
  state: 'waiting' | 'sent' | 'refused';
  attempts: number;
  last_error: string | null;
  created_at: Date;
}
export interface WholeCase extends CaseRow {
  supplements: SupplementRow[];
  parts: PartRow[];
  documents: DocumentRow[];
  decisions: DecisionRow[];
  appeals: AppealRow[];
  messages: MessageRow[];
  delay: Delay;
  withdrawals: WithdrawalRow[];
  moreTime: MoreTimeRow[];
  offers: OfferRow[];
  comments: Comments;
}

export async function listCases(pool: Pool, municipality: string | null): Promise<CaseRow[]> {
  const { rows } = await pool.query<CaseRow>(
    'select * from case_file where $1::text is null or municipality = $1 order by received_at desc, id desc limit 200',
    [municipality],
  );
  // An answer is news that the case's own state doesn't tell.
  const { rows: answered } = await pool.query<{ case_id: number }>(
    'select distinct case_id from supplement s join supplement_part p on p.supplement_id = s.id',
  );
  const hasAnswer = new Set(answered.map(({ case_id }) => case_id));
  return rows.map((row) =>
    row.phase === 'waiting' && hasAnswer.has(row.id) ? { ...row, phase: 'answered' } : row,
  );
}

export async function getCase(pool: Pool, id: number): Promise<WholeCase | null> {
  const { rows } = await pool.query<CaseRow>('select * from case_file where id = $1', [id]);
  const [found] = rows;
  if (!found) return null;
  const [supplements, parts, documents, decisions, appeals, messages] = await Promise.all([
    pool.query<SupplementRow>('select *, due_on::text from supplement where case_id = $1 order by id', [id]),
    pool.query<PartRow>(
      'select p.* from supplement_part p join supplement s on s.id = p.supplement_id where s.case_id = $1 order by p.id',
      [id],
    ),
    pool.query<DocumentRow>(
      'select id, part_id, appeal_id, comment_id, field, name, state, length(content) as size from document where case_id = $1 order by id',
      [id],
    ),
    pool.query<DecisionRow>('select *, decided_on::text from decision where case_id = $1 order by id', [id]),
    pool.query<AppealRow>('select * from appeal where case_id = $1 order by id', [id]),
    pool.query<MessageRow>('select * from outbox where case_id = $1 order by id', [id]),
  ]);
  return {
    ...found,
    supplements: supplements.rows,
    parts: parts.rows,
    documents: documents.rows,
    decisions: decisions.rows,
    appeals: appeals.rows,
    messages: messages.rows,
    delay: await getDelay(pool, id),
    withdrawals: await getWithdrawals(pool, id),
    moreTime: await getMoreTime(pool, id),
    offers: await getOffers(pool, id),
    comments: await getComments(pool, id),
  };
}

export async function getDocument(
  pool: Pool,
  caseId: number,
  id: number,
): Promise<{ name: string; media_type: string; content: Buffer } | null> {
  const { rows } = await pool.query<{ name: string; media_type: string; content: Buffer }>(
    'select name, media_type, content from document where case_id = $1 and id = $2 and content is not null',
    [caseId, id],
  );
  return rows[0] ?? null;
}

const common = (officer: Officer) => ({
  occurredAt: new Date().toISOString(),
  officer: officerMessage(officer),
});

export async function setPhase(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  phase: 'investigated' | 'closed',
) {
  await inTransaction(pool, async (client) => {
    await client.query('update case_file set phase = $2 where id = $1', [found.id, phase]);
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'POST',
      path: `/cases/${found.portal_case_id}/phase`,
      body: {
        phase: phase === 'closed' ? 'closed' : 'being_looked_into',
        // What this system calls it; the municipality says what that means, at /admin/statuses.
        statusCode: phase === 'closed' ? 'AVSLUTAD' : 'UTREDNING',
        ...common(officer),
      },
      what: `Status: ${phases[phase]}`,
    });
  });
}

export async function askForSupplement(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  asked: { text: string; items: string[]; dueOn: string },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Locked, so that two requests at once get a number each.
    await client.query("update case_file set phase = 'waiting' where id = $1", [found.id]);
    const { rows } = await client.query<{ next: string }>(
      'select count(*) + 1 as next from supplement where case_id = $1',
      [found.id],
    );
    const externalId = `K${rows[0]?.next}`;
    const items = asked.items.map((text, index) => ({ id: String(index + 1), text }));
    await client.query(
      `insert into supplement (case_id, external_id, text, items, due_on, asked_by) values ($1, $2, $3, $4, $5, $6)`,
      [found.id, externalId, asked.text, JSON.stringify(items), asked.dueOn, officer.name],
    );
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'PUT',
      path: `/cases/${found.portal_case_id}/supplement-requests/${externalId}`,
      body: { text: asked.text, items, dueOn: asked.dueOn, ...common(officer) },
      what: `Begäran om komplettering ${externalId}`,
    });
  });
}

export async function decide(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  decision: {
    outcome: Outcome;
    decidedOn: string;
    decided: string;
    reasons: string;
    document: { name: string; content: Buffer } | null;
  },
): Promise<void> {
  const { outcome, decidedOn, decided, reasons, document } = decision;
  await inTransaction(pool, async (client) => {
    await client.query("update case_file set phase = 'decided' where id = $1", [found.id]);
    const { rows } = await client.query<{ next: string }>(
      'select count(*) + 1 as next from decision where case_id = $1',
      [found.id],
    );
    const externalId = `B${rows[0]?.next}`;
    await client.query(
      `insert into decision (case_id, external_id, outcome, decided_on, decided, reasons, document_name, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [found.id, externalId, outcome, decidedOn, decided, reasons, document?.name ?? null, officer.name],
    );
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'PUT',
      path: `/cases/${found.portal_case_id}/decisions/${externalId}`,
      body: {
        outcome,
        decidedOn,
        decided,
        reasons,
        lawReference: kindOfCase(found.application).law,
        ...(document && {
          document: {
            name: document.name,
            mediaType: 'application/pdf',
            content: document.content.toString('base64'),
          },
        }),
        ...common(officer),
      },
      what: `Beslut ${externalId}: ${outcomes[outcome]}`,
    });
  });
}
