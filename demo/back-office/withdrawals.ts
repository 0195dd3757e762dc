import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { type Html, html } from '@/demo/web/html';

/*
 * That an applicant takes her application back, all of it or a part. All of it, by her alone: the officer writes the case
 * off, by a decision. Else the case goes on.
 */

export const withdrawalSchema = z.object({
  scope: z.enum(['all', 'part']),
  othersHaveSigned: z.boolean(),
  drops: z.string().optional(),
  keeps: z.string().optional(),
  reason: z.string().optional(),
  signature: z.object({ signedAt: z.string() }),
});

export interface WithdrawalRow {
  scope: 'all' | 'part';
  others_have_signed: boolean;
  drops: string | null;
  keeps: string | null;
  reason: string | null;
  signed_at: Date;
}

export const getWithdrawals = async (pool: Pool, caseId: number): Promise<WithdrawalRow[]> =>
  (
    await pool.query<WithdrawalRow>('select * from withdrawal where case_id = $1 order by signed_at', [
      caseId,
    ])
  ).rows;

export async function fileWithdrawal(
  client: PoolClient,
  caseId: number,
  deliveryId: string,
  { scope, othersHaveSigned, drops, keeps, reason, signature }: z.infer<typeof withdrawalSchema>,
): Promise<void> {
  await client.query(
    `insert into withdrawal (delivery_id, case_id, scope, others_have_signed, drops, keeps, reason, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      deliveryId,
      caseId,
      scope,
      othersHaveSigned,
      drops ?? null,
      keeps ?? null,
      reason ?? null,
      signature.signedAt,
    ],
  );
}

export const withdrawalsBody = (
  withdrawals: readonly WithdrawalRow[],
  isDecided: boolean,
  when: (at: Date) => string,
): Html =>
  html`${withdrawals.map(
    ({ scope, others_have_signed, drops, keeps, reason, signed_at }) =>
      html`<section class="card" aria-label="Återtagande"><h2>${scope === 'all' ? 'Ansökan är återtagen' : 'En del av ansökan är återtagen'}</h2>
<p class="soft">Underskrivet ${when(signed_at)}</p>
${drops && html`<p dir="auto">Tar tillbaka: ${drops}</p>`}
${keeps && html`<p dir="auto">Söker fortfarande: ${keeps}</p>`}
${reason && html`<p dir="auto">Skäl: ${reason}</p>`}
${others_have_signed && html`<p class="message">Fler har skrivit under ansökan. Hör dem innan ärendet avslutas.</p>`}
${scope === 'all' && !isDecided && html`<p>Skriv av ärendet: fatta beslutet ”Avskrivning”.</p>`}</section>`,
  )}`;
