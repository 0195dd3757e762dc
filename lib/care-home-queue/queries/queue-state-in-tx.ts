import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { visibleOffers } from '../access';
import type { OfferState } from '../domain/offer';
import { type QueueState, queueState } from '../domain/queue-state';

/** How it stands with the homes that she has been offered in a case of hers, and the offer that ended last. */
export async function queueStateInTx(tx: Tx, actor: Actor, caseId: string) {
  const offers = await tx.careHomeOffer.findMany({
    where: { ...visibleOffers(actor), caseId },
    orderBy: { endedAt: 'asc' },
    select: { id: true, state: true, endedAt: true, acceptedAt: true },
  });
  const state: QueueState = queueState(offers.map((offer) => ({ state: offer.state as OfferState })));
  return { state, last: offers.at(-1) };
}
