import { vi } from 'vitest';
import { cancelBooking } from '@/lib/appointments/commands/cancel-booking';
import { confirmBooking } from '@/lib/appointments/commands/confirm-booking';
import { holdTime } from '@/lib/appointments/commands/hold-time';
import type { BookingContent } from '@/lib/appointments/domain/booking-seals';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import { addDays } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  createOfficer,
  createOpening,
  createPlace,
  createType,
  someDay,
  type TestType,
} from './appointments-world';
import { createResident } from './builders';
import { asOwner, rows } from './test-database';

/* What tests of holding, booking and moving a time build on: two who want one, and an officer who is there for three hours. */

const tenantId = 'granvik';
export const nothing: BookingContent = { needs: {}, answers: {} };
/** the first time of an opening of three hours */
export const first = new Date(wallInstant(someDay, 480));

export interface BookingWorld {
  placeId: string;
  ane: ResidentActor;
  bo: ResidentActor;
  type: TestType;
  officerId: string;
}

/** Where and of which type somebody presses. */
type Where = Pick<BookingWorld, 'type' | 'placeId'>;
export type Press = [who: ResidentActor, startsAt: Date, more?: Partial<Parameters<typeof holdTime>[1]>];

export async function createBookingWorld(): Promise<BookingWorld> {
  const placeId = await createPlace(tenantId);
  const type = await createType(tenantId, { minutes: 60, stepMinutes: 60 });
  const officerId = await createOfficer(tenantId, [type.typeId]);
  await openOnce(officerId, placeId);
  return {
    placeId,
    type,
    officerId,
    ane: await createResident(tenantId),
    bo: await createResident(tenantId),
  };
}

/** An opening once, so many minutes after the first time. */
export const openOnce = (
  officerId: string,
  placeId: string,
  {
    after = 0,
    minutes = 180,
    ways = ['visit', 'video'],
  }: { after?: number; minutes?: number; ways?: MeetingWay[] } = {},
): Promise<string> =>
  createOpening(tenantId, officerId, placeId, {
    startsOn: addDays(someDay, Math.floor(after / 1440)),
    fromMinute: 480 + (after % 1440),
    minutes,
    rule: null,
    ways,
  });

/** A press on a time; `by`: of another instance of the portal. */
export const pressOn = (
  { type, placeId }: Where,
  [who, startsAt, more = {}]: Press,
  by: typeof holdTime = holdTime,
): ReturnType<typeof holdTime> =>
  by(who, { bookingId: newId(), typeSlug: `type-${type.typeId}`, way: 'visit', placeId, startsAt, ...more });

/** The portal once more, which knows nothing of whose turn it is here: the database alone stands between the two. */
export async function anotherInstance(): Promise<typeof holdTime> {
  vi.resetModules();
  return (await import('@/lib/appointments/commands/hold-time')).holdTime;
}

/** A press, and the time confirmed; of a move, the booking that it moved. */
export async function bookAt(where: Where, press: Press): Promise<string> {
  const held = await pressOn(where, press);
  if (held.outcome !== 'held') throw new Error(held.outcome);
  const confirmed = await confirmBooking(press[0], { bookingId: held.bookingId, content: nothing });
  if (confirmed.outcome === 'lapsed') throw new Error('lapsed');
  return confirmed.bookingId;
}

export const bookingsOf = ({ personId }: ResidentActor) =>
  rows<{ id: string; state: string; startsAt: Date; sequence: number }>(
    `select id, state, starts_at as "startsAt", sequence from booking where person_id = $1 order by created_at`,
    [personId],
  );

export const openMeetingsOf = ({ typeId }: TestType) =>
  rows<{ startsAt: Date; heldUntil: Date | null }>(
    `select starts_at as "startsAt", held_until as "heldUntil" from meeting
      where type_id = $1 and state = 'open' order by 1`,
    [typeId],
  );

/** As if the minutes of a hold had gone. */
export const age = (bookingId: string, minutes: number): Promise<void> =>
  asOwner(async (client) => {
    await client.query(
      `update booking set held_until = held_until - $2 * interval '1 minute' where id = $1`,
      [bookingId, minutes],
    );
    await client.query(
      `update meeting m set held_until = b.held_until from booking b
        where b.id = $1 and m.id = b.meeting_id and m.held_until is not null`,
      [bookingId],
    );
  });

/** She cancels on a page that shows when it is. */
export async function cancelAsSeen(
  who: ResidentActor,
  pressed: Omit<Parameters<typeof cancelBooking>[1], 'startsAt'>,
): Promise<void> {
  const [seen] = await rows<{ starts_at: Date }>('select starts_at from booking where id = $1', [
    pressed.bookingId,
  ]);
  if (!seen) throw new Error('There is no such booking.');
  return cancelBooking(who, { ...pressed, startsAt: seen.starts_at });
}
