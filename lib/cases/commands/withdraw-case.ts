import 'server-only';
import { consumeSignOrderInTx } from '@/lib/identity/api';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import type { WithdrawalScope } from '../domain/withdrawal';
import { preparedWithdrawalInTx, withdrawingInTx } from '../queries/withdrawal-in-tx';
import {
  endWhatIsAskedInTx,
  type LockedCase,
  lockCaseInTx,
  moveCaseInTx,
  noteInCaseInTx,
} from './case-in-tx';

interface Signed {
  caseId: string;
  /** a completed sign order of this browser */
  orderId: string;
  browserToken: string;
}

/**
 * She has signed that she takes her application back, all of it or a part. All of it ends the case where nobody else has
 * signed it: what was asked of her falls away, and the office writes it off. A part, or her part of what others have
 * signed too, is told to the office, and the case goes on. Again, or twice at once, it is the same.
 * @throws Conflict when the signature is of something else; NotNow when the case has been decided meanwhile
 */
export function withdrawCase(actor: ResidentActor, { caseId, ...order }: Signed): Promise<void> {
  const action = 'cases.withdraw-case';
  return guarded(actor, action, 'case', caseId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'withdraw');
      const { tenantId, personId } = actor;
      const locked = await lockCaseInTx(tx, actor, caseId);
      const prepared = await preparedWithdrawalInTx(tx, locked);
      if (!prepared) {
        // The other window was first, or there never was anything to sign.
        if ((await tx.withdrawal.count({ where: { tenantId, caseId } })) > 0) return;
        throw conflict('errors:signed-something-else');
      }
      const may = await withdrawingInTx(tx, locked);
      if (!may.may) throw notNow(`errors:withdraw-${may.why}`);
      const { id, hash, document } = prepared;
      const { signatureId, signedAt } = await consumeSignOrderInTx(tx, actor, {
        ...order,
        subjectType: 'withdrawal',
        subjectId: id,
        documentHash: hash,
      });
      await tx.withdrawal.update({
        where: { tenantId_id: { tenantId, id }, sentAt: null },
        data: { sentAt: signedAt, signatureId },
        select: { id: true },
      });
      await noteWithdrawalInTx(tx, locked, { id, scope: document.scope, endsCase: may.endsCase });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'case',
        objectId: caseId,
      });
      await emitInTx(tx, actor, {
        type: 'cases.withdrawal-sent',
        payload: { caseId, personId, withdrawalId: id },
        caseId,
      });
    }),
  );
}

async function noteWithdrawalInTx(
  tx: Tx,
  locked: LockedCase,
  { id, scope, endsCase }: { id: string; scope: WithdrawalScope; endsCase: boolean },
): Promise<void> {
  const happening = { at: now(), refId: id };
  if (scope === 'part') return noteInCaseInTx(tx, locked, { ...happening, event: 'partly-withdrawn' });
  if (!endsCase) return noteInCaseInTx(tx, locked, { ...happening, event: 'own-part-withdrawn' });
  await endWhatIsAskedInTx(tx, locked);
  await moveCaseInTx(tx, locked, 'withdraw', { ...happening, event: 'withdrawn' });
}
