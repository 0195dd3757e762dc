import 'server-only';
import { randomInt } from 'node:crypto';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, seal } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import {
  CODE_LIFE,
  CODES_WITHIN,
  type ContactField,
  contactChangeContext,
  contactLookupContext,
  MOST_CODES,
} from '../domain/contact-change';

/**
 * Keeps an address until its code is told, and has the code sent there. One that was asked for before is over: the last
 * one counts. The caller holds the person's row.
 * @throws Invalid where too many codes have been sent to her or to that address
 */
export async function askForContactChangeInTx(
  tx: Tx,
  actor: ResidentActor,
  { field, address, now }: { field: ContactField; address: string; now: Date },
): Promise<string> {
  const { tenantId, personId } = actor;
  const addressLookup = lookupHash(address, contactLookupContext(tenantId));
  const createdAt = { gt: new Date(now.getTime() - CODES_WITHIN) };
  const [toHer, toIt] = [
    await tx.contactChange.count({ where: { tenantId, personId, createdAt } }),
    await tx.contactChange.count({ where: { tenantId, addressLookup, createdAt } }),
  ];
  if (toHer >= MOST_CODES || toIt >= MOST_CODES)
    throw invalid({ [field]: 'settings:errors.too-many-codes' }, 'settings:errors.too-many-codes');
  await closeContactChangesInTx(tx, actor, field, now);
  const id = newId();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await tx.contactChange.create({
    data: {
      tenantId,
      id,
      personId,
      field,
      addressSealed: seal(address, contactChangeContext('address', tenantId, id)),
      addressLookup,
      codeSealed: seal(code, contactChangeContext('code', tenantId, id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_LIFE),
    },
    select: { id: true },
  });
  await auditInTx(tx, actor, { action: 'identity.ask-for-contact-change', subjectPersonId: personId });
  await emitInTx(tx, actor, { type: 'identity.contact-change-asked', payload: { personId, changeId: id } });
  return id;
}

/** What was asked for and not confirmed is asked for no more. */
export async function closeContactChangesInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  field: ContactField,
  now: Date,
): Promise<void> {
  await tx.contactChange.updateMany({
    where: { tenantId, personId, field, endedAt: null },
    data: { endedAt: now, codeSealed: null },
  });
}
