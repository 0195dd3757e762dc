import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { changeHoursInTx } from './change-hours-in-tx';
import { lockOfficerInTx } from './lock-officer-in-tx';

/**
 * Nobody can book at those hours any more. Who has booked keeps her time: only a day that is closed takes it. What is only
 * held or offered there comes to nothing. Twice is once.
 */
export function removeOpening(actor: Actor, openingId: string): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    if (!isId(openingId)) return;
    const { tenantId } = actor;
    const where = { tenantId, id: openingId };
    const found = await tx.opening.findFirst({ where, select: { officerId: true } });
    if (!found) return;
    await lockOfficerInTx(tx, tenantId, found.officerId);
    // Gone meanwhile: then it is done, and noted, already.
    if ((await tx.opening.count({ where })) === 0) return;
    await changeHoursInTx(tx, { tenantId, ...found, from: now() }, async () => {
      await tx.opening.deleteMany({ where });
    });
    await auditInTx(tx, actor, {
      action: 'appointments.remove-opening',
      objectType: 'opening',
      objectId: openingId,
    });
  });
}
