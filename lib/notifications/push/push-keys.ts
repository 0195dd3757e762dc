import 'server-only';
import { createECDH } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** The pair that push services know us by (VAPID, RFC 8292); null where the installation has none. */
export function pushKeys(): { publicKey: string; privateKey: string } | null {
  const privateKey = env().PUSH_PRIVATE_KEY;
  if (!privateKey) return null;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return { publicKey: pair.getPublicKey().toString('base64url'), privateKey };
}
