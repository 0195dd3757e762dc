import type { DemoPerson } from '@/demo/people';
import { fullName } from '@/demo/person-names';

const CLAIM = 'https://id.oidc.se/claim/';
const SCOPE = 'https://id.oidc.se/scope/';

/** The Swedish OpenID Connect profile: which claims each of its scopes gives. */
export const scopeClaims: Record<string, string[]> = {
  openid: ['sub'],
  [`${SCOPE}naturalPersonInfo`]: ['name', 'given_name', 'family_name', 'birthdate'],
  [`${SCOPE}naturalPersonNumber`]: [`${CLAIM}personalIdentityNumber`, `${CLAIM}coordinationNumber`],
  [`${SCOPE}authnInfo`]: [`${CLAIM}authnProvider`],
};

export interface ClaimsOptions {
  withoutNumber: boolean;
  issuer: string;
}

export function claimsOf(
  person: DemoPerson,
  { withoutNumber, issuer }: ClaimsOptions,
): Record<string, string> {
  return {
    name: fullName(person),
    given_name: person.givenName,
    family_name: person.surname,
    birthdate: birthdateOf(person.nationalId),
    ...(withoutNumber ? {} : { [numberClaim(person.nationalId)]: person.nationalId }),
    [`${CLAIM}authnProvider`]: issuer,
  };
}

/** A coordination number has 60 added to the day; the two claims exclude each other. */
const isCoordinationNumber = (nationalId: string) => Number(nationalId.slice(6, 8)) > 60;

function numberClaim(nationalId: string): string {
  return CLAIM + (isCoordinationNumber(nationalId) ? 'coordinationNumber' : 'personalIdentityNumber');
}

function birthdateOf(nationalId: string): string {
  const day = Number(nationalId.slice(6, 8)) - (isCoordinationNumber(nationalId) ? 60 : 0);
  return `${nationalId.slice(0, 4)}-${nationalId.slice(4, 6)}-${String(day).padStart(2, '0')}`;
}
