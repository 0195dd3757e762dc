import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { tellOpenedInTx } from './tell-opened-in-tx';

/** It is open again. Twice is once. */
export function removeException(actor: Actor, exceptionId: string): Promise<void> {
  return write(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    if (!isId(exceptionId)) return;
    const { tenantId } = actor;
    const where = { tenantId, id: exceptionId };
    const found = await tx.openingException.findFirst({ where });
    const { count } = await tx.openingException.deleteMany({ where });
    if (!found || count === 0) return;
    const { officerId, placeId, roomId, startsAt: from, endsAt: to } = found;
    await tellOpenedInTx(tx, tenantId, {
      ...(officerId && { officerId }),
      ...(placeId && { placeId }),
      ...(roomId && { roomId }),
      from,
      to,
    });
    await auditInTx(tx, actor, {
      action: 'appointments.remove-exception',
      objectType: 'opening-exception',
      objectId: exceptionId,
    });
  });
}
