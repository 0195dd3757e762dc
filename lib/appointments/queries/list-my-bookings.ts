import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { readableInvitations, requireResidentMay, visibleBookings } from '../access';
import { type InvitationContent, invitationContext } from '../domain/booking-seals';
import { invitationStanding } from '../domain/invitation';
import { askedFrom } from '../domain/taken-away';
import { standsForBooking } from '../domain/words';
import { type BookingFacts, bookingFacts, bookingSelect } from './booking-facts';
import { waitingForNewTimeInTx } from './waiting-for-new-time-in-tx';

/** She is asked to book, and has not. */
export interface InvitationToBook {
  id: string;
  type: { slug: string; name: Said };
  bookBy: CalendarDate;
  isLate: boolean;
  /** what the office wrote */
  text: string;
  officer: string | null;
  caseId: string | null;
}

/** What she was asked to book and can't any more: it was taken back, or nobody can book its kind just now. */
export interface EndedInvitation {
  id: string;
  name: Said;
  why: 'withdrawn' | 'closed';
}

export interface MyBookings {
  /** she has taken a time and not confirmed it yet */
  held: BookingFacts[];
  /** earlier times that she may take */
  offered: BookingFacts[];
  /** times that the municipality took away, while they wait for her (`waitsForNewTime`) */
  takenAway: BookingFacts[];
  invitations: InvitationToBook[];
  endedInvitations: EndedInvitation[];
  /** the soonest first; and whether the municipality gave her it instead of the one that she chose */
  coming: (BookingFacts & { isMovedByOffice: boolean })[];
  /** what has been, and what she has cancelled: the latest first, so many at the most */
  earlier: BookingFacts[];
}

const EARLIER = 20;

/** Her times: those that wait for her, those to come, and those that have been. `caseId`: of one case of hers. */
export async function listMyBookings(
  actor: Actor,
  lang: Language,
  { caseId }: { caseId?: string } = {},
): Promise<MyBookings> {
  requireResidentMay(actor, 'read-own');
  const { tenantId } = actor;
  const at = now();
  const today = dateInSweden(at);
  const ofCase = caseId ? { caseId } : {};
  const mine = { ...visibleBookings(actor), ...ofCase };
  return read(actor, async (tx) => {
    const open = await tx.booking.findMany({
      where: {
        ...mine,
        OR: [
          { state: { in: ['held', 'offered', 'booked'] }, endsAt: { gt: at } },
          { state: 'taken_away', endsAt: { gt: askedFrom(at) } },
        ],
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        ...bookingSelect,
        events: {
          where: { kind: { in: ['booked', 'moved', 'moved_by_office'] } },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: 1,
          select: { kind: true },
        },
      },
    });
    const waiting = await waitingForNewTimeInTx(tx, actor, open, at);
    // What was held and never booked is nothing to remember.
    const past = await tx.booking.findMany({
      where: {
        ...mine,
        bookedAt: { not: null },
        id: { notIn: [...waiting] },
        OR: [{ state: { in: ['cancelled', 'taken_away', 'kept', 'missed'] } }, { endsAt: { lte: at } }],
      },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      take: EARLIER,
      select: bookingSelect,
    });
    const facts = open.map((row) => ({
      ...bookingFacts(row, { tenantId, lang, now: at }),
      isMovedByOffice: row.events[0]?.kind === 'moved_by_office',
    }));
    const those = (situation: BookingFacts['situation']) =>
      facts.filter((one) => one.situation === situation);
    return {
      held: those('held'),
      offered: those('offered'),
      takenAway: facts.filter(({ id }) => waiting.has(id)),
      coming: those('coming'),
      earlier: past.map((row) => bookingFacts(row, { tenantId, lang, now: at })),
      ...(await invitationsInTx(tx, actor, { ofCase, lang, today })),
    };
  });
}

/** Those that she has not booked by: what she is asked to book, and what she can't any more. */
async function invitationsInTx(
  tx: Tx,
  actor: ResidentActor,
  { ofCase, lang, today }: { ofCase: { caseId?: string }; lang: Language; today: CalendarDate },
): Promise<Pick<MyBookings, 'invitations' | 'endedInvitations'>> {
  const found = await tx.appointmentInvitation.findMany({
    where: {
      ...readableInvitations(actor),
      ...ofCase,
      bookings: { none: { state: { in: [...standsForBooking] } } },
    },
    orderBy: [{ bookBy: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      bookBy: true,
      sealed: true,
      caseId: true,
      isWithdrawn: true,
      type: { select: { slug: true, name: true, isOpen: true } },
    },
  });
  const invitations: InvitationToBook[] = [];
  const endedInvitations: EndedInvitation[] = [];
  for (const { id, sealed, caseId, isWithdrawn, type, ...row } of found) {
    const bookBy = fromDbDate(row.bookBy);
    const name = titleIn(type.name, lang);
    const standing = invitationStanding({ isWithdrawn, type, bookBy }, today);
    if (standing === 'asked') {
      const { text, officer } = openJson<InvitationContent>(sealed, invitationContext(actor.tenantId, id));
      invitations.push({
        id,
        type: { slug: type.slug, name },
        bookBy,
        isLate: bookBy < today,
        text,
        officer: officer ? (officer.name ?? officer.unit) : null,
        caseId,
      });
    } else if (standing !== 'over') endedInvitations.push({ id, name, why: standing });
  }
  return { invitations, endedInvitations };
}
