import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { inCaseThatGoesOn } from '../domain/open-offers';

/** Whether an offer still waits for her answer: asked just before she is told of it. */
export const isOfferOpenInTx = async (tx: Tx, tenantId: string, id: string): Promise<boolean> =>
  (await tx.careHomeOffer.count({
    where: { tenantId, id, state: 'open', answerBy: { gt: now() }, ...inCaseThatGoesOn },
  })) > 0;
