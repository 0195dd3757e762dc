import 'server-only';
import { notFound } from '@/lib/platform/errors';
import { listTenants, type TenantView } from './list-tenants';

/** The municipality, or NotFound. */
export async function getTenant(id: string): Promise<TenantView> {
  const tenant = (await listTenants()).find((one) => one.id === id);
  if (!tenant) throw notFound();
  return tenant;
}
