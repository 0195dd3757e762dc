import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import { visibleInvitationsInTx } from '../access';
import { lockApplicationInTx, type Round, roundInTx } from './signing-round-in-tx';

/** An invitation of hers, with its round locked. */
export interface OpenInvitation {
  kind: 'open';
  id: string;
  round: Round;
}

/**
 * Takes an invitation of hers to be answered, and the application's row with it. `answered` where she has already given
 * the same answer: then it is as it was.
 * @throws NotFound for anybody else's; Conflict when she is no longer asked
 */
export async function lockInvitationInTx(
  tx: Tx,
  actor: ResidentActor,
  invitationId: string,
  answer: 'signed' | 'declined',
): Promise<OpenInvitation | { kind: 'answered' }> {
  const { tenantId } = actor;
  const where = { ...(await visibleInvitationsInTx(tx, actor)), id: invitationId };
  const found = await tx.applicationSigner.findFirst({ where, select: { applicationId: true } });
  if (!found) throw notFound();
  await lockApplicationInTx(tx, tenantId, found.applicationId);
  // Looked at again: somebody may have been before us.
  const { status } = await tx.applicationSigner.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: invitationId } },
    select: { status: true },
  });
  if (status === answer) return { kind: 'answered' };
  const round = await roundInTx(tx, tenantId, found.applicationId);
  if (status !== 'invited' || !round?.signers.some(({ id }) => id === invitationId)) {
    throw conflict('errors:signature-not-wanted');
  }
  return { kind: 'open', id: invitationId, round };
}
