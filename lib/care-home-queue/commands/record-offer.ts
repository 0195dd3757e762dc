import 'server-only';
import { getCaseOfMessagesInTx, grantedDecisionInTx, lockCaseForOfferInTx } from '@/lib/cases/api';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { happenedAt } from '@/lib/cases/domain/office-messages';
import { findCareHomeInTx, getServiceSlugInTx } from '@/lib/catalogue/api';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, invalid, isUniqueViolation, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireSystemMay, visibleOffers } from '../access';
import { aboutOffer } from '../domain/about';
import {
  deadlineBy,
  isAnswerable,
  type OfferMessage,
  type OfferRule,
  type OfferState,
} from '../domain/offer';
import { type OfferContent, offerContext, type TakenBackContent } from '../domain/offer-seals';
import { holdsPlace } from '../domain/vacancy';
import { endOfferInTx } from './end-offer-in-tx';

interface Input extends OfferMessage {
  caseId: string;
  externalId: string;
}

export interface RecordedOffer {
  offerId: string;
  state: OfferState;
  answerBy: Date;
}

type Locked = Awaited<ReturnType<typeof lockCaseForOfferInTx>>;
const ACTION = 'care-home-queue.record-offer';

/**
 * The office offers her a home, gives her longer to answer, or takes the offer back; after her yes only with a reason
 * that she reads (decision 0140). What she may have read stands: the same id with another content is refused. Told again,
 * or late, it is as it stands now. What is taken back before it was told is kept as taken back, and she is never asked.
 */
export async function recordOffer(actor: SystemActor, offer: Input): Promise<RecordedOffer> {
  return guarded(actor, ACTION, 'case', offer.caseId, () =>
    write(actor, (tx) => recordInTx(tx, actor, offer)).catch((error: unknown) => {
      // Somebody else is offered the place at this very moment: the index decides.
      if (isUniqueViolation(error)) throw conflict('errors:offer-place-offered');
      throw error;
    }),
  );
}

async function recordInTx(tx: Tx, actor: SystemActor, offer: Input): Promise<RecordedOffer> {
  requireSystemMay(actor, 'record-offer');
  const { tenantId } = actor;
  const { caseId, externalId } = offer;
  const locked = await lockCaseForOfferInTx(tx, actor, caseId);
  const known = await tx.careHomeOffer.findFirst({
    where: { ...visibleOffers(actor), caseId, externalId },
    include: { home: { select: { slug: true } }, vacancy: { select: { externalId: true } } },
  });
  if (known) return goOnInTx(tx, actor, locked, offer, known);
  const at = happenedAt(offer, now());
  const { home, vacancy } = await placeInTx(tx, tenantId, offer);
  const rule = await ruleInTx(tx, actor, locked, caseId, at);
  const answerBy = answerByIn(offer, rule, at);
  const isTakenBack = offer.state === 'taken-back';
  const decision = await grantedDecisionInTx(tx, tenantId, caseId);
  if (!isTakenBack) {
    // The decision may be told after the offer: this one then waits for it in the inbox.
    if (!decision) throw notNow('errors:offer-before-decision');
    await lapseWhatIsLateInTx(tx, actor, locked, caseId);
    await requireFreeInTx(tx, tenantId, caseId, vacancy);
  }
  const id = newId();
  await tx.careHomeOffer.create({
    data: {
      tenantId,
      id,
      caseId,
      personId: locked.personId,
      homeId: home.id,
      vacancyId: vacancy?.id ?? null,
      externalId,
      answerBy,
      sealed: sealJson(contentOf(offer), offerContext('content', tenantId, id)),
      offeredAt: at,
      decidedOn: decision && toDbDate(decision.decidedOn),
      state: isTakenBack ? 'taken-back' : 'open',
      endedAt: isTakenBack ? at : null,
      takenBackSealed: sealedReason(actor, id, offer) ?? null,
    },
    select: { id: true },
  });
  await auditInTx(tx, actor, {
    // Nothing was offered where it was taken back first.
    action: isTakenBack ? 'care-home-queue.take-back-offer' : ACTION,
    subjectPersonId: locked.personId,
    ...aboutOffer({ id, caseId }),
  });
  if (!isTakenBack) {
    const { officer } = offer;
    await locked.noteInTx({ kind: 'offer-made', offerId: id, at, officer, fromOffice: true });
    await tellInTx(tx, actor, locked, { id, caseId, type: 'care-home-queue.offer-made' });
  }
  return { offerId: id, state: isTakenBack ? 'taken-back' : 'open', answerBy };
}

interface Known {
  id: string;
  caseId: string;
  sealed: Uint8Array;
  state: string;
  answerBy: Date;
  endedAt: Date | null;
  home: { slug: string };
  vacancy: { externalId: string } | null;
}

/** What is told again of an offer that is there: nothing new, a later day, or that it is taken back. */
async function goOnInTx(
  tx: Tx,
  actor: SystemActor,
  locked: Locked,
  offer: Input,
  known: Known,
): Promise<RecordedOffer> {
  const { tenantId } = actor;
  const { id, caseId } = known;
  const state = known.state as OfferState;
  const asItStands = { offerId: id, state, answerBy: known.answerBy };
  if (offer.state === 'taken-back') {
    if (state !== 'open' && state !== 'accepted') return asItStands;
    const acceptedAt = state === 'accepted' ? known.endedAt : null;
    // She may have given up her flat for it: it is never taken from her without a word.
    if (acceptedAt && offer.reason === undefined) throw notNow('errors:offer-accepted');
    const toldAt = happenedAt(offer, now());
    await endOfferInTx(tx, actor, locked, known, {
      state: 'taken-back',
      // An office that hadn't heard of her yes may name a moment before it.
      at: acceptedAt && acceptedAt > toldAt ? acceptedAt : toldAt,
      takenBackSealed: sealedReason(actor, id, offer),
      ...(acceptedAt && { acceptedAt }),
    });
    return { ...asItStands, state: 'taken-back' };
  }
  // A take-back may have come first, and without what the offer said.
  if (state === 'taken-back') return asItStands;
  const before = openJson<OfferContent>(known.sealed, offerContext('content', tenantId, id));
  const isSame =
    known.home.slug === offer.home &&
    known.vacancy?.externalId === offer.vacancy &&
    canonicalJson(before) === canonicalJson(contentOf(offer));
  const { answerBy = known.answerBy, officer } = offer;
  if (!isSame) throw conflict('errors:offer-differs');
  // An earlier time is what was told before she was given longer: hers is never made shorter.
  if (!isAnswerable(known, now()) || answerBy <= known.answerBy) return asItStands;
  // She is reminded of the new time as of the first.
  await tx.careHomeOffer.update({
    where: { tenantId_id: { tenantId, id }, state: 'open' },
    data: { answerBy, remindedAt: null },
    select: { id: true },
  });
  const at = happenedAt(offer, now());
  await locked.noteInTx({ kind: 'offer-extended', offerId: id, at, officer, fromOffice: true });
  await auditInTx(tx, actor, {
    action: 'care-home-queue.extend-offer',
    subjectPersonId: locked.personId,
    ...aboutOffer({ id, caseId }),
  });
  await tellInTx(tx, actor, locked, { id, caseId, type: 'care-home-queue.offer-extended' });
  return { ...asItStands, answerBy };
}

/**
 * Until when she can answer. Never shorter than the municipality's own rule, reckoned from when the offer reaches her: one
 * that was held up on its way takes no time from her.
 */
function answerByIn({ answerBy }: Input, rule: OfferRule, at: Date): Date {
  const least = deadlineBy(rule, now());
  if (!answerBy) return least;
  if (answerBy < deadlineBy(rule, at)) throw invalid({ answerBy: 'errors:offer-time-short' });
  if (answerBy <= now()) throw invalid({ answerBy: 'errors:offer-time-out' });
  return answerBy < least ? least : answerBy;
}

/** A home that is published, and where one is named a place in it, locked: its news and its offers come one by one. */
async function placeInTx(tx: Tx, tenantId: string, { home: slug, vacancy }: Input) {
  const home = await findCareHomeInTx(tx, tenantId, slug);
  if (!home) throw invalid({ home: 'errors:offer-home' });
  if (vacancy === undefined) return { home, vacancy: null };
  await tx.$queryRaw`select 1 from care_home_vacancy
    where tenant_id = ${tenantId} and home_id = ${home.id}::uuid and external_id = ${vacancy} for update`;
  const place = await tx.careHomeVacancy.findUnique({
    where: { tenantId_homeId_externalId: { tenantId, homeId: home.id, externalId: vacancy } },
    select: { id: true, state: true, toldAt: true },
  });
  if (!place) throw invalid({ vacancy: 'errors:offer-vacancy' });
  return { home, vacancy: place };
}

/** Offers are made in cases of the municipality's care-home services, as long as they go on. */
async function ruleInTx(
  tx: Tx,
  actor: SystemActor,
  { phase }: Locked,
  caseId: string,
  at: Date,
): Promise<OfferRule> {
  const { tenantId } = actor;
  const { service } = await getCaseOfMessagesInTx(tx, actor, caseId);
  const slug = service && (await getServiceSlugInTx(tx, tenantId, service.serviceId));
  const rule = await findRuleInTx(tx, tenantId, 'care-home.offer', dateInSweden(at));
  if (!rule || !slug || !rule.services.includes(slug)) throw notNow('errors:offer-not-here');
  if (hasEnded(phase)) throw notNow('errors:case-ended');
  return rule;
}

/** One that she didn't answer in time is over, whether or not the job has come by. */
async function lapseWhatIsLateInTx(
  tx: Tx,
  actor: SystemActor,
  locked: Locked,
  caseId: string,
): Promise<void> {
  const at = now();
  const when = { answerBy: { lte: at } };
  const late = await tx.careHomeOffer.findFirst({
    where: { tenantId: actor.tenantId, caseId, state: 'open', ...when },
    select: { id: true, caseId: true },
  });
  if (late) await endOfferInTx(tx, actor, locked, late, { state: 'lapsed', at, when });
}

async function requireFreeInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
  vacancy: { id: string; state: string; toldAt: Date } | null,
): Promise<void> {
  if ((await tx.careHomeOffer.count({ where: { tenantId, caseId, state: 'open' } })) > 0)
    throw notNow('errors:offer-one-open');
  if (!vacancy) return;
  if (vacancy.state === 'taken') throw conflict('errors:offer-place-taken');
  const offers = await tx.careHomeOffer.findMany({
    where: { tenantId, vacancyId: vacancy.id, state: { in: ['open', 'accepted'] } },
    select: { state: true, endedAt: true },
  });
  if (offers.some((one) => holdsPlace(one, vacancy))) throw conflict('errors:offer-place-offered');
}

const sealedReason = ({ tenantId }: SystemActor, id: string, { reason }: Input) =>
  reason === undefined
    ? undefined
    : sealJson({ reason } satisfies TakenBackContent, offerContext('taken-back', tenantId, id));

const contentOf = ({ apartment, text, contact }: Input): OfferContent => ({
  apartment,
  ...(text !== undefined && { text }),
  ...(contact && { contact }),
});

const tellInTx = (
  tx: Tx,
  actor: SystemActor,
  { personId }: Locked,
  {
    id,
    caseId,
    type,
  }: { id: string; caseId: string; type: 'care-home-queue.offer-made' | 'care-home-queue.offer-extended' },
) => emitInTx(tx, actor, { type, payload: { caseId, personId, offerId: id }, caseId });
