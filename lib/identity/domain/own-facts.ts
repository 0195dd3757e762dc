import type { NationalId } from '@/lib/kernel/national-id';

/** As the Swedish Tax Agency tells them apart; partners by registration count as married. */
export const civilStatuses = ['unmarried', 'married', 'divorced', 'widowed'] as const;
export type CivilStatus = (typeof civilStatuses)[number];

export interface RegisteredAddress {
  street: string;
  postalCode: string;
  city: string;
}

export interface Named {
  name: string;
  nationalId: NationalId;
}

/** A child under 18 whose custodian she is. */
export interface ChildInCare extends Named {
  /** stands for the child in forms: the same each time, for her alone, and says nothing by itself */
  key: string;
  /** all custodians whom the register may tell of, herself among them */
  guardians: Named[];
}

/**
 * What we can tell somebody about herself. What was not asked for, or is kept secret, or is not there, has no key.
 * The first four she has proven or given us; the others are the population register's.
 */
export interface OwnFacts {
  name?: string;
  'national-id'?: NationalId;
  phone?: string;
  email?: string;
  address?: RegisteredAddress;
  'civil-status'?: CivilStatus;
  spouse?: Named;
  'children-in-care'?: ChildInCare[];
}
export type OwnFact = keyof OwnFacts;

/** Those that only the population register can tell. */
export const registerOwnFacts = ['address', 'civil-status', 'spouse', 'children-in-care'] as const;
