import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import { seal, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { type PersonName, personContext } from '../domain/person-seals';
import { findPersonByLookupInTx, personLookup } from '../queries/person-lookup';

/**
 * The person with that number, made where she has not logged in here yet: what a back office tells of her waits for her.
 * The name is what she is called there, until she logs in and the register's takes its place; nobody who is known here is
 * changed. Whether her identity is protected isn't known until then, so she is treated as if it were. Nor is her language.
 */
export async function putPersonInTx(
  tx: Tx,
  tenantId: string,
  { nationalId, name }: { nationalId: NationalId; name: PersonName },
): Promise<string> {
  const lookup = personLookup(tenantId, nationalId);
  const known = await findPersonByLookupInTx(tx, tenantId, lookup);
  if (known) return known;
  const id = newId();
  // She may log in, or be told of by another system, at the same time: the unique index lets one row in.
  await tx.person.createMany({
    data: {
      tenantId,
      id,
      nationalIdSealed: seal(nationalId, personContext('national-id', tenantId, id)),
      nationalIdLookup: lookup,
      nameSealed: sealJson(name, personContext('name', tenantId, id)),
      protectedIdentity: true,
    },
    skipDuplicates: true,
  });
  const made = await findPersonByLookupInTx(tx, tenantId, lookup);
  if (!made) throw new Error('A person who was just made is not there');
  return made;
}
