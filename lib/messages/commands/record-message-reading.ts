import 'server-only';
import { happenedAt, type Officer } from '@/lib/cases/domain/office-messages';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireSystemMay, visibleMessages } from '../access';
import { aboutOf } from '../domain/about';
import { readerContext } from '../domain/message-seals';

interface Input {
  messageId: string;
  occurredAt: Date;
  officer?: Officer | undefined;
}

/** Somebody at the office has read a message of hers. The first reading stands; told again it is the same. */
export function recordMessageReading(
  actor: SystemActor,
  { messageId, officer, ...message }: Input,
): Promise<{ messageId: string; threadId: string }> {
  const action = 'messages.record-message-reading';
  return guarded(actor, action, 'message', messageId, () =>
    write(actor, async (tx) => {
      requireSystemMay(actor, 'record-reading');
      const { tenantId } = actor;
      const found = await tx.message.findFirst({
        where: { ...visibleMessages(actor), id: messageId, author: 'resident' },
        select: { personId: true, threadId: true, thread: { select: { caseId: true } } },
      });
      if (!found) throw notFound();
      const { personId, threadId } = found;
      const { caseId } = found.thread;
      const { count } = await tx.message.updateMany({
        where: { tenantId, id: messageId, readAt: null },
        data: {
          readAt: happenedAt(message, now()),
          ...(officer && { readerSealed: sealJson(officer, readerContext(tenantId, messageId)) }),
        },
      });
      if (count === 0) return { messageId, threadId };
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        ...aboutOf({ id: messageId, caseId }),
      });
      await emitInTx(tx, actor, {
        type: 'messages.read-by-office',
        payload: { messageId, threadId, personId, ...(caseId && { caseId }) },
      });
      return { messageId, threadId };
    }),
  );
}
