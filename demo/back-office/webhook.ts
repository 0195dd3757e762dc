import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';

const TOLERANCE_SECONDS = 300;

/**
 * Whether a message is from the portal, by Standard Webhooks: signed with our secret, unchanged, and fresh. Written
 * apart from the portal's own code, so that the two prove each other.
 */
export function isGenuine(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: string,
  now: Date,
): boolean {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice(3), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

/** False for a message that was played again. The portal's own repeats have a new time. */
export async function isFirst(pool: Pool, id: string, timestamp: string): Promise<boolean> {
  const { rowCount } = await pool.query('insert into heard_webhook values ($1, $2) on conflict do nothing', [
    id,
    timestamp,
  ]);
  return rowCount === 1;
}
