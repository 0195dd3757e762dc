import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson, openText } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { isAppError, notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { type Question, questions } from '../domain/appointment-type';
import { type BookingContent, bookingContext, reasonContext } from '../domain/booking-seals';
import type { BookingSituation } from '../domain/booking-situation';
import { isReminderAhead } from '../domain/reminder';
import type { BookingEventKind } from '../domain/words';
import { bookableTypeInTx } from './bookable-type-in-tx';
import { type BookingFacts, bookingFacts, bookingSelect, saidOrNothing } from './booking-facts';
import { waitingForNewTimeInTx } from './waiting-for-new-time-in-tx';

export interface BookingView extends BookingFacts {
  about: Said | null;
  /** how to find the place */
  directions: Said | null;
  isStepFree: boolean;
  /** others come too */
  isGroup: boolean;
  /** what the type asks, or asked when she booked */
  questions: Question[];
  /** what she has told for the meeting; null while she has told nothing */
  content: BookingContent | null;
  /** it was taken away, and waits for her to choose another time */
  waitsForNewTime: boolean;
  /** it was taken away, and she has said that she needs no other */
  needsNone: boolean;
  /** it is hers, and she is reminded of it */
  isReminderAhead: boolean;
  /** it came to nothing, and she may book another of its kind */
  mayBookAnew: boolean;
  /** what has become of it, the latest first */
  story: {
    id: string;
    kind: BookingEventKind;
    by: 'resident' | 'office' | 'rule';
    at: Date;
    /** of the meeting after it */
    startsAt: Date;
    /** hers, or the municipality's */
    reason: string | null;
  }[];
}

/** One time of hers with all there is to know about it. */
export function getBooking(actor: Actor, bookingId: string, lang: Language): Promise<BookingView> {
  return guarded(actor, 'appointments.get-booking', 'booking', bookingId, () =>
    read(actor, (tx) => {
      requireResidentMay(actor, 'read-own');
      return getBookingInTx(tx, actor, bookingId, lang);
    }),
  );
}

export async function getBookingInTx(
  tx: Tx,
  actor: ResidentActor,
  bookingId: string,
  lang: Language,
): Promise<BookingView> {
  const { tenantId } = actor;
  const found = await tx.booking.findFirst({
    where: { ...visibleBookings(actor), id: bookingId },
    select: {
      ...bookingSelect,
      sealed: true,
      meeting: {
        select: {
          ...bookingSelect.meeting.select,
          seats: true,
          place: { select: { name: true, address: true, directions: true, isStepFree: true } },
          type: {
            select: {
              ...bookingSelect.meeting.select.type.select,
              about: true,
              questions: true,
              remindMinutes: true,
            },
          },
        },
      },
      events: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { id: true, kind: true, by: true, at: true, startsAt: true, reasonSealed: true },
      },
    },
  });
  if (!found) throw notFound();
  const { place, seats, type } = found.meeting;
  const content = found.sealed && openJson<BookingContent>(found.sealed, bookingContext(tenantId, found.id));
  const at = now();
  const facts = bookingFacts(found, { tenantId, lang, now: at });
  return {
    ...facts,
    place: place && { name: place.name, address: place.address },
    about: saidOrNothing(type.about, lang),
    directions: place && saidOrNothing(place.directions, lang),
    isStepFree: place?.isStepFree ?? false,
    isGroup: seats > 1,
    questions: content?.asked ?? questions.parse(type.questions),
    content,
    waitsForNewTime: (await waitingForNewTimeInTx(tx, actor, [found], at)).has(found.id),
    needsNone: found.needsNoneAt !== null,
    isReminderAhead:
      facts.situation === 'coming' && isReminderAhead({ ...found, remindMinutes: type.remindMinutes }, at),
    mayBookAnew: cameToNothing.includes(facts.situation) && (await mayBookInTx(tx, actor, type.slug)),
    story: found.events.map(({ reasonSealed, ...event }) => ({
      ...event,
      kind: event.kind as BookingEventKind,
      by: event.by as 'resident',
      reason: reasonSealed && openText(reasonSealed, reasonContext(tenantId, event.id)),
    })),
  };
}

const cameToNothing: readonly BookingSituation[] = ['cancelled', 'taken_away', 'missed', 'lapsed'];

/** Whether the page of the type's times is there for her. */
const mayBookInTx = (tx: Tx, actor: ResidentActor, slug: string): Promise<boolean> =>
  bookableTypeInTx(tx, actor, { slug }).then(
    () => true,
    (error: unknown) => {
      if (isAppError(error, 'NotFound')) return false;
      throw error;
    },
  );
