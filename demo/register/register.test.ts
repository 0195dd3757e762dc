import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoPerson, demoPeople } from '@/demo/people';
import { startRegister } from '@/demo/register/api';
import { demoChildren, demoFamily } from '@/demo/register/family';
import { lookUp, type RegisterFact, registerFacts } from '@/demo/register/lookup';
import type { Running } from '@/demo/web/http';

const everybody = [...demoPeople, ...demoChildren];
const named = (givenName: string): DemoPerson => {
  const found = everybody.find((person) => person.givenName === givenName);
  if (!found) throw new Error(`nobody is called ${givenName}`);
  return found;
};
const astrid = named('Astrid');
const today = '2026-11-24';

const all = (
  nationalId: string,
  people = everybody,
  day = today,
  facts: readonly RegisterFact[] = registerFacts,
) => lookUp(nationalId, people, demoFamily, day, facts);
const hiding = (person: DemoPerson) =>
  everybody.map((one) => (one === person ? { ...one, protectedIdentity: true } : one));

describe('what it knows', () => {
  test('a person’s name, address, civil status and spouse', () => {
    expect(all(astrid.nationalId)).toMatchObject({
      givenName: 'Astrid',
      protectedIdentity: false,
      address: { city: 'Granvik' },
      civilStatus: 'married',
      spouse: { givenName: 'Gunnar' },
      childrenInCare: [],
    });
    expect(all(named('Karin').nationalId)).toMatchObject({ civilStatus: 'divorced', spouse: null });
  });

  test('a couple’s children, each with both custodians', () => {
    expect(all(named('Salma').nationalId)).toMatchObject({
      spouse: { givenName: 'Yousef' },
      childrenInCare: [
        { givenName: 'Nour', custodians: [{ givenName: 'Yousef' }, { givenName: 'Salma' }] },
        { givenName: 'Adam' },
      ],
    });
  });

  test('a child of two who live apart', () => {
    for (const one of ['Oskar', 'Frida']) {
      expect(all(named(one).nationalId)).toMatchObject({
        civilStatus: 'unmarried',
        spouse: null,
        childrenInCare: [{ givenName: 'Alva', custodians: [{ givenName: 'Oskar' }, { givenName: 'Frida' }] }],
      });
    }
  });

  test('nothing that it isn’t asked for', () => {
    const { nationalId, givenName, surname } = astrid;
    const name = { nationalId, givenName, surname, protectedIdentity: false };
    expect(all(nationalId, everybody, today, [])).toEqual(name);
    expect(all(nationalId, everybody, today, ['civil-status'])).toEqual({ ...name, civilStatus: 'married' });
  });

  test('a protected person’s address and family are kept back, even where the list has them', () => {
    expect(all(astrid.nationalId, hiding(astrid))).toMatchObject({
      protectedIdentity: true,
      address: null,
      civilStatus: null,
      spouse: null,
      childrenInCare: [],
    });
    expect(all(named('Elin').nationalId)).toMatchObject({ address: null, childrenInCare: [] });
  });

  test('a protected person is not among others’ relatives', () => {
    expect(all(named('Gunnar').nationalId, hiding(astrid))).toMatchObject({ spouse: null });
    const [alva] = all(named('Oskar').nationalId, hiding(named('Frida')))?.childrenInCare ?? [];
    expect(alva?.custodians).toMatchObject([{ givenName: 'Oskar' }]);
  });

  test.each([
    ['2036-05-27', 1],
    ['2036-05-28', 0],
  ])('a child until the day before the eighteenth birthday: %s', (day, count) => {
    expect(all(named('Oskar').nationalId, everybody, day)?.childrenInCare).toHaveLength(count);
  });

  test('nobody for a number that nobody has', () => {
    expect(all('194207099140')).toBeNull();
  });
});

describe('over HTTP', () => {
  let register: Running;
  beforeAll(async () => {
    const now = () => Date.parse('2026-11-24T13:15:00+01:00');
    const data = { token: 'the-token', people: everybody, family: demoFamily, now };
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
    [JSON.stringify({ nationalId: astrid.nationalId, facts: ['address'] }), 'the-token', 200],
    [JSON.stringify({ nationalId: astrid.nationalId, facts: ['income'] }), 'the-token', 400],
    [JSON.stringify({ nationalId: astrid.nationalId }), 'another', 401],
    [JSON.stringify({ nationalId: astrid.nationalId }), undefined, 401],
  ])('%s with token %s: %i', async (body, token, status) => {
    expect((await ask(body, token)).status).toBe(status);
  });
});
