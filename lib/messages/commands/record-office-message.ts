import 'server-only';
import { getCaseOfMessagesInTx, lockCaseForMessageInTx } from '@/lib/cases/api';
import { happenedAt, type Officer } from '@/lib/cases/domain/office-messages';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { storeFileInTx } from '@/lib/platform/storage';
import { type CheckedFile, checkUpload } from '@/lib/platform/upload';
import { guarded, requireSystemMay, visibleThreads } from '../access';
import { aboutOf } from '../domain/about';
import { messageContext, type OfficeContent } from '../domain/message-seals';
import { openOffice } from '../open-message';

interface Input {
  /** the case, whose own thread it goes in, or a thread that is there */
  to: { caseId: string } | { threadId: string };
  externalId: string;
  text: string;
  occurredAt: Date;
  officer?: Officer | undefined;
  files?: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[] | undefined;
}

export interface RecordedMessage {
  messageId: string;
  threadId: string;
}

interface Thread {
  id: string;
  personId: string;
  caseId: string | null;
}

const ACTION = 'messages.record-office-message';

/**
 * The office writes to her. An office may write whenever it wants, also where she can't answer any more. The same
 * message told again is one; another content under the same id is refused, since she may have read the first.
 */
export async function recordOfficeMessageInTx(
  tx: Tx,
  actor: SystemActor,
  { to, externalId, text, officer, files = [], ...message }: Input,
): Promise<RecordedMessage> {
  requireSystemMay(actor, 'record-message');
  const { tenantId } = actor;
  const at = happenedAt(message, now());
  const { thread, noteInTx } = await lockThreadInTx(tx, actor, to, at);
  const content: OfficeContent = { text, ...(officer && { officer }) };
  const checked = await checkedFiles(files);
  const known = await knownInTx(tx, tenantId, thread.id, externalId);
  if (known) {
    const isSame =
      JSON.stringify(known.content) === JSON.stringify(content) &&
      known.hashes.join() === checked.map(hashOf).toSorted().join();
    if (!isSame) throw conflict('errors:message-differs');
    return { messageId: known.id, threadId: thread.id };
  }
  const id = newId();
  await tx.message.create({
    data: {
      tenantId,
      id,
      threadId: thread.id,
      personId: thread.personId,
      author: 'office',
      state: 'received',
      externalId,
      sealed: sealJson(content, messageContext(tenantId, id)),
      sentAt: at,
    },
    select: { id: true },
  });
  for (const file of checked) {
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId: thread.personId, ...file, from: 'outside' });
    await tx.messageFile.create({ data: { tenantId, messageId: id, fileId }, select: { fileId: true } });
  }
  // What comes late doesn't make the thread older than it is.
  await tx.messageThread.updateMany({
    where: { tenantId, id: thread.id, lastMessageAt: { lt: at } },
    data: { lastMessageAt: at },
  });
  await noteInTx(id, officer);
  await auditInTx(tx, actor, {
    action: ACTION,
    subjectPersonId: thread.personId,
    ...aboutOf({ id, caseId: thread.caseId }),
  });
  await emitInTx(tx, actor, {
    type: 'messages.arrived',
    payload: {
      messageId: id,
      threadId: thread.id,
      personId: thread.personId,
      ...(thread.caseId && { caseId: thread.caseId }),
    },
    caseId: thread.caseId ?? thread.id,
  });
  return { messageId: id, threadId: thread.id };
}

export function recordOfficeMessage(actor: SystemActor, input: Input): Promise<RecordedMessage> {
  const { to } = input;
  const [objectType, objectId] =
    'caseId' in to ? (['case', to.caseId] as const) : (['thread', to.threadId] as const);
  return guarded(actor, ACTION, objectType, objectId, () =>
    write(actor, (tx) => recordOfficeMessageInTx(tx, actor, input)),
  );
}

async function lockThreadInTx(tx: Tx, actor: SystemActor, to: Input['to'], at: Date) {
  if ('caseId' in to) {
    const noteInTx = await lockCaseInTx(tx, actor, to.caseId, at);
    return { thread: await ownThreadInTx(tx, actor, to.caseId, at), noteInTx };
  }
  const thread = await tx.messageThread.findFirst({
    where: { ...visibleThreads(actor), id: to.threadId },
    select: { id: true, personId: true, caseId: true },
  });
  if (!thread) throw notFound();
  if (thread.caseId) return { thread, noteInTx: await lockCaseInTx(tx, actor, thread.caseId, at) };
  await tx.$queryRaw`select 1 from message_thread
    where tenant_id = ${actor.tenantId} and id = ${thread.id}::uuid for update`;
  return { thread, noteInTx: async () => {} };
}

async function lockCaseInTx(tx: Tx, actor: SystemActor, caseId: string, at: Date) {
  const locked = await lockCaseForMessageInTx(tx, actor, caseId);
  return (messageId: string, officer: Officer | undefined) =>
    locked.noteInTx({ kind: 'message-arrived', messageId, at, officer });
}

/** Made when it is first needed. The case is locked, so it is made once. */
async function ownThreadInTx(tx: Tx, actor: SystemActor, caseId: string, at: Date): Promise<Thread> {
  const { tenantId } = actor;
  const select = { id: true, personId: true, caseId: true } as const;
  const found = await tx.messageThread.findFirst({
    where: { tenantId, caseId, subjectSealed: null, openedAt: { not: null } },
    select,
  });
  if (found) return found;
  const { personId, title } = await getCaseOfMessagesInTx(tx, actor, caseId);
  return tx.messageThread.create({
    data: { tenantId, id: newId(), personId, caseId, title, openedAt: at, lastMessageAt: at },
    select,
  });
}

async function knownInTx(tx: Tx, tenantId: string, threadId: string, externalId: string) {
  const found = await tx.message.findUnique({
    where: { tenantId_threadId_externalId: { tenantId, threadId, externalId } },
    select: { id: true, sealed: true, files: { select: { file: { select: { hash: true } } } } },
  });
  return (
    found && {
      id: found.id,
      content: openOffice(tenantId, found),
      hashes: found.files.map(({ file }) => hex(file.hash)).toSorted(),
    }
  );
}

async function checkedFiles(files: NonNullable<Input['files']>): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const { name, bytes } of files) {
    const file = await checkUpload(new File([bytes], name));
    if (!file.ok || file.value.mediaType !== 'application/pdf')
      throw invalid({ files: 'errors:must-be-pdf' });
    // The same twice in one message is one.
    if (!checked.some((one) => hashOf(one) === hashOf(file.value))) checked.push(file.value);
  }
  return checked;
}

const hashOf = ({ bytes }: CheckedFile): string => hex(lookupHash(bytes, 'stored-file'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
