import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { alreadyDone, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleApplications } from '../access';
import { lockApplicationInTx, returnToDraftInTx, roundInTx } from './signing-round-in-tx';

/**
 * Takes back what others were asked to sign, so that it can be changed: it is a draft again, and then everybody signs
 * anew. Twice is as once.
 * @throws AlreadyDone when the last signature came first: it has been sent in
 */
export function takeBackInvitations(
  actor: Actor,
  applicationId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  const action = 'applications.take-back-invitations';
  return guarded(actor, action, 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const own = { ...visibleApplications(actor), id: applicationId };
      if ((await tx.application.count({ where: own })) === 0) throw notFound();
      await lockApplicationInTx(tx, actor.tenantId, applicationId);
      const round = await roundInTx(tx, actor.tenantId, applicationId);
      if (!round) {
        const isDraft = (await tx.application.count({ where: { ...own, status: 'draft' } })) > 0;
        if (isDraft) return;
        throw alreadyDone('errors:application-submitted');
      }
      await returnToDraftInTx(tx, round, 'taken-back', now());
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: actor.personId,
        objectType: 'application',
        objectId: applicationId,
      });
    }),
  );
}
