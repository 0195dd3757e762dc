import 'server-only';
import { findOngoingCaseOfServiceInTx, visibleCases } from '@/lib/cases/api';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Prisma, Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { mayBookType, requireResidentMay, visibleBookings, visibleInvitations } from '../access';
import { standsForBooking } from '../domain/words';

/** How she comes to a type: by an invitation, from a case, or by herself. */
export interface WayToType {
  slug: string;
  caseId?: string | undefined;
  invitationId?: string | undefined;
  /** the booking that she would move: it is hers to move though its invitation was taken back, or the type has closed since */
  movesId?: string | undefined;
}

export interface BookableType {
  type: Prisma.AppointmentTypeGetPayload<object>;
  /** the case that it is about */
  caseId: string | null;
  /** the invitation that she books by */
  invitationId: string | null;
}

/**
 * The type, where she may book it (`mayBookType`), and what it is about then. Who has booked it may move what she has, whoever
 * may book it now. NotFound otherwise.
 */
export async function bookableTypeInTx(
  tx: Tx,
  actor: ResidentActor,
  wanted: WayToType,
): Promise<BookableType> {
  requireResidentMay(actor, 'book');
  const { tenantId } = actor;
  const type = await tx.appointmentType.findUnique({
    where: { tenantId_slug: { tenantId, slug: wanted.slug } },
  });
  if (!type) throw notFound();
  const moves = await findMovedInTx(tx, actor, type.id, wanted.movesId);
  if (!type.isOpen && !moves) throw notFound();
  const invitation = await findInvitationInTx(tx, actor, type.id, wanted);
  if (wanted.invitationId && !invitation) throw notFound();
  // What she moves is about what it was about, whichever service the type is of by now.
  const caseId = moves
    ? moves.caseId
    : (invitation?.caseId ?? (await findCaseInTx(tx, actor, type.serviceId, wanted.caseId)));
  const isFor = mayBookType(type, { isInvited: invitation !== null, hasCase: caseId !== null });
  if (!isFor && !moves) throw notFound();
  return { type, caseId, invitationId: invitation?.id ?? null };
}

/** What she has booked of the type, and would move. */
async function findMovedInTx(
  tx: Tx,
  actor: ResidentActor,
  typeId: string,
  id: string | undefined,
): Promise<{ caseId: string | null } | null> {
  if (!id) return null;
  const where = { ...visibleBookings(actor), id, state: 'booked' as const, meeting: { typeId } };
  return tx.booking.findFirst({ where, select: { caseId: true } });
}

/** The one she came by, else the newest; one that she has booked by asks for nothing more, but she may move what she booked. */
async function findInvitationInTx(
  tx: Tx,
  actor: ResidentActor,
  typeId: string,
  { invitationId: id, movesId }: Pick<WayToType, 'invitationId' | 'movesId'>,
): Promise<{ id: string; caseId: string | null } | null> {
  return tx.appointmentInvitation.findFirst({
    where: {
      ...visibleInvitations(actor, id && movesId),
      typeId,
      ...(id && { id }),
      bookings: { none: { state: { in: [...standsForBooking] }, ...(movesId && { id: { not: movesId } }) } },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, caseId: true },
  });
}

async function findCaseInTx(
  tx: Tx,
  actor: ResidentActor,
  serviceId: string | null,
  caseId: string | undefined,
): Promise<string | null> {
  if (!caseId) return serviceId ? findOngoingCaseOfServiceInTx(tx, actor, serviceId) : null;
  const found = await tx.case.findFirst({
    where: { ...visibleCases(actor), id: caseId },
    select: { id: true, serviceId: true },
  });
  if (!found || (serviceId && found.serviceId !== serviceId)) throw notFound();
  return found.id;
}
