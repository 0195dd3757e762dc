import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';

/** The municipalities whose cases this system handles. Each has made it a client of its own, with secrets of its own. */
export const municipalities = [
  { tenantId: 'granvik', name: 'Granvik' },
  { tenantId: 'ekhamn', name: 'Ekhamn' },
] as const;

export type Municipality = (typeof municipalities)[number];

export interface Credentials {
  clientId: string;
  /** signs its requests for tokens (EdDSA) */
  privateKey: KeyObject;
  kid: string;
  /** the half of it that the portal is given */
  publicJwk: { kty: string; crv: string; x: string };
  webhookSecret: string;
}

/** What stands before the 32 bytes of a key (RFC 8410 §7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * What the portal's operator and the system's operator would hand each other. In the demo both sides make it from one
 * secret, so that a first start needs no hand-over.
 */
export function credentialsFor(demoSecret: string, tenantId: string): Credentials {
  const part = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', demoSecret, '', `back-office:${tenantId}:${purpose}`, 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, part('client')]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    clientId: `reference-back-office-${tenantId}`,
    privateKey,
    kid: 'demo',
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    webhookSecret: `whsec_${part('webhook').toString('base64')}`,
  };
}

/** What is sent to get a token: who asks, signed, for this address and once (RFC 7523). */
export const signRequest = ({ clientId, privateKey, kid }: Credentials, address: string): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(address)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1 minute')
    .sign(privateKey);
