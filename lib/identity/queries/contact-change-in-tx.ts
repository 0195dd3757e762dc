import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { openText } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { type ContactField, contactChangeContext, isOpen } from '../domain/contact-change';

export interface CodeToSend {
  personId: string;
  field: ContactField;
  address: string;
  code: string;
}

/** The code that waits to be sent to a new address, or null where it is of no use any more. */
export async function findCodeToSendInTx(
  tx: Tx,
  { tenantId }: JobActor,
  changeId: string,
  now: Date,
): Promise<CodeToSend | null> {
  const row = await tx.contactChange.findUnique({ where: { tenantId_id: { tenantId, id: changeId } } });
  if (!row?.addressSealed || !row.codeSealed || row.endedAt || !isOpen(row, now)) return null;
  return {
    personId: row.personId,
    field: row.field as ContactField,
    address: openText(row.addressSealed, contactChangeContext('address', tenantId, changeId)),
    code: openText(row.codeSealed, contactChangeContext('code', tenantId, changeId)),
  };
}

/** The address that was in use before a change and is to be told of it; null where there was none, or it has been told. */
export async function findFormerAddressInTx(
  tx: Tx,
  { tenantId }: JobActor,
  changeId: string,
): Promise<Omit<CodeToSend, 'code'> | null> {
  const row = await tx.contactChange.findUnique({ where: { tenantId_id: { tenantId, id: changeId } } });
  if (!row?.formerSealed) return null;
  return {
    personId: row.personId,
    field: row.field as ContactField,
    address: openText(row.formerSealed, contactChangeContext('former', tenantId, changeId)),
  };
}

/** The former address has been told, or takes nothing: it is kept no longer. */
export async function forgetFormerAddressInTx(
  tx: Tx,
  { tenantId }: JobActor,
  changeId: string,
): Promise<void> {
  await tx.contactChange.updateMany({ where: { tenantId, id: changeId }, data: { formerSealed: null } });
}

/** No code can be sent to the new address: it never comes into use, and she is told why. */
export async function markAddressRefusedInTx(
  tx: Tx,
  { tenantId }: JobActor,
  changeId: string,
  now: Date,
): Promise<void> {
  await tx.contactChange.updateMany({
    where: { tenantId, id: changeId, endedAt: null },
    data: { refusedAt: now, endedAt: now, codeSealed: null },
  });
}
