import { receiveBundle } from '@/lib/back-office/commands/receive-bundle';
import type { Readings } from '@/lib/back-office/contract/calls';
import { getBooking } from '@/lib/back-office/queries/booking-of-event-in-tx';
import { getDeliveredFile } from '@/lib/back-office/queries/get-delivered-file';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import { listChanges } from '@/lib/back-office/queries/list-changes';
import { listDeliveries } from '@/lib/back-office/queries/list-deliveries';
import { makeAppealReceipt } from '@/lib/cases/commands/make-appeal-receipt';
import type { FileToSend } from '@/lib/cases/queries/get-case-file';
import { getCaseForSystem } from '@/lib/cases/queries/get-case-for-system';
import { getAnswersSchema } from '@/lib/catalogue/queries/get-answers-schema';
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

/** What each reading operation does: a query, and its result in the contract's words. Those that write are in deeds.ts. */
export const readings: Readings = {
  'put-bundle': ({ actor, body }) => receiveBundle(actor, body),
  'get-api-info': async () => ({
    apiName: 'Mina sidor: back-office API',
    apiVersion: packageJson.version,
    apiReleased: '2026-11-24',
    apiDocumentation: '/api/back-office/v1',
    apiStatus: 'active',
  }),
  'get-answers-schema': ({ actor, params }) =>
    getAnswersSchema(actor, { slug: params.slug, version: Number(params.version) }),
  'get-booking': ({ actor, params }) => getBooking(actor, params.bookingId),
  'list-changes': ({ actor, query }) => listChanges(actor, query),
  'list-deliveries': ({ actor, query }) => listDeliveries(actor, query),
  'get-delivery': ({ actor, params }) => getDelivery(actor, params.deliveryId),
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
};
