import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { guardedForAdmin, requireMayLookAfterInbox } from '../access';

/** All that a system has told and that waits for one reason is run again, by a job, in the order it came. How many. */
export const rerunMessages = (actor: Actor, systemId: string, reason: string): Promise<number> =>
  guardedForAdmin(actor, 'back-office.run-inbox-messages', 'back-office-system', systemId, async () => {
    requireMayLookAfterInbox(actor);
    const { tenantId } = actor;
    return write(actor, async (tx) => {
      const { count } = await tx.inboxMessage.updateMany({
        where: { tenantId, systemId, state: 'parked', reason },
        data: { state: 'received', triedAt: new Date(0) },
      });
      if (count === 0) return 0;
      await enqueueInTx(tx, {
        task: 'run-messages-anew',
        payload: { tenantId },
        key: `run-messages-anew:${tenantId}`,
      });
      await auditInTx(tx, actor, {
        action: 'back-office.run-inbox-messages',
        objectType: 'back-office-system',
        objectId: systemId,
        reason,
      });
      return count;
    });
  });
