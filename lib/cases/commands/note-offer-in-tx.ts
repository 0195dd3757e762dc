import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import type { CaseEventKind } from '../domain/case-event';
import type { CasePhase } from '../domain/case-lifecycle';
import type { Officer } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx, unscopedLockCaseInTx } from './case-in-tx';

export type OfferEventKind = Extract<CaseEventKind, `offer-${string}`>;

/**
 * Locks a case that the actor may see, so that what becomes of an offer comes one after the other with all else that
 * happens in it. Gives the function that puts it into the timeline; the offer itself is kept by its own module. A job has
 * been asked by the caller whether it may.
 */
export async function lockCaseForOfferInTx(
  tx: Tx,
  actor: Actor,
  caseId: string,
): Promise<{
  personId: string;
  phase: CasePhase;
  noteInTx(offer: {
    kind: OfferEventKind;
    offerId: string;
    at: Date;
    officer?: Officer | undefined;
    fromOffice?: boolean;
  }): Promise<void>;
}> {
  const { tenantId } = actor;
  const locked = await (actor.kind === 'job'
    ? unscopedLockCaseInTx(tx, { tenantId }, caseId)
    : lockCaseInTx(tx, actor, caseId));
  return {
    personId: locked.personId,
    phase: locked.phase,
    noteInTx: ({ kind, offerId, ...happening }) =>
      noteInCaseInTx(tx, locked, { ...happening, event: kind, refId: offerId }),
  };
}
