import 'server-only';
import { consumeSignOrderInTx, getPersonInTx } from '@/lib/identity/api';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { seal } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { guarded, requireResidentMay } from '../access';
import { signerContext } from '../domain/application-seals';
import { lockInvitationInTx } from './invitation-in-tx';
import { goOnWithRoundInTx, type Round } from './signing-round-in-tx';

export interface CoSignature {
  invitationId: string;
  /** a completed sign order of this browser */
  orderId: string;
  browserToken: string;
}

/**
 * Somebody who was asked to sign has signed the same document as the applicant. The last one's signature sends the
 * application in, in the same transaction. Again it is as once.
 * @throws NotFound for anybody else's invitation; Conflict when she is no longer asked, or signed something else
 */
export function coSignApplication(
  actor: Actor,
  { invitationId, orderId, browserToken }: CoSignature,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  const action = 'applications.co-sign-application';
  return guarded(actor, action, 'invitation', invitationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'answer-invitation');
      const invitation = await lockInvitationInTx(tx, actor, invitationId, 'signed');
      if (invitation.kind === 'answered') return;
      const { round } = invitation;
      const signed = await consumeSignOrderInTx(tx, actor, {
        orderId,
        browserToken,
        subjectType: 'application',
        subjectId: round.id,
        documentHash: round.hash,
      });
      await recordInTx(tx, actor, invitationId, signed);
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: round.personId,
        objectType: 'application',
        objectId: round.id,
      });
      await goOnWithRoundInTx(tx, actor, withSignature(round, invitationId), now());
    }),
  );
}

async function recordInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  id: string,
  { signatureId, signedAt }: { signatureId: string; signedAt: Date },
): Promise<void> {
  const person = await getPersonInTx(tx, tenantId, personId);
  await tx.applicationSigner.update({
    where: { tenantId_id: { tenantId, id }, status: 'invited' },
    data: {
      status: 'signed',
      personId,
      answeredAt: signedAt,
      signatureId,
      // Her own name goes before what the applicant wrote, unless nobody may learn it from us.
      ...(!person.protectedIdentity && {
        nameSealed: seal(`${person.givenName} ${person.surname}`, signerContext('name', tenantId, id)),
      }),
    },
    select: { id: true },
  });
}

const withSignature = (round: Round, signerId: string): Round => ({
  ...round,
  signers: round.signers.map((one) => (one.id === signerId ? { ...one, status: 'signed' } : one)),
});
