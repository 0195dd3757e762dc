import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { formatNationalId } from '@/lib/kernel/national-id';
import type { Tx } from '@/lib/platform/db';

/** The applicant as the document names her. */
export async function applicantInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
): Promise<{ name: string; nationalId: string }> {
  const { givenName, surname, nationalId } = await getPersonInTx(tx, tenantId, personId);
  return { name: `${givenName} ${surname}`, nationalId: formatNationalId(nationalId) };
}
