import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay, visibleThreads } from '../access';

/** What the office has written in a thread has been shown to her. The first time stands; the office can see it. */
export function markThreadRead(actor: ResidentActor, threadId: string): Promise<void> {
  return guarded(actor, 'messages.mark-thread-read', 'thread', threadId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId, personId } = actor;
      const thread = await tx.messageThread.findFirst({
        where: { ...visibleThreads(actor), id: threadId, openedAt: { not: null } },
        select: { id: true },
      });
      if (!thread) throw notFound();
      const { count } = await tx.message.updateMany({
        where: { tenantId, threadId, author: 'office', readAt: null },
        data: { readAt: now() },
      });
      if (count === 0) return;
      await auditInTx(tx, actor, {
        action: 'messages.mark-thread-read',
        subjectPersonId: personId,
        objectType: 'thread',
        objectId: threadId,
      });
      await emitInTx(tx, actor, { type: 'messages.read', payload: { threadId, readerId: personId } });
    }),
  );
}
