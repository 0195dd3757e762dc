import { z } from 'zod';

/** What BankID's API (v6) answers. Unknown fields are tolerated: BankID adds some without a new version. */
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

export const startAnswer = z.object({
  orderRef: z.uuid(),
  autoStartToken: z.uuid(),
  qrStartToken: z.string().min(1),
  qrStartSecret: z.string().min(1),
});
export type StartAnswer = z.infer<typeof startAnswer>;

export const completionData = z.object({
  user: z.object({
    personalNumber: z.string().regex(/^\d{12}$/),
    name: z.string(),
    givenName: z.string(),
    surname: z.string(),
  }),
  device: z.object({ ipAddress: z.string(), uhi: z.string().optional() }),
  bankIdIssueDate: z.string().optional(),
  signature: base64,
  ocspResponse: base64,
  /** may be left out where BankID could not judge */
  risk: z.enum(['low', 'moderate', 'high']).optional().catch(undefined),
});
export type CompletionData = z.infer<typeof completionData>;

// Hint codes are open: new ones may appear at any time, and then the order simply goes on or has failed.
export const collectAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), hintCode: z.string().default('') }),
  z.object({ status: z.literal('failed'), hintCode: z.string().default('') }),
  z.object({ status: z.literal('complete'), completionData }),
]);
export type CollectAnswer = z.infer<typeof collectAnswer>;

const errorCodes = z.enum([
  'alreadyInProgress',
  'invalidParameters',
  'unauthorized',
  'notFound',
  'methodNotAllowed',
  'requestTimeout',
  'unsupportedMediaType',
  'tooManyRequests',
  'internalError',
  'maintenance',
  /** ours: an answer that is none of BankID's */
  'notUnderstood',
]);
export type BankIdErrorCode = z.infer<typeof errorCodes>;
export const errorAnswer = z.object({ errorCode: errorCodes.catch('notUnderstood') });
