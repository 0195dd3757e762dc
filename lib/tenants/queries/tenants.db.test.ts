import { PrismaPg } from '@prisma/adapter-pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PrismaClient } from '@/lib/platform/generated/client';
import { asOwner, ownerUrl } from '@/lib/testing/test-database';
import { seedTenants } from '@/prisma/seed/tenants';
import { findTenantByHost } from './find-tenant-by-host';
import { getTenant } from './get-tenant';
import { forgetTenants, listTenants } from './list-tenants';

beforeEach(async () => {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl(), max: 1 }) });
  await seedTenants(db);
  await seedTenants(db);
  await db.$disconnect();
  forgetTenants();
});
afterEach(() => {
  vi.useRealTimers();
});

const rename = (name: string) =>
  asOwner((client) => client.query("update tenant set name = $1 where id = 'ekhamn'", [name]));

describe('the municipality of a request', () => {
  it('is found by its host name, whatever the port and capitals', async () => {
    expect(await findTenantByHost('Ekhamn.localhost:3000')).toMatchObject({
      id: 'ekhamn',
      name: 'Ekhamns stad',
      languages: ['sv', 'en', 'fi'],
      themeFile: expect.stringMatching(/^\/themes\/ekhamn\./),
    });
    expect((await findTenantByHost('localhost:3000'))?.id).toBe('granvik');
  });

  it('is nobody’s at an address nobody has', async () => {
    expect(await findTenantByHost('granvik.example')).toBeNull();
    expect(await findTenantByHost('')).toBeNull();
  });

  it('is not found by an id that is not there', async () => {
    await expect(getTenant('nowhere')).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('what a process knows of the municipalities', () => {
  it('is at most half a minute old', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    expect((await getTenant('ekhamn')).name).toBe('Ekhamns stad');
    await rename('Nya Ekhamn');
    vi.advanceTimersByTime(29_000);
    expect((await getTenant('ekhamn')).name).toBe('Ekhamns stad');
    vi.advanceTimersByTime(2_000);
    expect((await getTenant('ekhamn')).name).toBe('Nya Ekhamn');
  });

  it('lives on when the database refuses', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    expect(await listTenants()).toHaveLength(2);
    vi.advanceTimersByTime(31_000);
    await asOwner((client) => client.query('alter table tenant rename to tenant_gone'));
    try {
      expect(await listTenants()).toHaveLength(2);
      forgetTenants();
      await expect(listTenants()).rejects.toThrow();
    } finally {
      await asOwner((client) => client.query('alter table tenant_gone rename to tenant'));
    }
  });

  it('leaves out the one that is not fit to be shown, and keeps the others', async () => {
    await asOwner((client) => client.query("update tenant set theme = 'missing' where id = 'ekhamn'"));
    expect((await listTenants()).map(({ id }) => id)).toEqual(['granvik']);
    await asOwner((client) =>
      client.query("update tenant set theme = 'ekhamn', profile = '{}' where id = 'ekhamn'"),
    );
    forgetTenants();
    expect((await listTenants()).map(({ id }) => id)).toEqual(['granvik']);
  });
});
