import { createPublicKey, verify } from 'node:crypto';

/**
 * Who sends, as push services ask for it (VAPID, RFC 8292): a token for this service, in force, signed with the key that
 * the browser was told of. Null where all holds, else what doesn't.
 */
export function whyNotVouched(
  authorization: string,
  { origin, now }: { origin: string; now: number },
): string | null {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([A-Za-z0-9_-]+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return 'no key';
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return 'the signature does not hold';
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  if (aud !== origin) return 'meant for another service';
  if (typeof exp !== 'number' || exp * 1000 < now || exp * 1000 > now + 86_400_000) return 'not in force';
  return /^(mailto:|https:)/.test(String(sub)) ? null : 'nobody to turn to';
}
