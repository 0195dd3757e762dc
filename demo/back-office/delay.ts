import type { Pool, PoolClient } from 'pg';
import type { CaseRow } from './cases';
import { inTransaction } from './database';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Delivery } from './portal';

/*
 * A case that takes long: that the officer tells of it and why (FL 11 §), and the applicant's request that it be decided
 * (FL 12 §), which is answered by deciding, or by a no in a decision of its own.
 */

export interface Delay {
  notices: { external_id: string; reason: string; expected_on: string | null; told_by: string }[];
  request: { requested_on: string; answer_by: string; reasons: string | null } | null;
}

export async function getDelay(pool: Pool, caseId: number): Promise<Delay> {
  const [notices, requests] = await Promise.all([
    pool.query<Delay['notices'][number]>(
      'select *, expected_on::text from delay_notice where case_id = $1 order by id',
      [caseId],
    ),
    pool.query<NonNullable<Delay['request']>>(
      'select requested_on::text, answer_by::text, reasons from delay_request where case_id = $1',
      [caseId],
    ),
  ]);
  return { notices: notices.rows, request: requests.rows[0] ?? null };
}

/** Files the request; twice it is one. */
export async function fileDelayRequest(
  client: PoolClient,
  caseId: number,
  { requestedOn, answerBy, reasons }: NonNullable<Delivery['delayRequest']>,
): Promise<void> {
  await client.query(
    `insert into delay_request (case_id, requested_on, answer_by, reasons) values ($1, $2, $3, $4)
       on conflict do nothing`,
    [caseId, requestedOn, answerBy, reasons ?? null],
  );
}

export async function tellOfDelay(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  { reason, expectedOn }: { reason: string; expectedOn: string | null },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select from case_file where id = $1 for update', [found.id]);
    const { rows } = await client.query<{ next: string }>(
      'select count(*) + 1 as next from delay_notice where case_id = $1',
      [found.id],
    );
    const externalId = `F${rows[0]?.next}`;
    await client.query(
      'insert into delay_notice (case_id, external_id, reason, expected_on, told_by) values ($1, $2, $3, $4, $5)',
      [found.id, externalId, reason, expectedOn, officer.name],
    );
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'PUT',
      path: `/cases/${found.portal_case_id}/delay-notices/${externalId}`,
      body: {
        reason,
        ...(expectedOn && { expectedOn }),
        occurredAt: new Date().toISOString(),
        officer: officerMessage(officer),
      },
      what: `Underrättelse om försening ${externalId}`,
    });
  });
}

/** The applicant may appeal it; the case goes on. */
export async function refuseDelayRequest(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  { reasons, decidedOn }: { reasons: string; decidedOn: string },
): Promise<void> {
  const decided = 'Din begäran om att ärendet ska avgöras avslås.';
  await inTransaction(pool, async (client) => {
    await client.query('select from case_file where id = $1 for update', [found.id]);
    const { rows } = await client.query<{ next: string }>(
      'select count(*) + 1 as next from decision where case_id = $1',
      [found.id],
    );
    const externalId = `B${rows[0]?.next}`;
    await client.query(
      `insert into decision (case_id, external_id, matter, outcome, decided_on, decided, reasons, decided_by)
         values ($1, $2, 'delay_request', 'rejected', $3, $4, $5, $6)`,
      [found.id, externalId, decidedOn, decided, reasons, officer.name],
    );
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'PUT',
      path: `/cases/${found.portal_case_id}/decisions/${externalId}`,
      body: {
        matter: 'delay_request',
        outcome: 'rejected',
        decidedOn,
        decided,
        reasons,
        lawReference: '12 § förvaltningslagen (2017:900)',
        occurredAt: new Date().toISOString(),
        officer: officerMessage(officer),
      },
      what: `Beslut ${externalId}: avslag på begäran om avgörande`,
    });
  });
}
