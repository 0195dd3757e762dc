import 'server-only';
import { findOngoingCaseOfServiceInTx, visibleCases } from '@/lib/cases/api';
import type { ResidentActor } from '@/lib/platform/actor';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { isOwnBooking, isOwnInvitation, mayBookType, requireResidentMay } from '../access';
import type { TypeTimes } from '../domain/appointment-type';
import { type MeetingWay, standsForBooking } from '../domain/words';
import { typeTimes } from './type-times';

/** How she comes to a type: by an invitation, from a case, or by herself. */
export interface WayToType {
  slug: string;
  caseId?: string | undefined;
  invitationId?: string | undefined;
  /** the booking that she would move: it is hers to move though its invitation was taken back, or the type has closed since */
  movesId?: string | undefined;
}

export interface BookableType {
  type: TypeTimes & {
    id: string;
    slug: string;
    /** texts by language, as the two after it */
    name: Prisma.JsonValue;
    about: Prisma.JsonValue;
    ways: MeetingWay[];
    audience: 'open' | 'service' | 'invitation';
    serviceId: string | null;
    isOpen: boolean;
    changeMinutes: number;
    most: number;
    holdMinutes: number;
  };
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
  const [[found]] = await rowsInTx<[FoundType]>(tx, typeStatement(actor, wanted));
  return requireBookableInTx(tx, actor, wanted, found);
}

export type FoundType = BookableType['type'] & {
  /** what she has booked of the type, and would move */
  moves: { caseId: string | null } | null;
  /** the one she came by, else the newest; one that she has booked by asks for nothing more, but she may move what she booked */
  invitation: { id: string; caseId: string | null } | null;
};

/** What `requireBookableInTx` asks for, of the type with that address. */
export const typeStatement = (
  actor: ResidentActor,
  { slug, invitationId, movesId }: WayToType,
): Prisma.Sql => Prisma.sql`
  select t.id, t.slug, t.name, t.about, t.audience, t.service_id "serviceId", t.is_open "isOpen",
    t.change_minutes "changeMinutes", t.most, t.hold_minutes "holdMinutes", ${typeTimes},
    ${movesId ? movedOf(actor, movesId) : Prisma.sql`null::json`} moves,
    (select json_build_object('id', i.id, 'caseId', i.case_id)
       from appointment_invitation i
      where ${isOwnInvitation(actor, invitationId && movesId)} and i.type_id = t.id
        ${invitationId ? Prisma.sql`and i.id = ${invitationId}::uuid` : Prisma.empty}
        and not exists (
          select from booking b
           where b.tenant_id = i.tenant_id and b.invitation_id = i.id and b.state = any(${[...standsForBooking]}::booking_state[])
             ${movesId ? Prisma.sql`and b.id <> ${movesId}::uuid` : Prisma.empty})
      order by i.created_at desc limit 1) invitation
    from appointment_type t where t.tenant_id = ${actor.tenantId} and t.slug = ${slug}`;

const movedOf = (actor: ResidentActor, movesId: string): Prisma.Sql => Prisma.sql`(
  select json_build_object('caseId', b.case_id)
    from booking b join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id and m.type_id = t.id
   where ${isOwnBooking(actor)} and b.id = ${movesId}::uuid and b.state = 'booked')`;

/** Whether she may book what was found, and what it is about then. */
export async function requireBookableInTx(
  tx: Tx,
  actor: ResidentActor,
  wanted: WayToType,
  found: FoundType | undefined,
): Promise<BookableType> {
  requireResidentMay(actor, 'book');
  if (!found) throw notFound();
  const { moves, invitation, ...type } = found;
  if (!type.isOpen && !moves) throw notFound();
  if (wanted.invitationId && !invitation) throw notFound();
  // What she moves is about what it was about, whichever service the type is of by now.
  const caseId = moves
    ? moves.caseId
    : (invitation?.caseId ?? (await findCaseInTx(tx, actor, type.serviceId, wanted.caseId)));
  const isFor = mayBookType(type, { isInvited: invitation !== null, hasCase: caseId !== null });
  if (!isFor && !moves) throw notFound();
  return { type, caseId, invitationId: invitation?.id ?? null };
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
