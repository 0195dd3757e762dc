import 'server-only';
import { hostName } from '../domain/host-name';
import { listTenants, type TenantView } from './list-tenants';

/** The municipality of a request's Host header, or null for an address nobody has. */
export async function findTenantByHost(host: string): Promise<TenantView | null> {
  const name = hostName(host);
  return (await listTenants()).find(({ hosts }) => hosts.includes(name)) ?? null;
}
