import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { invitedTo } from '../queries/invited-in-tx';

interface Invited {
  invitationId: string;
  personId: string;
  caseId: string | null;
}

/** She is asked to book, or can't any more what she was asked to. */
export const tellOfInvitationInTx = (
  tx: Tx,
  actor: Actor,
  type: 'appointments.invited' | 'appointments.invitation-ended',
  { invitationId, personId, caseId }: Invited,
): Promise<void> =>
  emitInTx(tx, actor, {
    type,
    payload: { invitationId, personId, ...(caseId && { caseId }) },
    ...(caseId && { caseId }),
  });

/** Everybody who is invited to a type is told that it has closed; where it opens again, that they are asked to book it. */
export async function tellInvitedInTx(tx: Tx, actor: Actor, typeId: string, isOpen: boolean): Promise<void> {
  const invited = await tx.appointmentInvitation.findMany({
    where: invitedTo(actor.tenantId, typeId),
    orderBy: { id: 'asc' },
    select: { id: true, personId: true, caseId: true },
  });
  const type = isOpen ? 'appointments.invited' : 'appointments.invitation-ended';
  for (const { id, ...about } of invited)
    await tellOfInvitationInTx(tx, actor, type, { invitationId: id, ...about });
}
