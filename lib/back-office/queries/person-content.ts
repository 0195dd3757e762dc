import 'server-only';
import type { z } from 'zod';
import type { PersonFacts } from '@/lib/identity/api';
import type { applicant } from '../contract/applicant';

/** A person in the contract's words. */
export const personContent = (person: PersonFacts): z.infer<typeof applicant> => ({
  personalNumber: person.nationalId,
  givenName: person.givenName,
  surname: person.surname,
  protectedIdentity: person.protectedIdentity,
  language: person.language,
  ...(person.email && { email: person.email }),
  ...(person.phone && { phone: person.phone }),
});
