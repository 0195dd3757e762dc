import type { TypeTimes } from '@/lib/appointments/domain/appointment-type';
import {
  officerNameContext,
  officerNameKey,
  officerNameLookup,
} from '@/lib/appointments/domain/booking-seals';
import { type OpeningRule, periodsOf } from '@/lib/appointments/domain/periods';
import { type MeetingWay, meetingWays } from '@/lib/appointments/domain/words';
import { addDays, type CalendarDate, dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { onOrNextWorkingDay } from '@/lib/kernel/working-day';
import type { ResidentActor } from '@/lib/platform/actor';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { type Prisma, read, write } from '@/lib/platform/db';
import { rows } from './test-database';

/** What tests of appointments build on: rows as the municipality would have them, each made anew. */

const MINUTE = 60_000;
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

export interface TestType {
  tenantId: string;
  typeId: string;
  minutes: number;
}

/** A type that anybody may book, in every way. */
export const createType = (
  tenantId: string,
  more: Partial<Prisma.AppointmentTypeUncheckedCreateInput> = {},
): Promise<TestType> =>
  write({ tenantId }, async (tx) => {
    const typeId = newId();
    const minutes = more.minutes ?? 60;
    await tx.appointmentType.create({
      data: {
        tenantId,
        id: typeId,
        slug: `type-${typeId}`,
        name: { sv: 'Behovsbedömning', en: 'Needs assessment' },
        about: { sv: 'Vi går igenom vad du behöver hjälp med.' },
        prepare: { sv: 'Ta med dina läkarintyg.', en: 'Bring your medical certificates.' },
        audience: 'open',
        ways: ['visit', 'home', 'phone', 'video'],
        minutes,
        stepMinutes: 15,
        noticeMinutes: 60,
        aheadDays: 90,
        changeMinutes: 60,
        ...more,
      },
      select: { id: true },
    });
    return { tenantId, typeId, minutes };
  });

export const createPlace = (
  tenantId: string,
  more: Partial<Prisma.MeetingPlaceUncheckedCreateInput> = {},
): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const { id } = await tx.meetingPlace.create({
      data: {
        tenantId,
        name: 'Omsorgskontoret',
        address: 'Storgatan 1, 123 45 Granvik',
        directions: { sv: 'Ingång från torget, plan 2.', en: 'Enter from the square, second floor.' },
        isStepFree: true,
        ...more,
      },
      select: { id: true },
    });
    return id;
  });

export const createRoom = (
  tenantId: string,
  placeId: string,
  more: Partial<Prisma.MeetingRoomUncheckedCreateInput> = {},
): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const { id } = await tx.meetingRoom.create({
      data: { tenantId, placeId, name: `Rum ${newId()}`, ...more },
      select: { id: true },
    });
    return id;
  });

/** An officer who takes the types. */
export const createOfficer = (
  tenantId: string,
  typeIds: readonly string[] = [],
  { name = 'Maria Öberg', ...more }: { name?: string; unit?: string; languages?: string[] } = {},
): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const id = newId();
    await tx.meetingOfficer.create({
      data: {
        tenantId,
        id,
        nameSealed: seal(name, officerNameContext(tenantId, id)),
        nameHash: lookupHash(officerNameKey(name), officerNameLookup(tenantId)),
        unit: 'Biståndsenheten',
        ...more,
      },
      select: { id: true },
    });
    await tx.officerType.createMany({ data: typeIds.map((typeId) => ({ tenantId, officerId: id, typeId })) });
    return id;
  });

export interface TestMeeting {
  tenantId: string;
  typeId: string;
  meetingId: string;
  startsAt: Date;
  endsAt: Date;
}

/** A time of a type, with nobody in it yet. */
export const createMeeting = (
  { tenantId, typeId, minutes }: TestType,
  startsAt: Date,
  more: Partial<Prisma.MeetingUncheckedCreateInput> & { way?: MeetingWay } = {},
): Promise<TestMeeting> =>
  write({ tenantId }, async (tx) => {
    const endsAt = minutesAfter(startsAt, minutes);
    const { id: meetingId } = await tx.meeting.create({
      data: { tenantId, typeId, way: 'visit', startsAt, endsAt, busyFrom: startsAt, busyTo: endsAt, ...more },
      select: { id: true },
    });
    return { tenantId, typeId, meetingId, startsAt, endsAt };
  });

/** Her seat in a meeting, booked at a moment that is now where nothing else is said. */
export const createBooking = (
  { tenantId, meetingId, startsAt, endsAt }: TestMeeting,
  { personId }: Pick<ResidentActor, 'personId'>,
  { at = new Date(), ...more }: Partial<Prisma.BookingUncheckedCreateInput> & { at?: Date } = {},
): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const id = newId();
    const state = more.state ?? 'booked';
    const isHeld = state === 'held' || state === 'offered';
    await tx.booking.create({
      data: {
        tenantId,
        id,
        meetingId,
        seat: 1,
        personId,
        state,
        startsAt,
        endsAt,
        createdAt: at,
        ...(isHeld ? { heldUntil: minutesAfter(at, 5) } : { bookedAt: at }),
        ...more,
      },
      select: { id: true },
    });
    if (!isHeld)
      await tx.bookingEvent.create({
        data: { tenantId, bookingId: id, kind: 'booked', by: 'resident', startsAt, at },
        select: { id: true },
      });
    return id;
  });

/** A working day that no limit of the type below hides. */
export const someDay: CalendarDate = onOrNextWorkingDay(addDays(dateInSweden(new Date()), 3));

/** When an officer is there: from 08 to 12 each day from `someDay` unless said. Gives the opening's id. */
export const createOpening = (
  tenantId: string,
  officerId: string,
  placeId: string | null,
  more: Partial<OpeningRule> & { ways?: MeetingWay[] } = {},
): Promise<string> =>
  write({ tenantId }, async (tx) => {
    const rule = { startsOn: someDay, fromMinute: 480, minutes: 240, rule: 'FREQ=DAILY', ...more };
    const reachesOn = addDays(rule.startsOn, 100);
    const periods = periodsOf(rule, rule.startsOn, reachesOn);
    const { id } = await tx.opening.create({
      data: {
        tenantId,
        officerId,
        placeId,
        ways: [...meetingWays],
        ...rule,
        startsOn: toDbDate(rule.startsOn),
        reachesOn: toDbDate(reachesOn),
        periods: {
          create: periods.map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) })),
        },
      },
      select: { id: true },
    });
    return id;
  });

export interface Bookable extends TestType {
  type: TypeTimes;
  placeId: string;
  roomId: string;
  officerId: string;
}

/** A type with a place, a room and an officer who is there. */
export async function createBookable(
  tenantId: string,
  { type: wanted, ...more }: { type?: Partial<TypeTimes>; opening?: Partial<OpeningRule> } = {},
): Promise<Bookable> {
  const type: TypeTimes = {
    ways: [...meetingWays],
    minutes: 60,
    stepMinutes: 60,
    beforeMinutes: 0,
    afterMinutes: 0,
    travelMinutes: 0,
    seats: 1,
    needsRoom: false,
    noticeMinutes: 60,
    aheadDays: 60,
    ...wanted,
  };
  const made = await createType(tenantId, { ...type, ways: [...type.ways] });
  const placeId = await createPlace(tenantId);
  const roomId = await createRoom(tenantId, placeId, { seats: 20 });
  const officerId = await createOfficer(tenantId, [made.typeId]);
  await createOpening(tenantId, officerId, placeId, more.opening);
  return { ...made, type, placeId, roomId, officerId };
}
/** What becomes of a booking, where a test isn't about the command that does it. */
export const changeBooking = (
  tenantId: string,
  bookingId: string,
  {
    to,
    state,
    by = 'resident',
    at = new Date(),
  }: {
    to?: Pick<TestMeeting, 'meetingId'>;
    state?: 'cancelled' | 'taken_away' | 'kept';
    by?: 'resident' | 'office';
    at?: Date;
  },
): Promise<void> =>
  write({ tenantId }, async (tx) => {
    const isEnded = state === 'cancelled' || state === 'taken_away';
    const { startsAt } = await tx.booking.update({
      where: { tenantId_id: { tenantId, id: bookingId } },
      data: {
        sequence: { increment: 1 },
        ...(to && { meetingId: to.meetingId }),
        ...(state && { state }),
        ...(isEnded && { endedAt: at }),
      },
      select: { startsAt: true },
    });
    const kind = state ?? (by === 'office' ? 'moved_by_office' : 'moved');
    await tx.bookingEvent.create({
      data: { tenantId, bookingId, kind, by, startsAt, at },
      select: { id: true },
    });
  });

/** What was told of a booking, in order. */
export const eventsOf = async (bookingId: string): Promise<string[]> => {
  const found = await rows<{ type: string }>(
    `select type from domain_event where payload->>'bookingId' = $1 order by at, id`,
    [bookingId],
  );
  return found.map(({ type }) => type);
};

/** Earlier times that somebody was offered instead of a booking, in order. */
export const offersTo = (tenantId: string, { bookingId }: { bookingId: string }) =>
  read({ tenantId }, (tx) =>
    tx.booking.findMany({ where: { tenantId, movesId: bookingId }, orderBy: { createdAt: 'asc' } }),
  );
