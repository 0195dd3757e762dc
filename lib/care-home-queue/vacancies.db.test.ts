import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { examples } from '@/lib/back-office/contract/examples';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import { createQueueCase, offered } from '@/lib/testing/offers-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerOffer } from './commands/answer-offer';
import { listHomes } from './queries/list-homes';

const tenantId = 'granvik';
const example = examples['put-vacancy'].request;
const slug = `hem-${newId()}`.slice(0, 40);

let token: string;
let other: string;
let unscoped: string;
let externalId: string;

beforeAll(async () => {
  token = await tokenFor(await createSystem(tenantId));
  other = await tokenFor(await createSystem(tenantId));
  unscoped = await tokenFor(await createSystem(tenantId, { scopes: ['care-homes.write'] }));
  const home = { token, body: examples['put-care-home'].request };
  expect((await ask('PUT', `/care-homes/${slug}`, home)).status).toBe(200);
});
afterEach(() => {
  vi.useRealTimers();
});
beforeEach(() => {
  externalId = `LGH-${newId()}`;
});

const put = async (vacancy: object, { as = token, home = slug } = {}) => {
  const path = `/care-homes/${home}/vacancies/${externalId}`;
  const response = await ask('PUT', path, { token: as, body: { ...example, ...vacancy } });
  return { status: response.status, answer: await agrees('put-vacancy', response) };
};
const kept = () =>
  read({ tenantId }, (tx) => tx.careHomeVacancy.findMany({ where: { tenantId, externalId } }));

describe('a place at a care home that a system tells of', () => {
  it('is kept, once also when told twice or twice at once', async () => {
    const both = await Promise.all([put({}), put({})]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await put({})).toEqual({ status: 200, answer: { slug, externalId, state: 'unchanged' } });
    expect(await kept()).toMatchObject([{ kind: 'dementia', persons: 1, state: 'free' }]);
    const reason = `${slug} ${externalId}`;
    const told = await read({ tenantId }, (tx) => tx.auditEntry.count({ where: { tenantId, reason } }));
    expect(told).toBe(1);
  });

  it('is as it was last, whichever news comes first', async () => {
    await put({ occurredAt: '2026-11-20T09:00:00Z', state: 'reserved' });
    expect(await put({ occurredAt: '2026-11-19T09:00:00Z', state: 'free' })).toMatchObject({
      status: 200,
      answer: { state: 'older' },
    });
    expect(await kept()).toMatchObject([{ state: 'reserved' }]);
    await put({ occurredAt: '2026-11-21T09:00:00Z', state: 'taken', persons: 2 });
    expect(await kept()).toMatchObject([{ state: 'taken', persons: 2 }]);
  });

  it('said again to be as it was is newer than what was so in between', async () => {
    await put({ occurredAt: '2026-11-20T09:00:00Z', state: 'free' });
    const again = await put({ occurredAt: '2026-11-20T11:00:00Z', state: 'free' });
    expect(again.answer).toMatchObject({ state: 'unchanged' });
    const between = await put({ occurredAt: '2026-11-20T10:00:00Z', state: 'reserved' });
    expect(between.answer).toMatchObject({ state: 'older' });
    expect(await kept()).toMatchObject([{ state: 'free' }]);
  });

  it('that somebody has said yes to is nobody else’s until its system says, later, that it is free', async () => {
    const ago = new Date(Date.now() - 3_600_000).toISOString();
    const later = new Date(Date.now() + 60_000);
    await put({ occurredAt: ago });
    const of = { home: slug, vacancy: externalId };
    const [one, two] = [await createQueueCase(), await createQueueCase()];
    await answerOffer(one.resident, { offerId: await offered(one, of), answer: 'yes' });
    const free = async () =>
      (await listHomes({ kind: 'nobody', tenantId }, 'sv')).find((home) => home.slug === slug)?.free ?? [];
    const before = (await free()).reduce((sum, { count }) => sum + count, 0);
    await expect(offered(two, of)).rejects.toMatchObject({ reason: 'errors:offer-place-offered' });
    vi.useFakeTimers({ toFake: ['Date'], now: later });
    await put({ occurredAt: later.toISOString(), state: 'reserved' });
    await expect(offered(two, of)).rejects.toMatchObject({ reason: 'errors:offer-place-offered' });
    await put({ occurredAt: later.toISOString(), state: 'taken' });
    await expect(offered(two, of)).rejects.toMatchObject({ reason: 'errors:offer-place-taken' });
    await put({ occurredAt: later.toISOString(), state: 'free' });
    expect((await free()).reduce((sum, { count }) => sum + count, 0)).toBe(before + 1);
    await offered(two, of);
  });

  it('is of the system that publishes the home: others find none, and that is written down', async () => {
    await put({});
    expect(await put({ state: 'taken' }, { as: other })).toMatchObject({ status: 404 });
    expect(await put({}, { home: 'finns-inte' })).toMatchObject({ status: 404 });
    // Nobody publishes it: it is the municipality's own.
    expect(await put({}, { home: 'lindbacken' })).toMatchObject({ status: 404 });
    expect(await put({}, { as: unscoped })).toMatchObject({ status: 403 });
    expect(await kept()).toMatchObject([{ state: 'free' }]);
    const refused = { tenantId, outcome: 'refused', action: 'care-home-queue.put-vacancy' };
    expect(await read({ tenantId }, (tx) => tx.auditEntry.count({ where: refused }))).toBe(3);
  });

  it('is shown to all where it is free, by kind and from when; of whom it is offered to, nothing', async () => {
    const shown = async () =>
      (await listHomes({ kind: 'nobody', tenantId }, 'sv')).find((one) => one.slug === slug);
    await asOwner((client) => client.query(`update care_home_vacancy set state = 'taken'`));
    expect((await shown())?.free).toEqual([]);
    await put({ availableFrom: '2027-01-10' });
    const [place] = await kept();
    externalId = `LGH-${newId()}`;
    await put({ availableFrom: '2026-12-20' });
    externalId = `LGH-${newId()}`;
    await put({ kind: 'somatic', persons: 2, state: 'reserved' });
    expect((await shown())?.free).toEqual([{ kind: 'dementia', persons: 1, count: 2, from: '2026-12-20' }]);
    const theCase = await createQueueCase();
    await offered(theCase, { home: slug, vacancy: place?.externalId });
    expect((await shown())?.free).toEqual([{ kind: 'dementia', persons: 1, count: 1, from: '2026-12-20' }]);
    // Nothing has ever been told of this one: nothing is said.
    const others = await listHomes({ kind: 'nobody', tenantId }, 'sv');
    expect(others.find((one) => one.slug === 'solangen')?.free).toBeNull();
  });

  it.each([
    ['a kind that is none', { kind: 'villa' }, 'kind'],
    ['places for three', { persons: 3 }, 'persons'],
    ['no day', { availableFrom: '2026-02-30' }, 'availableFrom'],
    ['a field that is not known', { tenant: 'X' }, '(body)'],
  ])('is refused with %s, field by field', async (_, wrong, field) => {
    const { status, answer } = await put(wrong);
    expect(status).toBe(422);
    expect(answer).toMatchObject({ errors: { [field]: expect.any(String) } });
  });
});
