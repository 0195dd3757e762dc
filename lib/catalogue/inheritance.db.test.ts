import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { aJob, aNobody } from '@/lib/testing/builders';
import { withOwnerClient } from '@/lib/testing/owner-client';
import { smallForm } from '@/lib/testing/small-form';
import { asOwner, rows } from '@/lib/testing/test-database';
import { seedCatalogue } from '@/prisma/seed/catalogue';
import { seedTenants } from '@/prisma/seed/tenants';
import { exportDefinitions } from './commands/export-definitions';
import { importDefinitions } from './commands/import-definitions';
import { importSharedDefinitions } from './commands/import-shared-definitions';
import { publishSharedDefinition } from './commands/publish-shared-definition';
import { checkDocument } from './domain/definition-errors';
import { getPublishedDefinition } from './queries/get-published-definition';

/** Each test inherits a form of its own. */
const aSlug = () => `delad-${newId().slice(-8).replace(/^\d/, 'x')}`;

function form(slug: string, name: string, fields = ['one', 'two']) {
  const small = smallForm(slug, { you: fields.map((id) => ({ kind: 'text' as const, id })) });
  const checked = checkDocument({ ...small, name: { sv: name } });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.definition;
}

const file = (...definitions: object[]) =>
  JSON.stringify({ format: 'mina-sidor/definitions', edition: 1, definitions });
const variant = (inherits: string, changes: object) => ({ kind: 'variant', inherits, changes });
/** Its second question under another label. */
const relabelled = (slug: string) =>
  variant(slug, {
    pages: { you: { groups: { 'group-you': { fields: { two: { label: { sv: 'Vår fråga' } } } } } } },
  });

const published = async (tenantId: string, slug: string) =>
  (await getPublishedDefinition(aNobody(tenantId), slug)).definition;

const rowsOf = (tenantId: string, slug: string) =>
  asOwner(async (client) => {
    const { rows: found } = await client.query(
      `select v.version, v.origin, v.shared_version as "sharedVersion", s.held_back as "heldBack"
         from service s join service_version v on v.tenant_id = s.tenant_id and v.service_id = s.id
        where s.tenant_id = $1 and s.slug = $2 order by v.version`,
      [tenantId, slug],
    );
    return found;
  });

beforeAll(() => withOwnerClient(seedTenants));

describe('a variant of a shared definition', () => {
  it('is imported as what it becomes, and exported as what was written', async () => {
    const slug = aSlug();
    await publishSharedDefinition('test', form(slug, 'Delad'));
    const outcome = await importDefinitions(aJob('granvik'), file(relabelled(slug)), 'command');
    expect(outcome).toMatchObject({ ok: true, services: [{ slug, outcome: 'published', version: 1 }] });
    const { pages } = await published('granvik', slug);
    expect(pages[0]?.groups[0]?.fields).toMatchObject([
      { id: 'one' },
      { id: 'two', label: { sv: 'Vår fråga' } },
    ]);
    const exported = await exportDefinitions(aJob('granvik'), { slug });
    expect(JSON.parse(exported).definitions).toEqual([relabelled(slug)]);
    expect(await importDefinitions(aJob('granvik'), exported, 'command')).toMatchObject({
      services: [{ outcome: 'unchanged', version: 1 }],
    });
    const whole = JSON.parse(await exportDefinitions(aJob('granvik'), { slug, whole: true }));
    expect(whole.definitions[0]).toMatchObject({ kind: 'form', slug });
  });

  it('follows a new version of the shared one, in every municipality, with its changes kept', async () => {
    const slug = aSlug();
    await publishSharedDefinition('test', form(slug, 'Delad'));
    await importDefinitions(aJob('granvik'), file(relabelled(slug)), 'admin');
    await importDefinitions(aJob('ekhamn'), file(variant(slug, { name: { sv: 'Stadens' } })), 'command');
    const { followed } = await publishSharedDefinition('test', form(slug, 'Ny', ['one', 'two', 'three']));
    expect(followed.map(({ tenantId, publication }) => [tenantId, publication.outcome])).toEqual([
      ['ekhamn', 'published'],
      ['granvik', 'published'],
    ]);
    const { name, pages } = await published('granvik', slug);
    expect(name.sv).toBe('Ny');
    expect(pages[0]?.groups[0]?.fields).toMatchObject([{}, { label: { sv: 'Vår fråga' } }, { id: 'three' }]);
    expect((await published('ekhamn', slug)).name.sv).toBe('Stadens');
    // It is still the work of whoever wrote the changes.
    expect(await rowsOf('granvik', slug)).toMatchObject([
      { origin: 'admin' },
      { origin: 'admin', sharedVersion: 2 },
    ]);
    const again = await publishSharedDefinition('test', form(slug, 'Ny', ['one', 'two', 'three']));
    expect(again).toMatchObject({ outcome: 'unchanged', followed: [] });
  });

  it('stays as it is where its changes don’t fit any more, and says why until it is mended', async () => {
    const slug = aSlug();
    await publishSharedDefinition('test', form(slug, 'Delad'));
    await importDefinitions(aJob('granvik'), file(relabelled(slug)), 'command');
    await importDefinitions(aJob('ekhamn'), file(variant(slug, {})), 'command');
    const { followed } = await publishSharedDefinition('test', form(slug, 'Ny', ['one', 'other']));
    expect(followed).toMatchObject([
      { tenantId: 'ekhamn', publication: { outcome: 'published' } },
      {
        tenantId: 'granvik',
        publication: { outcome: 'refused', problems: [{ what: expect.stringContaining('two') }] },
      },
    ]);
    expect((await published('granvik', slug)).name.sv).toBe('Delad');
    expect(await rowsOf('granvik', slug)).toMatchObject([{ heldBack: { sharedVersion: 2, problems: [{}] } }]);
    await importDefinitions(aJob('granvik'), file(variant(slug, {})), 'command');
    expect((await published('granvik', slug)).name.sv).toBe('Ny');
    expect((await rowsOf('granvik', slug)).at(-1)).toMatchObject({ heldBack: null, sharedVersion: 2 });
  });

  it('is not itself shared: there are no chains', async () => {
    const slug = aSlug();
    const whole = await importSharedDefinitions('test', file(form(slug, 'Delad')));
    expect(whole).toMatchObject({ ok: true, services: [{ slug, outcome: 'published', followed: [] }] });
    const chained = file(variant(slug, { slug: aSlug() }));
    expect(await importSharedDefinitions('test', chained)).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringContaining('skrivs hel') }],
    });
  });

  it('of nothing that is shared is refused', async () => {
    expect(
      await importDefinitions(aJob('granvik'), file(variant('finns-inte', {})), 'command'),
    ).toMatchObject({
      ok: false,
      problems: [{ where: 'inherits', what: expect.stringContaining('finns-inte') }],
    });
  });
});

describe('an import', () => {
  it('publishes all of a file or nothing, with the name before each fault', async () => {
    const good = aSlug();
    const bad = { ...form(aSlug(), 'Fel'), minutes: 0 };
    expect(await importDefinitions(aJob('granvik'), file(form(good, 'Bra'), bad), 'command')).toMatchObject({
      ok: false,
      problems: [{ where: `${bad.slug} › minutes` }],
    });
    expect(await rowsOf('granvik', good)).toEqual([]);
    const twice = file(form(good, 'Bra'), form(good, 'Bättre'));
    expect(await importDefinitions(aJob('granvik'), twice, 'command')).toMatchObject({
      problems: [{ where: good, what: expect.stringContaining('två') }],
    });
  });

  it('stands last in the catalogue if it is new, and keeps its place if it isn’t', async () => {
    const slugs = [aSlug(), aSlug()] as const;
    const placeOf = (slug: string) =>
      asOwner(async (client) => {
        const { rows: found } = await client.query(
          `select position from service where tenant_id = 'granvik' and slug = $1`,
          [slug],
        );
        return found[0].position as number;
      });
    for (const slug of slugs) await importDefinitions(aJob('granvik'), file(form(slug, 'Ny')), 'command');
    const [first, second] = [await placeOf(slugs[0]), await placeOf(slugs[1])];
    expect(second).toBe(first + 1);
    await importDefinitions(aJob('granvik'), file(form(slugs[0], 'Ändrad')), 'command');
    expect(await placeOf(slugs[0])).toBe(first);
  });

  it.each(['nobody', 'resident'] as const)('is not for %s, nor is an export', async (kind) => {
    const actor =
      kind === 'nobody'
        ? aNobody('granvik')
        : ({ kind, tenantId: 'granvik', personId: newId(), sessionId: newId() } as const);
    await expect(importDefinitions(actor, file(form(aSlug(), 'x')), 'admin')).rejects.toMatchObject({
      code: 'Forbidden',
    });
    await expect(exportDefinitions(actor)).rejects.toMatchObject({ code: 'Forbidden' });
  });
});

describe('the seed, run again', () => {
  it('leaves in the audit log what it has published', async () => {
    await withOwnerClient(seedCatalogue);
    const published = await rows<{ tenant_id: string }>(
      `select distinct a.tenant_id from audit_entry a join service_version v on v.tenant_id = a.tenant_id and v.service_id = a.object_id
        where a.action = 'catalogue.publish-service-version' and a.actor_label = 'seed' and v.origin = 'seed'`,
    );
    expect(published.map(({ tenant_id }) => tenant_id).sort()).toEqual(['ekhamn', 'granvik', 'shared']);
  });

  it('leaves what somebody has imported alone, and it still follows what it inherits', async () => {
    await withOwnerClient(seedCatalogue);
    const name = { sv: 'Vårt eget namn' };
    const exported = JSON.parse(await exportDefinitions(aJob('granvik'), { slug: 'sarskilt-boende' }));
    expect(exported.definitions[0]).toMatchObject({ kind: 'variant', inherits: 'sarskilt-boende' });
    exported.definitions[0].changes.name = name;
    await importDefinitions(aJob('granvik'), JSON.stringify(exported), 'admin');
    await withOwnerClient(seedCatalogue);
    expect((await published('granvik', 'sarskilt-boende')).name.sv).toBe(name.sv);
    const before = await rowsOf('granvik', 'sarskilt-boende');
    expect(before.at(-1)).toMatchObject({ origin: 'admin' });

    const shared = JSON.parse(await exportDefinitions(aJob('shared'), { slug: 'sarskilt-boende' }))
      .definitions[0];
    await publishSharedDefinition('test', { ...shared, minutes: 31 });
    await withOwnerClient(seedCatalogue);
    expect(await published('granvik', 'sarskilt-boende')).toMatchObject({ minutes: 31, name });
    expect(await published('ekhamn', 'sarskilt-boende')).toMatchObject({ minutes: 31 });
  });
});
