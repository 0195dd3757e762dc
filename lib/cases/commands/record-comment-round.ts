import 'server-only';
import { toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { storeFileInTx } from '@/lib/platform/storage';
import { type CheckedFile, checkUpload } from '@/lib/platform/upload';
import { guarded, requireSystemMay } from '../access';
import { type CommentMaterial, commentContext } from '../domain/case-seals';
import { type CommentRoundMessage, happenedAt } from '../domain/office-messages';
import { lockCaseInTx, moveCaseInTx } from './case-in-tx';

interface Input extends CommentRoundMessage {
  caseId: string;
  /** what she is to read, PDFs, in their order */
  documents?: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/**
 * The office lets her comment before it decides (FL 25 §). The same round told again is one; another content under the
 * same id is refused, since she may have read the first: what is new is a round of its own.
 */
export async function recordCommentRoundInTx(
  tx: Tx,
  actor: SystemActor,
  { caseId, externalId, text, dueOn, documents = [], officer, ...message }: Input,
): Promise<{ roundId: string }> {
  requireSystemMay(actor, 'record-comments');
  const { tenantId } = actor;
  const locked = await lockCaseInTx(tx, actor, caseId);
  const files = await checkedDocuments(documents);
  const material: CommentMaterial = { text, documents: files.map(({ name }) => name) };
  const known = await tx.commentRound.findUnique({
    where: { tenantId_caseId_externalId: { tenantId, caseId, externalId } },
    select: {
      id: true,
      materialSealed: true,
      firstDueOn: true,
      files: { where: { isMaterial: true }, select: { file: { select: { hash: true } } } },
    },
  });
  if (known) {
    const first = openJson<CommentMaterial>(
      known.materialSealed,
      commentContext('material', tenantId, known.id),
    );
    const isSame =
      JSON.stringify(first) === JSON.stringify(material) &&
      known.firstDueOn.getTime() === toDbDate(dueOn).getTime() &&
      sameFiles(
        known.files.map(({ file }) => file.hash),
        files,
      );
    if (!isSame) throw conflict('errors:comments-differ');
    return { roundId: known.id };
  }
  const id = newId();
  const at = happenedAt(message, now());
  await moveCaseInTx(tx, locked, 'ask-comments', {
    at,
    event: 'comments-asked',
    refId: id,
    officer,
    fromOffice: true,
  });
  await tx.commentRound.create({
    data: {
      tenantId,
      id,
      caseId,
      externalId,
      materialSealed: sealJson(material, commentContext('material', tenantId, id)),
      firstDueOn: toDbDate(dueOn),
      dueOn: toDbDate(dueOn),
      askedAt: at,
    },
    select: { id: true },
  });
  for (const file of files) {
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId: locked.personId, ...file, from: 'outside' });
    await tx.commentFile.create({
      data: { tenantId, roundId: id, fileId, isMaterial: true },
      select: { fileId: true },
    });
  }
  await auditInTx(tx, actor, {
    action: 'cases.record-comment-round',
    subjectPersonId: locked.personId,
    objectType: 'comment-round',
    objectId: id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.comments-asked',
    payload: { caseId, personId: locked.personId, roundId: id },
    caseId,
  });
  return { roundId: id };
}

export const recordCommentRound = (actor: SystemActor, input: Input): Promise<{ roundId: string }> =>
  guarded(actor, 'cases.record-comment-round', 'case', input.caseId, () =>
    write(actor, (tx) => recordCommentRoundInTx(tx, actor, input)),
  );

async function checkedDocuments(documents: NonNullable<Input['documents']>): Promise<CheckedFile[]> {
  const files: CheckedFile[] = [];
  for (const { name, bytes } of documents) {
    const checked = await checkUpload(new File([bytes], name));
    if (!checked.ok || checked.value.mediaType !== 'application/pdf')
      throw invalid({ documents: 'errors:material-must-be-pdf' });
    files.push(checked.value);
  }
  return files;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sameFiles = (kept: readonly Uint8Array[], told: readonly CheckedFile[]): boolean =>
  JSON.stringify(kept.map(hex).toSorted()) ===
  JSON.stringify(told.map(({ bytes }) => hex(lookupHash(bytes, 'stored-file'))).toSorted());
