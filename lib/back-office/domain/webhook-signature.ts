import { createHmac, timingSafeEqual } from 'node:crypto';

// Standard Webhooks 1.0 (standardwebhooks.com): HMAC-SHA256 over "id.timestamp.body" with the secret's bytes.

const PREFIX = 'whsec_';
/** How far the sender's clock may be from ours, and so how long a stolen message could be played again. */
const TOLERANCE_SECONDS = 5 * 60;

export interface SignedHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * `secret` is "whsec_" and base64, as both sides have it in their settings. A body of bytes is signed as it is. With
 * two secrets, a space between, there are two signatures: the receiver takes either while they change.
 */
export function signWebhook(secret: string, id: string, at: Date, body: string | Uint8Array): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secret
      .split(' ')
      .map((one) => `v1,${hmac(one, `${id}.${timestamp}.`, body).toString('base64')}`)
      .join(' '),
  };
}

/**
 * Whether a message is from who has the secret, unchanged, and fresh. The receiver must also remember ids it has seen:
 * the same message may come twice. Several signatures may stand side by side while a secret is being changed.
 */
export function isGenuineWebhook(
  secret: string,
  headers: Partial<Record<keyof SignedHeaders, string | undefined>>,
  now: Date,
  body: string | Uint8Array,
): boolean {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = hmac(secret, `${id}.${timestamp}.`, body);
  return signatures.split(' ').some((signature) => {
    const [version, value] = signature.split(',');
    const given = Buffer.from(value ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function hmac(secret: string, head: string, body: string | Uint8Array): Buffer {
  if (!secret.startsWith(PREFIX)) throw new Error('A webhook secret begins with whsec_');
  return createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(head)
    .update(body)
    .digest();
}
