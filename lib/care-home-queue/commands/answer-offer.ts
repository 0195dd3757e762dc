import 'server-only';
import { lockCaseForOfferInTx } from '@/lib/cases/api';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleOffers } from '../access';
import { type Answer, MAX_REASON, type OfferState, stateAfter } from '../domain/offer';
import { type AnswerContent, offerContext } from '../domain/offer-seals';
import { endOfferInTx } from './end-offer-in-tx';

interface Input {
  offerId: string;
  answer: Answer;
  /** why not, in her own words; may be empty, and is heard with a no alone */
  reason?: string;
}

/**
 * Her yes or no, once. Whoever comes second, or late, changes nothing and is told how the offer stands; a time that is
 * out is seen here too, whether or not the job has come by.
 */
export function answerOffer(
  actor: ResidentActor,
  { offerId: id, answer, reason = '' }: Input,
): Promise<OfferState> {
  return guarded(actor, 'care-home-queue.answer-offer', 'offer', id, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-own');
      const { tenantId } = actor;
      const where = { ...visibleOffers(actor), id };
      const found = await tx.careHomeOffer.findFirst({ where, select: { id: true, caseId: true } });
      if (!found) throw notFound();
      const locked = await lockCaseForOfferInTx(tx, actor, found.caseId);
      const at = now();
      const text = answer === 'no' ? cleanText(reason) : '';
      if (text.length > MAX_REASON) throw invalid({ reason: 'errors:offer-reason-too-long' });
      // An office that ends the case offers nothing more in it: there is no place to say yes to.
      if (hasEnded(locked.phase)) await endOfferInTx(tx, actor, locked, found, { state: 'taken-back', at });
      const content: AnswerContent = { reason: text };
      const isAnswered = await endOfferInTx(tx, actor, locked, found, {
        state: stateAfter[answer],
        at,
        when: { answerBy: { gt: at } },
        ...(text && { answerSealed: sealJson(content, offerContext('answer', tenantId, id)) }),
      });
      if (!isAnswered)
        await endOfferInTx(tx, actor, locked, found, {
          state: 'lapsed',
          at,
          when: { answerBy: { lte: at } },
        });
      const { state } = await tx.careHomeOffer.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id } },
        select: { state: true },
      });
      return state as OfferState;
    }),
  );
}
