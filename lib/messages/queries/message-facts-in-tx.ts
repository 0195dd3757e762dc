import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** The message that a file was sent with; null where it was with none. Ids only, so it is nobody's reading. */
export async function findMessageOfFileInTx(
  tx: Tx,
  tenantId: string,
  fileId: string,
): Promise<string | null> {
  const found = await tx.messageFile.findFirst({
    where: { tenantId, fileId, message: { author: 'resident', state: { not: 'draft' } } },
    select: { messageId: true },
  });
  return found?.messageId ?? null;
}

/** Whether what the office wrote still waits to be shown to her. Asked before she is told of it. */
export const isMessageUnreadInTx = async (tx: Tx, tenantId: string, id: string): Promise<boolean> =>
  (await tx.message.count({ where: { tenantId, id, author: 'office', readAt: null } })) > 0;

/** Whether a message of hers still can't be delivered. */
export const isMessageUndeliveredInTx = async (tx: Tx, tenantId: string, id: string): Promise<boolean> =>
  (await tx.message.count({ where: { tenantId, id, state: { in: ['unrouted', 'parked'] }, readAt: null } })) >
  0;
