import 'server-only';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import type { CasePhase } from '../domain/case-lifecycle';
import { withdrawalContext } from '../domain/case-seals';
import {
  type PreparedWithdrawal,
  type WithdrawalScope,
  type Withdrawing,
  withdrawing,
} from '../domain/withdrawal';

/** What she has sent, in full. */
export interface WithdrawalView {
  id: string;
  scope: WithdrawalScope;
  drops: string | null;
  keeps: string | null;
  reason: string | null;
  sentAt: Date;
  receivedAt: Date | null;
}

interface OfCase {
  tenantId: string;
  id: string;
  phase: CasePhase;
  signers: number;
}

/** Whether she may take it back. The caller has made sure that she may see the case. */
export async function withdrawingInTx(
  tx: Tx,
  { tenantId, id: caseId, phase, signers }: OfCase,
): Promise<Withdrawing> {
  const all = await tx.withdrawal.count({ where: { tenantId, caseId, scope: 'all', sentAt: { not: null } } });
  return withdrawing({ phase, signers, hasWithdrawnAll: all > 0 });
}

/** What she has sent, newest first. */
export async function sentWithdrawalsInTx(
  tx: Tx,
  { tenantId, id: caseId }: { tenantId: string; id: string },
): Promise<WithdrawalView[]> {
  const rows = await tx.withdrawal.findMany({
    where: { tenantId, caseId, sentAt: { not: null } },
    orderBy: { sentAt: 'desc' },
  });
  return rows.flatMap(({ id, scope, sealed, sentAt, receivedAt }) => {
    const { document } = openJson<PreparedWithdrawal>(sealed, withdrawalContext(tenantId, id));
    const { drops = null, keeps = null, reason = null } = document;
    return sentAt ? [{ id, scope, drops, keeps, reason, sentAt, receivedAt }] : [];
  });
}

export interface WithdrawalToSign extends PreparedWithdrawal {
  id: string;
  /** SHA-256 of the document's canonical JSON */
  hash: Uint8Array<ArrayBuffer>;
}

/** What is prepared and waits for her signature. */
export async function preparedWithdrawalInTx(
  tx: Tx,
  { tenantId, id: caseId }: { tenantId: string; id: string },
): Promise<WithdrawalToSign | null> {
  const found = await tx.withdrawal.findFirst({ where: { tenantId, caseId, sentAt: null } });
  if (!found) return null;
  const prepared = openJson<PreparedWithdrawal>(found.sealed, withdrawalContext(tenantId, found.id));
  return { id: found.id, hash: new Uint8Array(found.documentHash), ...prepared };
}
