import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { requireSystemMay, visibleOffers } from '../access';
import { aboutOffer } from '../domain/about';
import { deliveredAnswer, type deliveredAnswers, type OfferState } from '../domain/offer';
import { type AnswerContent, offerContext } from '../domain/offer-seals';

/** Her answer to an offer, as it goes to the office. */
export interface OfferAnswerForSystem {
  offerId: string;
  /** the office's id of the offer */
  externalId: string;
  home: string;
  vacancy: string | null;
  answer: (typeof deliveredAnswers)[number];
  answeredAt: Date;
  reason: string | null;
}

/** NotFound until it is over. Audited: she can see that the office has read it. */
export async function getOfferAnswerForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  offerId: string,
): Promise<OfferAnswerForSystem> {
  requireSystemMay(actor, 'fetch-answer');
  const { tenantId } = actor;
  const found = await tx.careHomeOffer.findFirst({
    where: { ...visibleOffers(actor), id: offerId },
    include: { home: { select: { slug: true } }, vacancy: { select: { externalId: true } } },
  });
  // A yes was given, whatever became of the place since.
  const answer = found && (found.acceptedAt ? 'yes' : deliveredAnswer[found.state as OfferState]);
  const answeredAt = found?.acceptedAt ?? found?.endedAt;
  if (!answer || !answeredAt) throw notFound();
  await auditInTx(tx, actor, {
    action: `care-home-queue.get-offer-${answer === 'none' ? 'silence' : 'answer'}-for-system`,
    subjectPersonId: found.personId,
    ...aboutOffer(found),
  });
  return {
    offerId,
    externalId: found.externalId,
    home: found.home.slug,
    vacancy: found.vacancy?.externalId ?? null,
    answer,
    answeredAt,
    reason:
      found.answerSealed &&
      openJson<AnswerContent>(found.answerSealed, offerContext('answer', tenantId, offerId)).reason,
  };
}
