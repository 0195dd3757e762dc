import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { stateOf, storeFileInTx } from '@/lib/platform/storage';
import type { CheckedFile } from '@/lib/platform/upload';
import {
  isChangedElsewhere,
  isSameMessage,
  MAX_FILES,
  MAX_SUBJECT,
  MAX_TEXT,
  type Written,
} from '../domain/draft';
import { messageContext, type OwnContent } from '../domain/message-seals';
import { openSubject } from '../open-message';
import type { Desk } from './desk-in-tx';

/** What a form of hers posts. */
export interface Posted extends Written {
  /** the draft's, or one made for it when the page was: a form posted twice is one message */
  messageId: string;
  /** the draft's version when the page was loaded; 0 where there was none */
  version: number;
  files?: readonly CheckedFile[];
  /** she has been told that it was changed elsewhere, and wants what stands here */
  keepMine?: boolean;
}

export type Kept =
  | { outcome: 'kept'; threadId: string; messageId: string; version: number }
  /** there was nothing to keep, and nothing was kept before */
  | { outcome: 'nothing' }
  /** another draft stands; it is left as it is */
  | { outcome: 'stale' }
  /** it has been sent, word for word */
  | { outcome: 'sent'; threadId: string };

/** Keeps what she has written so far, as typed, in the place's one draft. The same again changes nothing. */
export async function keepDraftInTx(tx: Tx, actor: ResidentActor, desk: Desk, posted: Posted): Promise<Kept> {
  requireSizes(posted);
  const { files = [], keepMine = false } = posted;
  const sent = await sentInTx(tx, actor, posted.messageId);
  if (sent && isSameMessage(sent, posted)) return { outcome: 'sent', threadId: sent.threadId };
  const { draft } = desk;
  if (draft) {
    await addFilesInTx(tx, actor, draft.id, files);
    if (!keepMine && isChangedElsewhere(draft, posted)) return { outcome: 'stale' };
    return { outcome: 'kept', ...(await rewriteInTx(tx, desk, draft, posted)) };
  }
  if (!posted.text && !posted.subject && files.length === 0) return { outcome: 'nothing' };
  const threadId = desk.thread?.id ?? (await beginThreadInTx(tx, desk));
  const id = sent ? newId() : posted.messageId;
  await tx.message.create({
    data: {
      tenantId: desk.tenantId,
      id,
      threadId,
      personId: desk.personId,
      author: 'resident',
      state: 'draft',
      sealed: sealDraft(desk, id, posted),
    },
    select: { id: true },
  });
  await addFilesInTx(tx, actor, id, files);
  return { outcome: 'kept', threadId, messageId: id, version: 0 };
}

async function rewriteInTx(tx: Tx, desk: Desk, draft: NonNullable<Desk['draft']>, posted: Written) {
  const threadId = desk.thread?.id ?? '';
  if (draft.text === posted.text && draft.subject === posted.subject)
    return { threadId, messageId: draft.id, version: draft.version };
  const { version } = await tx.message.update({
    where: { tenantId_id: { tenantId: desk.tenantId, id: draft.id }, state: 'draft' },
    data: { sealed: sealDraft(desk, draft.id, posted), version: { increment: 1 } },
    select: { version: true },
  });
  return { threadId, messageId: draft.id, version };
}

const sealDraft = ({ tenantId }: Desk, id: string, { subject, text }: Written) => {
  const content: OwnContent = { ...(subject && { subject }), text };
  return sealJson(content, messageContext(tenantId, id));
};

function requireSizes({ subject, text }: Written): void {
  const fields = {
    ...(subject.length > MAX_SUBJECT && { subject: 'errors:subject-too-long' }),
    ...(text.length > MAX_TEXT && { text: 'errors:message-too-long' }),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** The message of this id, where she has sent it. Another's id is nobody's. */
async function sentInTx(tx: Tx, { tenantId, personId }: ResidentActor, id: string) {
  const found = await tx.message.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: {
      personId: true,
      author: true,
      state: true,
      threadId: true,
      sealed: true,
      thread: { select: { subjectSealed: true } },
    },
  });
  if (!found) return null;
  if (found.personId !== personId || found.author !== 'resident') throw notFound();
  if (found.state === 'draft') return null;
  const { text } = openJson<OwnContent>(found.sealed, messageContext(tenantId, id));
  const subject = openSubject(tenantId, found.threadId, found.thread.subjectSealed) ?? '';
  return { threadId: found.threadId, text, subject };
}

async function beginThreadInTx(
  tx: Tx,
  { tenantId, personId, caseId, serviceId, title }: Desk,
): Promise<string> {
  const id = newId();
  await tx.messageThread.create({
    data: { tenantId, id, personId, caseId, serviceId, title },
    select: { id: true },
  });
  return id;
}

/** Stores files with the draft; one that is there already (a double click) is not stored twice. */
async function addFilesInTx(
  tx: Tx,
  actor: ResidentActor,
  messageId: string,
  files: readonly CheckedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const { tenantId, personId } = actor;
  const known = await tx.messageFile.findMany({
    where: { tenantId, messageId },
    select: { file: { select: { hash: true, scanState: true } } },
  });
  const infected = new Set(
    known.filter(({ file }) => stateOf(file) === 'infected').map(({ file }) => hex(file.hash)),
  );
  const hashes = new Set(known.map(({ file }) => hex(file.hash)).filter((hash) => !infected.has(hash)));
  const before = hashes.size;
  for (const file of files) {
    const hash = hex(lookupHash(file.bytes, 'stored-file'));
    if (infected.has(hash)) throw invalid({ files: 'errors:file-infected-again' });
    if (hashes.has(hash)) continue;
    hashes.add(hash);
    if (hashes.size > MAX_FILES) throw invalid({ files: 'errors:too-many-files' });
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId: personId, ...file, from: 'outside' });
    await tx.messageFile.create({ data: { tenantId, messageId, fileId }, select: { fileId: true } });
  }
  if (hashes.size === before) return;
  await auditInTx(tx, actor, {
    action: 'messages.attach-files',
    subjectPersonId: personId,
    objectType: 'message',
    objectId: messageId,
  });
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
