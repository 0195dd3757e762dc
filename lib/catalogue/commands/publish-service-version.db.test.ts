import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { services } from '@/prisma/seed/services/all';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { granvikHomeCare } from '@/prisma/seed/services/home-care/granvik';
import { inLanguages } from '@/prisma/seed/services/texts';
import { tenants } from '@/prisma/seed/tenants';
import { getPublishedDefinition } from '../queries/get-published-definition';
import { getService } from '../queries/get-service';
import { listServices } from '../queries/list-services';
import { getFormInTx } from '../queries/published-definition';
import { publishServiceVersion } from './publish-service-version';

const job = (tenantId: string): Actor => ({ kind: 'job', tenantId, job: 'seed' });
const visitor = (tenantId: string): Actor => ({ kind: 'nobody', tenantId });
const changed = (name: string) => ({ ...granvikCareHome, name: { ...granvikCareHome.name, sv: name } });
const today = calendarDate('2026-11-24');
const versions = () =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select version from service_version v join service s on s.tenant_id = v.tenant_id and s.id = v.service_id
        where s.tenant_id = 'granvik' and s.slug = 'sarskilt-boende' order by version`,
    );
    return rows.map((row) => row.version);
  });

beforeAll(async () => {
  await asOwner(async (client) => {
    for (const { id, name, hosts, languages, theme, profile } of tenants) {
      await client.query(
        'insert into tenant (id, name, hosts, languages, theme, profile) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [id, name, hosts, languages, theme, profile],
      );
    }
  });
});

describe('publishing', () => {
  it('refuses a definition with faults, in words, and writes nothing', async () => {
    const before = await versions();
    const publication = await publishServiceVersion(job('granvik'), {
      ...granvikCareHome,
      name: { sv: 'X' },
    });
    expect(publication).toMatchObject({
      outcome: 'refused',
      problems: [{ where: 'name' }, { where: 'name' }, { where: 'name' }],
    });
    expect(await versions()).toEqual(before);
  });

  it('makes the next version, and the same again changes nothing', async () => {
    const first = await publishServiceVersion(job('granvik'), changed('Ett'));
    expect(first.outcome).toBe('published');
    const before = await versions();
    expect(await publishServiceVersion(job('granvik'), changed('Ett'))).toMatchObject({
      outcome: 'unchanged',
    });
    expect(await versions()).toEqual(before);
    await publishServiceVersion(job('granvik'), changed('Två'));
    expect(await versions()).toHaveLength(before.length + 1);
  });

  it('two at once: one wins, the other is told', async () => {
    const before = await versions();
    const both = await Promise.allSettled([
      publishServiceVersion(job('granvik'), changed('Tre')),
      publishServiceVersion(job('granvik'), changed('Fyra')),
    ]);
    const won = both.filter((one) => one.status === 'fulfilled');
    expect(won.length).toBeGreaterThanOrEqual(1);
    // Whichever way they met, each version that was made has a number of its own.
    expect(await versions()).toHaveLength(before.length + won.length);
    for (const one of both) if (one.status === 'rejected') expect(one.reason.code).toBe('Conflict');
  });

  it.each(['nobody', 'resident'] as const)('is not for %s', async (kind) => {
    const actor: Actor =
      kind === 'nobody'
        ? { kind, tenantId: 'granvik' }
        : { kind, tenantId: 'granvik', personId: 'p', sessionId: 's' };
    await expect(publishServiceVersion(actor, granvikCareHome)).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('leaves an application on the version it was started on', async () => {
    const { serviceId, version } = await getPublishedDefinition(visitor('granvik'), 'sarskilt-boende');
    await publishServiceVersion(job('granvik'), changed('Helt ny'));
    const pinned = await read(visitor('granvik'), (tx) => getFormInTx(tx, 'granvik', serviceId, version));
    expect(pinned.definition.name.sv).not.toBe('Helt ny');
    const { definition } = await getPublishedDefinition(visitor('granvik'), 'sarskilt-boende');
    expect(definition.name.sv).toBe('Helt ny');
  });

  it('can’t be undone behind its back: the application’s role may not change a version', async () => {
    await expect(
      asAppRole(async (client) => {
        await client.query("select set_config('app.tenant_id', 'granvik', false)");
        await client.query("update service_version set definition = '{}'");
      }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the catalogue', () => {
  beforeAll(async () => {
    for (const [tenantId, documents] of Object.entries(services)) {
      for (const [position, document] of documents.entries()) {
        await publishServiceVersion(job(tenantId), document, { position });
      }
    }
  });

  it('is listed in the municipality’s order and the reader’s language', async () => {
    const list = await listServices(visitor('granvik'), { language: 'en' });
    expect(list.map(({ slug }) => slug)).toEqual(
      (services.granvik ?? []).filter(({ kind }) => kind !== 'guide').map(({ slug }) => slug),
    );
    expect(list[0]).toMatchObject({ name: 'Care home', kind: 'form', category: 'care' });
  });

  it('is searched', async () => {
    const list = await listServices(visitor('granvik'), { language: 'sv', query: 'aldreboende' });
    expect(list.map(({ slug }) => slug)).toEqual(['sarskilt-boende']);
  });

  it('is each municipality’s own', async () => {
    const list = await listServices(visitor('ekhamn'), { language: 'sv' });
    expect(list.map(({ name }) => name)).toContain('Vård- och omsorgsboende');
    const slug = 'bara-i-granvik';
    await publishServiceVersion(job('granvik'), { ...granvikCareHome, slug });
    expect(await getService(visitor('granvik'), slug, { language: 'sv', today })).toMatchObject({ slug });
    await expect(getService(visitor('ekhamn'), slug, { language: 'sv', today })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('says what is in force on the day', async () => {
    const at = (day: string) =>
      getService(visitor('granvik'), 'sarskilt-boende', { language: 'sv', today: calendarDate(day) });
    expect((await at('2026-11-24')).cost).toContain('2 660 kronor');
    expect((await at('2027-01-01')).cost).not.toContain('2 660');
    expect((await at('2025-06-01')).cost).toBeNull();
  });

  it('has no form for what is applied for elsewhere', async () => {
    const { about, category, forWhom, languages, name, searchWords, summary } = granvikHomeCare;
    const known = { about, category, forWhom, languages, name, searchWords, summary };
    await publishServiceVersion(job('granvik'), {
      ...known,
      kind: 'elsewhere',
      schema: 1,
      slug: 'hemtjanst',
      howToApply: name,
    });
    await expect(getPublishedDefinition(visitor('granvik'), 'hemtjanst')).rejects.toMatchObject({
      code: 'NotFound',
    });
    expect(await getService(visitor('granvik'), 'hemtjanst', { language: 'sv', today })).toMatchObject({
      kind: 'elsewhere',
    });
  });

  it('leads out to where one applies, and says whose place that is and how one logs in there', async () => {
    const found = await getService(visitor('ekhamn'), 'fardtjanst', { language: 'en', today });
    expect(found).toMatchObject({
      kind: 'elsewhere',
      applyAt: {
        url: 'https://fardtjanst.kustregionen.example/ansok',
        host: 'fardtjanst.kustregionen.example',
        owner: 'the region (Kustregionen)',
        logIn: 'You log in again there, with BankID or Freja.',
      },
    });
  });

  it('says which language a service is in, where it is not the reader’s', async () => {
    const [before] = await listServices(visitor('granvik'), { language: 'ar', query: 'الرعاية المنزلية' });
    expect(before).toMatchObject({ slug: 'hemtjanst', language: 'ar' });
    await publishServiceVersion(job('granvik'), inLanguages(granvikHomeCare, ['sv', 'en']));
    const list = await listServices(visitor('granvik'), { language: 'ar' });
    expect(list.find(({ slug }) => slug === 'hemtjanst')).toMatchObject({
      name: 'Hemtjänst',
      language: 'sv',
    });
    expect(list.find(({ slug }) => slug === 'sarskilt-boende')).toMatchObject({ language: 'ar' });
    expect(await listServices(visitor('granvik'), { language: 'ar', query: 'hemtjänst' })).toMatchObject([
      { slug: 'hemtjanst', language: 'sv' },
    ]);
    const inLanguage = (language: string) => getService(visitor('granvik'), 'hemtjanst', { language, today });
    expect(await inLanguage('ar')).toMatchObject({ name: 'Hemtjänst', language: 'sv' });
    expect(await inLanguage('en')).toMatchObject({ language: 'en' });
  });
});
