import { describe, expect, test } from 'vitest';
import {
  authRequest,
  orderRefRequest,
  phoneAuthRequest,
  phoneSignRequest,
  signRequest,
} from '@/demo/bankid/requests';
import { demoPeople } from '@/demo/people';

const nationalId = demoPeople[0]?.nationalId ?? '';
const auth = { endUserIp: '192.0.2.7' };
const text = (length: number) => 'QUFB'.repeat(length / 4);
const base64 = (value: string | Uint8Array) => Buffer.from(value).toString('base64');

describe('auth', () => {
  test.each<[string, object]>([
    ['the least', auth],
    ['an IPv6 address', { endUserIp: '2001:db8::7' }],
    [
      'visible text of 1500',
      { ...auth, userVisibleData: text(1500), userVisibleDataFormat: 'simpleMarkdownV1' },
    ],
    ['non-visible data that is no text', { ...auth, userNonVisibleData: base64(new Uint8Array([255, 254])) }],
    [
      'web',
      {
        ...auth,
        web: { referringDomain: 'granvik.localhost', userAgent: 'x'.repeat(256), deviceIdentifier: 'd' },
      },
    ],
    ['app', { ...auth, app: { appIdentifier: 'se.granvik' } }],
    [
      'a return address',
      { ...auth, returnUrl: 'http://granvik.localhost:3000/log-in/bankid/return?nonce=1' },
    ],
    [
      'requirements',
      { ...auth, requirement: { personalNumber: nationalId, pinCode: true, mrtd: false, risk: 'low' } },
    ],
    ['no requirements', { ...auth, requirement: {} }],
    [
      'a card reader with a card',
      { ...auth, requirement: { cardReader: 'class1', certificatePolicies: ['1.2.3.4.10'] } },
    ],
  ])('takes %s', (_, body) => {
    expect(authRequest.safeParse(body).error).toBeUndefined();
  });

  test.each<[string, object]>([
    ['no address', {}],
    ['a host name for an address', { endUserIp: 'granvik.localhost' }],
    ['visible text of 1504', { ...auth, userVisibleData: text(1504) }],
    ['empty visible text', { ...auth, userVisibleData: '' }],
    ['visible text without base64', { ...auth, userVisibleData: 'Hej på dig' }],
    ['visible text that is not UTF-8', { ...auth, userVisibleData: base64(new Uint8Array([255, 254])) }],
    ['non-visible data of 1504', { ...auth, userNonVisibleData: text(1504) }],
    ['an unknown format', { ...auth, userVisibleDataFormat: 'html' }],
    ['both web and app', { ...auth, web: { deviceIdentifier: 'd' }, app: { deviceOS: 'iOS 26' } }],
    ['an empty web', { ...auth, web: {} }],
    ['a long user agent', { ...auth, web: { userAgent: 'x'.repeat(257) } }],
    ['a long device identifier', { ...auth, web: { deviceIdentifier: 'x'.repeat(65) } }],
    ['a domain outside punycode', { ...auth, web: { referringDomain: 'åmål.se' } }],
    ['a short domain', { ...auth, web: { referringDomain: 'se' } }],
    ['a return address that is none', { ...auth, returnUrl: '/log-in' }],
    ['a number of 10 digits', { ...auth, requirement: { personalNumber: nationalId.slice(2) } }],
    ['a number that nobody can have', { ...auth, requirement: { personalNumber: '194207099140' } }],
    ['a production policy', { ...auth, requirement: { certificatePolicies: ['1.2.752.78.1.5'] } }],
    ['a card reader without a card', { ...auth, requirement: { cardReader: 'class1' } }],
    ['a number outside the requirement', { ...auth, personalNumber: nationalId }],
    ['a misspelt field', { ...auth, returnURL: 'https://example.test/' }],
  ])('refuses %s', (_, body) => {
    expect(authRequest.safeParse(body).success).toBe(false);
  });
});

describe('sign', () => {
  test('needs a text to sign', () => {
    expect(signRequest.safeParse(auth).success).toBe(false);
  });

  test('takes 40 000 visible and 200 000 non-visible characters, and not four more', () => {
    const longest = { ...auth, userVisibleData: text(40_000), userNonVisibleData: text(200_000) };
    expect(signRequest.safeParse(longest).success).toBe(true);
    expect(signRequest.safeParse({ ...longest, userVisibleData: text(40_004) }).success).toBe(false);
    expect(signRequest.safeParse({ ...longest, userNonVisibleData: text(200_004) }).success).toBe(false);
  });
});

describe('in a phone call', () => {
  const call = { personalNumber: nationalId, callInitiator: 'user' };
  test('takes a number and who called; case matters', () => {
    expect(phoneAuthRequest.safeParse(call).success).toBe(true);
    expect(phoneAuthRequest.safeParse({ ...call, callInitiator: 'RP' }).success).toBe(true);
    expect(phoneAuthRequest.safeParse({ ...call, callInitiator: 'rp' }).success).toBe(false);
  });

  test('has no address of a screen and no return', () => {
    expect(phoneAuthRequest.safeParse({ ...call, endUserIp: '192.0.2.7' }).success).toBe(false);
    expect(phoneAuthRequest.safeParse({ ...call, returnRisk: true }).success).toBe(false);
  });

  test('a signature needs a text', () => {
    expect(phoneSignRequest.safeParse(call).success).toBe(false);
    expect(phoneSignRequest.safeParse({ ...call, userVisibleData: text(8) }).success).toBe(true);
  });
});

test('an order reference is a UUID', () => {
  expect(orderRefRequest.safeParse({ orderRef: 'x' }).success).toBe(false);
});
