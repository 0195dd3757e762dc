import { type JWK, jwtVerify } from 'jose';

/**
 * Who sends, as push services ask for it (VAPID, RFC 8292): a token for this service, in force, at most a day long, signed
 * with the key that the browser was told of. Null where all holds, else what doesn't.
 */
export async function whyNotVouched(
  authorization: string,
  { origin, now }: { origin: string; now: number },
): Promise<string | null> {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=([A-Za-z0-9_-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return 'no key';
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as JWK;
  try {
    const { payload } = await jwtVerify(token, jwk, {
      algorithms: ['ES256'],
      audience: origin,
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    if ((payload.exp ?? 0) * 1000 > now + 86_400_000) return 'good for too long';
    return /^(mailto:|https:)/.test(String(payload.sub)) ? null : 'nobody to turn to';
  } catch (error) {
    return error instanceof Error ? error.message : 'not vouched for';
  }
}
