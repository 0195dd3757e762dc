import { isIP } from 'node:net';

/**
 * The address a request came from. Each hop that is ours (TRUSTED_HOPS) adds the one it saw to X-Forwarded-For, at the
 * end; whatever stands before those may be invented. Without hops, or with less than they would have written, it is the
 * connection's own.
 */
export function clientAddress(connection: string | undefined, forwardedFor: string, hops: number): string {
  const seen = hops > 0 ? plain(forwardedFor.split(',').at(-hops)) : '';
  return seen || plain(connection) || '127.0.0.1';
}

/** As scripts/portal.ts has left it in the header: one address. */
export const addressIn = (headers: Pick<Headers, 'get'>): string =>
  clientAddress(undefined, headers.get('x-forwarded-for') ?? '', 1);

function plain(address = ''): string {
  const bare = address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare : '';
}
