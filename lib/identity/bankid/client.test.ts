import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPerson, type SimulatedBankId, startSimulatedBankId } from '@/lib/testing/simulated-bank-id';
import { bankIdClient, type OrderRequest } from './client';
import { checkSignature } from './signature-check';

let bankId: SimulatedBankId;
beforeAll(async () => {
  bankId = await startSimulatedBankId();
}, 60_000);
beforeEach(() => bankId.faults.set({ errorCode: null }));
afterAll(() => bankId.close());

const astrid = demoPerson('Astrid');
const request: OrderRequest = {
  endUserIp: '203.0.113.7',
  visibleText: 'Du loggar in på Mina sidor hos Granviks kommun. Åäö',
  web: { referringDomain: 'granvik.localhost', userAgent: 'x'.repeat(400), deviceIdentifier: 'y'.repeat(90) },
};

async function started(kind: 'auth' | 'sign', order = request) {
  const answer = await bankId.client[kind](order);
  if (!answer.ok) throw new Error(answer.errorCode);
  return answer.value;
}

async function completed(kind: 'auth' | 'sign', order = request) {
  const { orderRef } = await started(kind, order);
  const simulated = bankId.newest();
  bankId.orders.scan(astrid, bankId.orders.currentQr(simulated));
  bankId.orders.approve(astrid, orderRef);
  const answer = await bankId.client.collect(orderRef);
  if (!answer.ok || answer.value.status !== 'complete') throw new Error('not complete');
  return answer.value.completionData;
}

describe('the client of BankID', () => {
  it('starts, waits, and gets the answer once', async () => {
    const { orderRef } = await started('auth');
    expect(await bankId.client.collect(orderRef)).toEqual({
      ok: true,
      value: { status: 'pending', hintCode: 'outstandingTransaction' },
    });
    bankId.orders.scan(astrid, bankId.orders.currentQr(bankId.newest()));
    bankId.orders.approve(astrid, orderRef, { risk: 'moderate' });
    expect(await bankId.client.collect(orderRef)).toMatchObject({
      ok: true,
      value: {
        status: 'complete',
        completionData: { user: { personalNumber: astrid.nationalId }, risk: 'moderate' },
      },
    });
    expect(await bankId.client.collect(orderRef)).toEqual({ ok: false, errorCode: 'invalidParameters' });
  });

  it('cuts what BankID would refuse for its length', async () => {
    await started('auth');
    const { body } = bankId.newest().request as {
      body: { web: { userAgent: string; deviceIdentifier: string } };
    };
    expect(body.web.userAgent).toHaveLength(256);
    expect(body.web.deviceIdentifier).toHaveLength(64);
  });

  it('takes an order back', async () => {
    const { orderRef } = await started('auth');
    expect((await bankId.client.cancel(orderRef)).ok).toBe(true);
    expect(await bankId.client.cancel(orderRef)).toEqual({ ok: false, errorCode: 'invalidParameters' });
  });

  it.each(['maintenance', 'internalError', 'requestTimeout', 'unauthorized', 'tooManyRequests'] as const)(
    'gives %s back as it is',
    async (errorCode) => {
      bankId.faults.set({ errorCode });
      expect(await bankId.client.auth(request)).toEqual({ ok: false, errorCode });
    },
  );

  it('takes a connection that breaks for no answer', async () => {
    bankId.faults.set({ errorCode: 'disconnect' });
    expect(await bankId.client.auth(request)).toEqual({ ok: false, errorCode: 'requestTimeout' });
  });

  it('does not talk to a server that another root vouches for', async () => {
    const client = bankIdClient({ ...bankId.connection, ca: Buffer.from(rootCertificates.join('\n')) });
    expect(await client.auth(request)).toEqual({ ok: false, errorCode: 'requestTimeout' });
    client.close();
  });

  it('is not let in with a certificate from another root', async () => {
    const client = bankIdClient({ ...bankId.connection, pfx: bankId.foreignPfx });
    expect(await client.auth(request)).toEqual({ ok: false, errorCode: 'requestTimeout' });
    client.close();
  });
});

describe('what BankID signed', () => {
  const document = new Uint8Array(32).fill(7);
  const sign = { ...request, nonVisibleData: document, personalNumber: astrid.nationalId };
  const expected = {
    function: 'Signature',
    visibleText: request.visibleText,
    nonVisibleData: document,
    nationalId: astrid.nationalId,
  } as const;
  let answer: { signature: string; personalNumber: string };
  beforeAll(async () => {
    const data = await completed('sign', sign);
    answer = { signature: data.signature, personalNumber: data.user.personalNumber };
  });

  it('is our text, our document and our person', () => {
    expect(checkSignature(answer, expected)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['other-text', { visibleText: `${request.visibleText} ` }],
    ['other-document', { nonVisibleData: new Uint8Array(32).fill(8) }],
    ['other-document', { nonVisibleData: null }],
    ['other-person', { nationalId: demoPerson('Oskar').nationalId }],
    ['wrong-function', { function: 'Identification' }],
  ] as const)('is refused as %s', (reason, change) => {
    expect(checkSignature(answer, { ...expected, ...change })).toEqual({ ok: false, reason });
  });

  it('is refused when it is doubled, has a document type, or is no XML', () => {
    const xml = Buffer.from(answer.signature, 'base64').toString('utf8');
    const with_ = (text: string) => ({ ...answer, signature: Buffer.from(text).toString('base64') });
    const doubled = xml.replace(/(<usrVisibleData.*?<\/usrVisibleData>)/s, '$1$1');
    expect(doubled).not.toBe(xml);
    expect(checkSignature(with_(doubled), expected).ok).toBe(false);
    expect(checkSignature(with_(xml.replace('<Signature', '<!DOCTYPE x><Signature')), expected)).toEqual({
      ok: false,
      reason: 'not-understood',
    });
    expect(checkSignature(with_('no XML'), expected)).toEqual({ ok: false, reason: 'not-understood' });
  });

  it('of a log-in does not pass for a signature', async () => {
    const data = await completed('auth', { ...request, nonVisibleData: document });
    const logIn = { signature: data.signature, personalNumber: data.user.personalNumber };
    expect(checkSignature(logIn, expected)).toEqual({ ok: false, reason: 'wrong-function' });
  });
});
