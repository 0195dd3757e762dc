import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { createBooking, createMeeting, createPlace, createType } from '@/lib/testing/appointments-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { createResident } from '@/lib/testing/builders';
import { CalendarReader } from '@/lib/testing/calendar-reader';
import { getCalendarFile } from './queries/get-calendar-file';

const tenantId = 'granvik';
afterEach(() => {
  vi.useRealTimers();
});
const goTo = (at: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });

const fileOf = async (resident: ResidentActor, bookingId: string, isDetailed = false) => {
  const { bytes, ...file } = await getCalendarFile(resident, bookingId, { isDetailed });
  return { ...file, text: bytes.toString('utf8') };
};

async function aBooking(language = 'sv') {
  const resident = await createResident(tenantId, { language });
  const type = await createType(tenantId);
  const placeId = await createPlace(tenantId);
  const meetingAt = (startsAt: string) => createMeeting(type, new Date(startsAt), { placeId });
  const meeting = await meetingAt('2026-12-04T08:15:00Z');
  const bookingId = await createBooking(meeting, resident, { at: new Date('2026-11-20T09:00:00Z') });
  return { resident, bookingId, meetingAt };
}

describe('the calendar file of a booking', () => {
  it('of what is cancelled strikes it out, and says when that was', async () => {
    const { resident, bookingId } = await aBooking();
    const calendar = new CalendarReader().read((await fileOf(resident, bookingId)).text);
    expect(calendar.only).toMatchObject({
      uid: bookingId,
      status: 'CONFIRMED',
      startsAt: new Date('2026-12-04T08:15:00Z'),
      endsAt: new Date('2026-12-04T09:15:00Z'),
    });
    goTo('2026-11-22T09:00:00Z');
    await cancelAsSeen(resident, { bookingId });
    const last = await fileOf(resident, bookingId);
    expect(last.mediaType).toContain('method=CANCEL');
    expect(calendar.read(last.text).only).toMatchObject({
      status: 'CANCELLED',
      title: 'Avbokat: Möte med Granviks kommun',
      stamp: new Date('2026-11-22T09:00:00Z'),
    });
  });

  it('says nothing of what it is about, unless she asks for that', async () => {
    const { resident, bookingId } = await aBooking();
    const neutral = await fileOf(resident, bookingId);
    const { only } = new CalendarReader().read(neutral.text);
    expect(only).toMatchObject({ title: 'Möte med Granviks kommun', place: 'Storgatan 1, 123 45 Granvik' });
    expect(only.about).toContain('Ingång från torget');
    expect(only.about).toContain(`/appointments/${bookingId}`);
    for (const word of ['Behov', 'läkarintyg', 'Omsorg', 'Provsson'])
      expect(neutral.text).not.toContain(word);
    const detailed = new CalendarReader().read((await fileOf(resident, bookingId, true)).text).only;
    expect(detailed).toMatchObject({
      title: 'Behovsbedömning, Granviks kommun',
      place: 'Omsorgskontoret, Storgatan 1, 123 45 Granvik',
    });
    expect(detailed.about).toContain('Ta med dina läkarintyg.');
  });

  it('is in her language, and Swedish where the municipality has no other', async () => {
    const { resident, bookingId } = await aBooking('en');
    const { only } = new CalendarReader().read((await fileOf(resident, bookingId)).text);
    expect(only.title).toBe('Meeting with Granviks kommun');
    expect(only.about).toContain('Enter from the square');
    expect(only.about).toContain(`/en/appointments/${bookingId}`);
  });

  it('is there also where nobody has written how to find it, nor how to prepare', async () => {
    const resident = await createResident(tenantId);
    const type = await createType(tenantId, { prepare: {} });
    const placeId = await createPlace(tenantId, { directions: {} });
    const meeting = await createMeeting(type, new Date('2026-12-04T08:15:00Z'), { placeId });
    const { text } = await fileOf(resident, await createBooking(meeting, resident), true);
    expect(new CalendarReader().read(text).only.place).toBe('Omsorgskontoret, Storgatan 1, 123 45 Granvik');
  });

  it('is named by its day in Sweden', async () => {
    const resident = await createResident(tenantId);
    // Half past midnight.
    const meeting = await createMeeting(await createType(tenantId), new Date('2026-12-04T23:30:00Z'));
    expect((await fileOf(resident, await createBooking(meeting, resident))).name).toBe('2026-12-05.ics');
  });

  it('is hers alone, and of what was booked', async () => {
    const { resident, bookingId, meetingAt } = await aBooking();
    const stranger = await createResident(tenantId);
    const elsewhere = await createResident('ekhamn');
    for (const other of [stranger, elsewhere])
      await expect(getCalendarFile(other, bookingId)).rejects.toMatchObject({ code: 'NotFound' });
    const refused = await read({ tenantId }, (tx) =>
      tx.auditEntry.findMany({ where: { objectId: bookingId, outcome: 'refused' } }),
    );
    expect(refused).toMatchObject([{ actorPersonId: stranger.personId, subjectPersonId: resident.personId }]);
    const held = await createBooking(await meetingAt('2026-12-10T12:00:00Z'), resident, { state: 'held' });
    for (const id of [held, newId(), 'x'])
      await expect(getCalendarFile(resident, id)).rejects.toMatchObject({ code: 'NotFound' });
  });
});
