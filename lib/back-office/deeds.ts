import 'server-only';
import { cancelByOffice, putInvitation, putTime, recordOutcome } from '@/lib/appointments/api';
import { putVacancy, recordOffer } from '@/lib/care-home-queue/api';
import { putCareNote, putCarePlan, putCareVisit } from '@/lib/care-information/api';
import {
  answerMoreTime,
  extendCommentRound,
  extendSupplement,
  recordAppealStep,
  recordCommentRound,
  recordDecision,
  recordDelayNotice,
  recordPhase,
  recordSupplementRequest,
  withdrawCommentRound,
  withdrawSupplementRequest,
} from '@/lib/cases/api';
import { putCareHome } from '@/lib/catalogue/api';
import { recordMessageReading, recordOfficeMessage } from '@/lib/messages/api';
import { putCase } from './commands/put-case';
import { putCaseState } from './commands/put-case-state';
import { recordReceipt } from './commands/record-receipt';
import type { Deeds } from './contract/calls';
import { bytesOf } from './file-bytes';

/**
 * What each writing operation of the contract does: a command, and its result in the contract's words. Here and not with
 * the route, since the inbox runs them wherever a message comes from, and again in the worker (decision 0119).
 */
export const deeds: Deeds = {
  'record-receipt': ({ actor, params, body }) => recordReceipt(actor, params.deliveryId, body),
  'put-case': async ({ actor, params, body }) => ({
    externalId: params.externalId,
    ...(await putCase(actor, { ...body, ...params })),
  }),
  'put-case-state': ({ actor, params, body }) => putCaseState(actor, { ...body, ...params }),
  'put-care-home': async ({ actor, params, body }) => ({
    ...params,
    ...(await putCareHome(actor, { ...body, ...params })),
  }),
  'put-vacancy': async ({ actor, params, body }) => ({
    ...params,
    ...(await putVacancy(actor, { ...body, ...params })),
  }),
  'put-offer': async ({ actor, params, body }) => {
    const { answerBy, ...kept } = await recordOffer(actor, { ...body, ...params });
    return { ...params, ...kept, answerBy: answerBy.toISOString() };
  },
  'put-care-plan': async ({ actor, params, body }) => ({
    ...params,
    ...(await putCarePlan(actor, { ...body, ...params })),
  }),
  'put-care-visit': async ({ actor, params, body }) => ({
    ...params,
    ...(await putCareVisit(actor, { ...body, ...params })),
  }),
  'put-care-note': async ({ actor, params, body }) => ({
    ...params,
    ...(await putCareNote(actor, { ...body, ...params })),
  }),
  'put-appointment-time': async ({ actor, params, body }) => ({
    ...params,
    ...(await putTime(actor, { ...body, ...params })),
  }),
  'put-appointment-invitation': async ({ actor, params, body }) => ({
    ...params,
    ...(await putInvitation(actor, { ...body, ...params })),
  }),
  'put-booking-outcome': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordOutcome(actor, { ...body, ...params })),
  }),
  'put-booking-cancellation': async ({ actor, params, body }) => ({
    ...params,
    ...(await cancelByOffice(actor, { ...body, ...params })),
  }),
  'record-phase': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordPhase(actor, { ...body, ...params })),
  }),
  'put-supplement-request': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordSupplementRequest(actor, { ...body, ...params })),
  }),
  'withdraw-supplement-request': async ({ actor, params, body }) => {
    const { supplementId, status } = await withdrawSupplementRequest(actor, { ...body, ...params });
    return { ...params, supplementId, supplementStatus: status };
  },
  'put-supplement-due-date': async ({ actor, params, body }) => ({
    ...params,
    ...(await extendSupplement(actor, { ...body, ...params })),
  }),
  'put-more-time-answer': async ({ actor, params, body }) => ({
    ...params,
    ...(await answerMoreTime(actor, { ...body, ...params })),
  }),
  'put-delay-notice': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordDelayNotice(actor, { ...body, ...params })),
  }),
  'put-comment-round': async ({ actor, params, body: { documents, ...body } }) => ({
    ...params,
    ...(await recordCommentRound(actor, { ...body, ...params, documents: documents?.map(bytesOf) ?? [] })),
  }),
  'put-comment-round-due-date': async ({ actor, params, body }) => ({
    ...params,
    ...(await extendCommentRound(actor, { ...body, ...params })),
  }),
  'withdraw-comment-round': async ({ actor, params, body }) => {
    const { roundId, status } = await withdrawCommentRound(actor, { ...body, ...params });
    return { ...params, roundId, roundStatus: status };
  },
  'put-decision': async ({ actor, params, body: { document, ...body } }) => {
    const file = document && bytesOf(document);
    return { ...params, ...(await recordDecision(actor, { ...body, ...params, document: file })) };
  },
  'put-case-message': async ({ actor, params: { caseId, externalId }, body: { files, ...body } }) => ({
    caseId,
    externalId,
    ...(await recordOfficeMessage(actor, {
      ...body,
      to: { caseId },
      externalId,
      files: files?.map(bytesOf),
    })),
  }),
  'put-thread-message': async ({ actor, params: { threadId, externalId }, body: { files, ...body } }) => ({
    externalId,
    ...(await recordOfficeMessage(actor, {
      ...body,
      to: { threadId },
      externalId,
      files: files?.map(bytesOf),
    })),
  }),
  'record-message-reading': ({ actor, params, body }) => recordMessageReading(actor, { ...body, ...params }),
  'record-appeal-step': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordAppealStep(actor, { ...body, ...params })),
  }),
};
