import 'server-only';
import { isDraftExpiringInTx, isSignatureWantedInTx } from '@/lib/applications/api';
import {
  isEarlierOfferOpenInTx,
  isInvitationEndedInTx,
  isInvitationOpenInTx,
  isMeetingAheadInTx,
} from '@/lib/appointments/api';
import { isOfferOpenInTx } from '@/lib/care-home-queue/api';
import { isCarePlanShownInTx } from '@/lib/care-information/api';
import { isCaseUnseenInTx, isNewsInTx, isReminderTrueInTx } from '@/lib/cases/api';
import { isMessageUndeliveredInTx, isMessageUnreadInTx } from '@/lib/messages/api';
import type { Tx } from '@/lib/platform/db';
import { type EventIds, type NewsTest, tellingOf } from '../domain/notice-table';

interface About {
  tenantId: string;
  recipientId: string;
  ids: EventIds;
  happenedAt: Date;
}

/** Who answers what is still news. An event without the id that is asked for can't have been seen. */
const answers: Record<NewsTest, (tx: Tx, about: About) => Promise<boolean>> = {
  always: async () => true,
  'case-unseen': async (tx, { tenantId, recipientId, ids: { caseId }, happenedAt }) =>
    caseId === undefined ||
    isCaseUnseenInTx(tx, tenantId, { personId: recipientId, caseId, since: happenedAt }),
  'decision-unopened': (tx, { tenantId, ids: { decisionId } }) => isNewsInTx(tx, tenantId, { decisionId }),
  'supplement-open': (tx, { tenantId, ids: { supplementId } }) => isNewsInTx(tx, tenantId, { supplementId }),
  'comments-open': (tx, { tenantId, ids: { roundId } }) => isNewsInTx(tx, tenantId, { roundId }),
  'reminder-true': async (tx, { tenantId, ids: { reminderId } }) =>
    reminderId === undefined || isReminderTrueInTx(tx, tenantId, reminderId),
  'signature-wanted': async (tx, { tenantId, ids: { signerId } }) =>
    signerId === undefined || isSignatureWantedInTx(tx, tenantId, signerId),
  'draft-expiring': async (tx, { tenantId, ids: { applicationId } }) =>
    applicationId === undefined || isDraftExpiringInTx(tx, tenantId, applicationId),
  'message-unread': async (tx, { tenantId, ids: { messageId } }) =>
    messageId === undefined || isMessageUnreadInTx(tx, tenantId, messageId),
  'message-undelivered': async (tx, { tenantId, ids: { messageId } }) =>
    messageId === undefined || isMessageUndeliveredInTx(tx, tenantId, messageId),
  'offer-open': async (tx, { tenantId, ids: { offerId } }) =>
    offerId === undefined || isOfferOpenInTx(tx, tenantId, offerId),
  'care-plan-shown': async (tx, { tenantId, ids: { planId } }) =>
    planId === undefined || isCarePlanShownInTx(tx, tenantId, planId),
  'meeting-ahead': async (tx, { tenantId, ids: { bookingId }, happenedAt }) =>
    bookingId === undefined || isMeetingAheadInTx(tx, tenantId, { bookingId, since: happenedAt }),
  'earlier-offer-open': async (tx, { tenantId, ids: { bookingId } }) =>
    bookingId === undefined || isEarlierOfferOpenInTx(tx, tenantId, bookingId),
  'invitation-open': async (tx, { tenantId, ids: { invitationId } }) =>
    invitationId === undefined || isInvitationOpenInTx(tx, tenantId, invitationId),
  'invitation-ended': async (tx, { tenantId, ids: { invitationId } }) =>
    invitationId === undefined || isInvitationEndedInTx(tx, tenantId, invitationId),
};

/**
 * Whether what an event told of still waits to be seen by whom it is told, asked just before that. An event that a later
 * version of ours tells nobody of is no news either.
 */
export async function isStillNewsInTx(
  tx: Tx,
  event: { tenantId: string; type: string; payload: unknown; at: Date },
  recipientId: string,
): Promise<boolean> {
  const telling = tellingOf(event.type);
  if (!telling) return false;
  const ids = event.payload as EventIds;
  return answers[telling.stillNews](tx, {
    tenantId: event.tenantId,
    recipientId,
    ids,
    happenedAt: event.at,
  });
}
