import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterInbox } from '../access';
import { dismissals } from '../domain/inbox';
import { getParkedInTx } from '../queries/parked-in-tx';
import { noteMessageInTx } from './inbox-in-tx';

/** An administrator says that nothing is to come of a parked message, and why. Its content goes; that it came stays. */
export const dismissMessage = (actor: Actor, id: string, why: string): Promise<void> =>
  guardedForAdmin(actor, 'back-office.dismiss-inbox-message', 'inbox-message', id, async () => {
    requireMayLookAfterInbox(actor);
    const { tenantId } = actor;
    const reason = dismissals.find((one) => one === why);
    if (!reason) throw invalid({ why: 'inbox:dismiss.choose' });
    await write(actor, async (tx) => {
      const { message, subjectPersonId } = await getParkedInTx(tx, actor, id);
      await tx.inboxMessage.update({
        where: { tenantId_id: { tenantId, id }, state: 'parked' },
        data: { state: 'dismissed', bodySealed: null, endedAt: now() },
        select: { id: true },
      });
      await noteMessageInTx(tx, tenantId, id, 'message-dismissed');
      await auditInTx(tx, actor, {
        action: 'back-office.dismiss-inbox-message',
        objectType: message.caseId ? 'case' : 'inbox-message',
        objectId: message.caseId ?? id,
        subjectPersonId,
        reason,
      });
    });
  });
