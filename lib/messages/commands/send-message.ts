import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { seal, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guardedPlace, requireResidentMay } from '../access';
import { aboutOf } from '../domain/about';
import { cleaned, type Written } from '../domain/draft';
import { messageContext, type OwnContent, subjectContext } from '../domain/message-seals';
import type { Place } from '../domain/place';
import { type Desk, lockDeskInTx } from './desk-in-tx';
import { keepDraftInTx, type Posted } from './keep-draft-in-tx';

interface Input extends Posted {
  place: Place;
}

export type Sent =
  | { outcome: 'sent'; threadId: string }
  /** the draft was changed elsewhere since the page was loaded: nothing is sent, and the draft stands */
  | { outcome: 'stale' };

/**
 * Sends her message, addressed to those who have the case, or the service, now. The same form again (a double click) is
 * the same message. A first message about a case without a subject of its own goes into the case's own thread, which the
 * office may have begun. A stale page's message isn't sent unasked; its files are kept with the draft.
 */
export function sendMessage(actor: ResidentActor, { place, ...input }: Input): Promise<Sent> {
  return guardedPlace(actor, 'messages.send-message', place, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const desk = await lockDeskInTx(tx, actor, place);
      if (desk.openness.closed) throw notNow('errors:messages-closed');
      const kept = await keepDraftInTx(tx, actor, desk, input);
      if (kept.outcome === 'sent' || kept.outcome === 'stale') return kept;
      if (kept.outcome === 'nothing') throw invalid({ text: 'errors:message-empty' });
      const written = cleaned(input);
      await requireSomethingInTx(tx, actor.tenantId, kept.messageId, written);
      const at = now();
      const threadId = await openThreadInTx(tx, desk, { ...kept, ...written, at });
      const content: OwnContent = { text: written.text, to: desk.to };
      await tx.message.update({
        where: { tenantId_id: { tenantId: actor.tenantId, id: kept.messageId }, state: 'draft' },
        data: {
          threadId,
          state: 'sent',
          sentAt: at,
          sealed: sealJson(content, messageContext(actor.tenantId, kept.messageId)),
        },
        select: { id: true },
      });
      if (threadId !== kept.threadId)
        await tx.messageThread.deleteMany({
          where: { tenantId: actor.tenantId, id: kept.threadId, openedAt: null },
        });
      await tellInTx(tx, actor, desk, { messageId: kept.messageId, threadId, at });
      return { outcome: 'sent', threadId };
    }),
  );
}

/** She may not have seen yet that a file was infected: sent silently without it, it would not be what she meant. */
async function requireSomethingInTx(
  tx: Tx,
  tenantId: string,
  messageId: string,
  { text }: Written,
): Promise<void> {
  const infected = await tx.messageFile.count({
    where: { tenantId, messageId, file: { scanState: 'infected' } },
  });
  if (infected > 0) throw invalid({ files: 'errors:answer-has-infected' });
  if (text) return;
  const files = await tx.messageFile.count({ where: { tenantId, messageId } });
  if (files === 0) throw invalid({ text: 'errors:message-empty' });
}

/** The thread it goes in: the one it was written in, opened if it is new; or the case's own. */
async function openThreadInTx(
  tx: Tx,
  { tenantId, caseId, thread }: Desk,
  { threadId, subject, at }: { threadId: string; subject: string; at: Date },
): Promise<string> {
  const isNew = !thread?.isOpened;
  const own =
    isNew && caseId && !subject
      ? await tx.messageThread.findFirst({
          where: { tenantId, caseId, subjectSealed: null, openedAt: { not: null } },
          select: { id: true },
        })
      : null;
  const id = own?.id ?? threadId;
  await tx.messageThread.update({
    where: { tenantId_id: { tenantId, id } },
    data: {
      lastMessageAt: at,
      ...(isNew && !own && { openedAt: at }),
      ...(isNew && subject && { subjectSealed: seal(subject, subjectContext(tenantId, id)) }),
    },
    select: { id: true },
  });
  return id;
}

async function tellInTx(
  tx: Tx,
  actor: ResidentActor,
  desk: Desk,
  { messageId, threadId, at }: { messageId: string; threadId: string; at: Date },
): Promise<void> {
  const { personId } = actor;
  const { caseId } = desk;
  await desk.noteSentInTx(messageId, at);
  await auditInTx(tx, actor, {
    action: 'messages.send-message',
    subjectPersonId: personId,
    ...aboutOf({ id: messageId, caseId }),
  });
  await emitInTx(tx, actor, {
    type: 'messages.sent',
    payload: { messageId, threadId, personId, ...(caseId && { caseId }) },
    caseId: caseId ?? threadId,
  });
}
