import 'server-only';
import { dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { type TypeTimes, texts } from '../domain/appointment-type';
import { bookable, firstWithin, freeTimes } from '../domain/free-times';
import type { KnownCalendars } from '../domain/known-calendars';
import type { MeetingWay } from '../domain/words';
import { knownCalendars } from './known-calendars';

/** What has become of bookings in the last ninety days, each counted when it happened. */
export interface TypeFigures {
  booked: number;
  moved: number;
  /** of those that were moved, by the municipality */
  movedByOffice: number;
  cancelled: number;
  /** of those that were cancelled, by the municipality */
  takenAway: number;
  kept: number;
  missed: number;
}

export interface TypeWithFigures {
  id: string;
  /** as the municipality calls it */
  name: string;
  isOpen: boolean;
  ways: MeetingWay[];
  minutes: number;
  /** null: its times come from a back-office system */
  officers: number | null;
  /** the first time that anybody could take now, in any way; null: there is none, or it is closed */
  firstFree: Date | null;
  /** days until then */
  waitingDays: number | null;
  figures: TypeFigures;
}

const FIGURES_DAYS = 90;

/** The kinds of meetings, with how long one waits for each and what became of those that were booked. Numbers, never whose. */
export async function listTypeFigures(actor: Actor): Promise<TypeWithFigures[]> {
  requireAdminMay(actor, 'read-figures');
  const { tenantId } = actor;
  const at = now();
  const { types, counts } = await read(actor, async (tx) => {
    const types = await tx.appointmentType.findMany({
      where: { tenantId },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      include: { _count: { select: { officers: true } } },
    });
    const counts = await tx.$queryRaw<{ typeId: string; kind: string; n: number }[]>`
      select m.type_id as "typeId", e.kind, count(*)::int as n
        from booking_event e
        join booking b on b.tenant_id = e.tenant_id and b.id = e.booking_id
        join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
       where e.tenant_id = ${tenantId} and e.at > ${new Date(at.getTime() - FIGURES_DAYS * 86_400_000)}
       group by m.type_id, e.kind`;
    return { types, counts };
  });
  const calendars = await knownCalendars(tenantId, at.getTime());
  return types.map((type) => {
    const firstFree = type.isOpen ? firstOf(calendars, type, at.getTime()) : null;
    const count = (...kinds: string[]) =>
      counts
        .filter(({ typeId, kind }) => typeId === type.id && kinds.includes(kind))
        .reduce((sum, { n }) => sum + n, 0);
    return {
      id: type.id,
      name: texts.parse(type.name).sv ?? type.slug,
      isOpen: type.isOpen,
      ways: type.ways,
      minutes: type.minutes,
      officers: type.systemId ? null : type._count.officers,
      firstFree,
      waitingDays: firstFree && daysBetween(dateInSweden(at), dateInSweden(firstFree)),
      figures: {
        booked: count('booked'),
        moved: count('moved', 'moved_by_office'),
        movedByOffice: count('moved_by_office'),
        cancelled: count('cancelled', 'taken_away'),
        takenAway: count('taken_away'),
        kept: count('kept'),
        missed: count('missed'),
      },
    };
  });
}

function firstOf(calendars: KnownCalendars, type: TypeTimes & { id: string }, at: number): Date | null {
  const first = firstWithin(bookable(type, at), (window) => {
    const asked = { typeId: type.id, type, window, now: at };
    const [officers, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
    return [
      ...type.ways.flatMap((way) => freeTimes(type, officers, rooms, { way }, window, at).slice(0, 1)),
      ...calendars.sessions(asked).slice(0, 1),
    ].sort((a, b) => a.startsAt - b.startsAt);
  });
  return first ? new Date(first.startsAt) : null;
}
