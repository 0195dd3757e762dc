import 'server-only';
import { lockCaseForOfferInTx } from '@/lib/cases/api';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { log } from '@/lib/platform/log';
import { findRuleInTx } from '@/lib/tenants/api';
import { requireJobMay } from '../access';
import { inCaseThatEnded, inCaseThatGoesOn } from '../domain/open-offers';
import { endOfferInTx } from './end-offer-in-tx';

/** So many in one run; the next one takes the next ones. */
const AT_ONCE = 500;

interface OpenOffer {
  id: string;
  caseId: string;
  personId: string;
}

/**
 * Lets offers lapse that nobody has answered in time, takes back those whose case has ended, and reminds once of those
 * whose time is soon out. The conditional update decides: two workers at once, or one that begins anew, do it once.
 */
export async function lookAfterOffers(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  requireJobMay(actor);
  const { tenantId } = actor;
  const at = now();
  const { late, over, soon, until } = await read(actor, async (tx) => {
    const rule = await findRuleInTx(tx, tenantId, 'reminder.offer', dateInSweden(at));
    const open = { tenantId, state: 'open' };
    const few = {
      orderBy: { answerBy: 'asc' as const },
      take: AT_ONCE,
      select: { id: true, caseId: true, personId: true },
    };
    const until = new Date(at.getTime() + (rule?.hoursBefore ?? 0) * 3_600_000);
    return {
      until,
      over: await tx.careHomeOffer.findMany({ where: { ...open, ...inCaseThatEnded }, ...few }),
      late: await tx.careHomeOffer.findMany({
        where: { ...open, answerBy: { lte: at }, ...inCaseThatGoesOn },
        ...few,
      }),
      soon: await tx.careHomeOffer.findMany({
        where: { ...open, remindedAt: null, answerBy: { gt: at, lte: until }, ...inCaseThatGoesOn },
        ...few,
      }),
    };
  });
  for (const offer of over) await done(offer, () => write(actor, (tx) => takeBackInTx(tx, actor, offer, at)));
  for (const offer of late) await done(offer, () => write(actor, (tx) => lapseInTx(tx, actor, offer, at)));
  for (const offer of soon)
    await done(offer, () => write(actor, (tx) => remindInTx(tx, actor, offer, { at, until })));
}

/** One that fails doesn't keep the others waiting; the next run tries it again. */
const done = ({ id }: OpenOffer, deed: () => Promise<void>) =>
  deed().catch((error) => log.error({ err: error, offerId: id }, 'an offer could not be looked after'));

async function lapseInTx(tx: Tx, actor: JobActor, offer: OpenOffer, at: Date): Promise<void> {
  const locked = await lockCaseForOfferInTx(tx, actor, offer.caseId);
  await endOfferInTx(tx, actor, locked, offer, { state: 'lapsed', at, when: { answerBy: { lte: at } } });
}

/** Whoever ends a case may forget the offer in it, and the place would wait for nobody. */
async function takeBackInTx(tx: Tx, actor: JobActor, offer: OpenOffer, at: Date): Promise<void> {
  const locked = await lockCaseForOfferInTx(tx, actor, offer.caseId);
  if (hasEnded(locked.phase)) await endOfferInTx(tx, actor, locked, offer, { state: 'taken-back', at });
}

/** Asked again when it is written: she may have been given longer since. */
async function remindInTx(
  tx: Tx,
  actor: JobActor,
  offer: OpenOffer,
  { at, until }: { at: Date; until: Date },
): Promise<void> {
  const { id, caseId, personId } = offer;
  const { count } = await tx.careHomeOffer.updateMany({
    where: {
      tenantId: actor.tenantId,
      id,
      state: 'open',
      remindedAt: null,
      answerBy: { gt: at, lte: until },
    },
    data: { remindedAt: at },
  });
  if (count === 0) return;
  await emitInTx(tx, actor, {
    type: 'care-home-queue.offer-reminded',
    payload: { caseId, personId, offerId: id },
    caseId,
  });
}
