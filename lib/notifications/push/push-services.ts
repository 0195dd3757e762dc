/**
 * Where messages to browsers may be sent. A browser says itself where its push service is, and whoever posts another
 * address than a real one must not get us to ask it: only the services of the browsers that exist (as of 2026-11), and
 * those that the installation names.
 */
const KNOWN: readonly string[] = [
  'fcm.googleapis.com', // Chrome, Edge on Android, Opera, Samsung Internet
  '*.push.services.mozilla.com', // Firefox
  '*.notify.windows.com', // Edge on Windows
  '*.push.apple.com', // Safari
];

/** By https; without it only a host that the settings name outside production (the demo world's). */
export function isPushService(
  endpoint: string,
  { named, isProduction }: { named: readonly string[]; isProduction: boolean },
): boolean {
  if (endpoint.length > 2000 || !URL.canParse(endpoint)) return false;
  const { protocol, host, username, password, hash } = new URL(endpoint);
  if (username || password || hash) return false;
  const isNamed = named.includes(host);
  if (protocol === 'http:') return isNamed && !isProduction;
  return protocol === 'https:' && (isNamed || KNOWN.some((pattern) => matches(pattern, host)));
}

const matches = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
