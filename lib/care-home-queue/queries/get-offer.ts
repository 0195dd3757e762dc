import 'server-only';
import { grantedDecisionInTx } from '@/lib/cases/api';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import type { Officer } from '@/lib/cases/domain/office-messages';
import { titleIn } from '@/lib/cases/domain/title';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleOffers } from '../access';
import {
  type DeclineEffect,
  effectOfNo,
  isAnswerable,
  type OfferRule,
  type OfferState,
} from '../domain/offer';
import {
  type AnswerContent,
  type OfferContent,
  offerContext,
  type TakenBackContent,
} from '../domain/offer-seals';
import type { VacancyKind } from '../domain/vacancy';
import { queueStateInTx } from './queue-state-in-tx';

export interface OfferView extends OfferContent {
  id: string;
  case: { id: string; title: Said; number: string };
  home: {
    name: string;
    district: string;
    address: string;
    places: number;
    description: Said;
    languages: string[];
  };
  /** what kind of place it is, where its home has said */
  place: { kind: VacancyKind; persons: number } | null;
  offeredAt: Date;
  answerBy: Date;
  /** an offer whose time is out has lapsed, also before the job has come by */
  state: OfferState;
  endedAt: Date | null;
  /** when she said yes to a place that was taken back after it */
  acceptedAt: Date | null;
  /** why the office took it back, in its words */
  takenBackReason: string | null;
  /** the right to a place stands, nothing else is offered or said yes to: she waits, as her case's page says */
  isWaiting: boolean;
  /** the office has her answer */
  receivedAt: Date | null;
  reason: string | null;
  /**
   * What a no means, by the rule of the day it was offered; null where the municipality has none. Of those that count as
   * a no from before, she has said some; where silence is a no, the rest are offers that she didn't answer.
   */
  no: { effect: DeclineEffect; nextEffect: DeclineEffect; before: number; saidBefore: number } | null;
  /** no answer counts as a no */
  silenceIsNo: boolean;
  contact?: Officer;
}

/** A home that she is, or was, offered. */
export function getOffer(
  actor: Actor,
  { caseId, offerId }: { caseId: string; offerId: string },
  lang: Language,
): Promise<OfferView> {
  return guarded(actor, 'care-home-queue.get-offer', 'offer', offerId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.careHomeOffer.findFirst({
        where: { ...visibleOffers(actor), id: offerId, caseId },
        include: {
          home: true,
          vacancy: { select: { kind: true, persons: true } },
          case: { select: { title: true, number: true, phase: true } },
        },
      });
      if (!found) throw notFound();
      const rule = await findRuleInTx(tx, tenantId, 'care-home.offer', dateInSweden(found.offeredAt));
      const { home, vacancy, case: theCase, answerSealed, acceptedAt, takenBackSealed } = found;
      const texts = home.description as Record<string, string>;
      const spoken = texts[lang] ? lang : 'sv';
      const isOver = found.state === 'open' && !isAnswerable(found, now());
      return {
        ...openJson<OfferContent>(found.sealed, offerContext('content', tenantId, offerId)),
        id: offerId,
        case: { id: caseId, title: titleIn(theCase.title, lang), number: theCase.number },
        home: {
          name: home.name,
          district: home.district,
          address: home.address,
          places: home.places,
          description: { text: texts[spoken] ?? '', lang: spoken },
          languages: home.languages,
        },
        place: vacancy && { kind: vacancy.kind as VacancyKind, persons: vacancy.persons },
        offeredAt: found.offeredAt,
        answerBy: found.answerBy,
        state: isOver ? 'lapsed' : (found.state as OfferState),
        endedAt: found.endedAt ?? (isOver ? found.answerBy : null),
        acceptedAt,
        takenBackReason:
          takenBackSealed &&
          openJson<TakenBackContent>(takenBackSealed, offerContext('taken-back', tenantId, offerId)).reason,
        isWaiting: !hasEnded(theCase.phase) && (await isWaitingInTx(tx, actor, caseId)),
        receivedAt: found.receivedAt,
        reason:
          answerSealed &&
          openJson<AnswerContent>(answerSealed, offerContext('answer', tenantId, offerId)).reason,
        no: rule && (await meaningOfNoInTx(tx, actor, rule, found)),
        silenceIsNo: rule?.silenceIsNo ?? false,
      };
    }),
  );
}

/** What a no to an offer means: of the others in the case, how many ended in what counts as one before it. */
async function meaningOfNoInTx(
  tx: Tx,
  actor: Actor,
  rule: OfferRule,
  { id, caseId, endedAt }: { id: string; caseId: string; endedAt: Date | null },
): Promise<OfferView['no']> {
  const earlier = await tx.careHomeOffer.findMany({
    where: {
      ...visibleOffers(actor),
      caseId,
      id: { not: id },
      state: { in: rule.silenceIsNo ? ['declined', 'lapsed'] : ['declined'] },
      endedAt: { lt: endedAt ?? now() },
    },
    select: { state: true },
  });
  const before = earlier.length;
  return {
    effect: effectOfNo(rule, before),
    nextEffect: effectOfNo(rule, before + 1),
    before,
    saidBefore: earlier.filter(({ state }) => state === 'declined').length,
  };
}

/** She has a right to a place, has said yes to none that stands, and isn't asked about one. */
const isWaitingInTx = async (tx: Tx, actor: Actor, caseId: string): Promise<boolean> =>
  (await queueStateInTx(tx, actor, caseId)).state === 'waiting' &&
  (await grantedDecisionInTx(tx, actor.tenantId, caseId)) !== null;
