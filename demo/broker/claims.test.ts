import { expect, test } from 'vitest';
import { claimsOf } from '@/demo/broker/claims';
import { type DemoPerson, demoPeople } from '@/demo/people';

const options = { withoutNumber: false, issuer: 'http://localhost:3003' };
const NUMBER = 'https://id.oidc.se/claim/personalIdentityNumber';
const COORDINATION = 'https://id.oidc.se/claim/coordinationNumber';

test('a coordination number has a claim of its own, and a birth date without the 60', () => {
  const [person] = demoPeople as [DemoPerson];
  // The day is moved by 60 and the check digit left as it was, so that nobody can have the number.
  const claims = claimsOf({ ...person, nationalId: '194207699146' }, options);
  expect(claims).toMatchObject({ [COORDINATION]: '194207699146', birthdate: '1942-07-09' });
  expect(claims).not.toHaveProperty(NUMBER);
});
