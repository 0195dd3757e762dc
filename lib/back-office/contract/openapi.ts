import { z } from 'zod';
import { officerSchema } from '@/lib/cases/domain/office-messages';
import packageJson from '@/package.json';
import { fieldOwners } from '../domain/field-owners';
import { scopes } from '../domain/scopes';
import * as appealMessages from './appeal-messages';
import * as applicantMessages from './applicant';
import * as appointmentMessages from './appointment-messages';
import * as bundleMessages from './bundle-messages';
import * as careHomeMessages from './care-home-messages';
import * as careInformationMessages from './care-information-messages';
import * as caseStateMessages from './case-state-messages';
import * as changeMessages from './change-messages';
import * as commentMessages from './comment-messages';
import * as delayMessages from './delay-messages';
import { examples } from './examples';
import * as fileMessages from './file-messages';
import * as formMessages from './form-messages';
import { limits } from './limits';
import * as messages from './messages';
import * as moreTimeMessages from './more-time-messages';
import * as offerMessages from './offer-messages';
import * as officeMessages from './office-messages';
import { type Operation, operations } from './operations';
import * as threadMessages from './thread-messages';
import * as tokenMessages from './token-messages';
import * as withdrawalMessages from './withdrawal-messages';

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const uri = (name: string) => `#/components/schemas/${name}`;

/** What comes in is described as it is sent, the rest as it is given. */
const incoming = [
  ...['TokenRequest', 'Receipt', 'Phase', 'SupplementRequest', 'Withdrawal', 'Decision', 'Document'],
  ...[
    'AppealStep',
    'AppointmentInvitation',
    'AppointmentTime',
    'BookingCancellation',
    'BookingOutcome',
    'Bundle',
    'CareHome',
    'CareNote',
    'CarePlan',
    'CareVisit',
    'CaseState',
    'CaseOfService',
    'CommentRound',
    'DelayNotice',
    'DueDate',
    'MoreTimeAnswer',
    'Officer',
    'Offer',
    'OfficeMessage',
    'Reading',
    'Vacancy',
  ],
];

/** Every schema with an id, each once, referring to one another. */
function componentSchemas(): Json {
  const named = [
    ...Object.values(messages),
    ...Object.values(bundleMessages),
    ...Object.values(caseStateMessages),
    ...Object.values(changeMessages),
    ...Object.values(applicantMessages),
    ...Object.values(careHomeMessages),
    ...Object.values(appointmentMessages),
    ...Object.values(offerMessages),
    ...Object.values(careInformationMessages),
    ...Object.values(delayMessages),
    ...Object.values(moreTimeMessages),
    ...Object.values(appealMessages),
    ...Object.values(withdrawalMessages),
    ...Object.values(fileMessages),
    ...Object.values(formMessages),
    ...Object.values(commentMessages),
    ...Object.values(officeMessages),
    ...Object.values(threadMessages),
    ...Object.values(tokenMessages),
  ].filter((schema) => schema instanceof z.ZodType && schema.meta()?.id);
  const schemas: Json = {};
  for (const io of ['input', 'output'] as const) {
    const registry = z.registry<{ id: string }>();
    if (io === 'input') registry.add(officerSchema, { id: 'Officer' });
    for (const schema of named as z.ZodType[]) {
      const id = schema.meta()?.id as string;
      if (incoming.includes(id) === (io === 'input')) registry.add(schema, { id });
    }
    const made = z.toJSONSchema(registry, { io, uri, metadata: z.globalRegistry, override });
    for (const [name, schema] of Object.entries(made.schemas)) schemas[name] = plain(schema as Json);
  }
  return schemas;
}

/** A format says it better than the pattern that checks it; and a date is a string until it is read. */
function override({ jsonSchema, path }: { jsonSchema: Json; path: (string | number)[] }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
  // contentEncoding says it already.
  if (jsonSchema.format === 'base64') delete jsonSchema.format;
  if (jsonSchema.type === 'string' && /(On|^validFrom)$/.test(String(path.at(-1))))
    jsonSchema.format = 'date';
}

/** What JSON Schema adds and OpenAPI has no use for. */
function plain({ $schema: _, $id: __, id: ___, ...schema }: Json): Json {
  return schema;
}

const parameter = (where: 'path' | 'query', schemas: Record<string, z.ZodType>) =>
  Object.entries(schemas).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: plain(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override }) as Json),
  }));

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

function operationDocument(name: string, operation: Operation): Json {
  const { answer, body } = operation;
  const example = (examples as Record<string, { request?: unknown; answer?: unknown }>)[name];
  const content =
    answer.schema === 'file'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : {
          'application/json': {
            schema: ref(answer.schema.meta()?.id as string),
            ...(example?.answer !== undefined && { example: example.answer }),
          },
        };
  return {
    operationId: name,
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    security: operation.scope ? [{ clientCredentials: [operation.scope] }] : [],
    parameters: [
      ...parameter('path', operation.params ?? {}),
      ...parameter('query', operation.query?.shape ?? {}),
      ...(operation.scope ? [{ $ref: '#/components/parameters/Officer' }] : []),
      ...(body && !operation.hasParts ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: ref(body.meta()?.id as string),
            ...(example?.request !== undefined && { example: example.request }),
          },
        },
      },
    }),
    responses: {
      [answer.status]: { description: answer.description, content },
      ...(operation.scope && {
        400: problemAnswer('A parameter or header can not be read'),
        401: problemAnswer('No token, or one that is not good (any more)'),
        403: problemAnswer(`The token lacks ${operation.scope}`),
        429: problemAnswer('Too many calls: wait as long as Retry-After says'),
      }),
      ...(body && {
        413: problemAnswer(`The body is larger than ${limits.bodyBytes} bytes`),
        415: problemAnswer('The body is not application/json'),
        422: problemAnswer('The body, or an id in the address, is not as it must be: `errors` says where'),
      }),
      ...Object.fromEntries(
        Object.entries(operation.refusals ?? {}).map(([status, text]) => [status, problemAnswer(text)]),
      ),
      default: problemAnswer('Anything else that went wrong'),
    },
  };
}

const tokenOperation: Json = {
  operationId: 'issue-token',
  summary: 'Get a token (OAuth 2.0 client credentials)',
  security: [],
  requestBody: {
    required: true,
    content: { 'application/x-www-form-urlencoded': { schema: ref('TokenRequest') } },
  },
  responses: {
    200: {
      description: 'A token, good for a quarter of an hour',
      content: { 'application/json': { schema: ref('Token') } },
    },
    400: { description: 'Not understood', content: { 'application/json': { schema: ref('TokenError') } } },
    401: {
      description: 'Wrong client or secret',
      content: { 'application/json': { schema: ref('TokenError') } },
    },
    default: problemAnswer('Anything else that went wrong'),
  },
};

let made: Json | undefined;

/** The contract as an OpenAPI 3.1 document, made from the same schemas that check what comes in. */
export function openApiDocument(): Json {
  if (made) return made;
  const paths: Record<string, Json> = {
    '/token': { post: tokenOperation },
    '/openapi.json': {
      get: {
        operationId: 'get-openapi',
        summary: 'This document',
        security: [],
        responses: {
          200: {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        },
      },
    },
  };
  for (const [name, operation] of Object.entries(operations) as [string, Operation][]) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationDocument(name, operation),
    };
  }
  made = {
    openapi: '3.1.0',
    info: {
      title: 'Mina sidor: back-office API',
      version: packageJson.version,
      description: [
        'How a municipality’s case systems receive what residents send, and tell what happens. The host name decides the municipality.',
        'Så här tar kommunens verksamhetssystem emot det som invånarna skickar in, och berättar vad som händer i ärendet. Värdnamnet avgör vilken kommun det gäller.',
      ].join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/back-office/v1' }],
    // Whose word stands in each field of a case: docs/back-office-api.md says what the owners mean.
    'x-field-owners': fieldOwners,
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: {
        Officer: {
          name: 'X-Officer',
          in: 'header',
          required: false,
          description:
            'For whom the system asks: `name; unit=unit`, each percent-encoded UTF-8. Shown to the resident beside what was read.',
          schema: { type: 'string', maxLength: 700 },
          example: 'Maria%20%C3%96berg; unit=Bist%C3%A5ndsenheten',
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description:
            'What the system calls this message: the same key with the same content gets the first answer again, the same key with another content is refused (409), unless the first was refused: then it is the correction. Repeats without a key are safe too, since each thing has its own id.',
          schema: { type: 'string', maxLength: 200 },
        },
      },
      securitySchemes: {
        clientCredentials: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: '/api/back-office/v1/token', scopes } },
        },
      },
    },
    webhooks: {
      'delivery-waiting': {
        post: {
          operationId: 'delivery-waiting',
          summary: 'Something waits',
          description:
            'Sent to the system’s webhook address, signed as Standard Webhooks 1.0 says (webhook-id, webhook-timestamp, webhook-signature). Answer 2xx when heard, then fetch the delivery. May come more than once.',
          requestBody: {
            content: {
              'application/cloudevents+json': { schema: ref('WebhookMessage'), example: examples.webhook },
            },
          },
          responses: { '2XX': { description: 'Heard' } },
        },
      },
    },
  };
  return made;
}
