import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoPeople } from '@/demo/people';
import { startRegister } from '@/demo/register/api';
import { demoChildren, demoFamily } from '@/demo/register/family';
import type { Running } from '@/demo/web/http';
import { askRegisterFor } from '@/lib/identity/register-client';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { lookUpOwnFacts } from './look-up-own-facts';

const TOKEN = 'a-token-for-the-register';
let register: Running;
beforeAll(async () => {
  register = await startRegister({
    port: 0,
    host: '127.0.0.1',
    token: TOKEN,
    people: [...demoPeople, ...demoChildren],
    family: demoFamily,
    now: () => Date.parse('2026-11-24T13:15:00+01:00'),
  });
  // Before anything asks for the settings.
  process.env.REGISTER_URL = `http://127.0.0.1:${register.port}/`;
  process.env.REGISTER_TOKEN = TOKEN;
});
afterAll(() => register.close());

const demo = (givenName: string) => {
  const person = demoPeople.find((one) => one.givenName === givenName);
  if (!person) throw new Error(`nobody is called ${givenName}`);
  return person;
};
/** Known here under a demo person's number; each test has a database row of its own. */
const known = async (givenName: string) => {
  const { nationalId, surname, protectedIdentity } = demo(givenName);
  await asOwner((client) => client.query('update person set national_id_lookup = sha256(id::text::bytea)'));
  return createResident('granvik', { nationalId, givenName, surname, protectedIdentity });
};
const audited = (personId: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query(
      "select reason from audit_entry where subject_person_id = $1 and action = 'identity.look-up-own-facts'",
      [personId],
    );
    return rows.map((row) => row.reason);
  });

describe('what we can tell somebody about herself', () => {
  it('is what is wanted and no more, and it is audited', async () => {
    const actor = await known('Salma');
    const ask = vi.fn(askRegisterFor);
    const answer = await lookUpOwnFacts(actor, ['name', 'address', 'spouse'], { register: ask });
    expect(answer).toEqual({
      facts: {
        name: 'Salma Haddad',
        address: { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' },
        spouse: { name: 'Yousef Haddad', nationalId: demo('Yousef').nationalId },
      },
      silent: [],
    });
    expect(ask).toHaveBeenCalledWith(demo('Salma').nationalId, ['address', 'spouse']);
    expect(await audited(actor.personId)).toEqual(['address spouse']);
  });

  it('needs no register for what she has proven herself', async () => {
    const actor = await known('Salma');
    const ask = vi.fn(askRegisterFor);
    const { facts } = await lookUpOwnFacts(actor, ['name', 'national-id'], { register: ask });
    expect(facts).toEqual({ name: 'Salma Haddad', 'national-id': demo('Salma').nationalId });
    expect(ask).not.toHaveBeenCalled();
    expect(await audited(actor.personId)).toEqual([]);
  });

  it('names the children in her care with their guardians, under keys that are hers alone', async () => {
    const children = async (givenName: string) =>
      (await lookUpOwnFacts(await known(givenName), ['children-in-care'])).facts['children-in-care'] ?? [];
    const [alva, ...others] = await children('Oskar');
    expect(others).toEqual([]);
    expect(alva).toMatchObject({
      name: 'Alva Forsberg Nyström',
      guardians: [{ name: 'Oskar Nyström' }, { name: 'Frida Forsberg' }],
    });
    const [again] = await children('Frida');
    expect(again).toMatchObject({ nationalId: alva?.nationalId });
    expect(again?.key).not.toBe(alva?.key);
    expect(await children('Karin')).toEqual([]);
  });

  it('never stops anybody when the register is silent', async () => {
    const actor = await known('Oskar');
    const silent = async () => null;
    expect(await lookUpOwnFacts(actor, ['name', 'address'], { register: silent })).toEqual({
      facts: { name: 'Oskar Nyström' },
      silent: ['address'],
    });
    expect(await audited(actor.personId)).toEqual([]);
  });
});

describe('somebody with protected identity', () => {
  it('is not asked about', async () => {
    const actor = await known('Elin');
    const ask = vi.fn(askRegisterFor);
    const answer = await lookUpOwnFacts(actor, ['name', 'address', 'children-in-care'], { register: ask });
    expect(answer).toEqual({ facts: { name: 'Elin Sandberg' }, silent: [] });
    expect(ask).not.toHaveBeenCalled();
  });

  it('is known as such from the moment the register says so, and nothing more is told', async () => {
    const actor = await known('Oskar');
    const forgetful: typeof askRegisterFor = async () => ({
      givenName: 'Oskar',
      surname: 'Nyström',
      protectedIdentity: true,
      address: { street: 'Hemlig gata 1', postalCode: '000 99', city: 'Annanstans' },
    });
    const answer = await lookUpOwnFacts(actor, ['address'], { register: forgetful });
    expect(answer).toEqual({ facts: {}, silent: [] });
    const { rows } = await asOwner((client) =>
      client.query('select protected_identity from person where id = $1', [actor.personId]),
    );
    expect(rows).toEqual([{ protected_identity: true }]);
  });
});

it('is for the person herself', async () => {
  for (const actor of [aNobody('granvik'), aJob('granvik')]) {
    await expect(lookUpOwnFacts(actor, ['name'])).rejects.toMatchObject({ code: 'NotFound' });
  }
});
