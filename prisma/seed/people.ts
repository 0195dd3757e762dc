import { demoPeople } from '@/demo/people';
import { personContext, personLookupContext } from '@/lib/identity/domain/person-seals';
import { newId } from '@/lib/kernel/ids';
import { lookupHash, seal, sealJson } from '@/lib/platform/crypto';
import type { Prisma } from '@/lib/platform/generated/client';

/**
 * Makes the demo people known in the municipality where they live, with the contact ways they have given. Whoever is
 * there already is left as she is: she may have changed something.
 */
export async function seedPeople(db: Pick<Prisma.TransactionClient, 'person'>): Promise<void> {
  await db.person.createMany({
    data: demoPeople.map((person) => {
      const { tenantId, nationalId, givenName, surname, email, phone, protectedIdentity, language } = person;
      const id = newId();
      return {
        tenantId,
        id,
        nationalIdSealed: seal(nationalId, personContext('national-id', tenantId, id)),
        nationalIdLookup: lookupHash(nationalId, personLookupContext(tenantId)),
        nameSealed: sealJson({ givenName, surname }, personContext('name', tenantId, id)),
        protectedIdentity,
        language,
        emailSealed: email === null ? null : seal(email, personContext('email', tenantId, id)),
        phoneSealed: phone === null ? null : seal(phone, personContext('phone', tenantId, id)),
      };
    }),
    skipDuplicates: true,
  });
}
