import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import { mayComment } from '../domain/comment-round';
import { noteInCaseInTx } from './case-in-tx';
import { lockCommentRoundInTx } from './comment-round-in-tx';

/**
 * She looks at the material: the office can see that it has reached her (FL 25 §). Nothing is counted from it, so it is
 * no deed of its own as opening a decision is. Only the first time is kept; of what is no longer open, none.
 */
export function openCommentMaterial(actor: ResidentActor, { roundId }: { roundId: string }): Promise<void> {
  const action = 'cases.open-comment-material';
  return guarded(actor, action, 'comment-round', roundId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'comment');
      const { status, openedAt, locked } = await lockCommentRoundInTx(tx, actor, roundId);
      if (openedAt || !mayComment(status)) return;
      const { tenantId, personId } = actor;
      const at = now();
      await tx.commentRound.update({
        where: { tenantId_id: { tenantId, id: roundId } },
        data: { openedAt: at },
        select: { id: true },
      });
      await noteInCaseInTx(tx, locked, { at, event: 'material-opened', refId: roundId });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'comment-round',
        objectId: roundId,
      });
      await emitInTx(tx, actor, {
        type: 'cases.material-opened',
        payload: { caseId: locked.id, personId, roundId },
        caseId: locked.id,
      });
    }),
  );
}
