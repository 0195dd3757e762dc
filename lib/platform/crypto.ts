import 'server-only';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { env } from './env';

// Layout of a sealed value: version (1) · length of key id (1) · key id · nonce (12) · tag (16) · ciphertext.
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/**
 * Seals bytes or text with AES-256-GCM under the current data key. `context` ("application.answers:granvik:<id>") is
 * authenticated with it, so that a sealed value moved to another row or tenant doesn't open.
 */
export function seal(plain: string | Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const key = env().DATA_KEYS[0];
  if (!key) throw new Error('No data key');
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()]);
  const keyId = Buffer.from(key.id, 'ascii');
  const sealed = Buffer.concat([
    Buffer.from([VERSION, keyId.length]),
    keyId,
    nonce,
    cipher.getAuthTag(),
    body,
  ]);
  return new Uint8Array(sealed);
}

/** Opens what `seal` made with the same context; throws if key, context or bytes are not the same. */
export function open(sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const idLength = bytes[1] ?? 0;
  const keyId = bytes.subarray(2, 2 + idLength).toString('ascii');
  const key = env().DATA_KEYS.find(({ id }) => id === keyId);
  if (bytes[0] !== VERSION || !key) throw new Error('Sealed with a key that is not configured');
  const from = 2 + idLength;
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(from, from + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(from + NONCE, from + NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(from + NONCE + TAG)), decipher.final()]);
}

export const openText = (sealed: Uint8Array, context: string): string =>
  open(sealed, context).toString('utf8');

export const sealJson = (value: unknown, context: string): Uint8Array<ArrayBuffer> =>
  seal(JSON.stringify(value), context);

/** The caller knows the shape: it sealed the value under the same context. */
export const openJson = <T>(sealed: Uint8Array, context: string): T =>
  JSON.parse(openText(sealed, context)) as T;

// Made once: a hash keyed with bare bytes costs five times as much.
let key: KeyObject | undefined;
const lookupKey = (): KeyObject => {
  key ??= createSecretKey(env().LOOKUP_KEY, 'base64');
  return key;
};

/** Keyed hash (HMAC-SHA-256) to find a sealed value again by exact match. */
export const lookupHash = (value: string | Uint8Array, context: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', lookupKey()).update(context).update('\0').update(value).digest());

export const sha256 = (value: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(value).digest());

/** An unguessable token, 256 bits as base64url. Only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
