import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleCommentRounds } from '../access';
import { fieldOfItem } from '../domain/answer-fields';
import { commentContext, type SupplementAnswer } from '../domain/case-seals';
import { type CommentKind, type CommentRoundStatus, commentItems } from '../domain/comment-round';
import type { ItemTexts } from '../domain/supplement';
import type { DraftFile, DraftFiles, PutFile } from '../draft-files';
import { type LockedCase, lockCaseInTx } from './case-in-tx';
import { putFilesInTx } from './draft-files-in-tx';

/** What her commands on a round of comments share. */
export interface LockedRound {
  id: string;
  status: CommentRoundStatus;
  openedAt: Date | null;
  /** the draft of what is to be sent next */
  texts: ItemTexts;
  files: DraftFile[];
  /** what she has said, in order */
  comments: { id: string; kind: CommentKind; texts: ItemTexts; files: DraftFile[] }[];
  /** goes up when the draft changes, with each comment and with the status */
  version: number;
  locked: LockedCase;
}

/** Her round, with its case locked: a comment, a withdrawal and a decision come one after the other. */
export async function lockCommentRoundInTx(
  tx: Tx,
  actor: ResidentActor,
  roundId: string,
): Promise<LockedRound> {
  const where = { ...visibleCommentRounds(actor), id: roundId };
  const found = await tx.commentRound.findFirst({ where, select: { caseId: true } });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const { draftSealed, files, comments, ...now } = await tx.commentRound.findFirstOrThrow({
    where,
    select: {
      status: true,
      openedAt: true,
      version: true,
      draftSealed: true,
      files: {
        where: { isMaterial: false },
        select: {
          commentId: true,
          file: { select: { id: true, hash: true, scanState: true, createdAt: true } },
        },
      },
      comments: { orderBy: { number: 'asc' }, select: { id: true, kind: true, sealed: true } },
    },
  });
  const { tenantId } = actor;
  const filesOf = (commentId: string | null): DraftFile[] =>
    files
      .filter((one) => one.commentId === commentId)
      .map(({ file }) => ({ itemId: commentItems[0].id, file }));
  const textsIn = (what: 'draft' | 'comment', id: string, sealed: Uint8Array<ArrayBuffer>) =>
    openJson<SupplementAnswer>(sealed, commentContext(what, tenantId, id)).texts;
  return {
    id: roundId,
    locked,
    ...now,
    texts: draftSealed ? textsIn('draft', roundId, draftSealed) : {},
    files: filesOf(null),
    comments: comments.map(({ id, kind, sealed }) => ({
      id,
      kind,
      texts: textsIn('comment', id, sealed),
      files: filesOf(id),
    })),
  };
}

/** What lies with the draft, and where more is put. */
export const commentDraftInTx = (tx: Tx, { id: roundId, locked, files }: LockedRound): DraftFiles => ({
  tenantId: locked.tenantId,
  ownerId: locked.personId,
  now: files,
  fieldOf: (itemId) => fieldOfItem(commentItems, 'files', itemId),
  put: (fileId) =>
    tx.commentFile.create({
      data: { tenantId: locked.tenantId, roundId, fileId, isMaterial: false },
      select: { fileId: true },
    }),
});

/** Puts files to the draft of a comment. */
export async function addCommentFilesInTx(
  tx: Tx,
  actor: ResidentActor,
  round: LockedRound,
  files: readonly PutFile[],
): Promise<void> {
  if (!(await putFilesInTx(tx, commentDraftInTx(tx, round), files))) return;
  await auditInTx(tx, actor, {
    action: 'cases.attach-files',
    subjectPersonId: round.locked.personId,
    objectType: 'comment-round',
    objectId: round.id,
  });
}
