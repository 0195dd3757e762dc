import 'server-only';
import { env } from '@/lib/platform/env';
import { brokerClaimsRequest, brokerScopes } from '../domain/broker-claims';
import type { OpenIdProvider } from './openid-log-in';

/** The e-ID broker, for residents; null when none is configured. */
export function broker(): OpenIdProvider | null {
  const { BROKER_NAME, BROKER_ISSUER, BROKER_CLIENT_ID, BROKER_CLIENT_SECRET } = env();
  if (!BROKER_ISSUER || !BROKER_CLIENT_ID || !BROKER_CLIENT_SECRET) return null;
  return {
    id: 'broker',
    name: BROKER_NAME,
    issuer: BROKER_ISSUER,
    clientId: BROKER_CLIENT_ID,
    clientSecret: BROKER_CLIENT_SECRET,
    scopes: brokerScopes,
    claimsRequest: brokerClaimsRequest,
    hasSignedUserInfo: true,
  };
}

/** The broker's name as people know it, or null when none is configured. */
export const brokerName = (): string | null => broker()?.name ?? null;
