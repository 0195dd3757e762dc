import 'server-only';
import { cleanText } from '@/lib/kernel/plain-text';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { seal } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { invalid } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import { signerContext } from '../domain/application-seals';
import { lockInvitationInTx } from './invitation-in-tx';
import { returnToDraftInTx } from './signing-round-in-tx';

export const LONGEST_REASON = 500;

/**
 * Somebody who was asked to sign does not want to, and need not say why. Nothing can be sent in without her, so it is
 * the applicant's draft again, and the applicant is told. Again it is as once.
 * @throws NotFound for anybody else's invitation; Conflict when she is no longer asked; Invalid when the reason is too long
 */
export function declineToSign(
  actor: Actor,
  { invitationId, reason }: { invitationId: string; reason: string },
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  const action = 'applications.decline-to-sign';
  return guarded(actor, action, 'invitation', invitationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-invitation');
      const said = cleanText(reason);
      if (said.length > LONGEST_REASON) throw invalid({ reason: 'errors:reason-too-long' });
      const invitation = await lockInvitationInTx(tx, actor, invitationId, 'declined');
      if (invitation.kind === 'answered') return;
      const { round } = invitation;
      const { tenantId } = actor;
      const at = now();
      await tx.applicationSigner.update({
        where: { tenantId_id: { tenantId, id: invitationId }, status: 'invited' },
        data: {
          status: 'declined',
          personId: actor.personId,
          answeredAt: at,
          reasonSealed: said === '' ? null : seal(said, signerContext('reason', tenantId, invitationId)),
        },
        select: { id: true },
      });
      await returnToDraftInTx(tx, round, 'declined', at);
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: round.personId,
        objectType: 'application',
        objectId: round.id,
      });
      await emitInTx(tx, actor, {
        type: 'applications.signature-declined',
        payload: { applicationId: round.id, personId: round.personId },
      });
    }),
  );
}
