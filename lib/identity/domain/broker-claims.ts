import { z } from 'zod';
import { type NationalId, parseNationalId } from '@/lib/kernel/national-id';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { PersonName } from './person-seals';

const CLAIM = 'https://id.oidc.se/claim/';
const LOA = 'http://id.elegnamnden.se/loa/1.0/';

/** Levels of assurance that open Mina sidor. A list, since the addresses have no order of their own. */
export const acceptedLevels: readonly string[] = [`${LOA}loa3`, `${LOA}loa4`];

/** What is asked of a broker, as the Swedish OpenID Connect profile has it. */
export const brokerScopes = [
  'openid',
  'https://id.oidc.se/scope/naturalPersonInfo',
  'https://id.oidc.se/scope/naturalPersonNumber',
] as const;

/** The level is required of the log-in itself, so that the broker doesn't offer an e-ID that we'd refuse. */
export const brokerClaimsRequest = JSON.stringify({
  id_token: { acr: { essential: true, values: acceptedLevels } },
});

/** A log-in at the broker older than this was not made for us. */
const FRESH_FOR = 5 * 60;

export type BrokerFault = 'not-understood' | 'low-level' | 'not-fresh' | 'no-number'; // or two: personal and coordination number exclude each other

const claimsSchema = z.object({
  iss: z.url(),
  sub: z.string().min(1).max(255),
  acr: z.string(),
  auth_time: z.int(),
  given_name: z.string().min(1),
  family_name: z.string().min(1),
  [`${CLAIM}personalIdentityNumber`]: z.string().optional(),
  [`${CLAIM}coordinationNumber`]: z.string().optional(),
});

export interface BrokerIdentity {
  issuer: string;
  subject: string;
  levelOfAssurance: string;
  nationalId: NationalId;
  name: PersonName;
}

/** What a broker's verified ID token says, or why it isn't enough. Signature, audience, nonce and times are checked before. */
export function readBrokerClaims(claims: unknown, now: Date): Result<BrokerIdentity, BrokerFault> {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return refused('not-understood');
  const { iss, sub, acr, auth_time, given_name, family_name } = parsed.data;
  if (!acceptedLevels.includes(acr)) return refused('low-level');
  const age = now.getTime() / 1000 - auth_time;
  if (age > FRESH_FOR || age < -60) return refused('not-fresh');
  const personal = parsed.data[`${CLAIM}personalIdentityNumber`];
  const coordination = parsed.data[`${CLAIM}coordinationNumber`];
  if (typeof personal === typeof coordination) return refused('no-number');
  const nationalId = parseNationalId(String(personal ?? coordination), now);
  if (!nationalId) return refused('no-number');
  return ok({
    issuer: iss,
    subject: sub,
    levelOfAssurance: acr,
    nationalId,
    name: { givenName: given_name, surname: family_name },
  });
}
