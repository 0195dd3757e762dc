import { createHash, createPublicKey, type JsonWebKeyInput, randomBytes, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBroker } from '@/demo/broker/provider';
import { BrokerControl } from '@/demo/broker/switches';
import { demoPeople } from '@/demo/people';
import type { Running } from '@/demo/web/http';

const SCOPE =
  'openid https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber';
const NUMBER = 'https://id.oidc.se/claim/personalIdentityNumber';
const CLIENT = { id: 'mina-sidor', secret: 'a-secret-for-the-tests' };
const CALLBACK = 'http://granvik.localhost:3000/api/auth/callback/broker';

let dir: string;
let broker: Running;
let port: number;
const control = new BrokerControl();

const start = () =>
  startBroker({
    port,
    host: '127.0.0.1',
    issuer: `http://127.0.0.1:${port}`,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    redirectUris: [CALLBACK, 'http://ekhamn.localhost:3000/api/auth/callback/broker'],
    stateFile: join(dir, 'broker.json'),
    people: demoPeople,
    control,
    hubUrl: 'http://localhost:3002',
  });

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'broker-'));
  port = await freePort();
  broker = await start();
});

beforeEach(() => control.set({ loa: 'loa3', withoutNumber: false }));

afterAll(async () => {
  await broker.close();
  await rm(dir, { recursive: true });
});

/** The issuer's address holds the port, so it must be known before the broker starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

/** A browser as far as this needs one: it keeps cookies and stops at each redirect. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(url, `http://127.0.0.1:${port}`), {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }
}

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

function authorizationUrl(extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: CLIENT.id,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: SCOPE,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  });
  return `/auth?${query}`;
}

/** Logs in, or aborts, on the broker's own page; gives back the address it sends the browser to. */
async function answerPage(form: Record<string, string>, browser = new Browser(), extra = {}): Promise<URL> {
  const toPage = await browser.go(authorizationUrl(extra));
  const pageUrl = toPage.headers.get('location') ?? '';
  const page = await browser.go(pageUrl);
  expect(await page.text()).toContain('Astrid Lindqvist');
  const answered = await browser.go(pageUrl, form);
  const resumed = await browser.go(answered.headers.get('location') ?? '');
  return new URL(resumed.headers.get('location') ?? '');
}

async function redeem(code: string): Promise<{ id_token: string; access_token: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  });
  expect(response.status).toBe(200);
  return response.json() as Promise<{ id_token: string; access_token: string }>;
}

async function readSigned(token: string): Promise<Record<string, unknown>> {
  const { keys } = (await (await fetch(`http://127.0.0.1:${port}/jwks`)).json()) as {
    keys: JsonWebKeyInput['key'][];
  };
  const [header = '', payload = '', signature = ''] = token.split('.');
  const key = createPublicKey({ key: keys[0] as JsonWebKeyInput['key'], format: 'jwk' });
  const data = Buffer.from(`${header}.${payload}`);
  expect(verify('RSA-SHA256', data, key, Buffer.from(signature, 'base64url'))).toBe(true);
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

async function logIn(person: string, browser = new Browser(), extra = {}): Promise<Record<string, unknown>> {
  const callback = await answerPage({ person }, browser, extra);
  expect(callback.searchParams.get('state')).toBe('the-state');
  const { id_token } = await redeem(callback.searchParams.get('code') ?? '');
  return readSigned(id_token);
}

describe('a log-in', () => {
  test('gives the claims of the Swedish profile in the ID token', async () => {
    const claims = await logIn('astrid-lindqvist');
    expect(claims).toMatchObject({
      iss: `http://127.0.0.1:${port}`,
      aud: CLIENT.id,
      nonce: 'the-nonce',
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      name: 'Astrid Lindqvist',
      given_name: 'Astrid',
      family_name: 'Lindqvist',
      birthdate: '1942-07-09',
      [NUMBER]: '194207099146',
    });
    expect(claims.auth_time).toBeTypeOf('number');
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    expect(claims).not.toHaveProperty('https://id.oidc.se/claim/coordinationNumber');
  });

  test('gives the same claims in a signed UserInfo', async () => {
    const callback = await answerPage({ person: 'yousef-haddad' });
    const { access_token } = await redeem(callback.searchParams.get('code') ?? '');
    const response = await fetch(`http://127.0.0.1:${port}/me`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(response.headers.get('content-type')).toContain('application/jwt');
    expect(await readSigned(await response.text())).toMatchObject({ [NUMBER]: '197901072392' });
  });

  test('has the same subject the next time, also after a restart, and another for another person', async () => {
    const first = await logIn('astrid-lindqvist');
    const other = await logIn('karin-lindqvist-bergstrom');
    await broker.close();
    broker = await start();
    const again = await logIn('astrid-lindqvist');
    expect(again.sub).toBe(first.sub);
    expect(other.sub).not.toBe(first.sub);
    expect(String(first.sub)).not.toContain('1942');
  });

  test('is asked for anew although the browser logged in before', async () => {
    const browser = new Browser();
    await logIn('astrid-lindqvist', browser);
    expect(await logIn('oskar-nystrom', browser)).toMatchObject({ name: 'Oskar Nyström' });
  });
});

describe('refusals', () => {
  test('cancelling is access_denied', async () => {
    const callback = await answerPage({ abort: 'yes' });
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.get('state')).toBe('the-state');
  });

  test('without PKCE there is no log-in', async () => {
    const response = await new Browser().go(
      authorizationUrl({ code_challenge: '', code_challenge_method: '' }),
    );
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });

  test('an unknown return address gets a page, not a redirect', async () => {
    const response = await new Browser().go(authorizationUrl({ redirect_uri: 'http://elsewhere.test/' }));
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  test('another browser cannot answer the page', async () => {
    const toPage = await new Browser().go(authorizationUrl());
    const answered = await new Browser().go(toPage.headers.get('location') ?? '', {
      person: 'astrid-lindqvist',
    });
    expect(answered.status).toBe(404);
  });
});

describe('what tests can switch', () => {
  test('a lower level than asked for, even when it was essential', async () => {
    control.set({ loa: 'loa2', withoutNumber: false });
    const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
    const claims = JSON.stringify({ id_token: { acr: { essential: true, values: [loa3] } } });
    expect(await logIn('astrid-lindqvist', new Browser(), { claims, prompt: 'login' })).toMatchObject({
      acr: 'http://id.elegnamnden.se/loa/1.0/loa2',
    });
  });

  test('an answer without a number', async () => {
    control.set({ loa: 'loa3', withoutNumber: true });
    expect(await logIn('astrid-lindqvist')).not.toHaveProperty(NUMBER);
  });
});
