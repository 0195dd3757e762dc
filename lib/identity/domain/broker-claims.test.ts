import { describe, expect, it } from 'vitest';
import { readBrokerClaims } from './broker-claims';

const now = new Date('2026-11-24T12:00:00Z');
const seconds = now.getTime() / 1000;
const NUMBER = 'https://id.oidc.se/claim/personalIdentityNumber';
const COORDINATION = 'https://id.oidc.se/claim/coordinationNumber';
const good = {
  iss: 'https://broker.example',
  sub: 'pseudonym',
  acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
  auth_time: seconds - 20,
  given_name: 'Astrid',
  family_name: 'Lindqvist',
  [NUMBER]: '194207099146',
};

describe('what an e-ID broker says', () => {
  it('is a person with a number, a level and a name', () => {
    expect(readBrokerClaims(good, now)).toEqual({
      ok: true,
      value: {
        issuer: 'https://broker.example',
        subject: 'pseudonym',
        levelOfAssurance: 'http://id.elegnamnden.se/loa/1.0/loa3',
        nationalId: '194207099146',
        name: { givenName: 'Astrid', surname: 'Lindqvist' },
      },
    });
  });

  it('may be a coordination number, but not both', () => {
    const { [NUMBER]: _, ...without } = good;
    expect(readBrokerClaims({ ...without, [COORDINATION]: '197010632391' }, now)).toMatchObject({
      ok: true,
      value: { nationalId: '197010632391' },
    });
    expect(readBrokerClaims({ ...good, [COORDINATION]: '194207099146' }, now)).toEqual({
      ok: false,
      reason: 'no-number',
    });
  });

  it.each([
    ['low-level', { acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }],
    ['low-level', { acr: 'http://id.elegnamnden.se/loa/1.0/loa3-nonresident' }],
    ['low-level', { acr: 'urn:something:higher' }],
    ['not-fresh', { auth_time: seconds - 301 }],
    ['not-fresh', { auth_time: seconds + 61 }],
    ['no-number', { [NUMBER]: undefined }],
    ['no-number', { [NUMBER]: '194207099147' }],
    ['not-understood', { auth_time: undefined }],
    ['not-understood', { sub: '' }],
    ['not-understood', { acr: undefined }],
  ])('is refused: %s %j', (reason, change) => {
    expect(readBrokerClaims({ ...good, ...change }, now)).toEqual({ ok: false, reason });
  });
});
