import { afterEach, expect, it, vi } from 'vitest';
import { offerEarlier } from '@/lib/appointments/commands/offer-earlier';
import { wishForEarlier } from '@/lib/appointments/commands/wish-for-earlier';
import { addDays } from '@/lib/kernel/calendar-date';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { createBookable, createBooking, createMeeting, someDay } from '@/lib/testing/appointments-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { aJob, createResident, hasTold } from '@/lib/testing/builders';
import { makeNotice } from './commands/make-notice';
import { saveNoticeChoice } from './commands/save-notice-choice';

const tenantId = 'granvik';
const job = aJob(tenantId);
const HALF_PAST_FIVE = new Date(wallInstant(addDays(someDay, -2), 17 * 60 + 30));
afterEach(() => {
  vi.useRealTimers();
});

/** Told of meetings in some ways, and not disturbed between two hours. */
async function told(meeting: string[], quietFrom: string, quietTo: string) {
  const resident = await createResident(tenantId);
  await hasTold(resident, { email: 'ane@example.test' });
  const ways = { asked: ['sms'], decision: ['sms'], meeting };
  await saveNoticeChoice(resident, { ways, quiet: 'own', quietFrom, quietTo });
  return resident;
}

/** Two in line for a time that somebody gives up; what is offered to whom, each having been told as the queue would. */
async function offeredAt(at: Date, line: readonly ResidentActor[]) {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  const bookable = await createBookable(tenantId);
  const { officerId, placeId } = bookable;
  const book = async (resident: ResidentActor, days: number) => {
    const startsAt = new Date(wallInstant(addDays(someDay, days), 480));
    const meeting = await createMeeting(bookable, startsAt, { officerId, placeId });
    return { meetingId: meeting.meetingId, bookingId: await createBooking(meeting, resident) };
  };
  const early = await createResident(tenantId);
  const { bookingId, meetingId } = await book(early, 0);
  const wishes: string[] = [];
  for (const [n, resident] of line.entries()) {
    const booked = await book(resident, n + 1);
    await wishForEarlier(resident, { bookingId: booked.bookingId, most: 3 });
    wishes.push(booked.bookingId);
    vi.setSystemTime(Date.now() + 1000);
  }
  await cancelAsSeen(early, { bookingId });
  await offerEarlier(job, meetingId);
  for (const { personId } of line) {
    const events = await eventsOf('appointments.earlier-offered', 'personId', personId);
    for (const { id: eventId, type: eventType } of events)
      await makeNotice(job, { eventId, eventType, personId });
    const freed = await eventsOf('appointments.time-freed', 'typeId', bookable.typeId);
    for (const { payload } of freed) await offerEarlier(job, (payload as { meetingId: string }).meetingId);
  }
  return read(job, async (tx) => {
    const found = await tx.earlierWish.findMany({ where: { bookingId: { in: wishes } } });
    const offers = await tx.booking.findMany({ where: { movesId: { in: wishes } } });
    const notices = await tx.notice.findMany({
      where: { recipientId: { in: line.map(({ personId }) => personId) }, kind: 'meeting' },
    });
    return line.map(({ personId }, n) => ({
      counted: found.find((wish) => wish.bookingId === wishes[n])?.offers,
      states: offers.filter(({ movesId }) => movesId === wishes[n]).map(({ state }) => state),
      told: notices
        .filter(({ recipientId }) => recipientId === personId)
        .map((one) => one.reason ?? one.channel),
    }));
  });
}

const eventsOf = (type: string, by: string, id: string) =>
  read(job, (tx) => tx.domainEvent.findMany({ where: { type, payload: { path: [by], equals: id } } }));

it('an offer that she would be told of too late goes to the next, and isn’t counted; she keeps her place', async () => {
  const line = [await told(['sms'], '17', '9'), await told(['sms'], '22', '7')];
  expect(await offeredAt(HALF_PAST_FIVE, line)).toEqual([
    { counted: 0, states: ['lapsed'], told: ['too-late'] },
    { counted: 1, states: ['offered'], told: ['sms'] },
  ]);
});

it.each([
  ['by another way that makes no sound', ['email', 'sms'], '9', ['email', 'sms']],
  ['after quiet hours that leave her time to answer', ['sms'], '19', ['sms']],
])('an offer that she can be told of %s is hers', async (_, ways, quietTo, channels) => {
  const line = [await told(ways, '17', quietTo), await told(['sms'], '22', '7')];
  expect(await offeredAt(HALF_PAST_FIVE, line)).toEqual([
    { counted: 1, states: ['offered'], told: channels },
    { counted: 0, states: [], told: [] },
  ]);
});
