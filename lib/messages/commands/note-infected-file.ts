import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { requireJobMay } from '../access';

/**
 * Something was found in a file of a message of hers, and its bytes are gone: the thread says which file, and that she
 * may send another. She is told that there is something to read. The office is told of the file by its own delivery.
 */
export async function noteInfectedFile(actor: JobActor, fileId: string): Promise<void> {
  requireJobMay(actor, 'note-infected-file');
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const found = await tx.messageFile.findFirst({
      where: { tenantId, fileId, message: { author: 'resident' } },
      select: { message: { select: { id: true, threadId: true, personId: true } } },
    });
    if (!found) return;
    const { id: messageId, threadId, personId } = found.message;
    await emitInTx(tx, actor, {
      type: 'messages.file-infected',
      payload: { messageId, threadId, personId },
    });
  });
}
