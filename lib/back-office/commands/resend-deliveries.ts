import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import { parkedOf, sendAgainInTx } from './send-again-in-tx';

/**
 * An administrator sends again all that is parked for a system, or all of it of one kind or with one error. Pressed
 * twice, or by two at once, each is sent once.
 * @returns how many were sent
 */
export const resendDeliveries = (
  actor: Actor,
  which: { systemId: string; kind?: string | undefined; error?: string | undefined },
): Promise<number> =>
  guardedForAdmin(actor, 'back-office.resend-deliveries', 'back-office-system', which.systemId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    const { systemId: id, kind, error } = which;
    return write(actor, async (tx) => {
      const system = await tx.backOfficeSystem.findUnique({
        where: { tenantId_id: { tenantId, id } },
        select: { id: true },
      });
      if (!system) throw notFound();
      const count = await sendAgainInTx(tx, actor, parkedOf(which));
      if (count > 0)
        await auditInTx(tx, actor, {
          action: 'back-office.resend-deliveries',
          objectType: 'back-office-system',
          objectId: id,
          reason: [kind, error, count].filter(Boolean).join(' '),
        });
      return count;
    });
  });
