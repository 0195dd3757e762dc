import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '@/lib/back-office/contract/examples';
import { getAccessLog } from '@/lib/cases/queries/get-access-log';
import { newId } from '@/lib/kernel/ids';
import { isStillNewsInTx } from '@/lib/notifications/queries/is-still-news';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import { forgetAllCare, gunnar, residentNamed } from '@/lib/testing/care-world';
import { asAppRole, asOwner, dumpEverything } from '@/lib/testing/test-database';
import { getMyCare } from './queries/get-my-care';

/* Plans, visits and notes as systems deliver them by the API. */

const tenantId = 'granvik';
const kinds = [
  ['put-care-plan', '/care-plans'],
  ['put-care-visit', '/care-visits'],
  ['put-care-note', '/care-notes'],
] as const;
type Kind = (typeof kinds)[number][0];

let token: string;
let other: string;
let elsewhere: string;
let externalId: string;

beforeAll(async () => {
  token = await tokenFor(await createSystem(tenantId));
  other = await tokenFor(await createSystem(tenantId));
  elsewhere = await tokenFor(await createSystem('ekhamn'), 'ekhamn');
});
beforeEach(async () => {
  await forgetAllCare();
  externalId = `X-${newId().slice(-12)}`;
});

const put = async (kind: Kind, more: object = {}, { as = token, tenant = tenantId } = {}) => {
  const path = `${kinds.find(([name]) => name === kind)?.[1]}/${externalId}`;
  const body = { ...examples[kind].request, ...more };
  const response = await ask('PUT', path, { token: as, tenantId: tenant, body });
  return { status: response.status, answer: (await agrees(kind, response)) as Record<string, unknown> };
};
const care = async (tenant = tenantId) => getMyCare(await residentNamed(tenant));
const events = (type: string) =>
  read({ tenantId }, (tx) => tx.domainEvent.findMany({ where: { tenantId, type }, orderBy: { at: 'asc' } }));
const countOf = async (type: string) => (await events(type)).length;
const changed = { 'put-care-plan': 'goals', 'put-care-visit': 'what', 'put-care-note': 'text' } as const;
const otherwise = (kind: Kind, version: number) => ({
  version,
  [changed[kind]]: kind === 'put-care-plan' ? ['Ett annat mål.'] : 'Något annat.',
});
/** All that is kept of it, opened or not. */
const rows = () =>
  asOwner(async (client) => {
    const kept = [];
    for (const table of ['care_plan', 'care_visit', 'care_note', 'care_note_earlier'])
      kept.push((await client.query(`select * from ${table} order by 1, 2`)).rows);
    return kept;
  });
/** How many notices have been asked for. */
const noticesAsked = () =>
  asOwner(async (client) => {
    const { rows: found } = await client.query(
      `select count(*)::int as asked from graphile_worker.jobs where task_identifier = 'make-notice'`,
    );
    return found[0].asked as number;
  });

describe.each(kinds)('%s', (kind) => {
  const { version } = examples[kind].request;

  it('told twice, or twice at once, is kept once; she can see who told', async () => {
    const both = await Promise.all([put(kind), put(kind)]);
    expect(both.map(({ answer }) => answer.outcome).toSorted()).toEqual(['kept', 'same']);
    const kept = await rows();
    expect(await put(kind)).toEqual({ status: 200, answer: { externalId, outcome: 'same' } });
    expect(await rows()).toEqual(kept);
    expect(kept.flat()).toHaveLength(1);
    const { rows: log } = await asOwner((client) =>
      client.query(`select 1 from audit_entry where object_id = $1`, [kept.flat()[0].id]),
    );
    expect(log).toHaveLength(1);
  });

  it('told late changes nothing, told newer it does', async () => {
    await put(kind, otherwise(kind, version + 2));
    const kept = await rows();
    expect((await put(kind, { version: version + 1 })).answer.outcome).toBe('older');
    expect(await rows()).toEqual(kept);
    expect((await put(kind, { version: version + 3 })).answer.outcome).toBe('kept');
    expect(await rows()).not.toEqual(kept);
  });

  it('with another content under the same version is refused, and waits for somebody to look', async () => {
    await put(kind);
    const kept = await rows();
    expect(await put(kind, otherwise(kind, version))).toMatchObject({
      status: 409,
      answer: { code: 'care-version-differs', inboxId: expect.any(String) },
    });
    expect(await rows()).toEqual(kept);
  });

  it('never becomes somebody else’s', async () => {
    await put(kind);
    const kept = await rows();
    expect(await put(kind, { person: gunnar, version: version + 1 })).toMatchObject({
      status: 409,
      answer: { code: 'external-id-taken' },
    });
    expect(await rows()).toEqual(kept);
    expect((await getMyCare(await residentNamed(tenantId, gunnar))).isEmpty).toBe(true);
  });

  it('of another system’s, or in another municipality, is another thing', async () => {
    await put(kind);
    expect((await put(kind, otherwise(kind, 1), { as: other })).answer.outcome).toBe('kept');
    expect((await put(kind, {}, { as: elsewhere, tenant: 'ekhamn' })).answer.outcome).toBe('kept');
    expect((await put(kind, {}, { as: elsewhere })).status).toBe(401);
    expect(
      (await rows())
        .flat()
        .map((row) => row.tenant_id)
        .toSorted(),
    ).toEqual(['ekhamn', 'granvik', 'granvik']);
  });

  it('of health care is refused, with why, and nothing is kept', async () => {
    const { status, answer } = await put(kind, { law: 'HSL' });
    expect(status).toBe(422);
    expect(answer).toMatchObject({ errors: { law: expect.stringContaining('HSL') } });
    expect(answer).not.toHaveProperty('inboxId');
    expect((await rows()).flat()).toEqual([]);
    // The database has no such law either, whatever the code does.
    await expect(asOwner((client) => client.query(`select 'HSL'::care_law`))).rejects.toThrow(
      /invalid input value/,
    );
  });

  it('needs a scope of its own', async () => {
    const weak = await createSystem(tenantId, { scopes: ['cases.write'] });
    expect((await put(kind, {}, { as: await tokenFor(weak) })).status).toBe(403);
    expect((await rows()).flat()).toEqual([]);
  });

  it('stands sealed: nothing of it can be read in the database', async () => {
    await put(kind);
    const all = await dumpEverything();
    for (const word of ['Astrid ska känna', 'Dusch och frukost', 'Åt lax', 'Sofia', '194207099146'])
      expect(all.includes(word), word).toBe(false);
  });
});

describe('a message that is not as it must be', () => {
  it.each([
    ['put-care-plan', { approvedOn: undefined }, 'approvedOn'],
    ['put-care-plan', { toOn: '2026-11-19' }, 'toOn'],
    ['put-care-visit', { endsAt: '2026-11-25T08:00:00Z' }, 'endsAt'],
    ['put-care-visit', { done: 'Duschade.' }, 'done'],
    ['put-care-note', { text: undefined }, 'text'],
    ['put-care-note', { state: 'retracted' }, 'text'],
    ['put-care-note', { kind: 'medicine' }, 'kind'],
    ['put-care-note', { person: { ...gunnar, personalNumber: '193812038896' } }, 'person.personalNumber'],
  ] as const)('%s with %o is refused at its field', async (kind, wrong, field) => {
    const { status, answer } = await put(kind, wrong);
    expect(status).toBe(422);
    expect(answer.errors).toHaveProperty([field]);
  });
});

describe('a plan', () => {
  it('is shown when it is approved; a draft neither hides what was approved before nor is kept', async () => {
    await put('put-care-plan', { state: 'draft' });
    expect((await care()).plans).toEqual([]);
    expect((await rows())[0]?.[0].sealed).toBeNull();
    await put('put-care-plan', { version: 4 });
    await put('put-care-plan', { version: 5, state: 'draft', goals: ['Ett utkast.'] });
    expect((await care()).plans).toMatchObject([{ goals: ['Astrid ska känna sig trygg när hon duschar.'] }]);
    await put('put-care-plan', { version: 6, state: 'ended' });
    expect((await care()).plans).toEqual([]);
    expect((await rows())[0]?.[0].sealed).toBeNull();
  });

  it('that is approved or ended counts also where a newer draft came first', async () => {
    await put('put-care-plan', { version: 6, state: 'draft' });
    expect((await put('put-care-plan', { version: 4 })).answer.outcome).toBe('kept');
    expect((await care()).plans).toHaveLength(1);
    await put('put-care-plan', { version: 7, state: 'draft' });
    expect((await put('put-care-plan', { version: 3 })).answer.outcome).toBe('older');
    await put('put-care-plan', { version: 5, state: 'ended' });
    expect((await care()).plans).toEqual([]);
  });

  it('is told of when it is new and when it is changed, as long as it is there', async () => {
    const [before, asked] = [await countOf('care-information.plan-changed'), await noticesAsked()];
    await put('put-care-plan', { state: 'draft' });
    expect(await noticesAsked()).toBe(asked);
    await put('put-care-plan', { version: 4 });
    await put('put-care-plan', { version: 5, goals: ['Ett till.'] });
    await put('put-care-plan', { version: 5, goals: ['Ett till.'] });
    const told = (await events('care-information.plan-changed')).slice(before);
    expect(told).toHaveLength(2);
    expect(await noticesAsked()).toBe(asked + 2);
    const { personId } = await residentNamed(tenantId);
    const isNews = () =>
      read({ tenantId }, (tx) =>
        isStillNewsInTx(
          tx,
          { ...told[0], at: new Date() } as Parameters<typeof isStillNewsInTx>[1],
          personId,
        ),
      );
    expect(await isNews()).toBe(true);
    await put('put-care-plan', { version: 6, state: 'ended' });
    expect(await isNews()).toBe(false);
  });

  it('can’t be shown without having been approved, whatever the code does', async () => {
    await put('put-care-plan');
    await expect(
      asAppRole(async (client) => {
        await client.query(`begin; select set_config('app.tenant_id', '${tenantId}', true)`);
        await client.query('update care_plan set approved_on = null');
      }),
    ).rejects.toThrow(/care_plan_shown_is_approved/);
  });
});

describe('visits and notes', () => {
  it('make no notices: there are several a day', async () => {
    const before = await noticesAsked();
    await put('put-care-visit');
    await put('put-care-note');
    expect(await noticesAsked()).toBe(before);
  });

  it('stand in her log once a day with how often, and with who told', async () => {
    const margit = { personalNumber: '194507018820', givenName: 'Margit', surname: 'Ahlin' };
    await put('put-care-note', { person: margit });
    await put('put-care-note', { person: margit, version: 2, text: 'Åt torsk.' });
    await put('put-care-visit', { person: margit });
    await put('put-care-plan', { person: margit });
    await put('put-care-plan', { person: margit, version: 4 });
    const { entries } = await getAccessLog(await residentNamed(tenantId, margit), 'sv', 1);
    expect(entries.map(({ who, deed, times }) => [who.kind, deed.thing, times])).toEqual([
      ['system', 'care-plan', 1],
      ['system', 'care-plan', 1],
      ['system', 'care-visit', 1],
      ['system', 'care-note', 2],
    ]);
  });
});

describe('what is not kept', () => {
  it('stands in her log as what it was', async () => {
    const kari = { personalNumber: '194507018820', givenName: 'Margit', surname: 'Ahlin' };
    const resident = await residentNamed(tenantId, kari);
    const before = (await getAccessLog(resident, 'sv', 1)).entries.length;
    await put('put-care-plan', { person: kari, state: 'draft' });
    await put('put-care-note', { person: kari });
    await put('put-care-note', { person: kari, version: 2, state: 'retracted', text: undefined });
    const { entries } = await getAccessLog(resident, 'sv', 1);
    const things = entries.map(({ deed }) => deed.thing);
    expect(entries.length).toBeGreaterThan(before);
    expect(things).toEqual(expect.arrayContaining(['care-plan-draft', 'care-note-taken-back']));
  });
});

describe('a note', () => {
  const note = (more: object) => put('put-care-note', more);
  const shown = async () => {
    const [entry] = (await care()).diary.days.flatMap(({ entries }) => entries);
    if (entry?.what !== 'note') throw new Error('There is no note');
    return entry.note;
  };

  it('that is corrected has what it said before beside it', async () => {
    await note({});
    await note({ version: 2, text: 'Åt torsk och potatis.', occurredAt: '2026-11-20T15:00:00Z' });
    expect(await shown()).toMatchObject({
      content: { text: 'Åt torsk och potatis.' },
      earlier: [{ content: { text: 'Åt lax och potatis tillsammans med Gunnar.' } }],
    });
    // Only another number corrects nothing.
    await note({ version: 3, text: 'Åt torsk och potatis.' });
    expect((await shown()).earlier).toHaveLength(1);
  });

  it('that is taken back is gone, also what it said before', async () => {
    await note({});
    await note({ version: 2, text: 'Åt torsk.' });
    await note({ version: 3, state: 'retracted', text: undefined });
    expect(await shown()).toMatchObject({ content: null, earlier: [] });
    const [, , notes, earlier] = await rows();
    expect(notes?.[0].sealed).toBeNull();
    expect(earlier).toEqual([]);
  });

  it('keeps what it said before as long as it stands, whatever the code does', async () => {
    await note({});
    await note({ version: 2, text: 'Åt torsk.' });
    const asApp = (sql: string) =>
      asAppRole(async (client) => {
        await client.query('begin');
        await client.query(`select set_config('app.tenant_id', '${tenantId}', true)`);
        return (await client.query(sql)).rowCount;
      });
    expect(await asApp('delete from care_note_earlier')).toBe(0);
    await expect(asApp('update care_note_earlier set version = 9')).rejects.toThrow(/permission denied/);
    await expect(asApp('update care_note set person_id = id')).rejects.toThrow(/permission denied/);
    await expect(asApp('delete from care_plan')).rejects.toThrow(/permission denied/);
  });
});
