import type { Pool } from 'pg';
import { type CaseRow, type Outcome, outcomes } from './cases';
import { inTransaction } from './database';
import { kindOfCase } from './kinds-of-case';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';

/*
 * What the board does with an appeal: in time, too late, reconsidered, passed on; and what the court makes of it. Told to
 * the portal in the transaction of the deed.
 */

export const courtOutcomes = {
  unchanged: 'Beslutet ändras inte',
  changed: 'Beslutet ändras',
  sent_back: 'Tillbaka till nämnden',
  not_tried: 'Inte prövat',
} as const;

interface Posted {
  deed: string;
  /** the decision that is appealed */
  decision: string;
  text(name: string): string;
}

/** What is wrong with it, in words for the officer; null when it is done. */
export async function handleAppeal(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  { deed, decision, text }: Posted,
): Promise<string | null> {
  const [reasons, decided, court, outcome] = [
    text('reasons'),
    text('decided'),
    text('court'),
    text('outcome'),
  ];
  const on = text('on');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !/^B\d{1,4}$/.test(decision)) return 'Skriv vilken dag det gäller.';
  const step = (body: object, what: string) =>
    tellStep(pool, found, officer, decision, { ...body, on }, what);
  const decideOn = (made: Omit<NewDecision, 'on' | 'follows'>) =>
    decideAgain(pool, found, officer, { ...made, on, follows: decision });
  switch (deed) {
    case 'in_time':
      await step({ step: deed }, `Överklagandet av ${decision}: rätt tid`);
      return null;
    case 'forwarded':
      if (!court) return 'Skriv vilken domstol.';
      await step({ step: deed, court }, `Överklagandet av ${decision}: till ${court}`);
      return null;
    case 'court_decided':
      if (!court || !(outcome in courtOutcomes)) return 'Skriv vilken domstol, och hur det gick.';
      await step({ step: deed, court, outcome }, `Överklagandet av ${decision}: avgjort av domstolen`);
      return null;
    case 'too_late':
      if (!reasons) return 'Skriv varför överklagandet avvisas.';
      await decideOn({
        matter: 'appeal',
        outcome: 'dismissed',
        decided: 'Överklagandet avvisas eftersom det har kommit in för sent.',
        reasons,
      });
      return null;
    case 'reconsidered':
      if (!(outcome in outcomes) || !decided || !reasons) return 'Skriv det nya beslutet och skälen.';
      await decideOn({ matter: 'application', outcome: outcome as Outcome, decided, reasons });
      return null;
    default:
      return 'Välj vad som har hänt med överklagandet.';
  }
}

async function tellStep(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  decision: string,
  body: object,
  what: string,
): Promise<void> {
  await inTransaction(pool, (client) =>
    leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'POST',
      path: `/cases/${found.portal_case_id}/decisions/${decision}/appeal-steps`,
      body: { ...body, occurredAt: new Date().toISOString(), officer: officerMessage(officer) },
      what,
    }),
  );
}

interface NewDecision {
  matter: 'application' | 'appeal';
  outcome: Outcome;
  decided: string;
  reasons: string;
  on: string;
  follows: string;
}

async function decideAgain(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  { matter, outcome, decided, reasons, on, follows }: NewDecision,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Locked, so that two decisions at once get a number each.
    await client.query("update case_file set phase = 'decided' where id = $1", [found.id]);
    const { rows } = await client.query<{ next: string }>(
      'select count(*) + 1 as next from decision where case_id = $1',
      [found.id],
    );
    const externalId = `B${rows[0]?.next}`;
    await client.query(
      `insert into decision (case_id, external_id, matter, outcome, decided_on, decided, reasons, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [found.id, externalId, matter, outcome, on, decided, reasons, officer.name],
    );
    await leaveMessage(client, {
      municipality: found.municipality,
      caseId: found.id,
      method: 'PUT',
      path: `/cases/${found.portal_case_id}/decisions/${externalId}`,
      body: {
        matter,
        follows,
        outcome,
        decidedOn: on,
        decided,
        reasons,
        ...(matter === 'application' && { lawReference: kindOfCase(found.application).law }),
        occurredAt: new Date().toISOString(),
        officer: officerMessage(officer),
      },
      what: `Beslut ${externalId}: ${matter === 'appeal' ? 'överklagandet avvisas' : `omprövning, ${outcomes[outcome]}`}`,
    });
  });
}
