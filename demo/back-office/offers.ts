import type { Pool, PoolClient } from 'pg';
import type { CaseRow } from './cases';
import { inTransaction } from './database';
import { type Officer, officerMessage } from './officers';
import { leaveMessage } from './outbox';
import type { Delivery } from './portal';

/*
 * Care homes that are offered: the officer chooses a home and says what is known of the flat; the applicant answers on the
 * portal's pages, or doesn't in time. The officer may take it back, also after a yes, and then says why.
 */

export interface OfferRow {
  external_id: string;
  /** as the portal knows the home; all that was said of the offer stands in `said` */
  home: string;
  said: object;
  state: 'open' | 'taken-back' | 'yes' | 'no' | 'none';
  reason: string | null;
  ended_at: Date | null;
  made_by: string;
  made_at: Date;
}

/** Those that the municipality publishes itself, by the names in their addresses. */
export const homes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  granvik: {
    strandgarden: 'Strandgården',
    lindbacken: 'Lindbacken',
    solangen: 'Solängen',
    kvarnhuset: 'Kvarnhuset',
    bjorkhaga: 'Björkhaga',
    fyrklovern: 'Fyrklövern',
  },
  ekhamn: {
    magasinet: 'Magasinet',
    ekbacken: 'Ekbacken',
    lotsen: 'Lotsen',
  },
};

export const getOffers = async (pool: Pool, caseId: number): Promise<OfferRow[]> =>
  (await pool.query<OfferRow>('select * from offer where case_id = $1 order by id', [caseId])).rows;

/** Files her answer, or that there was none; twice it is one. */
export async function fileOfferAnswer(
  client: PoolClient,
  caseId: number,
  { externalId, answer, answeredAt, reason }: NonNullable<Delivery['offerAnswer']>,
): Promise<void> {
  // One that was taken back meanwhile stays so.
  await client.query(
    `update offer set state = $3, ended_at = $4, reason = $5
      where case_id = $1 and external_id = $2 and state <> 'taken-back'`,
    [caseId, externalId, answer, answeredAt, reason ?? null],
  );
}

/** @returns what is wrong with the form, or null where the deed is done */
export function handleOffer(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  text: (name: string) => string,
): Promise<string | null> {
  return text('takeBack')
    ? takeBack(pool, found, officer, { externalId: text('takeBack'), reason: text('reason') })
    : offerHome(pool, found, officer, text);
}

async function offerHome(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  text: (name: string) => string,
): Promise<string | null> {
  const home = text('home');
  const size = Number(text('size').replace(',', '.'));
  const rent = Number(text('rent').replace(/\s/g, ''));
  if (!(home in (homes[found.municipality] ?? {}))) return 'Välj vilket boende som erbjuds.';
  if (Number.isNaN(size) || !Number.isInteger(rent)) return 'Skriv storlek och hyra med siffror.';
  const apartment = {
    ...(text('floor') && { floor: text('floor') }),
    ...(size > 0 && { squareMetres: size }),
    ...(rent > 0 && { rentPerMonth: rent }),
    ...(text('moveInOn') && { moveInOn: text('moveInOn') }),
  };
  return inTransaction(pool, async (client) => {
    await client.query('select from case_file where id = $1 for update', [found.id]);
    const { rows } = await client.query<{ next: string; open: boolean }>(
      `select count(*) + 1 as next, coalesce(bool_or(state = 'open'), false) as open from offer where case_id = $1`,
      [found.id],
    );
    if (rows[0]?.open) return 'Ett erbjudande väntar redan på svar.';
    const said = { home, apartment, ...(text('text') && { text: text('text') }) };
    const externalId = `E${rows[0]?.next}`;
    await client.query(
      'insert into offer (case_id, external_id, home, said, made_by) values ($1, $2, $3, $4, $5)',
      [found.id, externalId, home, said, officer.name],
    );
    await leave(client, found, officer, externalId, said, `Erbjudande om boende ${externalId}`);
    return null;
  });
}

async function takeBack(
  pool: Pool,
  found: CaseRow,
  officer: Officer,
  { externalId, reason }: { externalId: string; reason: string },
): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ said: object; state: OfferRow['state'] }>(
      `select said, state from offer where case_id = $1 and external_id = $2 for update`,
      [found.id, externalId],
    );
    const [row] = rows;
    if (row?.state !== 'open' && row?.state !== 'yes') return 'Erbjudandet gäller inte längre.';
    // Her yes may be on its way here: the portal takes it back after that only with a reason.
    if (!reason) return 'Skriv varför platsen dras tillbaka. Den sökande läser det.';
    await client.query(
      `update offer set state = 'taken-back', ended_at = now(), reason = $3 where case_id = $1 and external_id = $2`,
      [found.id, externalId, reason],
    );
    const body = { ...row.said, state: 'taken-back', reason };
    await leave(client, found, officer, externalId, body, `Erbjudande ${externalId} tas tillbaka`);
    return null;
  });
}

const leave = (
  client: PoolClient,
  { id, municipality, portal_case_id }: CaseRow,
  officer: Officer,
  externalId: string,
  body: object,
  what: string,
) =>
  leaveMessage(client, {
    municipality,
    caseId: id,
    method: 'PUT',
    path: `/cases/${portal_case_id}/offers/${externalId}`,
    body: { ...body, occurredAt: new Date().toISOString(), officer: officerMessage(officer) },
    what,
  });
