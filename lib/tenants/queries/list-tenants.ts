import 'server-only';
import { outsideTenants } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { isTheme, type TenantProfile, tenantProfileSchema } from '../domain/tenant-profile';
import { themeFiles } from '../domain/theme-files';

export interface TenantView {
  id: string;
  name: string;
  hosts: readonly string[];
  /** first is the default */
  languages: readonly string[];
  /** address of the theme's tokens */
  themeFile: string;
  profile: TenantProfile;
}

// Every request asks which municipality it belongs to, and the answer changes a few times a year: each process asks
// the database twice a minute at most, and goes on with what it knew when the database is silent.
const FRESH_FOR = 30_000;
let known: { at: number; tenants: Promise<readonly TenantView[]> } | undefined;

/** All municipalities of this installation; public facts. At most half a minute old. */
export async function listTenants(): Promise<readonly TenantView[]> {
  const previous = known;
  if (previous && performance.now() - previous.at < FRESH_FOR) return previous.tenants;
  const tenants = load();
  known = { at: performance.now(), tenants };
  try {
    return await tenants;
  } catch (error) {
    known = undefined;
    if (!previous) throw error;
    log.warn({ err: error }, 'the list of municipalities could not be read; the last known one is used');
    known = { at: performance.now(), tenants: previous.tenants };
    return previous.tenants;
  }
}

/** For tests, and for whoever has just changed a municipality. */
export const forgetTenants = (): void => {
  known = undefined;
};

async function load(): Promise<readonly TenantView[]> {
  const rows = await outsideTenants((db) => db.tenant.findMany({ orderBy: { id: 'asc' } }));
  return rows.flatMap((row) => {
    const profile = tenantProfileSchema.safeParse(row.profile);
    if (isTheme(row.theme) && profile.success) {
      const { id, name, hosts, languages } = row;
      return [{ id, name, hosts, languages, themeFile: themeFiles[row.theme], profile: profile.data }];
    }
    // One municipality's fault must not close the others.
    log.error(
      { tenantId: row.id, theme: row.theme, err: profile.error },
      'a municipality is not fit to be shown',
    );
    return [];
  });
}
