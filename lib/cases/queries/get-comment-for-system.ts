import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleCommentRounds } from '../access';
import { commentContext, type SupplementAnswer } from '../domain/case-seals';
import { type CommentKind, THE_COMMENT } from '../domain/comment-round';
import { fileColumns, type HerFile, herFiles } from './her-files';

/** What she has said of the material, as it goes to the office. Files are fetched one by one (getCaseFileInTx). */
export interface CommentForSystem {
  /** the office's id of the round */
  externalId: string;
  /** 1, 2, … of the same round */
  number: number;
  kind: CommentKind;
  sentAt: Date;
  text: string;
  files: HerFile[];
}

/** NotFound for what she has not sent: a draft is hers alone. Audited. */
export async function getCommentForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  commentId: string,
): Promise<CommentForSystem> {
  requireSystemMay(actor, 'read-answer');
  const { tenantId } = actor;
  const found = await tx.comment.findFirst({
    where: { tenantId, id: commentId, round: visibleCommentRounds(actor) },
    select: {
      number: true,
      kind: true,
      sentAt: true,
      sealed: true,
      round: { select: { id: true, externalId: true, case: { select: { personId: true } } } },
      files: { select: { file: { select: fileColumns } } },
    },
  });
  if (!found) throw notFound();
  const { round, number, kind, sentAt } = found;
  await auditInTx(tx, actor, {
    action: 'cases.get-comment-for-system',
    subjectPersonId: round.case.personId,
    objectType: 'comment-round',
    objectId: round.id,
  });
  const { texts } = openJson<SupplementAnswer>(found.sealed, commentContext('comment', tenantId, commentId));
  return {
    externalId: round.externalId,
    number,
    kind,
    sentAt,
    text: texts[THE_COMMENT] ?? '',
    files: herFiles(found.files),
  };
}
