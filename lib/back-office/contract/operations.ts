// Longer than most: all that is told and asked of a case is one list. What is about something else has a file of its own.
import { z } from 'zod';
import type { Scope } from '../domain/scopes';
import { appealStep } from './appeal-messages';
import { appointmentOperations } from './appointment-operations';
import { careHomeOperations } from './care-home-operations';
import { careInformationOperations } from './care-information-operations';
import { changeOperations } from './change-operations';
import * as c from './comment-messages';
import { delayNotice } from './delay-messages';
import { limits } from './limits';
import * as m from './messages';
import { moreTimeAnswer } from './more-time-messages';
import { officeMessage, reading } from './office-messages';
import { thread } from './thread-messages';
import { wholeCaseOperations } from './whole-case-operations';

export interface Operation {
  method: 'GET' | 'POST' | 'PUT';
  /** below /api/back-office/v1 */
  path: string;
  /** null: open to all */
  scope: Scope | null;
  summary: string;
  description?: string;
  params?: Record<string, z.ZodType<string>>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** what it holds are messages of their own, each kept and done by itself */
  hasParts?: true;
  /** the answer's status and shape; `file` is bytes */
  answer: { status: 200; schema: z.ZodType | 'file'; description: string };
  /** which refusals a caller should expect beside the general ones */
  refusals?: Partial<Record<403 | 404 | 409 | 410 | 422, string>>;
}

const id = z.uuid();
const serviceSlug = z.string().regex(/^[a-z0-9-]{1,64}$/);
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const limit = z.coerce.number().int().min(1).max(limits.perPage.most).default(limits.perPage.usual);
const caseParams = { caseId: id };
const itemParams = { caseId: id, externalId: m.externalId };
const notYours = 'No such thing, or not this system’s: the two look alike';
const differs = 'The id stands on another message in the thread already';
const late = 'The case has gone on and no longer takes this';

/** Everything the API can do: routes, checks and the OpenAPI document are made from this one list. */
export const operations = {
  'get-api-info': {
    method: 'GET',
    path: '/api-info',
    scope: null,
    summary: 'About this API',
    answer: { status: 200, schema: m.apiInfo, description: 'Name, version and state' },
  },
  'get-answers-schema': {
    method: 'GET',
    path: '/services/{slug}/versions/{version}/schema',
    scope: null,
    summary: 'What the answers of a service look like as data',
    description: 'As public as the form itself. A version never changes.',
    params: { slug: serviceSlug, version: z.string().regex(/^\d{1,6}$/) },
    answer: { status: 200, schema: m.answersSchema, description: 'The schema of `answers` in a delivery' },
    refusals: { 404: 'No such service or version' },
  },
  'list-deliveries': {
    method: 'GET',
    path: '/deliveries',
    scope: 'deliveries.read',
    summary: 'What waits for the system',
    description:
      'Oldest first. Ids only, no personal data. Ask when starting and now and then, also if webhooks are used: what waits here is never lost.',
    query: z.strictObject({ state: z.enum(['waiting', 'received', 'all']).default('waiting'), page, limit }),
    answer: { status: 200, schema: m.deliveryPage, description: 'A page of deliveries' },
  },
  'get-delivery': {
    method: 'GET',
    path: '/deliveries/{deliveryId}',
    scope: 'deliveries.read',
    summary:
      'What she has sent: an application, an answer, a comment, a request, an appeal, a message; or what became of a file',
    description:
      'The reading is logged, and shown to the resident with the officer of X-Officer if there is one.',
    params: { deliveryId: id },
    answer: { status: 200, schema: m.delivery, description: 'The delivery' },
    refusals: { 404: notYours },
  },
  'record-receipt': {
    method: 'POST',
    path: '/deliveries/{deliveryId}/receipt',
    scope: 'deliveries.receive',
    summary: 'Say that a delivery has arrived',
    description:
      'Only when it is safely stored. The resident sees "mottagen av handläggarna". The same receipt again gets the same answer.',
    params: { deliveryId: id },
    body: m.receipt,
    answer: { status: 200, schema: m.deliverySummary, description: 'The delivery, received' },
    refusals: { 404: notYours, 409: 'It was acknowledged under another id' },
  },
  'get-file': {
    method: 'GET',
    path: '/files/{fileId}',
    scope: 'files.read',
    summary: 'A file that came with a delivery',
    params: { fileId: id },
    answer: { status: 200, schema: 'file', description: 'The bytes, with their media type and name' },
    refusals: {
      404: notYours,
      409: 'file-waiting: it is not scanned yet; file-infected: its bytes have been removed',
    },
  },
  'get-appeal-receipt': {
    method: 'GET',
    path: '/appeals/{appealId}/receipt',
    scope: 'files.read',
    summary: 'An appeal as a PDF, with the day it came in',
    description: 'What the appellant has got, word for word: to be passed on to the court.',
    params: { appealId: id },
    answer: { status: 200, schema: 'file', description: 'The PDF' },
    refusals: { 404: notYours },
  },
  'get-case': {
    method: 'GET',
    path: '/cases/{caseId}',
    scope: 'cases.read',
    summary: 'How a case stands with the resident',
    description:
      'Among that when she opened a decision, from which the time to appeal counts. Logged, and shown to her.',
    params: caseParams,
    answer: { status: 200, schema: m.caseView, description: 'The case' },
    refusals: { 404: notYours },
  },
  'put-case': {
    method: 'PUT',
    path: '/services/{slug}/cases/{externalId}',
    scope: 'cases.write',
    summary: 'Tell of a case that was applied for elsewhere',
    description:
      'Of a service that the municipality’s catalogue shows as living elsewhere, and that the system serves. The system’s own id makes it one case: the first time it is opened and the resident gets a notice, after that it goes on. A case that an application opened, and whose receipt gave the id, goes on by it too, whatever the service. What is asked and decided in it is told by `caseId`, as in any other case.',
    params: { slug: serviceSlug, externalId: m.externalId },
    body: m.caseOfService,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: {
      404: 'No such service, it is applied for here and no application has this id, or this system doesn’t serve it: they look alike',
      409: 'The id stands on another person’s or service’s case, or the case has gone on; application-waits: acknowledge the application for the same that waits, then tell again',
    },
  },
  'record-phase': {
    method: 'POST',
    path: '/cases/{caseId}/phase',
    scope: 'cases.write',
    summary: 'Say that a case goes on',
    description:
      'What comes late (occurredAt before the phase or status it is in) is kept as history and moves nothing; with a caseVersion older than one told before, it changes nothing at all (isOlder). A statusCode that the municipality has not mapped yet is kept, and the phase’s general text shown.',
    params: caseParams,
    body: m.phase,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: late },
  },
  'put-supplement-request': {
    method: 'PUT',
    path: '/cases/{caseId}/supplement-requests/{externalId}',
    scope: 'supplements.write',
    summary: 'Ask the resident for something more',
    description: 'She sees it under "Att göra" and gets a notice. The same id again is the same request.',
    params: itemParams,
    body: m.supplementRequest,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: late },
  },
  'withdraw-supplement-request': {
    method: 'POST',
    path: '/cases/{caseId}/supplement-requests/{externalId}/withdrawal',
    scope: 'supplements.write',
    summary: 'Take a request back',
    description: 'What she has already answered stays answered; the answer says how the request stands.',
    params: itemParams,
    body: m.withdrawal,
    answer: { status: 200, schema: m.recorded, description: 'Taken back, or answered before that' },
    refusals: { 404: notYours },
  },
  'put-supplement-due-date': {
    method: 'PUT',
    path: '/cases/{caseId}/supplement-requests/{externalId}/due-date',
    scope: 'supplements.write',
    summary: 'Give more time to answer, unasked',
    description:
      'Where she has rung, say. A day that is no later than the one she has is no news; the answer has the day that stands. Where she has asked for that day or an earlier one, she has her answer by it.',
    params: itemParams,
    body: c.dueDate,
    answer: { status: 200, schema: m.recorded, description: 'The day that stands' },
    refusals: { 404: notYours, 409: late },
  },
  'put-more-time-answer': {
    method: 'PUT',
    path: '/cases/{caseId}/more-time-requests/{moreTimeId}/answer',
    scope: 'cases.write',
    summary: 'Answer her asking for more time',
    description:
      'Of a request or a round of comments, by the id in its delivery: granted with the new day, hers or another, or refused with the reason in the officer’s words. She gets a notice. A day once given is not taken back.',
    params: { caseId: id, moreTimeId: id },
    body: moreTimeAnswer,
    answer: { status: 200, schema: m.recorded, description: 'It is kept; the day that stands' },
    refusals: {
      404: notYours,
      409: 'more-time-differs: it was answered otherwise before; more-time-over: she has answered meanwhile, or is not asked any more',
    },
  },
  'put-delay-notice': {
    method: 'PUT',
    path: '/cases/{caseId}/delay-notices/{externalId}',
    scope: 'cases.write',
    summary: 'Tell that a case is much delayed, and why',
    description:
      'Underrättelse om försening (FL 11 §). She gets a notice, and reads the reason and the new day on the case’s page. The same id again is the same notice.',
    params: itemParams,
    body: delayNotice,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: late },
  },
  'put-comment-round': {
    method: 'PUT',
    path: '/cases/{caseId}/comment-rounds/{externalId}',
    scope: 'comments.write',
    summary: 'Let the resident comment before the decision',
    description:
      'Kommunicering, FL 25 §: what the decision is to build on, and until when she may comment. She gets a notice; what she says comes as deliveries of kind comment. The same id again is the same round; new material is a round of its own.',
    params: itemParams,
    body: c.commentRound,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: late },
  },
  'put-comment-round-due-date': {
    method: 'PUT',
    path: '/cases/{caseId}/comment-rounds/{externalId}/due-date',
    scope: 'comments.write',
    summary: 'Give more time to comment',
    description:
      'A day that is no later than the one she has is no news; the answer has the day that stands.',
    params: itemParams,
    body: c.dueDate,
    answer: { status: 200, schema: m.recorded, description: 'The day that stands' },
    refusals: { 404: notYours, 409: late },
  },
  'withdraw-comment-round': {
    method: 'POST',
    path: '/cases/{caseId}/comment-rounds/{externalId}/withdrawal',
    scope: 'comments.write',
    summary: 'Take the material back',
    description: 'What she has said stands; the material is not shown any more.',
    params: itemParams,
    body: m.withdrawal,
    answer: { status: 200, schema: m.recorded, description: 'Taken back, or over before that' },
    refusals: { 404: notYours },
  },
  'put-decision': {
    method: 'PUT',
    path: '/cases/{caseId}/decisions/{externalId}',
    scope: 'decisions.write',
    summary: 'Deliver a decision',
    description:
      'She gets a notice. When she opens it is what the time to appeal counts from. The same id again is the same decision. With `matter` delay_request it refuses her request that the case be decided (FL 12 §), and the case goes on; with appeal it dismisses an appeal that came too late (FL 45 §) of the decision in `follows`. A decision that reconsiders another (FL 37–39 §§) names that one in `follows`, whichever of them is told first.',
    params: itemParams,
    body: m.decision,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: late },
  },
  'put-case-message': {
    method: 'PUT',
    path: '/cases/{caseId}/messages/{externalId}',
    scope: 'messages.write',
    summary: 'Write to the resident about a case',
    description:
      'It goes into the case’s own thread. She gets a notice. The same id again in the thread is the same message.',
    params: itemParams,
    body: officeMessage,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: differs },
  },
  'put-thread-message': {
    method: 'PUT',
    path: '/message-threads/{threadId}/messages/{externalId}',
    scope: 'messages.write',
    summary: 'Answer in a thread',
    description:
      'Any thread that the system has been delivered a message of: about a case, or to a service. An office may always write, also where the resident can’t answer any more.',
    params: { threadId: id, externalId: m.externalId },
    body: officeMessage,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: differs },
  },
  'get-message-thread': {
    method: 'GET',
    path: '/message-threads/{threadId}',
    scope: 'messages.read',
    summary: 'How a thread stands',
    description:
      'What has been written both ways, and when she was first shown what the office wrote. Logged, and shown to her.',
    params: { threadId: id },
    answer: { status: 200, schema: thread, description: 'The thread' },
    refusals: { 404: notYours },
  },
  'record-message-reading': {
    method: 'POST',
    path: '/messages/{messageId}/reading',
    scope: 'messages.write',
    summary: 'Say that somebody has read her message',
    description: 'She sees when, and who if the officer is named. The first reading stands.',
    params: { messageId: id },
    body: reading,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours },
  },
  'record-appeal-step': {
    method: 'POST',
    path: '/cases/{caseId}/decisions/{externalId}/appeal-steps',
    scope: 'decisions.write',
    summary: 'Say what has become of the appeal of a decision',
    description:
      'Whichever way the appeal came. Each step once; told again it is the same. The case is then appealed, or, where the court sends it back, looked into anew; what comes after the court’s decision is told by phase.',
    params: itemParams,
    body: appealStep,
    answer: { status: 200, schema: m.recorded, description: 'It is kept' },
    refusals: { 404: notYours, 409: 'It was told differently before' },
  },
  ...wholeCaseOperations,
  ...changeOperations,
  ...careHomeOperations,
  ...careInformationOperations,
  ...appointmentOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
