import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { requireAdminMay } from '../access';

/** Nobody can book at those hours any more. Who has booked keeps her time: only a day that is closed takes it. Twice is once. */
export function removeOpening(actor: Actor, openingId: string): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    if (!isId(openingId)) return;
    const { count } = await tx.opening.deleteMany({ where: { tenantId: actor.tenantId, id: openingId } });
    if (count === 0) return;
    await auditInTx(tx, actor, {
      action: 'appointments.remove-opening',
      objectType: 'opening',
      objectId: openingId,
    });
  });
}
