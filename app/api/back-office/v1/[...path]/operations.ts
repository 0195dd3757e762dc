import type { Handlers } from '@/lib/back-office/answer-call';
import { putCase } from '@/lib/back-office/commands/put-case';
import { recordReceipt } from '@/lib/back-office/commands/record-receipt';
import { getDeliveredFile } from '@/lib/back-office/queries/get-delivered-file';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import { listDeliveries } from '@/lib/back-office/queries/list-deliveries';
import { answerMoreTime } from '@/lib/cases/commands/answer-more-time';
import { extendCommentRound } from '@/lib/cases/commands/extend-comment-round';
import { extendSupplement } from '@/lib/cases/commands/extend-supplement';
import { makeAppealReceipt } from '@/lib/cases/commands/make-appeal-receipt';
import { recordAppealStep } from '@/lib/cases/commands/record-appeal-step';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordDelayNotice } from '@/lib/cases/commands/record-delay-notice';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { withdrawCommentRound } from '@/lib/cases/commands/withdraw-comment-round';
import { withdrawSupplementRequest } from '@/lib/cases/commands/withdraw-supplement-request';
import type { FileToSend } from '@/lib/cases/queries/get-case-file';
import { getCaseForSystem } from '@/lib/cases/queries/get-case-for-system';
import { getAnswersSchema } from '@/lib/catalogue/queries/get-answers-schema';
import { recordMessageReading } from '@/lib/messages/commands/record-message-reading';
import { recordOfficeMessage } from '@/lib/messages/commands/record-office-message';
import { getThreadForSystem } from '@/lib/messages/queries/get-thread-for-system';
import packageJson from '@/package.json';

const fileAnswer = ({ name, mediaType, bytes }: FileToSend): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

const bytesOf = ({ name, content }: { name: string; content: string }) => ({
  name,
  bytes: new Uint8Array(Buffer.from(content, 'base64')),
});

/** What each operation of the contract does: a command or a query, and its result in the contract's words. */
export const handlers: Handlers = {
  'get-api-info': async () => ({
    apiName: 'Mina sidor: back-office API',
    apiVersion: packageJson.version,
    apiReleased: '2026-11-24',
    apiDocumentation: '/api/back-office/v1/openapi.json',
    apiStatus: 'active',
  }),
  'get-answers-schema': ({ actor, params }) =>
    getAnswersSchema(actor, { slug: params.slug, version: Number(params.version) }),
  'list-deliveries': ({ actor, query }) => listDeliveries(actor, query),
  'get-delivery': ({ actor, params }) => getDelivery(actor, params.deliveryId),
  'record-receipt': ({ actor, params, body }) => recordReceipt(actor, params.deliveryId, body),
  'get-file': async ({ actor, params }) => fileAnswer(await getDeliveredFile(actor, params.fileId)),
  'get-appeal-receipt': async ({ actor, params }) =>
    fileAnswer(await makeAppealReceipt(actor, params.appealId)),
  'get-case': async ({ actor, params }) => {
    const found = await getCaseForSystem(actor, params.caseId);
    return {
      id: found.id,
      number: found.number,
      ...(found.externalId !== null && { externalId: found.externalId }),
      phase: found.phase,
      phaseSince: found.phaseSince.toISOString(),
      receivedAt: found.receivedAt.toISOString(),
      ...(found.receivedByOfficeAt && { receivedByOfficeAt: found.receivedByOfficeAt.toISOString() }),
      supplements: found.supplements.map(({ externalId, status, dueOn, answeredAt }) => ({
        externalId,
        status,
        dueOn,
        ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
      })),
      ...(found.delayRequest && {
        delayRequest: {
          requestedAt: found.delayRequest.requestedAt.toISOString(),
          answerBy: found.delayRequest.answerBy,
        },
      }),
      commentRounds: found.commentRounds.map(({ openedAt, ...round }) => ({
        ...round,
        ...(openedAt && { openedAt: openedAt.toISOString() }),
      })),
      decisions: found.decisions.map(({ externalId, arrivedAt, openedAt }) => ({
        externalId,
        arrivedAt: arrivedAt.toISOString(),
        ...(openedAt && { openedAt: openedAt.toISOString() }),
      })),
    };
  },
  'put-case': async ({ actor, params, body }) => ({
    externalId: params.externalId,
    ...(await putCase(actor, { ...body, ...params })),
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
  'get-message-thread': async ({ actor, params }) => {
    const found = await getThreadForSystem(actor, params.threadId);
    return {
      id: found.id,
      ...(found.caseId !== null && { caseId: found.caseId }),
      ...(found.service !== null && { service: found.service }),
      ...(found.subject !== null && { subject: found.subject }),
      messages: found.messages.map(({ externalId, sentAt, readAt, ...message }) => ({
        ...message,
        ...(externalId !== null && { externalId }),
        sentAt: sentAt.toISOString(),
        ...(readAt && { readAt: readAt.toISOString() }),
      })),
    };
  },
  'record-message-reading': ({ actor, params, body }) => recordMessageReading(actor, { ...body, ...params }),
  'record-appeal-step': async ({ actor, params, body }) => ({
    ...params,
    ...(await recordAppealStep(actor, { ...body, ...params })),
  }),
};
