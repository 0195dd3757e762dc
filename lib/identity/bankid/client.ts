import 'server-only';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { z } from 'zod';
import { env } from '@/lib/platform/env';
import { postOverTls } from '@/lib/platform/tls-post';
import {
  type BankIdErrorCode,
  type CollectAnswer,
  collectAnswer,
  errorAnswer,
  type StartAnswer,
  startAnswer,
} from './answers';

/** What BankID answered, or why not. No connection and no answer in time count as BankID's own 'requestTimeout'. */
export type BankIdAnswer<T> = { ok: true; value: T } | { ok: false; errorCode: BankIdErrorCode };

/** A start, in our words; the client puts it as BankID wants it. */
export interface OrderRequest {
  endUserIp: string;
  visibleText: string;
  visibleFormat?: 'plaintext' | 'simpleMarkdownV1' | undefined;
  /** bytes that are signed without being shown */
  nonVisibleData?: Uint8Array | undefined;
  /** given for same-device orders only: where the app sends the browser afterwards */
  returnUrl?: string | undefined;
  /** the only person who may answer; never used to find a person */
  personalNumber?: string | undefined;
  web: { referringDomain: string; userAgent: string; deviceIdentifier: string };
}

export interface BankIdConnection {
  /** ends with "/rp/v6.0/" */
  baseUrl: string;
  pfx: Buffer;
  passphrase: string;
  /** BankID's own root, and no other, vouches for the server */
  ca: Buffer;
}

export interface BankIdClient {
  auth(order: OrderRequest): Promise<BankIdAnswer<StartAnswer>>;
  sign(order: OrderRequest): Promise<BankIdAnswer<StartAnswer>>;
  collect(orderRef: string): Promise<BankIdAnswer<CollectAnswer>>;
  cancel(orderRef: string): Promise<BankIdAnswer<unknown>>;
  close(): void;
}

/** An answer later than this is no answer. Shorter than COLLECT_LEASE, so that two never collect the same order at once. */
export const BANKID_TIMEOUT = 8_000;
const MAX_ANSWER_BYTES = 1_000_000;

export const readConnection = (settings: {
  BANKID_API_URL: string;
  BANKID_PFX_FILE: string;
  BANKID_PFX_PASSPHRASE: string;
  BANKID_CA_FILE: string;
}): BankIdConnection => ({
  baseUrl: `${settings.BANKID_API_URL.replace(/\/+$/, '')}/`,
  pfx: readFileSync(settings.BANKID_PFX_FILE),
  passphrase: settings.BANKID_PFX_PASSPHRASE,
  ca: readFileSync(settings.BANKID_CA_FILE),
});

/**
 * The relying party's side of BankID's API v6. Written over node:https since a client certificate and a pinned root are
 * all there is to it (docs/decisions/0020-own-bankid-client.md says why no library). Never throws for what BankID or the network does.
 */
export function bankIdClient(connection: BankIdConnection): BankIdClient {
  const { baseUrl, ...credentials } = connection;
  const agent = new Agent({ ...credentials, minVersion: 'TLSv1.2', keepAlive: true, maxSockets: 50 });
  const post = <T>(schema: z.ZodType<T>, endpoint: string, body: object) =>
    call(agent, new URL(endpoint, baseUrl), schema, body);
  return {
    auth: (order) => post(startAnswer, 'auth', startBody(order)),
    sign: (order) => post(startAnswer, 'sign', startBody(order)),
    collect: (orderRef) => post(collectAnswer, 'collect', { orderRef }),
    cancel: (orderRef) => post(z.unknown(), 'cancel', { orderRef }),
    close: () => agent.destroy(),
  };
}

// One client per process, also when the development server loads this file again: it keeps connections open.
const holder = globalThis as { __minaSidorBankId?: BankIdClient };

/** The client for the BankID that the settings name. */
export const bankId = (): BankIdClient => (holder.__minaSidorBankId ??= bankIdClient(readConnection(env())));

function startBody(order: OrderRequest): object {
  const { referringDomain, userAgent, deviceIdentifier } = order.web;
  return {
    endUserIp: order.endUserIp,
    userVisibleData: Buffer.from(order.visibleText, 'utf8').toString('base64'),
    userVisibleDataFormat: order.visibleFormat ?? 'plaintext',
    ...(order.nonVisibleData && { userNonVisibleData: Buffer.from(order.nonVisibleData).toString('base64') }),
    ...(order.returnUrl && { returnUrl: order.returnUrl }),
    returnRisk: true,
    ...(order.personalNumber && { requirement: { personalNumber: order.personalNumber } }),
    web: {
      referringDomain,
      // BankID takes 256 signs at most and refuses an empty text.
      ...(userAgent && { userAgent: userAgent.slice(0, 256) }),
      deviceIdentifier: deviceIdentifier.slice(0, 64),
    },
  };
}

async function call<T>(agent: Agent, url: URL, schema: z.ZodType<T>, body: object): Promise<BankIdAnswer<T>> {
  let answer: { status: number; text: string };
  try {
    answer = await postOverTls(agent, url, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      timeoutMs: BANKID_TIMEOUT,
      maxBytes: MAX_ANSWER_BYTES,
    });
  } catch {
    return { ok: false, errorCode: 'requestTimeout' };
  }
  const json = parseJson(answer.text);
  if (answer.status === 200) {
    const parsed = schema.safeParse(json);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, errorCode: 'notUnderstood' };
  }
  // BankID's `details` are for developers, never for people, and stay out of the log too.
  const refused = errorAnswer.safeParse(json);
  if (refused.success) return { ok: false, errorCode: refused.data.errorCode };
  return { ok: false, errorCode: answer.status >= 500 ? 'internalError' : 'notUnderstood' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
