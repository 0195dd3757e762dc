import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, AdminActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { withOwnerClient } from '@/lib/testing/owner-client';
import { smallForm } from '@/lib/testing/small-form';
import { seedTenants } from '@/prisma/seed/tenants';
import { publishImport } from './commands/publish-import';
import { publishServiceVersion } from './commands/publish-service-version';
import { stageImport } from './commands/stage-import';
import { MOST_FILE_BYTES } from './domain/definition-file';
import { getImport } from './queries/get-import';
import { listAdministeredServices } from './queries/list-administered-services';

const anAdmin = (tenantId = 'granvik'): AdminActor => ({
  kind: 'admin',
  tenantId,
  staffId: newId(),
  sessionId: newId(),
  name: 'Helena Strand',
});
const aSlug = () => `tjanst-x${newId().slice(-8)}`;
const form = (slug: string, name = 'En tjänst', ids = ['one']) => ({
  ...smallForm(slug, { you: ids.map((id) => ({ kind: 'text' as const, id })) }),
  name: { sv: name },
});
const file = (...definitions: object[]) =>
  JSON.stringify({ format: 'mina-sidor/definitions', edition: 1, definitions });

async function ready(admin: AdminActor, content: string) {
  const importId = await stageImport(admin, content);
  const view = await getImport(admin, importId);
  if (view.state !== 'ready') throw new Error(JSON.stringify(view.problems));
  return { importId, ...view };
}
const audited = (objectId: string) =>
  read({ tenantId: 'granvik' }, (tx) => tx.auditEntry.findMany({ where: { tenantId: 'granvik', objectId } }));

beforeAll(() => withOwnerClient(seedTenants));

describe('an administrator’s import', () => {
  it('shows what is new, and is published when they say so, once', async () => {
    const admin = anAdmin();
    const slug = aSlug();
    const { importId, services, basis } = await ready(admin, file(form(slug)));
    expect(services).toEqual([
      { slug, name: 'En tjänst', language: 'sv', publishedVersion: null, changes: [] },
    ]);
    expect(await listAdministeredServices(admin, slug)).toEqual([]);
    expect(await publishImport(admin, { importId, basis })).toMatchObject([
      { slug, outcome: 'published', version: 1 },
    ]);
    expect(await listAdministeredServices(admin, slug)).toMatchObject([
      { slug, version: 1, origin: 'admin' },
    ]);
    await expect(publishImport(admin, { importId, basis })).rejects.toMatchObject({ code: 'NotFound' });
    expect(await audited(importId)).toMatchObject([
      { action: 'catalogue.stage-import', actorStaffId: admin.staffId, outcome: 'allowed' },
      { action: 'catalogue.publish-import', outcome: 'refused' },
    ]);
  });

  it('shows what it changes in what is published', async () => {
    const admin = anAdmin();
    const slug = aSlug();
    await publishServiceVersion(aJob('granvik'), form(slug));
    const { services } = await ready(admin, file(form(slug, 'Nytt namn', ['one', 'two'])));
    expect(services).toMatchObject([
      {
        publishedVersion: 1,
        changes: [
          { how: 'changed', what: 'part', name: 'name' },
          { how: 'added', what: 'question', name: 'two' },
        ],
      },
    ]);
  });

  it('that somebody has published under meanwhile is not published over it unseen', async () => {
    const admin = anAdmin();
    const slug = aSlug();
    await publishServiceVersion(aJob('granvik'), form(slug));
    const { importId, basis } = await ready(admin, file(form(slug, 'Mitt')));
    await publishServiceVersion(aJob('granvik'), form(slug, 'Någon annans'));
    await expect(publishImport(admin, { importId, basis })).rejects.toMatchObject({ code: 'Conflict' });
    const again = await getImport(admin, importId);
    if (again.state !== 'ready') throw new Error('faulty');
    expect(await publishImport(admin, { importId, basis: again.basis })).toMatchObject([{ version: 3 }]);
  });

  it('pressed twice at once is published once', async () => {
    const admin = anAdmin();
    const { importId, basis } = await ready(admin, file(form(aSlug())));
    const both = await Promise.allSettled([
      publishImport(admin, { importId, basis }),
      publishImport(admin, { importId, basis }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('with faults is kept with all of them, and can’t be published', async () => {
    const admin = anAdmin();
    const importId = await stageImport(admin, file({ ...form(aSlug()), minutes: 0, category: 'x' }));
    expect(await getImport(admin, importId)).toMatchObject({
      state: 'faulty',
      content: expect.stringContaining('minutes'),
      problems: [{ where: 'category' }, { where: 'minutes' }],
    });
    await expect(publishImport(admin, { importId, basis: '' })).rejects.toMatchObject({ code: 'Invalid' });
  });

  it.each([' ', 'a\0b', 'å'.repeat(MOST_FILE_BYTES / 2 + 1)])(
    'that can’t be kept is refused',
    async (content) => {
      await expect(stageImport(anAdmin(), content)).rejects.toMatchObject({ code: 'Invalid' });
    },
  );

  it('is kept for a day', async () => {
    const admin = anAdmin();
    const old = await stageImport(admin, '{}', { now: () => new Date(Date.now() - 25 * 3_600_000) });
    await stageImport(admin, '{}');
    await expect(getImport(admin, old)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is nobody else’s: another administrator, another municipality, and who is none', async () => {
    const { importId, basis } = await ready(anAdmin(), file(form(aSlug())));
    for (const other of [anAdmin(), anAdmin('ekhamn')]) {
      await expect(getImport(other, importId)).rejects.toMatchObject({ code: 'NotFound' });
      await expect(publishImport(other, { importId, basis })).rejects.toMatchObject({ code: 'NotFound' });
    }
    const others: Actor[] = [aNobody('granvik'), aJob('granvik'), await createResident('granvik')];
    for (const other of others) {
      await expect(getImport(other, importId)).rejects.toMatchObject({ code: 'Forbidden' });
      await expect(publishImport(other, { importId, basis })).rejects.toMatchObject({ code: 'Forbidden' });
      await expect(stageImport(other, '{}')).rejects.toMatchObject({ code: 'Forbidden' });
      await expect(listAdministeredServices(other)).rejects.toMatchObject({ code: 'Forbidden' });
    }
    expect((await audited(importId)).filter(({ outcome }) => outcome === 'refused')).toHaveLength(8);
  });
});
