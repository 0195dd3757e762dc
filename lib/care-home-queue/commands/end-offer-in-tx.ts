import 'server-only';
import type { lockCaseForOfferInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { aboutOffer } from '../domain/about';

const told = {
  accepted: { kind: 'offer-accepted', event: 'care-home-queue.offer-answered' },
  declined: { kind: 'offer-declined', event: 'care-home-queue.offer-answered' },
  lapsed: { kind: 'offer-lapsed', event: 'care-home-queue.offer-lapsed' },
  'taken-back': { kind: 'offer-taken-back', event: 'care-home-queue.offer-taken-back' },
} as const;
const yesTakenBack = { kind: 'offer-yes-taken-back', event: 'care-home-queue.yes-taken-back' } as const;

interface Ending {
  state: keyof typeof told;
  at: Date;
  /** while her time still runs, or only when it is out */
  when?: { answerBy: { gt: Date } | { lte: Date } };
  answerSealed?: Uint8Array<ArrayBuffer>;
  /** why the office takes it back, where it says so */
  takenBackSealed?: Uint8Array<ArrayBuffer> | undefined;
  /** she had said yes: when */
  acceptedAt?: Date;
}

/**
 * The one way an offer ends, or a yes is taken back. The case must be locked; the conditional update decides between two
 * at once, and whoever comes second is told false.
 */
export async function endOfferInTx(
  tx: Tx,
  actor: Actor,
  locked: Awaited<ReturnType<typeof lockCaseForOfferInTx>>,
  { id, caseId }: { id: string; caseId: string },
  { state, at, when, answerSealed, takenBackSealed, acceptedAt }: Ending,
): Promise<boolean> {
  const { tenantId } = actor;
  const { count } = await tx.careHomeOffer.updateMany({
    where: { tenantId, id, state: acceptedAt ? 'accepted' : 'open', ...when },
    data: {
      ...{ state, endedAt: at },
      ...(answerSealed && { answerSealed }),
      ...(takenBackSealed && { takenBackSealed }),
      ...(acceptedAt && { acceptedAt }),
    },
  });
  if (count === 0) return false;
  const { kind, event } = acceptedAt ? yesTakenBack : told[state];
  await locked.noteInTx({ kind, offerId: id, at, fromOffice: actor.kind === 'system' });
  await auditInTx(tx, actor, {
    action: `care-home-queue.${state === 'lapsed' ? 'lapse-offer' : state === 'taken-back' ? 'take-back-offer' : 'answer-offer'}`,
    subjectPersonId: locked.personId,
    ...aboutOffer({ id, caseId }),
  });
  await emitInTx(tx, actor, {
    type: event,
    payload: { caseId, personId: locked.personId, offerId: id },
    caseId,
  });
  return true;
}
