import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import { fieldOfItem, itemField } from '../domain/answer-fields';
import { commentContext, type SupplementAnswer } from '../domain/case-seals';
import { type CommentKind, commentItems, mayComment } from '../domain/comment-round';
import { type ItemTexts, isChangedElsewhere, itemTooLong, sameTexts, textsOf } from '../domain/supplement';
import { areAmong, type PutFile, refuseInfected } from '../draft-files';
import { noteInCaseInTx } from './case-in-tx';
import {
  addCommentFilesInTx,
  commentDraftInTx,
  type LockedRound,
  lockCommentRoundInTx,
} from './comment-round-in-tx';

interface Comment {
  roundId: string;
  texts: ItemTexts;
  /** the round's version when the page was loaded */
  version: number;
  /** besides those put to the draft earlier */
  files?: readonly PutFile[];
}
/** "I have nothing to add": said by itself, and leaves a draft as it is. */
interface NothingToAdd {
  roundId: string;
  nothingToAdd: true;
}

export type Commented =
  | { outcome: 'sent' }
  /** the draft was changed elsewhere since the page was loaded: nothing is sent, and the draft stands */
  | { outcome: 'stale' };

/**
 * Says what she wants of the material, or that she has nothing to add, which keeps her from nothing: she may comment for
 * as long as nothing is decided, late too. The same comment again (a double click) is the same, and so is "nothing to add"
 * where that was said last. A stale page's comment isn't sent unasked; its files are kept with the draft.
 */
export function sendComment(actor: ResidentActor, input: Comment | NothingToAdd): Promise<Commented> {
  return guarded(actor, 'cases.send-comment', 'comment-round', input.roundId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'comment');
      const round = await lockCommentRoundInTx(tx, actor, input.roundId);
      if (isRepeat(round, input)) return { outcome: 'sent' };
      if (!mayComment(round.status)) throw notNow('errors:comments-closed');
      if ('nothingToAdd' in input) {
        await sayInTx(tx, actor, round, { kind: 'nothing_to_add', texts: {} });
        return { outcome: 'sent' };
      }
      const tooLong = itemTooLong(textsOf(commentItems, input.texts));
      if (tooLong !== undefined)
        throw invalid({ [fieldOfItem(commentItems, 'text', tooLong)]: 'errors:text-too-long' });
      await addCommentFilesInTx(tx, actor, round, input.files ?? []);
      if (isChangedElsewhere(round, input)) return { outcome: 'stale' };
      const texts = textsOf(commentItems, input.texts, cleanText);
      const complete = await lockCommentRoundInTx(tx, actor, input.roundId);
      refuseInfected(commentDraftInTx(tx, complete));
      if (Object.keys(texts).length === 0 && complete.files.length === 0)
        throw invalid({ [itemField('text', 1)]: 'errors:comment-empty' });
      await sayInTx(tx, actor, complete, { kind: 'comment', texts });
      return { outcome: 'sent' };
    }),
  );
}

function isRepeat({ comments, version }: LockedRound, input: Comment | NothingToAdd): boolean {
  const last = comments.at(-1);
  if (!last) return false;
  if ('nothingToAdd' in input) return last.kind === 'nothing_to_add';
  return (
    last.kind === 'comment' &&
    input.version < version &&
    sameTexts(last.texts, textsOf(commentItems, input.texts, cleanText)) &&
    areAmong(input.files ?? [], last.files)
  );
}

async function sayInTx(
  tx: Tx,
  actor: ResidentActor,
  { id: roundId, comments, locked }: LockedRound,
  { kind, texts }: { kind: CommentKind; texts: ItemTexts },
): Promise<void> {
  const { tenantId, personId } = actor;
  const at = now();
  const commentId = newId();
  const said: SupplementAnswer = { texts };
  await tx.comment.create({
    data: {
      tenantId,
      id: commentId,
      roundId,
      number: comments.length + 1,
      kind,
      sealed: sealJson(said, commentContext('comment', tenantId, commentId)),
      sentAt: at,
    },
    select: { id: true },
  });
  const isComment = kind === 'comment';
  if (isComment) {
    await tx.commentFile.updateMany({
      where: { tenantId, roundId, isMaterial: false, commentId: null },
      data: { commentId },
    });
  }
  await tx.commentRound.update({
    where: { tenantId_id: { tenantId, id: roundId } },
    data: { status: 'answered', version: { increment: 1 }, ...(isComment && { draftSealed: null }) },
    select: { id: true },
  });
  const event = isComment ? 'comment-sent' : 'nothing-to-add';
  await noteInCaseInTx(tx, locked, { at, event, refId: roundId });
  await auditInTx(tx, actor, {
    action: 'cases.send-comment',
    subjectPersonId: personId,
    objectType: 'comment-round',
    objectId: roundId,
  });
  await emitInTx(tx, actor, {
    type: 'cases.comment-sent',
    payload: { caseId: locked.id, personId, roundId, commentId },
    caseId: locked.id,
  });
}
