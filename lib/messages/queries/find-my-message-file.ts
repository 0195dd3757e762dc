import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { read, type Tx } from '@/lib/platform/db';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import { may, visibleMessages } from '../access';

export interface MessageFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** A file of a message in a thread of hers; null where it is none, and some other module's perhaps. */
export async function findMyMessageFile(actor: Actor, fileId: string): Promise<MessageFile | null> {
  if (!isId(fileId) || !may(actor, 'read-own')) return null;
  return read(actor, (tx) => findMessageFileInTx(tx, actor, fileId));
}

/** As findMyMessageFile, also for a system: then of what has been sent, and its reading is audited. */
export async function findMessageFileInTx(tx: Tx, actor: Actor, fileId: string): Promise<MessageFile | null> {
  const isSystem = may(actor, 'fetch-file');
  if (!isSystem && !may(actor, 'read-own')) return null;
  const { tenantId } = actor;
  const file = await tx.storedFile.findFirst({
    where: { tenantId, id: fileId, messageFiles: { some: { message: visibleMessages(actor) } } },
    select: { tenantId: true, id: true, ownerId: true, nameSealed: true, mediaType: true },
  });
  if (!file) return null;
  if (isSystem)
    await auditInTx(tx, actor, {
      action: 'messages.get-message-file',
      subjectPersonId: file.ownerId,
      objectType: 'file',
      objectId: fileId,
    });
  return {
    name: openFileName(file),
    mediaType: file.mediaType,
    bytes: await readFileInTx(tx, tenantId, fileId),
  };
}
