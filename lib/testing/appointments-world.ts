import { officerNameContext } from '@/lib/appointments/domain/booking-seals';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { type Prisma, write } from '@/lib/platform/db';

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
        nameHash: lookupHash(name, `meeting-officer.name:${tenantId}`),
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
