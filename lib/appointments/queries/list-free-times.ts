import 'server-only';
import { getCaseOfMessagesInTx } from '@/lib/cases/api';
import { addDays, type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { lookupHash } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { requireResidentMay } from '../access';
import { officerNameKey, officerNameLookup } from '../domain/booking-seals';
import { countByDay, type DayCount } from '../domain/day-parts';
import { bookable, type FreeTime, freeTimes } from '../domain/free-times';
import type { Session } from '../domain/known-calendars';
import { type Week, weekOf } from '../domain/week';
import type { MeetingWay } from '../domain/words';
import { bookableTypeInTx, type WayToType } from './bookable-type-in-tx';
import { knownCalendars } from './known-calendars';

export interface TimesAsked extends WayToType {
  way: MeetingWay;
  placeId?: string;
  officerId?: string;
  /** a day of the week that is shown; that of the first free time where nothing is said */
  from?: CalendarDate;
  /** when she is somewhere else */
  busy?: readonly Busy[];
}

export interface Busy {
  startsAt: Date;
  endsAt: Date;
  /** she can still move what she has then */
  mayMove: boolean;
}

export interface FreeTimeView {
  startsAt: Date;
  /** of visits */
  placeId: string | null;
  /** a group's, or one that a back-office system has published */
  meetingId: string | null;
}

export interface FreeTimes {
  /**
   * None is shown, of the week or at all, since she is somewhere else at all that there are. By moving something that she
   * has she could take one of them, or could not.
   */
  clash: 'movable' | 'fixed' | null;
  /** of all that there are */
  first: FreeTimeView | null;
  week: Week;
  /** in the week */
  times: FreeTimeView[];
  /** how many meet at the most at a time that is shown: a system's meeting may have more seats than its type */
  seats: number;
  /** the nearest days with times before the week and after it */
  previous: CalendarDate | null;
  next: CalendarDate | null;
  /** all days that have times, and how many */
  days: DayCount[];
  /** where visits of the type are, in order */
  places: { id: string; name: string; address: string; isStepFree: boolean }[];
  /** the officer of the case, where she takes the type: with her, or with anybody who is free */
  officers: { id: string; name: string }[];
}

/** The times of a type that she may book: the first of all, a week of them, and where she may choose to be and with whom. */
export async function listFreeTimes(actor: Actor, asked: TimesAsked): Promise<FreeTimes> {
  requireResidentMay(actor, 'book');
  const at = now();
  const { type, officers, places } = await read(actor, (tx) => whatThereIsInTx(tx, actor, asked));
  const limits = bookable(type, at.getTime());
  const about = { typeId: type.id, type, window: limits, officerId: asked.officerId, now: at.getTime() };
  const calendars = await knownCalendars(actor.tenantId, about.now);
  const free = withGroups(
    takenTogether(calendars.sessions(about), asked),
    freeTimes(
      type,
      calendars.officers(about),
      calendars.roomsFor(about),
      { ...asked, isOneEnough: true },
      limits,
      about.now,
    ),
  );
  const clashing = (time: Time) => clashesOf(asked.busy, time.startsAt, type.minutes);
  const times = free.filter((time) => clashing(time).length === 0);
  const days = countByDay(times);
  const today = dateInSweden(at);
  const lastOn = dateInSweden(new Date(limits.end - 1));
  const week = weekOf(asked.from ?? days[0]?.date ?? today, { today, lastOn });
  const [weekBegins, weekEnds] = [wallInstant(week.from, 0), wallInstant(addDays(week.to, 1), 0)];
  const isShown = ({ startsAt }: Time) => startsAt >= weekBegins && startsAt < weekEnds;
  const shown = times.filter(isShown);
  const hidden = shown.length > 0 ? [] : times.length > 0 ? free.filter(isShown) : free;
  // Whatever she has chosen: it must not hide what else there is.
  const where = asked.way === 'visit' ? calendars.placesOf(about) : new Set();
  return {
    clash:
      hidden.length === 0 ? null : hidden.some((time) => clashing(time).every(canMove)) ? 'movable' : 'fixed',
    first: times[0] ? viewOf(times[0]) : null,
    week,
    times: shown.map(viewOf),
    seats: [...times.slice(0, 1), ...shown].reduce(
      (most, { seats = 1 }) => Math.max(most, seats),
      type.seats,
    ),
    previous: days.findLast(({ date }) => date < week.from)?.date ?? null,
    next: days.find(({ date }) => date > week.to)?.date ?? null,
    days,
    places: places.filter(({ id }) => where.has(id)),
    officers: officers.filter(({ id }) => calendars.teamOf(type.id).includes(id)),
  };
}

const clashesOf = (busy: readonly Busy[] = [], startsAt: number, minutes: number): Busy[] =>
  busy.filter(
    (one) => startsAt < one.endsAt.getTime() && startsAt + minutes * 60_000 > one.startsAt.getTime(),
  );

const canMove = ({ mayMove }: Busy): boolean => mayMove;

async function whatThereIsInTx(tx: Tx, actor: ResidentActor, asked: TimesAsked) {
  const { type, caseId } = await bookableTypeInTx(tx, actor, asked);
  return {
    type,
    places: await tx.meetingPlace.findMany({
      where: { tenantId: actor.tenantId, isOpen: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, address: true, isStepFree: true },
    }),
    officers: caseId ? await officerOfCaseInTx(tx, actor, caseId) : [],
  };
}

/** She who has the case, found by her name: that is all that its office tells of her. */
async function officerOfCaseInTx(
  tx: Tx,
  actor: ResidentActor,
  caseId: string,
): Promise<FreeTimes['officers']> {
  const name = (await getCaseOfMessagesInTx(tx, actor, caseId)).officer?.name;
  if (!name) return [];
  const { tenantId } = actor;
  const found = await tx.meetingOfficer.findFirst({
    where: {
      tenantId,
      isOpen: true,
      nameHash: lookupHash(officerNameKey(name), officerNameLookup(tenantId)),
    },
    select: { id: true },
  });
  return found ? [{ id: found.id, name }] : [];
}

/** A time that she can take: one of its own, or a seat in a meeting that is there already. There are thousands, of which a week is shown. */
type Time = Pick<FreeTime, 'startsAt' | 'placeId'> & { meetingId?: string; seats?: number };

const viewOf = ({ startsAt, placeId, meetingId }: Time): FreeTimeView => ({
  startsAt: new Date(startsAt),
  placeId,
  meetingId: meetingId ?? null,
});

/** Those that are there already and have seats left. */
const takenTogether = (sessions: readonly Session[], { way, placeId, officerId }: TimesAsked): Session[] =>
  sessions.filter(
    (one) =>
      one.way === way &&
      (placeId === undefined || one.placeId === placeId) &&
      (officerId === undefined || one.officerId === officerId),
  );

/** In order of time, one for each place: a group that others are in already comes before one of its own. */
function withGroups(groups: readonly Session[], times: readonly FreeTime[]): readonly Time[] {
  if (groups.length === 0) return times;
  const kept = new Map<string, Time>();
  for (const time of [...groups, ...times]) {
    const key = `${time.startsAt} ${time.placeId}`;
    if (!kept.has(key)) kept.set(key, time);
  }
  return [...kept.values()].sort((a, b) => a.startsAt - b.startsAt);
}
