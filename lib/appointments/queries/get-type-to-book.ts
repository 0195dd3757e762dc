import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleBookings } from '../access';
import { mayChange } from '../domain/limits';
import type { MeetingWay } from '../domain/words';
import { bookableTypeInTx, type WayToType } from './bookable-type-in-tx';
import { type BookingFacts, bookingFacts, bookingSelect, saidOrNothing } from './booking-facts';
import type { Busy } from './list-free-times';

export interface TypeToBook {
  slug: string;
  name: Said;
  about: Said | null;
  ways: MeetingWay[];
  minutes: number;
  /** the case that it would be about, and the invitation that she books by */
  caseId: string | null;
  invitationId: string | null;
  /** her times to come, where they are as many as she may have: she can move them, and book no more */
  enough: BookingFacts[];
  /** when she is at other meetings: nobody is at two at once. The one that she moves is none of them. */
  busy: Busy[];
}

/** A kind of meeting that she may book, as she came to it. NotFound where she may not. */
export function getTypeToBook(actor: Actor, wanted: WayToType, lang: Language): Promise<TypeToBook> {
  return read(actor, async (tx) => {
    requireResidentMay(actor, 'book');
    const { type, caseId, invitationId } = await bookableTypeInTx(tx, actor, wanted);
    const at = now();
    const { movesId } = wanted;
    const coming = await tx.booking.findMany({
      where: {
        ...visibleBookings(actor),
        state: 'booked',
        endsAt: { gt: at },
        ...(movesId && { id: { not: movesId } }),
      },
      orderBy: { startsAt: 'asc' },
      select: bookingSelect,
    });
    const ofType = coming.filter(({ startsAt, meeting }) => startsAt > at && meeting.type.slug === type.slug);
    const isEnough = !movesId && ofType.length >= type.most;
    return {
      slug: type.slug,
      name: titleIn(type.name, lang),
      about: saidOrNothing(type.about, lang),
      ways: type.ways,
      minutes: type.minutes,
      caseId,
      invitationId,
      enough: isEnough
        ? ofType.map((row) => bookingFacts(row, { tenantId: actor.tenantId, lang, now: at }))
        : [],
      busy: coming.map(({ startsAt, endsAt, changeMinutes, meeting: { type } }) => ({
        startsAt,
        endsAt,
        mayMove: mayChange({ changeMinutes, type }, startsAt, at),
      })),
    };
  });
}
