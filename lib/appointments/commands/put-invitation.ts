import 'server-only';
import { visibleCases } from '@/lib/cases/api';
import { toDbDate } from '@/lib/kernel/calendar-date';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, sealJson } from '@/lib/platform/crypto';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay } from '../access';
import { type InvitationContent, invitationContext } from '../domain/booking-seals';
import type { InvitationMessage } from '../domain/office-messages';
import { tellOfInvitationInTx } from './tell-invited-in-tx';

interface Input extends InvitationMessage {
  caseId: string;
  externalId: string;
}

export interface PutInvitation {
  invitationId: string;
  state: 'open' | 'withdrawn';
}

/**
 * An office asks her to book a time about her case, gives her longer, or takes the invitation back. What she has read
 * stands: the same id with other words is refused. A time that she has booked by it is hers though it is taken back.
 */
export function putInvitation(actor: SystemActor, invitation: Input): Promise<PutInvitation> {
  return guarded(actor, 'appointments.put-invitation', 'case', invitation.caseId, () =>
    writeOrFind(actor, (tx) => putInTx(tx, actor, invitation)),
  );
}

async function putInTx(tx: Tx, actor: SystemActor, invitation: Input): Promise<PutInvitation> {
  requireSystemMay(actor, 'invite');
  const { tenantId, systemId } = actor;
  const { caseId, externalId } = invitation;
  const about = await tx.case.findFirst({
    where: { ...visibleCases(actor), id: caseId },
    select: { personId: true },
  });
  if (!about) throw notFound();
  const type = await tx.appointmentType.findUnique({
    where: { tenantId_slug: { tenantId, slug: invitation.type } },
    select: { id: true, isOpen: true },
  });
  if (!type) throw invalid({ type: 'errors:invitation-type' });
  const { text, officer } = invitation;
  const content: InvitationContent = {
    text,
    ...(officer && { officer: { unit: officer.unit, ...(officer.name && { name: officer.name }) } }),
  };
  const hash = lookupHash(
    canonicalJson({ ...content, type: invitation.type, caseId }),
    `appointment-invitation:${tenantId}`,
  );
  const known = await tx.appointmentInvitation.findUnique({
    where: { tenantId_systemId_externalId: { tenantId, systemId, externalId } },
    select: { id: true, hash: true, isWithdrawn: true, bookBy: true },
  });
  const isWithdrawn = invitation.state === 'withdrawn';
  const bookBy = toDbDate(invitation.bookBy);
  const id = known?.id ?? newId();
  // What nobody can book, nobody is asked to; it can be taken back all the same.
  const isAsking = !(known && (isWithdrawn || known.isWithdrawn || bookBy <= known.bookBy));
  if (!type.isOpen && isAsking) throw invalid({ type: 'errors:invitation-type' });
  if (known) {
    if (!Buffer.from(known.hash).equals(hash)) throw conflict('errors:invitation-differs');
    // Taken back it stays so, and a last day is only ever moved forwards.
    const isLonger = !known.isWithdrawn && bookBy > known.bookBy;
    if (!(isWithdrawn && !known.isWithdrawn) && !isLonger)
      return { invitationId: id, state: known.isWithdrawn ? 'withdrawn' : 'open' };
    await tx.appointmentInvitation.update({
      where: { tenantId_id: { tenantId, id } },
      data: isWithdrawn ? { isWithdrawn } : { bookBy },
      select: { id: true },
    });
  } else {
    await tx.appointmentInvitation.create({
      data: {
        tenantId,
        id,
        systemId,
        externalId,
        caseId,
        personId: about.personId,
        typeId: type.id,
        bookBy,
        isWithdrawn,
        ...(isWithdrawn && { askedAt: null }),
        hash,
        sealed: sealJson(content, invitationContext(tenantId, id)),
      },
      select: { id: true },
    });
  }
  await auditInTx(tx, actor, {
    action: isWithdrawn ? 'appointments.withdraw-invitation' : 'appointments.put-invitation',
    subjectPersonId: about.personId,
    objectType: 'case',
    objectId: caseId,
  });
  // What is taken back before anybody was told of it, nobody is told of; what has closed she was told of then.
  if (type.isOpen && (!isWithdrawn || known))
    await tellOfInvitationInTx(
      tx,
      actor,
      isWithdrawn ? 'appointments.invitation-ended' : 'appointments.invited',
      { invitationId: id, personId: about.personId, caseId },
    );
  return { invitationId: id, state: isWithdrawn ? 'withdrawn' : 'open' };
}
