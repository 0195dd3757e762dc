import { isIP } from 'node:net';
import Personnummer from 'personnummer';
import { z } from 'zod';

/**
 * What BankID's RP API v6 takes. Strict on purpose: a field that BankID does not know is refused here too,
 * so that a misspelt one is found in the demo and not in production.
 */

const utf8 = new TextDecoder('utf-8', { fatal: true });

function isBase64(value: string): boolean {
  return Buffer.from(value, 'base64').toString('base64') === value;
}

function isBase64Utf8(value: string): boolean {
  if (!isBase64(value)) return false;
  try {
    utf8.decode(Buffer.from(value, 'base64'));
    return true;
  } catch {
    return false;
  }
}

/** BankID's limits count the characters after base64. */
const visible = (max: number) => z.string().min(1).max(max).refine(isBase64Utf8, 'must be base64 of UTF-8');
const nonVisible = (max: number) => z.string().min(1).max(max).refine(isBase64, 'must be base64');

const personalNumber = z
  .string()
  .regex(/^\d{12}$/, 'must be 12 digits')
  .refine(
    (value) => Personnummer.valid(value, { allowCoordinationNumber: true, allowInterimNumber: false }),
    'is not a personal number',
  );

/** BankID's test environment knows the test policies only; production's are refused, as they are there. */
export const SMART_CARD_POLICY = '1.2.3.4.10';
export const MOBILE_POLICIES: readonly string[] = ['1.2.3.4.25', '1.2.752.60.1.6'];
const certificatePolicies = z
  .array(z.enum(['1.2.3.4.5', SMART_CARD_POLICY, '1.2.3.4.25', '1.2.752.60.1.6']))
  .min(1);

const commonRequirement = {
  pinCode: z.boolean().optional(),
  cardReader: z.enum(['class1', 'class2']).optional(),
  certificatePolicies: certificatePolicies.optional(),
};

function cardReaderHasCard(requirement: { cardReader?: string; certificatePolicies?: string[] }): boolean {
  return !requirement.cardReader || requirement.certificatePolicies?.includes(SMART_CARD_POLICY) === true;
}
const CARD_READER_RULE = 'cardReader needs a smart card policy';

const requirement = z
  .strictObject({
    ...commonRequirement,
    mrtd: z.boolean().optional(),
    personalNumber: personalNumber.optional(),
    risk: z.enum(['low', 'moderate']).optional(),
  })
  .refine(cardReaderHasCard, CARD_READER_RULE);

const hasMember = (value: object) => Object.keys(value).length > 0;

const web = z
  .strictObject({
    referringDomain: z
      .string()
      .min(3)
      .regex(/^[a-z0-9.-]+$/, 'must be a domain in punycode')
      .optional(),
    userAgent: z.string().min(1).max(256).optional(),
    deviceIdentifier: z.string().min(1).max(64).optional(),
  })
  .refine(hasMember, 'needs at least one member');

const app = z
  .strictObject({
    appIdentifier: z.string().min(1).optional(),
    deviceOS: z.string().min(1).optional(),
    deviceModelName: z.string().min(1).optional(),
    deviceIdentifier: z.string().min(1).max(64).optional(),
  })
  .refine(hasMember, 'needs at least one member');

const visibleDataFormat = z.enum(['plaintext', 'simpleMarkdownV1']).optional();

const onScreen = {
  endUserIp: z.string().refine((value) => isIP(value) !== 0, 'must be an IP address'),
  userVisibleDataFormat: visibleDataFormat,
  returnUrl: z.string().max(512).refine(URL.canParse, 'must be a URL').optional(),
  returnRisk: z.boolean().optional(),
  web: web.optional(),
  app: app.optional(),
  requirement: requirement.optional(),
};

const notBoth = (value: { web?: object; app?: object }) => !(value.web && value.app);
const NOT_BOTH_RULE = 'web and app exclude each other';

const inCall = {
  personalNumber,
  callInitiator: z.enum(['user', 'RP']),
  userVisibleDataFormat: visibleDataFormat,
  requirement: z.strictObject(commonRequirement).refine(cardReaderHasCard, CARD_READER_RULE).optional(),
};

const AUTH_LIMIT = 1500;
const SIGN_VISIBLE_LIMIT = 40_000;
const SIGN_NON_VISIBLE_LIMIT = 200_000;

const authData = {
  userVisibleData: visible(AUTH_LIMIT).optional(),
  userNonVisibleData: nonVisible(AUTH_LIMIT).optional(),
};
const signData = {
  userVisibleData: visible(SIGN_VISIBLE_LIMIT),
  userNonVisibleData: nonVisible(SIGN_NON_VISIBLE_LIMIT).optional(),
};

export const authRequest = z.strictObject({ ...onScreen, ...authData }).refine(notBoth, NOT_BOTH_RULE);
export const signRequest = z.strictObject({ ...onScreen, ...signData }).refine(notBoth, NOT_BOTH_RULE);
export const phoneAuthRequest = z.strictObject({ ...inCall, ...authData });
export const phoneSignRequest = z.strictObject({ ...inCall, ...signData });
export const orderRefRequest = z.strictObject({ orderRef: z.uuid() });

export type ScreenRequest = z.infer<typeof authRequest>;
export type CallRequest = z.infer<typeof phoneAuthRequest>;
