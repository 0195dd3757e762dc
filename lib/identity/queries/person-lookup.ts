import 'server-only';
import type { NationalId } from '@/lib/kernel/national-id';
import { lookupHash } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { personLookupContext } from '../domain/person-seals';

/** The keyed hash by which a person of the municipality is found, whether she has ever logged in or not. */
export const personLookup = (tenantId: string, nationalId: NationalId): Uint8Array<ArrayBuffer> =>
  lookupHash(nationalId, personLookupContext(tenantId));

/** The person with that hash, or null where nobody with that number has logged in here yet. */
export async function findPersonByLookupInTx(
  tx: Tx,
  tenantId: string,
  lookup: Uint8Array,
): Promise<string | null> {
  const nationalIdLookup = new Uint8Array(lookup);
  const person = await tx.person.findUnique({
    where: { tenantId_nationalIdLookup: { tenantId, nationalIdLookup } },
    select: { id: true },
  });
  return person?.id ?? null;
}

/** The hash of somebody who is known here. */
export async function getPersonLookupInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const person = await tx.person.findUnique({
    where: { tenantId_id: { tenantId, id: personId } },
    select: { nationalIdLookup: true },
  });
  if (!person) throw notFound();
  return person.nationalIdLookup;
}
