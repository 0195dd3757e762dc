import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { guarded, requireResidentMay } from '../access';
import { lockDraftInTx } from './draft-in-tx';
import { emptyDraftInTx } from './empty-draft-in-tx';

/**
 * Throws a draft away, with all that was written and attached: until it is submitted it is hers alone. The bare row
 * stays, so that the audit log has something to point to. Twice is the same as once.
 */
export function discardApplication(actor: Actor, applicationId: string): Promise<void> {
  return guarded(actor, 'applications.discard-application', 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const own = { tenantId: actor.tenantId, personId: actor.personId, id: applicationId };
      if ((await tx.application.count({ where: { ...own, status: 'discarded' } })) > 0) return;
      const { id, personId } = await lockDraftInTx(tx, actor, applicationId);
      await emptyDraftInTx(tx, { tenantId: actor.tenantId, id });
      await auditInTx(tx, actor, {
        action: 'applications.discard-application',
        subjectPersonId: personId,
        objectType: 'application',
        objectId: id,
      });
    }),
  );
}
