import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

/** RFC 7523 §2.2 */
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a key may sign with. Nothing symmetric: what the portal knows must not be enough to be somebody else. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256'];
/** Clocks differ. */
const TOLERANCE_SECONDS = 30;
/** Made for one request; the longer it lives, the longer its id must be remembered. */
const LONGEST_SECONDS = 5 * 60;

export interface VerifiedAssertion {
  /** the key that it was signed with */
  kid: string;
  /** its own id: good once */
  jti: string;
  /** from then on it is good for nothing */
  endsAt: Date;
}

/**
 * A request for a token, signed by the client (private_key_jwt: RFC 7523 §3, OpenID Connect Core §9).
 * @param audience the token endpoint's own address, in this municipality: one made for another is not taken
 * @returns null for one that is not good, for whatever reason
 */
export async function verifyAssertion(
  assertion: string,
  { clientId, audience, keys, now }: { clientId: string; audience: string; keys: JSONWebKeySet; now: Date },
): Promise<VerifiedAssertion | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(assertion, createLocalJWKSet(keys), {
      issuer: clientId,
      subject: clientId,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: now,
    });
    const { kid } = protectedHeader;
    const { jti, exp = 0 } = payload as JWTPayload & { jti: unknown };
    if (typeof kid !== 'string' || typeof jti !== 'string' || jti === '') return null;
    if (exp - now.getTime() / 1000 > LONGEST_SECONDS + TOLERANCE_SECONDS) return null;
    return { kid, jti, endsAt: new Date((exp + TOLERANCE_SECONDS) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
