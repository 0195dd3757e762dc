import 'server-only';
import { env } from '@/lib/platform/env';
import type { TenantView } from '@/lib/tenants/api';
import { staffScopes } from '../domain/staff-claims';
import type { OpenIdProvider } from './openid-log-in';

/**
 * The municipality's own identity provider, for its staff; null where it has none here, or has not said which of its
 * roles mean anything.
 */
export function staffProvider({ id, name, profile }: TenantView): OpenIdProvider | null {
  const connection = env().STAFF_PROVIDERS?.[id];
  if (!connection || !profile.staff) return null;
  return { id: 'staff', name, ...connection, scopes: staffScopes, hasSignedUserInfo: false };
}
