import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleWithdrawals } from '../access';
import { withdrawalContext } from '../domain/case-seals';
import type { PreparedWithdrawal, WithdrawalDocument } from '../domain/withdrawal';

/** That she takes her application back, as it was signed, for the office. */
export interface WithdrawalForSystem {
  document: WithdrawalDocument;
  signedAt: Date;
  /** 12 digits */
  nationalId: string;
  /** others have signed the application too: she speaks for herself alone */
  othersHaveSigned: boolean;
}

/** Audited: she can see that the office has read it. */
export async function getWithdrawalForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  withdrawalId: string,
): Promise<WithdrawalForSystem> {
  requireSystemMay(actor, 'read-withdrawal');
  const { tenantId } = actor;
  const found = await tx.withdrawal.findFirst({
    where: { ...visibleWithdrawals(actor), id: withdrawalId },
    include: { case: { select: { personId: true, signers: true } } },
  });
  if (!found?.sentAt) throw notFound();
  const { personId, signers } = found.case;
  await auditInTx(tx, actor, {
    action: 'cases.get-withdrawal-for-system',
    subjectPersonId: personId,
    objectType: 'case',
    objectId: found.caseId,
  });
  const { document } = openJson<PreparedWithdrawal>(found.sealed, withdrawalContext(tenantId, withdrawalId));
  const { nationalId } = await getPersonInTx(tx, tenantId, personId);
  return { document, signedAt: found.sentAt, nationalId, othersHaveSigned: signers > 1 };
}

export const getWithdrawalForSystem = (actor: SystemActor, id: string): Promise<WithdrawalForSystem> =>
  guarded(actor, 'cases.get-withdrawal-for-system', 'withdrawal', id, () =>
    write(actor, (tx) => getWithdrawalForSystemInTx(tx, actor, id)),
  );
