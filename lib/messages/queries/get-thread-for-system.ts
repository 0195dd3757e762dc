import 'server-only';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleThreads } from '../access';
import { openOffice, openOwn, openSubject } from '../open-message';

export interface ThreadForSystem {
  id: string;
  caseId: string | null;
  service: string | null;
  subject: string | null;
  messages: {
    id: string;
    author: 'resident' | 'office';
    externalId: string | null;
    text: string;
    sentAt: Date;
    /** by the other side */
    readAt: Date | null;
  }[];
}

/** A thread as it stands: among that when she was first shown what the office wrote. Audited. */
export function getThreadForSystem(actor: SystemActor, threadId: string): Promise<ThreadForSystem> {
  const action = 'messages.get-thread-for-system';
  return guarded(actor, action, 'thread', threadId, () =>
    write(actor, async (tx) => {
      requireSystemMay(actor, 'read-thread');
      const { tenantId } = actor;
      const found = await tx.messageThread.findFirst({
        where: { ...visibleThreads(actor), id: threadId },
        include: {
          messages: { where: { state: { not: 'draft' } }, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }] },
        },
      });
      if (!found) throw notFound();
      const { caseId, personId, serviceId, messages } = found;
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        ...(caseId ? { objectType: 'case', objectId: caseId } : { objectType: 'thread', objectId: threadId }),
      });
      return {
        id: threadId,
        caseId,
        service: serviceId && (await getServiceSlugInTx(tx, tenantId, serviceId)),
        subject: openSubject(tenantId, threadId, found.subjectSealed),
        messages: messages.map((row) => ({
          id: row.id,
          author: row.author,
          externalId: row.externalId,
          text: (row.author === 'office' ? openOffice : openOwn)(tenantId, row).text,
          sentAt: row.sentAt ?? row.createdAt,
          readAt: row.readAt,
        })),
      };
    }),
  );
}
