import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { startBankIdApi } from '@/demo/bankid/api';
import { type BankIdCertificates, ensureBankIdCertificates, userKeyIssuer } from '@/demo/bankid/certificates';
import { BankIdFaults } from '@/demo/bankid/faults';
import { BankIdOrders } from '@/demo/bankid/orders';
import { PLACEHOLDER_OCSP, signOrder } from '@/demo/bankid/signature';
import { toSerialNumber } from '@/demo/certificates/authority';
import { type DemoPerson, demoPeople } from '@/demo/people';
import type { Running } from '@/demo/web/http';

const [astrid] = demoPeople as [DemoPerson];

/** Making RSA keys takes a second or ten, by luck and by how busy the machine is. */
const KEYS_TAKE_TIME = 60_000;

let dir: string;
let certificates: BankIdCertificates;
let orders: BankIdOrders;
let api: Running;
let agent: Agent;
const faults = new BankIdFaults();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bankid-'));
  certificates = await ensureBankIdCertificates(join(dir, 'bankid'));
  const keyOf = await userKeyIssuer(certificates, Date.now);
  orders = new BankIdOrders({
    now: Date.now,
    sign: (order) => ({ signature: signOrder(order, keyOf(order.person)), ocspResponse: PLACEHOLDER_OCSP }),
  });
  api = await startBankIdApi({ port: 0, host: '127.0.0.1', certificates, orders, faults });
  agent = new Agent({
    pfx: readFileSync(certificates.pfxFile),
    passphrase: certificates.passphrase,
    ca: readFileSync(certificates.caFile),
    minVersion: 'TLSv1.2',
  });
}, KEYS_TAKE_TIME);

beforeEach(() => faults.set({ errorCode: null }));

afterAll(async () => {
  agent.destroy();
  await api.close();
  await rm(dir, { recursive: true });
});

interface Reply {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
}

function send(
  path: string,
  body: string,
  options: { method?: string; type?: string; agent?: Agent } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const req = request(
      {
        host: '127.0.0.1',
        port: api.port,
        path,
        method: options.method ?? 'POST',
        agent: options.agent ?? agent,
        headers: { 'content-type': options.type ?? 'application/json' },
      },
      (res) => {
        let text = '';
        res.on('data', (chunk) => {
          text += chunk;
        });
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, body: JSON.parse(text), headers: res.headers }),
        );
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}

const call = (endpoint: string, body: object) => send(`/rp/v6.0/${endpoint}`, JSON.stringify(body));

describe('who may speak to it', () => {
  test('nobody without a client certificate', async () => {
    const bare = new Agent({ ca: readFileSync(certificates.caFile) });
    await expect(send('/rp/v6.0/auth', '{}', { agent: bare })).rejects.toThrow();
  });

  test('nobody with a certificate from another root', async () => {
    const foreign = new Agent({
      pfx: readFileSync(certificates.foreignPfxFile),
      passphrase: certificates.passphrase,
      ca: readFileSync(certificates.caFile),
    });
    await expect(send('/rp/v6.0/auth', '{}', { agent: foreign })).rejects.toThrow();
  });

  test('nobody who does not trust its own root', async () => {
    const trusting = new Agent({
      pfx: readFileSync(certificates.pfxFile),
      passphrase: certificates.passphrase,
    });
    await expect(send('/rp/v6.0/auth', '{}', { agent: trusting })).rejects.toThrow(/certificate/);
  });
});

describe('the protocol', () => {
  test.each([
    ['GET', '/rp/v6.0/auth', 'application/json', 405, 'methodNotAllowed'],
    ['POST', '/rp/v6.0/nothing', 'application/json', 404, 'notFound'],
    ['POST', '/rp/v5.1/auth', 'application/json', 404, 'notFound'],
    ['POST', '/rp/v6.0/auth', 'text/plain', 415, 'unsupportedMediaType'],
    ['POST', '/rp/v6.0/auth', 'application/json; charset=utf-8', 415, 'unsupportedMediaType'],
    ['POST', '/rp/v6.0/auth', 'application/json', 400, 'invalidParameters'],
  ])('%s %s as %s: %i %s', async (method, path, type, status, errorCode) => {
    const reply = await send(path, method === 'GET' ? '' : '{}', { method, type });
    expect(reply).toMatchObject({ status, body: { errorCode } });
  });

  test('what is not JSON is a wrong parameter', async () => {
    expect(await send('/rp/v6.0/auth', '{')).toMatchObject({
      status: 400,
      body: { errorCode: 'invalidParameters' },
    });
  });

  test('a start gives four tokens, in a phone call only the reference', async () => {
    const { body } = await call('auth', { endUserIp: '192.0.2.7' });
    expect(Object.keys(body).sort()).toEqual(['autoStartToken', 'orderRef', 'qrStartSecret', 'qrStartToken']);
    const inCall = await call('phone/auth', { personalNumber: astrid.nationalId, callInitiator: 'user' });
    expect(Object.keys(inCall.body)).toEqual(['orderRef']);
    await call('cancel', { orderRef: inCall.body.orderRef });
  });

  test('cancel answers an empty object, and a second time that there is no order', async () => {
    const { body } = await call('auth', { endUserIp: '192.0.2.7' });
    const orderRef = body.orderRef;
    expect(await call('cancel', { orderRef })).toMatchObject({ status: 200, body: {} });
    expect(await call('cancel', { orderRef })).toMatchObject({
      status: 400,
      body: { errorCode: 'invalidParameters' },
    });
  });

  test('an unknown order reference is a wrong parameter', async () => {
    const reply = await call('collect', { orderRef: '131daac9-16c6-4618-beb0-365768f37288' });
    expect(reply).toMatchObject({ status: 400, body: { errorCode: 'invalidParameters' } });
  });

  test('collecting too often is answered with the limits', async () => {
    const { body } = await call('auth', { endUserIp: '192.0.2.7' });
    const replies = await Promise.all(
      Array.from({ length: 11 }, () => call('collect', { orderRef: body.orderRef })),
    );
    const tooMany = replies.filter(({ status }) => status === 429);
    expect(tooMany).toHaveLength(1);
    expect(tooMany[0]).toMatchObject({
      body: { errorCode: 'tooManyRequests' },
      headers: { 'ratelimit-remaining': '0' },
    });
  });
});

describe('faults', () => {
  test.each([
    ['maintenance', 503],
    ['internalError', 500],
    ['requestTimeout', 408],
  ] as const)('%s is answered with %i, as often as asked', async (errorCode, status) => {
    faults.set({ errorCode, times: 1 });
    expect(await call('auth', { endUserIp: '192.0.2.7' })).toMatchObject({ status, body: { errorCode } });
    expect(await call('auth', { endUserIp: '192.0.2.7' })).toMatchObject({ status: 200 });
  });

  test('a fault can strike one endpoint only', async () => {
    faults.set({ errorCode: 'maintenance', endpoint: 'collect' });
    const { status, body } = await call('auth', { endUserIp: '192.0.2.7' });
    expect(status).toBe(200);
    expect(await call('collect', { orderRef: body.orderRef })).toMatchObject({ status: 503 });
  });

  test('the connection can be dropped', async () => {
    faults.set({ errorCode: 'disconnect' });
    await expect(call('auth', { endUserIp: '192.0.2.7' })).rejects.toThrow();
  });
});

test('a signature holds what was sent and verifies against the certificate in it, and no longer when changed', async () => {
  const userVisibleData = Buffer.from('Jag ansöker om särskilt boende.').toString('base64');
  const userNonVisibleData = Buffer.from('sha256:1234').toString('base64');
  const { body } = await call('sign', { endUserIp: '192.0.2.7', userVisibleData, userNonVisibleData });
  const orderRef = String(body.orderRef);
  orders.openOnThisDevice(astrid, String(body.autoStartToken), null);
  orders.approve(astrid, orderRef);
  const { body: result } = await call('collect', { orderRef });
  const { signature } = result.completionData as { signature: string };
  const xml = Buffer.from(signature, 'base64').toString('utf8');

  expect(xml).toContain(`>${userVisibleData}</usrVisibleData>`);
  expect(xml).toContain(`<usrNonVisibleData>${userNonVisibleData}</usrNonVisibleData>`);
  expect(xml).toContain('<funcId>Signature</funcId>');
  expect(verifies(xml)).toBe(true);
  expect(verifies(xml.replace(userNonVisibleData, Buffer.from('sha256:1235').toString('base64')))).toBe(
    false,
  );
});

function verifies(xml: string): boolean {
  const certificate = /<X509Certificate>([^<]+)</.exec(xml)?.[1] ?? '';
  const signed = new SignedXml({
    publicCert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`,
    getCertFromKeyInfo: () => null,
  });
  signed.loadSignature(xml.replace(/^<\?xml[^>]*\?>/, ''));
  try {
    return signed.checkSignature(xml);
  } catch {
    return false;
  }
}

describe('certificates', () => {
  test.each([0x00, 0x3f, 0x40, 0x80, 0xff])(
    'a serial number that begins with %i is positive and has no needless zero in front',
    (first) => {
      const serial = toSerialNumber(new Uint8Array(16).fill(first, 0, 1));
      expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/);
    },
  );

  test('are kept from start to start', async () => {
    expect(await ensureBankIdCertificates(certificates.dir)).toEqual(certificates);
  });

  test(
    'are made anew for another passphrase, and when they are about to expire',
    async () => {
      const own = join(dir, 'other');
      await cp(certificates.dir, own, { recursive: true });
      const first = await ensureBankIdCertificates(own);
      const root = readFileSync(first.caFile, 'utf8');
      await ensureBankIdCertificates(own, { passphrase: 'two' });
      const second = readFileSync(first.caFile, 'utf8');
      expect(second).not.toBe(root);
      const inTenYears = Date.now() + 3640 * 24 * 3600 * 1000;
      await ensureBankIdCertificates(own, { passphrase: 'two', now: () => inTenYears });
      expect(readFileSync(first.caFile, 'utf8')).not.toBe(second);
    },
    KEYS_TAKE_TIME,
  );
});
