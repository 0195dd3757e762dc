import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, openText, seal } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { type ContactField, contactChangeContext, contactLookupContext } from '../domain/contact-change';
import { personContext } from '../domain/person-seals';

/**
 * Puts an address into use, or none, and has the one before told that it isn't any more: whoever it was that changed it,
 * she hears of it where she was reached until now. The caller holds the person's row.
 */
export async function putContactWayInTx(
  tx: Tx,
  actor: ResidentActor,
  {
    field,
    address,
    changeId,
    now,
  }: { field: ContactField; address: string | null; changeId?: string; now: Date },
): Promise<void> {
  const { tenantId, personId } = actor;
  const context = personContext(field, tenantId, personId);
  const where = { tenantId_id: { tenantId, id: personId } };
  const person = await tx.person.findUniqueOrThrow({
    where,
    select: { emailSealed: true, phoneSealed: true },
  });
  const formerSealed = field === 'email' ? person.emailSealed : person.phoneSealed;
  const former = formerSealed === null ? null : openText(formerSealed, context);
  const sealed = address === null ? null : seal(address, context);
  await tx.person.update({
    where,
    data:
      field === 'email'
        ? { emailSealed: sealed, emailSince: address === null ? null : now }
        : { phoneSealed: sealed, phoneSince: address === null ? null : now },
    select: { id: true },
  });
  const id = changeId ?? newId();
  const formerAgain = former === null ? null : seal(former, contactChangeContext('former', tenantId, id));
  const done = { formerSealed: formerAgain, codeSealed: null, confirmedAt: now, endedAt: now };
  if (changeId) await tx.contactChange.updateMany({ where: { tenantId, id, endedAt: null }, data: done });
  else
    await tx.contactChange.create({
      data: {
        tenantId,
        id,
        personId,
        field,
        addressLookup: lookupHash('', contactLookupContext(tenantId)),
        createdAt: now,
        expiresAt: now,
        ...done,
      },
      select: { id: true },
    });
  if (former !== null)
    await emitInTx(tx, actor, { type: 'identity.contact-way-replaced', payload: { personId, changeId: id } });
  await auditInTx(tx, actor, { action: 'identity.change-contact-ways', subjectPersonId: personId });
}
