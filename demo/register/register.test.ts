import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoPerson, demoPeople } from '@/demo/people';
import { startRegister } from '@/demo/register/api';
import { demoFamily } from '@/demo/register/family';
import { lookUp } from '@/demo/register/lookup';
import type { Running } from '@/demo/web/http';

const [astrid, gunnar, karin] = demoPeople as [DemoPerson, DemoPerson, DemoPerson];
const today = '2026-11-24';

describe('what it knows', () => {
  test('a person’s name, address, spouse and children', () => {
    expect(lookUp(astrid.nationalId, demoPeople, demoFamily, today)).toMatchObject({
      givenName: 'Astrid',
      protectedIdentity: false,
      address: { city: 'Granvik' },
      spouse: { givenName: 'Gunnar' },
      children: [{ givenName: 'Karin' }],
      custodians: [],
    });
  });

  test('a protected person’s address and family are kept back, even where the list has them', () => {
    const hidden = { ...astrid, protectedIdentity: true };
    expect(lookUp(astrid.nationalId, [hidden, gunnar, karin], demoFamily, today)).toMatchObject({
      protectedIdentity: true,
      address: null,
      spouse: null,
      children: [],
    });
  });

  test('a protected person is not among others’ relatives', () => {
    const hidden = { ...astrid, protectedIdentity: true };
    expect(lookUp(gunnar.nationalId, [hidden, gunnar, karin], demoFamily, today)).toMatchObject({
      spouse: null,
    });
  });

  test.each([
    ['1986-08-18', 2],
    ['1986-08-19', 0],
  ])('custodians until the day before the eighteenth birthday: %s', (day, count) => {
    expect(lookUp(karin.nationalId, demoPeople, demoFamily, day)?.custodians).toHaveLength(count);
  });

  test('nobody for a number that nobody has', () => {
    expect(lookUp('194207099140', demoPeople, demoFamily, today)).toBeNull();
  });
});

describe('over HTTP', () => {
  let register: Running;
  beforeAll(async () => {
    const now = () => Date.parse('2026-11-24T13:15:00+01:00');
    const data = { token: 'the-token', people: demoPeople, family: demoFamily, now };
    register = await startRegister({ port: 0, host: '127.0.0.1', ...data });
  });
  afterAll(() => register.close());

  const ask = (body: string, token?: string) =>
    fetch(`http://127.0.0.1:${register.port}/persons/lookup`, {
      method: 'POST',
      body,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });

  test.each([
    [JSON.stringify({ nationalId: astrid.nationalId }), 'the-token', 200],
    [JSON.stringify({ nationalId: '194207099140' }), 'the-token', 404],
    [JSON.stringify({ nationalId: '420709-9146' }), 'the-token', 400],
    ['{', 'the-token', 400],
    [JSON.stringify({ nationalId: astrid.nationalId }), 'another', 401],
    [JSON.stringify({ nationalId: astrid.nationalId }), undefined, 401],
  ])('%s with token %s: %i', async (body, token, status) => {
    expect((await ask(body, token)).status).toBe(status);
  });
});
