import { hkdfSync } from 'node:crypto';

/** The municipalities whose cases this system handles. Each has made it a client of its own, with secrets of its own. */
export const municipalities = [
  { tenantId: 'granvik', name: 'Granvik' },
  { tenantId: 'ekhamn', name: 'Ekhamn' },
] as const;

export type Municipality = (typeof municipalities)[number];

export interface Credentials {
  clientId: string;
  clientSecret: string;
  webhookSecret: string;
}

/**
 * What the portal's operator and the system's operator would hand each other. In the demo both sides make it from one
 * secret, so that a first start needs no hand-over.
 */
export function credentialsFor(demoSecret: string, tenantId: string): Credentials {
  const part = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', demoSecret, '', `back-office:${tenantId}:${purpose}`, 32));
  return {
    clientId: `reference-back-office-${tenantId}`,
    clientSecret: part('client').toString('base64url'),
    webhookSecret: `whsec_${part('webhook').toString('base64')}`,
  };
}
