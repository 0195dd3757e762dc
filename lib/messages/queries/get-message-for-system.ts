import 'server-only';
import { getServiceSlugInTx } from '@/lib/catalogue/api';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleMessages } from '../access';
import { aboutOf } from '../domain/about';
import type { Addressee } from '../domain/message-seals';
import { type MessageFileFacts, openFiles, openOwn, openSubject, selectedFiles } from '../open-message';

/** A message of hers, as it goes to the office. Files are fetched one by one. */
export interface MessageForSystem {
  id: string;
  threadId: string;
  personId: string;
  subject: string | null;
  text: string;
  sentAt: Date;
  to: Addressee;
  files: MessageFileFacts[];
  /** the service's slug, where it is about no case */
  service: string | null;
}

/** NotFound until she has sent it. Audited: she can see that the office fetched it. */
export async function getMessageForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  messageId: string,
): Promise<MessageForSystem> {
  requireSystemMay(actor, 'fetch-message');
  const { tenantId } = actor;
  const found = await tx.message.findFirst({
    where: { ...visibleMessages(actor), id: messageId, author: 'resident' },
    include: {
      files: selectedFiles,
      thread: { select: { subjectSealed: true, caseId: true, serviceId: true } },
    },
  });
  if (!found?.sentAt) throw notFound();
  const { threadId, personId, sentAt, thread } = found;
  await auditInTx(tx, actor, {
    action: 'messages.get-message-for-system',
    subjectPersonId: personId,
    ...aboutOf({ id: messageId, caseId: thread.caseId }),
  });
  const { text, to = {} } = openOwn(tenantId, found);
  return {
    id: messageId,
    threadId,
    personId,
    subject: openSubject(tenantId, threadId, thread.subjectSealed),
    text,
    sentAt,
    to,
    files: openFiles(found.files),
    service: thread.serviceId && (await getServiceSlugInTx(tx, tenantId, thread.serviceId)),
  };
}
