import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireResidentMay, visibleOffers } from '../access';
import { isAnswerable, type OfferState } from '../domain/offer';

export interface OfferInList {
  id: string;
  home: string;
  offeredAt: Date;
  answerBy: Date;
  /** an offer whose time is out has lapsed, also before the job has come by */
  state: OfferState;
}

/** The homes that have been offered in a case of hers, newest first; of another's, none. */
export function listCaseOffers(actor: Actor, caseId: string): Promise<OfferInList[]> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const rows = await tx.careHomeOffer.findMany({
      where: { ...visibleOffers(actor), caseId },
      orderBy: { offeredAt: 'desc' },
      select: { id: true, offeredAt: true, answerBy: true, state: true, home: { select: { name: true } } },
    });
    return rows.map(({ home, ...offer }) => ({
      ...offer,
      home: home.name,
      state: offer.state === 'open' && !isAnswerable(offer, now()) ? 'lapsed' : (offer.state as OfferState),
    }));
  });
}
