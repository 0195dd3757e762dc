import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { requireAdminMay } from '../access';

/** It is open again. Twice is once. */
export function removeException(actor: Actor, exceptionId: string): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    if (!isId(exceptionId)) return;
    const where = { tenantId: actor.tenantId, id: exceptionId };
    const { count } = await tx.openingException.deleteMany({ where });
    if (count === 0) return;
    await auditInTx(tx, actor, {
      action: 'appointments.remove-exception',
      objectType: 'opening-exception',
      objectId: exceptionId,
    });
  });
}
