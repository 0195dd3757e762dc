// Longer than most: what belongs to no family of messages with a file of its own stands here, and refers to itself.
import { z } from 'zod';
import { casePhases } from '@/lib/cases/domain/case-lifecycle';
import { commentRoundStatuses } from '@/lib/cases/domain/comment-round';
import { moreTimeOutcomes } from '@/lib/cases/domain/more-time';
import {
  decisionMessage,
  officeCaseMessage,
  phaseMessage,
  receivedMessage,
  supplementMessage,
} from '@/lib/cases/domain/office-messages';
import { toldPerson } from '@/lib/identity/domain/told-person';
import { appeal } from './appeal-messages';
import { applicant } from './applicant';
import { booking } from './appointment-messages';
import { commentContent, commentRoundState } from './comment-messages';
import { delayRequest } from './delay-messages';
import { document, file } from './file-messages';
import { pagesOf, question, translation } from './form-messages';
import { moreTime } from './more-time-messages';
import { offerAnswer } from './offer-messages';
import { message } from './thread-messages';
import { day, instant } from './times';
import { applicationWithdrawal } from './withdrawal-messages';

/*
 * What goes over the wire, in and out. Everything that comes in is strict: a field that isn't known is refused rather
 * than lost. Out goes UTC (RFC 3339) and calendar dates. The OpenAPI document is made from these.
 */

const id = z.uuid();

/** A system's own id of a thing, as it stands in a path. That it holds no personal number is asked of every address. */
export const externalId = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{1,64}$/)
  .meta({
    description: 'The system’s own id. It must not hold a personal number, with or without its sign.',
  });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().optional().meta({ description: 'Stable; a reason within the status' }),
    detail: z.string().optional(),
    errors: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'Field (JSON path) → what is wrong with it. Never the value that was sent.' }),
    inboxId: id.optional().meta({
      description:
        'The message is kept under this id, for a person at the municipality to look at. Correct it and send it again if you can.',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

export const apiInfo = z
  .strictObject({
    apiName: z.string(),
    apiVersion: z.string(),
    apiReleased: day,
    apiDocumentation: z.string(),
    apiStatus: z.enum(['active', 'deprecated']),
  })
  .meta({ id: 'ApiInfo' });

const deliveryFacts = {
  id,
  kind: z
    .enum([
      'application',
      'supplement',
      'comment',
      'more-time',
      'delay-request',
      'appeal',
      'withdrawal',
      'offer-answer',
      'booking',
      'message',
      'file',
    ])
    .meta({
      description:
        'comment: what she says of the material before a decision. more-time: she asks for a later day to answer or comment by. delay-request: she asks that her case be decided (FL 12 §). withdrawal: she takes her application back. offer-answer: she says yes or no to a care home, or has not answered in time. booking: she has booked, moved or cancelled a time, or it was moved or taken away here. file: one that came earlier and was still being scanned then',
    }),
  state: z.enum(['waiting', 'received']).meta({ description: 'received: the system has acknowledged it' }),
  createdAt: instant,
  receivedAt: instant.optional(),
  case: z
    .strictObject({
      id,
      number: z.string().meta({ description: 'the number the resident has on her receipt' }),
      externalId: z
        .string()
        .optional()
        .meta({ description: "the system's own id, once it has been acknowledged" }),
    })
    .optional()
    .meta({ description: 'not there where a message is to a service, or a booking about no case' }),
};

export const deliverySummary = z.strictObject(deliveryFacts).meta({ id: 'DeliverySummary' });

export const deliveryPage = z
  .strictObject({
    items: z.array(deliverySummary),
    page: z.int(),
    limit: z.int(),
    total: z.int(),
  })
  .meta({ id: 'DeliveryPage' });

export const signature = z
  .strictObject({
    role: z.string().meta({
      description: 'what she is in the application: applicant, or one of the form’s own, as co-applicant',
    }),
    title: z.string().optional().meta({ description: 'the form’s own role in words, as it was signed' }),
    personalNumber: z.string().meta({ description: '12 digits' }),
    name: z.string().optional(),
    signedAt: instant,
  })
  .meta({ id: 'Signature' });

export const application = z
  .strictObject({
    number: z.string(),
    submittedAt: instant,
    signedAt: instant.meta({ description: 'when the last of them signed' }),
    signatures: z
      .array(signature)
      .meta({ description: 'everybody who has signed this very document, the applicant first' }),
    language: z.string().meta({ description: 'that she filled it in, and signed it' }),
    service: z.strictObject({
      slug: z.string(),
      version: z.int().meta({ description: 'of the form: the same version always asks the same' }),
      title: z.string(),
      applicationType: z.string().meta({ description: 'what the receiver calls this kind of application' }),
    }),
    applicant,
    answers: z.record(z.string(), z.unknown()).meta({
      description:
        'The answers as data, by question, after the JSON Schema of this version of the service: /services/{slug}/versions/{version}/schema',
    }),
    pages: pagesOf(question).meta({ description: 'in the language she filled it in, as she signed it' }),
    translation: translation.optional(),
    files: z.array(file),
  })
  .meta({ id: 'Application' });

export const answersSchema = z.looseObject({ $schema: z.string(), type: z.literal('object') }).meta({
  id: 'AnswersSchema',
  description: 'A JSON Schema (2020-12)',
});

export const supplementAnswer = z
  .strictObject({
    externalId: z.string().meta({ description: 'the request it answers, by the id the system gave it' }),
    part: z.int().meta({ description: '1, 2, …: she may answer in parts, each a delivery of its own' }),
    isLast: z.boolean().meta({
      description:
        'true: nothing more is to be waited for. Something has come about each thing asked for, or she says that this is all she has.',
    }),
    answeredAt: instant.meta({ description: 'when she sent this part' }),
    items: z.array(z.strictObject({ id: z.string(), text: z.string() })).meta({
      description: 'what she wrote, by the ids of the things asked for; those without text are not there',
    }),
    files: z.array(file).meta({ description: '`field` is the id of the thing asked for' }),
    request: z
      .strictObject({
        text: z.string(),
        items: z.array(z.strictObject({ id: z.string(), text: z.string() })),
        replaces: id.meta({ description: 'the infected file that was to be sent anew' }),
      })
      .optional()
      .meta({
        description:
          'where the portal itself asked, since a file was infected: the system has not seen the request, and the id is the portal’s',
      }),
  })
  .meta({ id: 'SupplementAnswer' });

export const delivery = z
  .strictObject({
    ...deliveryFacts,
    application: application.optional().meta({ description: 'where kind is application' }),
    supplement: supplementAnswer
      .optional()
      .meta({ description: 'where kind is supplement: a part of an answer' }),
    moreTime: moreTime.optional().meta({ description: 'where kind is more-time' }),
    delayRequest: delayRequest.optional().meta({ description: 'where kind is delay-request' }),
    withdrawal: applicationWithdrawal.optional().meta({ description: 'where kind is withdrawal' }),
    offerAnswer: offerAnswer.optional().meta({ description: 'where kind is offer-answer' }),
    booking: booking.optional().meta({ description: 'where kind is booking: as it is now' }),
    comment: commentContent.optional().meta({ description: 'where kind is comment' }),
    file: file.optional().meta({ description: 'where kind is file: how it stands with it now' }),
    appeal: appeal.optional().meta({ description: 'where kind is appeal' }),
    message: message.optional().meta({ description: 'where kind is message' }),
    sender: applicant.optional().meta({ description: 'where kind is message: who wrote it' }),
  })
  .meta({ id: 'Delivery' });

export type DeliverySummary = z.infer<typeof deliverySummary>;
export type DeliveryPage = z.infer<typeof deliveryPage>;
export type DeliveryAnswer = z.infer<typeof delivery>;
export type ApplicationContent = z.infer<typeof application>;
export type SupplementContent = z.infer<typeof supplementAnswer>;

export const receipt = receivedMessage.meta({
  id: 'Receipt',
  description:
    'The system has the delivery safe, under its own id of the case. Now it is "mottagen av handläggarna".',
});

export type Receipt = z.output<typeof receipt>;

export const phase = phaseMessage.meta({
  id: 'Phase',
  description:
    'The case goes on, to another phase, to another of the system’s own statuses (statusCode), or both. What the resident is asked and what is decided have operations of their own.',
});

export const caseOfService = officeCaseMessage
  .extend({
    person: toldPerson,
  })
  .meta({
    id: 'CaseOfService',
    description: 'How a case stands that was applied for elsewhere. Sent again it brings the case on.',
  });

export type CaseOfService = z.output<typeof caseOfService>;

export const supplementRequest = supplementMessage
  .omit({ externalId: true })
  .meta({ id: 'SupplementRequest' });

export const withdrawal = z
  .strictObject({ occurredAt: supplementMessage.shape.occurredAt })
  .meta({ id: 'Withdrawal' });

export const decision = decisionMessage
  .omit({ externalId: true })
  .extend({ document: document.optional() })
  .meta({ id: 'Decision' });

/** What a kept message led to: ids to find it by again, and how things stand. */
export const recorded = z
  .strictObject({
    caseId: id.optional().meta({ description: 'where it is about a case' }),
    externalId: z.string().optional(),
    number: z.string().optional().meta({ description: 'of a case: what she says on the phone' }),
    phase: z.enum(casePhases).optional().meta({ description: 'the phase the case is in, after' }),
    statusMapped: z.boolean().optional().meta({
      description:
        'where a statusCode was told: false until the municipality has said which of its statuses it means. It is kept all the same, and shown from then on.',
    }),
    isOlder: z
      .literal(true)
      .optional()
      .meta({ description: 'a newer caseVersion was told before: nothing has changed' }),
    supplementId: id.optional(),
    supplementStatus: z.enum(['asked', 'answered', 'received', 'withdrawn']).optional(),
    roundId: id.optional(),
    roundStatus: z.enum(commentRoundStatuses).optional(),
    moreTimeId: id.optional(),
    outcome: z.enum(moreTimeOutcomes).optional().meta({ description: 'of her asking for more time' }),
    dueOn: day.optional().meta({ description: 'where more time was asked or given: the day that stands' }),
    decisionId: id.optional(),
    delayNoticeId: id.optional(),
    messageId: id.optional(),
    threadId: id.optional(),
  })
  .meta({ id: 'Recorded' });

export type Recorded = z.infer<typeof recorded>;

export const caseView = z
  .strictObject({
    id,
    number: z.string(),
    externalId: z.string().optional(),
    phase: z.enum(casePhases),
    phaseSince: instant,
    receivedAt: instant.meta({ description: 'when the application reached the municipality (FL 22 §)' }),
    receivedByOfficeAt: instant.optional(),
    supplements: z.array(
      z.strictObject({
        externalId: z.string(),
        status: z.enum(['asked', 'answered', 'received', 'withdrawn']),
        dueOn: day,
        answeredAt: instant.optional(),
      }),
    ),
    delayRequest: z
      .strictObject({ requestedAt: instant, answerBy: day })
      .optional()
      .meta({ description: 'where she has asked that the case be decided (FL 12 §)' }),
    commentRounds: z.array(commentRoundState),
    decisions: z.array(
      z.strictObject({
        externalId: z.string(),
        arrivedAt: instant.meta({ description: 'when she could first read it' }),
        openedAt: instant
          .optional()
          .meta({ description: 'when she opened it: the time to appeal counts from then' }),
      }),
    ),
  })
  .meta({ id: 'Case' });

export type CaseView = z.infer<typeof caseView>;

export const webhook = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: id.meta({ description: "the delivery's id: the same when it is told again" }),
    source: z.string(),
    type: z.literal('se.mina-sidor.delivery.waiting'),
    time: instant,
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({ deliveryId: id, caseId: id.optional(), kind: deliveryFacts.kind }),
  })
  .meta({ id: 'WebhookMessage', description: 'CloudEvents 1.0. Ids only, no personal data.' });
