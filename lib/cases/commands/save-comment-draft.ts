import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import { guarded, requireResidentMay } from '../access';
import { fieldOfItem } from '../domain/answer-fields';
import { commentContext, type SupplementAnswer } from '../domain/case-seals';
import { commentItems, mayComment } from '../domain/comment-round';
import { type ItemTexts, isChangedElsewhere, itemTooLong, sameTexts, textsOf } from '../domain/supplement';
import type { PutFile } from '../draft-files';
import { addCommentFilesInTx, type LockedRound, lockCommentRoundInTx } from './comment-round-in-tx';
import type { SavedDraft } from './save-supplement-draft';

interface Input {
  roundId: string;
  texts: ItemTexts;
  /** the round's version when the page was loaded */
  version: number;
  files?: readonly PutFile[];
  /** a file to take away again */
  removeFileId?: string | undefined;
  /** she has been told that the text was changed elsewhere, and wants what stands here */
  keepMine?: boolean;
}

/** Keeps a comment under way, as saveSupplementDraft keeps an answer. Nothing is sent. */
export function saveCommentDraft(actor: ResidentActor, input: Input): Promise<SavedDraft> {
  return guarded(actor, 'cases.save-comment-draft', 'comment-round', input.roundId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'comment');
      const round = await lockCommentRoundInTx(tx, actor, input.roundId);
      if (!mayComment(round.status)) throw notNow('errors:comments-closed');
      const { removeFileId } = input;
      if (removeFileId) {
        await removeFileInTx(tx, actor, input.roundId, removeFileId);
        round.files = round.files.filter(({ file }) => file.id !== removeFileId);
      }
      await addCommentFilesInTx(tx, actor, round, input.files ?? []);
      if (!input.keepMine && isChangedElsewhere(round, input)) return { outcome: 'stale' };
      return { outcome: 'saved', version: await keepInTx(tx, round, input.texts), savedAt: now() };
    }),
  );
}

/** As typed. The same again changes nothing. */
async function keepInTx(tx: Tx, round: LockedRound, posted: ItemTexts): Promise<number> {
  const texts = textsOf(commentItems, posted);
  const tooLong = itemTooLong(texts);
  if (tooLong !== undefined)
    throw invalid({ [fieldOfItem(commentItems, 'text', tooLong)]: 'errors:text-too-long' });
  if (sameTexts(texts, round.texts)) return round.version;
  const { tenantId } = round.locked;
  const draft: SupplementAnswer = { texts };
  const { version } = await tx.commentRound.update({
    where: { tenantId_id: { tenantId, id: round.id } },
    data: {
      draftSealed: sealJson(draft, commentContext('draft', tenantId, round.id)),
      version: { increment: 1 },
    },
    select: { version: true },
  });
  return version;
}

/** Hers alone until it is sent, so it is deleted for good. The office's material and what is sent stay. */
async function removeFileInTx(tx: Tx, actor: ResidentActor, roundId: string, fileId: string): Promise<void> {
  if (!isId(fileId)) return;
  const { tenantId } = actor;
  const { count } = await tx.commentFile.deleteMany({
    where: { tenantId, roundId, fileId, isMaterial: false, commentId: null },
  });
  if (count === 0) return;
  await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
  await tx.storedFile.deleteMany({ where: { tenantId, id: fileId } });
  await auditInTx(tx, actor, {
    action: 'cases.remove-file',
    subjectPersonId: actor.personId,
    objectType: 'comment-round',
    objectId: roundId,
  });
}
