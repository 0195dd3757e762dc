import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCareHomes } from '@/lib/catalogue/queries/list-care-homes';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { examples } from './contract/examples';

const tenantId = 'granvik';
const nobody = { kind: 'nobody', tenantId } as const;
const example = examples['put-care-home'].request;

let token: string;
let other: string;
let slug: string;

beforeAll(async () => {
  token = await tokenFor(await createSystem(tenantId));
  other = await tokenFor(await createSystem(tenantId));
});
beforeEach(() => {
  slug = `hem-${newId()}`.slice(0, 40);
});

const put = async (home: object, { as = token, to = slug } = {}) => {
  const response = await ask('PUT', `/care-homes/${to}`, { token: as, body: { ...example, ...home } });
  return { status: response.status, answer: await agrees('put-care-home', response) };
};
const shown = async (language = 'sv') =>
  (await listCareHomes(nobody, language)).find((home) => home.slug === slug);

describe('a care home that a system publishes', () => {
  it('is shown to residents, in their language where there is a text', async () => {
    expect(await put({})).toEqual({ status: 200, answer: { slug, state: 'published' } });
    expect(await shown()).toMatchObject({
      name: 'Lindbacken',
      description: { text: example.description.sv, lang: 'sv' },
    });
    expect(await shown('en')).toMatchObject({ description: { text: example.description.en, lang: 'en' } });
    expect(await shown('fi')).toMatchObject({ description: { lang: 'sv' } });
  });

  it('told twice, or twice at once, is published once', async () => {
    const both = await Promise.all([put({}), put({})]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await put({})).toMatchObject({ answer: { state: 'unchanged' } });
    const published = await read(nobody, (tx) =>
      tx.auditEntry.count({ where: { action: 'catalogue.put-care-home', outcome: 'allowed', reason: slug } }),
    );
    expect(published).toBe(1);
  });

  it('is as it was last, whichever news comes first', async () => {
    await put({ occurredAt: '2026-11-20T09:00:00Z', places: 40 });
    expect(await put({ occurredAt: '2026-11-19T09:00:00Z', places: 30 })).toMatchObject({
      status: 200,
      answer: { state: 'older' },
    });
    await put({ occurredAt: '2026-11-21T09:00:00Z', places: 44 });
    const home = await read(nobody, (tx) => tx.careHome.findFirstOrThrow({ where: { tenantId, slug } }));
    expect(home.places).toBe(44);
    // Said again to be so, it is newer than what was so in between.
    await put({ occurredAt: '2026-11-21T11:00:00Z', places: 44 });
    const between = await put({ occurredAt: '2026-11-21T10:00:00Z', places: 40 });
    expect(between).toMatchObject({ answer: { state: 'older' } });
  });

  it('is not shown when it is not open', async () => {
    await put({ occurredAt: '2026-11-20T09:00:00Z' });
    await put({ occurredAt: '2026-11-21T09:00:00Z', isOpen: false });
    expect(await shown()).toBeUndefined();
  });

  it('is its own: another system does not find it', async () => {
    await put({});
    expect(await put({ name: 'Annat' }, { as: other })).toMatchObject({ status: 404 });
    expect((await shown())?.name).toBe('Lindbacken');
    const refused = await read(nobody, (tx) =>
      tx.auditEntry.count({ where: { action: 'catalogue.put-care-home', outcome: 'refused', reason: slug } }),
    );
    expect(refused).toBe(1);
  });

  it('takes over one of the municipality’s own, and stays where it stood', async () => {
    slug = 'lindbacken';
    const before = (await listCareHomes(nobody, 'sv')).map((home) => home.slug);
    expect(await put({ address: 'Kyrkogatan 11, Granvik' })).toMatchObject({
      answer: { state: 'published' },
    });
    expect((await listCareHomes(nobody, 'sv')).map((home) => home.slug)).toEqual(before);
    expect((await shown())?.address).toBe('Kyrkogatan 11, Granvik');
    await asOwner((client) =>
      client.query(`update care_home set system_id = null, told_at = null where slug = 'lindbacken'`),
    );
  });

  it.each([
    ['no Swedish', { description: { en: 'In the town centre.' } }, 'description.sv'],
    ['no places', { places: 0 }, 'places'],
    ['control signs', { name: 'Lind\u0000backen' }, 'name'],
    ['a language that is none', { languages: ['svenska'] }, 'languages.0'],
    ['a field that is not known', { fee: 100 }, '(body)'],
  ])('is refused with %s, field by field', async (_, wrong, field) => {
    const { status, answer } = await put(wrong);
    expect(status).toBe(422);
    expect(answer).toMatchObject({ errors: { [field]: expect.any(String) } });
  });
});
