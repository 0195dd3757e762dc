import 'server-only';
import { env } from '@/lib/platform/env';
import { href, type Language } from '@/lib/platform/i18n';
import type { TenantView } from './queries/list-tenants';

/** A page at the municipality's own address, for what is read outside the portal. */
export function ownAddress(tenant: TenantView, lang: Language, path: string): string {
  const { PUBLIC_SCHEME, PORT } = env();
  // Behind https there is a load balancer on the ordinary port; plain http is the demo's and the tests'.
  const port = PUBLIC_SCHEME === 'https' || PORT === 80 ? '' : `:${PORT}`;
  return `${PUBLIC_SCHEME}://${tenant.hosts[0]}${port}${href(lang, path)}`;
}
