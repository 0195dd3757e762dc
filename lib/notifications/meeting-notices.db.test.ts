import { afterEach, describe, expect, it, vi } from 'vitest';
import { remindOfMeetings } from '@/lib/appointments/commands/remind-of-meetings';
import type { ResidentActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { emitInTx, type NewEvent } from '@/lib/platform/events';
import type { EventType } from '@/lib/platform/jobs/told';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createType,
  minutesAfter,
} from '@/lib/testing/appointments-world';
import { aJob, createResident, hasTold } from '@/lib/testing/builders';
import type { Message, Send } from './channels/channel';
import { makeNotice } from './commands/make-notice';
import { saveNoticeChoice } from './commands/save-notice-choice';
import { sendNotice } from './commands/send-notice';
import { getNoticePlace } from './queries/get-notice-place';

const tenantId = 'granvik';
const job = aJob(tenantId);
afterEach(() => {
  vi.useRealTimers();
});
const goTo = (at: Date | string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });

/** A quarter past nine in Sweden, booked two weeks before by somebody who is told by SMS, and not between 21 and 10. */
const MEETING = new Date('2026-12-04T08:15:00Z');

async function booked() {
  goTo('2026-11-20T09:00:00Z');
  const resident = await createResident(tenantId);
  await hasTold(resident);
  await saveNoticeChoice(resident, {
    ways: { asked: ['sms'], decision: ['sms'], message: ['sms'], meeting: ['sms'] },
    quiet: 'own',
    quietFrom: '21',
    quietTo: '10',
  });
  const type = await createType(tenantId);
  const bookingId = await createBooking(await createMeeting(type, MEETING), resident);
  return { resident, bookingId, type };
}

async function tell(type: EventType, { personId }: ResidentActor, ids: Record<string, string>) {
  await write(job, (tx) => emitInTx(tx, job, { type, payload: { ...ids, personId } } as NewEvent));
  return noticeOf(type, personId);
}

/** Makes the notice of the latest event, as the queue would; gives what became of it. */
async function noticeOf(eventType: string, personId: string) {
  const event = await read(job, (tx) =>
    tx.domainEvent.findFirstOrThrow({
      where: { type: eventType, payload: { path: ['personId'], equals: personId } },
      orderBy: { id: 'desc' },
    }),
  );
  await makeNotice(job, { eventId: event.id, eventType, personId });
  return read(job, async (tx) => {
    const notice = await tx.notice.findFirstOrThrow({ where: { eventId: event.id } });
    const delivery = await tx.noticeDelivery.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: notice.deliveryId ?? '' } },
    });
    return { ...notice, deliveryId: delivery.id, dueAt: delivery.dueAt };
  });
}

async function send(deliveryId: string): Promise<Message[]> {
  const sent: Message[] = [];
  const note = async (message: Message) => void sent.push(message);
  await sendNotice(job, deliveryId, {
    senders: { email: note, sms: note, push: note, 'digital-mail': note },
  });
  return sent;
}

const stateOf = (id: string) =>
  read(job, (tx) =>
    tx.notice.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id } },
      select: { state: true, reason: true },
    }),
  );

describe('a notice of a meeting', () => {
  it('leads to it, and what she must know can’t be turned off', async () => {
    const { resident, bookingId } = await booked();
    const place = `/appointments/${bookingId}`;
    goTo('2026-11-20T12:00:00Z');
    const told = await tell('appointments.booked', resident, { bookingId });
    expect(told.kind).toBe('meeting');
    expect(await getNoticePlace(resident, told.deliveryId)).toBe(place);
    expect(await send(told.deliveryId)).toHaveLength(1);
    for (const type of ['appointments.moved-by-office', 'appointments.taken-away'] as const) {
      const { kind, deliveryId } = await tell(type, resident, { bookingId });
      expect(kind).toBe('asked');
      expect(await getNoticePlace(resident, deliveryId)).toBe(place);
    }
  });

  it('is dropped where it is so no more', async () => {
    const { resident, bookingId, type } = await booked();
    goTo('2026-11-20T12:00:00Z');
    const told = await tell('appointments.booked', resident, { bookingId });
    await changeBooking(tenantId, bookingId, { state: 'cancelled' });
    expect(await send(told.deliveryId)).toEqual([]);
    expect(await stateOf(told.id)).toEqual({ state: 'dropped', reason: 'no-longer-news' });
    const offered = await createBooking(await createMeeting(type, MEETING), resident, {
      state: 'offered',
      heldUntil: new Date('2026-11-20T14:00:00Z'),
    });
    const offer = await tell('appointments.earlier-offered', resident, { bookingId: offered });
    goTo('2026-11-20T14:00:00Z');
    expect(await send(offer.deliveryId)).toEqual([]);
  });

  it('that reminds goes through quiet hours that would last past the meeting, and takes the others with it', async () => {
    const { resident, bookingId } = await booked();
    goTo('2026-12-03T22:00:00Z');
    const waiting = await tell('appointments.moved', resident, { bookingId });
    expect(waiting.dueAt).toEqual(new Date('2026-12-04T09:00:00Z'));
    goTo(minutesAfter(MEETING, -180));
    await remindOfMeetings(job);
    const told = await noticeOf('appointments.reminded', resident.personId);
    expect(told.deliveryId).toBe(waiting.deliveryId);
    expect(told.dueAt).toEqual(minutesAfter(MEETING, -179));
    goTo(told.dueAt);
    const [message, ...more] = await send(told.deliveryId);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ isSeveral: true, ttlSeconds: 179 * 60 });
  });

  it('that reminds waits for quiet hours that end before it, and is never sent when it has begun', async () => {
    const { resident, bookingId } = await booked();
    goTo(minutesAfter(MEETING, -2880));
    await remindOfMeetings(job);
    const told = await noticeOf('appointments.reminded', resident.personId);
    expect(told.dueAt).toEqual(new Date('2026-12-02T09:00:00Z'));
    // No worker until the meeting had begun.
    goTo(MEETING);
    expect(await send(told.deliveryId)).toEqual([]);
    expect(await stateOf(told.id)).toEqual({ state: 'dropped', reason: 'no-longer-news' });
    expect(bookingId).toBeTruthy();
  });

  it('that reminds is tried again where it is known to have failed, and only there; what went with it goes on', async () => {
    const { resident, bookingId } = await booked();
    goTo(minutesAfter(MEETING, -180));
    await remindOfMeetings(job);
    const reminder = await noticeOf('appointments.reminded', resident.personId);
    const change = await tell('appointments.moved-by-office', resident, { bookingId });
    expect(change.deliveryId).toBe(reminder.deliveryId);
    const { deliveryId } = reminder;
    const trying = (how: Send) =>
      sendNotice(job, deliveryId, {
        senders: { email: how, sms: how, push: how, 'digital-mail': how },
      });
    const isDown = trying(async () => {
      throw Object.assign(new Error('The gateway is down'), { code: 'sms-503' });
    });
    await expect(isDown).rejects.toThrow('The gateway is down');
    // The second try has it in hand for good: nobody will ever know how it went.
    await new Promise<void>((resolve) => {
      void trying(() => new Promise(() => resolve()));
    });
    const [message, ...more] = await send(deliveryId);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ deliveryId, isSeveral: false });
    expect(await stateOf(reminder.id)).toEqual({ state: 'failed', reason: 'maybe-sent' });
    expect(await stateOf(change.id)).toEqual({ state: 'sent', reason: null });
  });
});
