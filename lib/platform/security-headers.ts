import { developing, env } from './env';

/**
 * The headers of every answer. Scripts and styles run only with this answer's nonce or from our own files; nothing is
 * framed, nothing is sent elsewhere. `form-action` names the e-ID broker and the
 * municipalities' own identity providers, since log-in forms redirect there.
 */
export function securityHeaders(
  nonce: string,
): Record<string, string> & { 'content-security-policy': string } {
  const { APP_ENV, PUBLIC_SCHEME, BROKER_ISSUER, BANKID_APP_URL, STAFF_PROVIDERS = {} } = env();
  const staffIssuers = Object.values(STAFF_PROVIDERS).map(({ issuer }) => issuer);
  // The development server evaluates code and reloads by socket; nothing else may.
  const targets = [BROKER_ISSUER, BANKID_APP_URL, ...staffIssuers].flatMap((url) =>
    url ? [new URL(url).origin] : [],
  );
  const formTargets = [...new Set(targets)];
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing() ? " 'unsafe-eval'" : ''}`,
    developing() ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing() ? ' ws:' : ''}`,
    ["form-action 'self'", ...formTargets].join(' '),
    // For what shows push messages (public/push); without its own line it would fall under script-src and its nonce.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(PUBLIC_SCHEME === 'https' ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(PUBLIC_SCHEME === 'https' && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    ...(APP_ENV !== 'production' && { 'x-robots-tag': 'noindex' }),
  };
}
