import 'server-only';
import { lockCaseForOfferInTx } from '@/lib/cases/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { log } from '@/lib/platform/log';
import { findRuleInTx } from '@/lib/tenants/api';
import { requireJobMay } from '../access';
import { endOfferInTx } from './end-offer-in-tx';

/** So many in one run; the next one takes the next ones. */
const AT_ONCE = 500;

interface OpenOffer {
  id: string;
  caseId: string;
  personId: string;
}

/**
 * Lets offers lapse that nobody has answered in time, and reminds once of those whose time is soon out. The conditional
 * update decides: two workers at once, or one that begins anew, do it once.
 */
export async function lookAfterOffers(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  requireJobMay(actor);
  const { tenantId } = actor;
  const at = now();
  const { late, soon } = await read(actor, async (tx) => {
    const rule = await findRuleInTx(tx, tenantId, 'reminder.offer', dateInSweden(at));
    const open = { tenantId, state: 'open' };
    const few = {
      orderBy: { answerBy: 'asc' as const },
      take: AT_ONCE,
      select: { id: true, caseId: true, personId: true },
    };
    const until = new Date(at.getTime() + (rule?.hoursBefore ?? 0) * 3_600_000);
    return {
      late: await tx.careHomeOffer.findMany({ where: { ...open, answerBy: { lte: at } }, ...few }),
      soon: await tx.careHomeOffer.findMany({
        where: { ...open, remindedAt: null, answerBy: { gt: at, lte: until } },
        ...few,
      }),
    };
  });
  for (const offer of late) await done(offer, () => write(actor, (tx) => lapseInTx(tx, actor, offer, at)));
  for (const offer of soon) await done(offer, () => write(actor, (tx) => remindInTx(tx, actor, offer, at)));
}

/** One that fails doesn't keep the others waiting; the next run tries it again. */
const done = ({ id }: OpenOffer, deed: () => Promise<void>) =>
  deed().catch((error) => log.error({ err: error, offerId: id }, 'an offer could not be looked after'));

async function lapseInTx(tx: Tx, actor: JobActor, offer: OpenOffer, at: Date): Promise<void> {
  const locked = await lockCaseForOfferInTx(tx, actor, offer.caseId);
  await endOfferInTx(tx, actor, locked, offer, { state: 'lapsed', at, when: { answerBy: { lte: at } } });
}

async function remindInTx(tx: Tx, actor: JobActor, offer: OpenOffer, at: Date): Promise<void> {
  const { id, caseId, personId } = offer;
  const { count } = await tx.careHomeOffer.updateMany({
    where: { tenantId: actor.tenantId, id, state: 'open', remindedAt: null, answerBy: { gt: at } },
    data: { remindedAt: at },
  });
  if (count === 0) return;
  await emitInTx(tx, actor, {
    type: 'care-home-queue.offer-reminded',
    payload: { caseId, personId, offerId: id },
    caseId,
  });
}
