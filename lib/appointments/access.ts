import 'server-only';
import { findOwnerOfCaseInTx } from '@/lib/cases/api';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type {
  Actor,
  AdminActor,
  JobActor,
  NobodyActor,
  ResidentActor,
  SystemActor,
} from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import { Prisma, type Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = {
  'publish-times': 'appointments.write',
  invite: 'appointments.write',
  'record-outcome': 'appointments.write',
  'read-booking': 'appointments.read',
} as const;

export type SystemAction = keyof typeof scopeFor;
/** Calendars come without a session: the address is what they show. */
export type NobodyAction = 'read-feed';
export type ResidentAction = 'read-own' | 'book' | 'keep-feed';
export type AdminAction = 'keep' | 'read-figures';
export type JobAction =
  | 'remind'
  | 'end-holds'
  | 'offer-earlier'
  | 'reckon-periods'
  | 'move-closed'
  | 'give-to-receiver'
  | 'forget-kept-content';
export type AppointmentsAction = NobodyAction | ResidentAction | AdminAction | SystemAction | JobAction;

/** Who may do what at all; whose bookings, is `visibleBookings`. Refuses by default. */
export function may(actor: Actor, action: AppointmentsAction): boolean {
  switch (action) {
    case 'read-feed':
      return actor.kind === 'nobody';
    case 'read-own':
    case 'book':
    case 'keep-feed':
      return actor.kind === 'resident';
    case 'keep':
    case 'read-figures':
      return actor.kind === 'admin';
    case 'remind':
    case 'end-holds':
    case 'offer-earlier':
    case 'reckon-periods':
    case 'move-closed':
    case 'give-to-receiver':
    case 'forget-kept-content':
      return actor.kind === 'job';
    case 'publish-times':
    case 'invite':
    case 'record-outcome':
    case 'read-booking':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireNobodyMay(actor: Actor, action: NobodyAction): asserts actor is NobodyActor {
  if (!may(actor, action)) throw notFound();
}

export function requireResidentMay(actor: Actor, action: ResidentAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

export function requireAdminMay(actor: Actor, action: AdminAction): asserts actor is AdminActor {
  if (!may(actor, action)) throw notFound();
}

export function requireJobMay(actor: Actor, action: JobAction): asserts actor is JobActor {
  if (!may(actor, action)) throw notFound();
}

export function requireSystemMay(actor: Actor, action: SystemAction): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/**
 * The filter on bookings, whose twin in SQL is `isOwnBooking`: her own; a system's are those in meetings that it
 * published, those about its cases, and those that it has been given as the receiver of their type. An administrator sees
 * how many there are and closes days, and never whose they are.
 */
export function visibleBookings(actor: Actor): Prisma.BookingWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId };
    case 'system':
      return {
        tenantId,
        OR: [
          { meeting: { systemId: actor.systemId } },
          { case: { systemId: actor.systemId } },
          { receiverSystemId: actor.systemId },
        ],
      };
    case 'nobody':
    case 'admin':
    case 'job':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

/** `visibleBookings` of a resident, in SQL, for bookings `b`: where more is asked in the same journey. */
export const isOwnBooking = ({ tenantId, personId }: ResidentActor): Prisma.Sql =>
  Prisma.sql`b.tenant_id = ${tenantId} and b.person_id = ${personId}::uuid`;

/** Addresses of her own for calendars, which lead there still. */
export const visibleFeeds = (actor: Actor): Prisma.CalendarFeedWhereInput & { tenantId: string } =>
  actor.kind === 'resident'
    ? { tenantId: actor.tenantId, personId: actor.personId, endedAt: null }
    : { tenantId: actor.tenantId, id: { in: [] } };

/** What whoever has a feed's address may see: the bookings of her whose it is. */
export const bookingsOfFeed = (feed: { tenantId: string; personId: string }) => ({
  tenantId: feed.tenantId,
  personId: feed.personId,
});

/** `visibleInvitations` of a resident, in SQL, for invitations `i`; and the one that a booking was made by which she moves. */
export const isOwnInvitation = (
  { tenantId, personId }: ResidentActor,
  movesId?: string,
): Prisma.Sql => Prisma.sql`
  i.tenant_id = ${tenantId} and i.person_id = ${personId}::uuid and ${movesId ? Prisma.sql`(not i.is_withdrawn or ${isBookedAs(movesId)})` : Prisma.sql`not i.is_withdrawn`}`;

const isBookedAs = (bookingId: string): Prisma.Sql => Prisma.sql`exists (
  select from booking b where b.tenant_id = i.tenant_id and b.invitation_id = i.id and b.id = ${bookingId}::uuid)`;

/** Invitations, whose twin in SQL is `isOwnInvitation`: her own that stand; a system's own. */
export function visibleInvitations(
  actor: Actor,
): Prisma.AppointmentInvitationWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId, isWithdrawn: false };
    case 'system':
      return { tenantId, systemId: actor.systemId };
    case 'nobody':
    case 'admin':
    case 'job':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

/** Invitations that she has been asked by, those that were taken back too: to read what has become of them. */
export const readableInvitations = (
  actor: Actor,
): Prisma.AppointmentInvitationWhereInput & { tenantId: string } =>
  actor.kind === 'resident'
    ? { tenantId: actor.tenantId, personId: actor.personId, askedAt: { not: null } }
    : { tenantId: actor.tenantId, id: { in: [] } };

/** Whether she may book a type: anybody may an open one, and she who is asked to; one of a service, she who has a case of it. */
export const mayBookType = (
  { audience }: { audience: 'open' | 'service' | 'invitation' },
  { isInvited, hasCase }: { isInvited: boolean; hasCase: boolean },
): boolean => isInvited || audience === 'open' || (audience === 'service' && hasCase);

/** What the municipality keeps is nobody's. */
type KeptThing = 'appointment-type' | 'meeting-place' | 'meeting-room' | 'meeting-officer' | 'opening';
type ObjectType = 'booking' | 'case' | 'calendar-feed' | KeptThing;

/** Whose it is, for the audit log alone: it looks past every filter. */
export async function findOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | null | undefined> {
  switch (objectType) {
    case 'appointment-type':
    case 'meeting-place':
    case 'meeting-room':
    case 'meeting-officer':
    case 'opening':
      return (await isKeptInTx(tx, tenantId, objectType, id)) ? null : undefined;
    case 'booking':
      return (
        await tx.booking.findUnique({
          where: { tenantId_id: { tenantId, id } },
          select: { personId: true },
        })
      )?.personId;
    case 'calendar-feed':
      return (
        await tx.calendarFeed.findUnique({
          where: { tenantId_id: { tenantId, id } },
          select: { personId: true },
        })
      )?.personId;
    case 'case':
      return findOwnerOfCaseInTx(tx, tenantId, id);
    default:
      return exhaustive(objectType);
  }
}

async function isKeptInTx(tx: Tx, tenantId: string, objectType: KeptThing, id: string): Promise<boolean> {
  const where = { tenantId, id };
  const counts: Record<KeptThing, () => Promise<number>> = {
    'appointment-type': () => tx.appointmentType.count({ where }),
    'meeting-place': () => tx.meetingPlace.count({ where }),
    'meeting-room': () => tx.meetingRoom.count({ where }),
    'meeting-officer': () => tx.meetingOfficer.count({ where }),
    opening: () => tx.opening.count({ where }),
  };
  return (await counts[objectType]()) > 0;
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(findOwnerInTx);
