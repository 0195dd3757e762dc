import 'server-only';
import { lockCaseForOfferInTx } from '@/lib/cases/api';
import { happenedAt } from '@/lib/cases/domain/office-messages';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireSystemMay, visibleOffers } from '../access';
import { aboutOffer } from '../domain/about';

interface Input {
  offerId: string;
  occurredAt: Date;
}

/**
 * The office has got her answer, or that there was none. Told again, it is the same. Of an answer that she never gave
 * nothing stands in her timeline: that the time ran out is there already.
 */
export async function recordOfferAnswerReceivedInTx(
  tx: Tx,
  actor: SystemActor,
  { offerId: id, ...message }: Input,
): Promise<void> {
  requireSystemMay(actor, 'record-received');
  const { tenantId } = actor;
  const found = await tx.careHomeOffer.findFirst({
    where: { ...visibleOffers(actor), id, endedAt: { not: null } },
    select: { caseId: true, state: true },
  });
  if (!found) throw notFound();
  const { caseId } = found;
  const isAnswer = found.state !== 'lapsed';
  const locked = await lockCaseForOfferInTx(tx, actor, caseId);
  const at = happenedAt(message, now());
  const { count } = await tx.careHomeOffer.updateMany({
    where: { tenantId, id, receivedAt: null },
    data: { receivedAt: at },
  });
  if (count === 0) return;
  if (isAnswer) await locked.noteInTx({ kind: 'offer-answer-received', offerId: id, at, fromOffice: true });
  await auditInTx(tx, actor, {
    action: `care-home-queue.record-${isAnswer ? 'answer' : 'silence'}-received`,
    subjectPersonId: locked.personId,
    ...aboutOffer({ id, caseId }),
  });
  await emitInTx(tx, actor, {
    type: 'care-home-queue.answer-received',
    payload: { caseId, personId: locked.personId, offerId: id },
    caseId,
  });
}
