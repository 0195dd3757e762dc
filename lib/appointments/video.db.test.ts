import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { changeBooking, createBooking, createMeeting, createType } from '@/lib/testing/appointments-world';
import { createResident, setVideoAddress } from '@/lib/testing/builders';
import { getVideoMeeting } from './queries/get-video-meeting';

const tenantId = 'granvik';
afterEach(async () => {
  for (const id of [tenantId, 'ekhamn']) await setVideoAddress(id, null);
});
const at = (text: string) => ({ now: () => new Date(text) });
const OPEN = '2026-12-04T08:00:00Z';

async function booked(way: 'video' | 'phone' = 'video', tenantId = 'granvik') {
  const resident = await createResident(tenantId);
  const meeting = await createMeeting(await createType(tenantId), new Date('2026-12-04T08:15:00Z'), { way });
  return { resident, meeting, bookingId: await createBooking(meeting, resident) };
}

describe('the way into a meeting by video', () => {
  it('is told from a quarter before until the end, and not else', async () => {
    const { resident, meeting, bookingId } = await booked();
    const link = `https://video.example.test/${meeting.meetingId}`;
    await setVideoAddress(tenantId, 'https://video.example.test/{meeting}');
    for (const [moment, door, leads] of [
      ['2026-12-04T07:59:59Z', 'not-yet', null],
      [OPEN, 'open', link],
      ['2026-12-04T09:14:59Z', 'open', link],
      ['2026-12-04T09:15:00Z', 'over', null],
    ] as const)
      expect(await getVideoMeeting(resident, bookingId, at(moment))).toMatchObject({ door, link: leads });
  });

  it('leads to her own municipality’s service, or nowhere where it has none', async () => {
    const [here, there] = [await booked(), await booked('video', 'ekhamn')];
    const links = async () =>
      Promise.all(
        [here, there].map(
          async ({ resident, bookingId }) => (await getVideoMeeting(resident, bookingId, at(OPEN))).link,
        ),
      );
    expect(await links()).toEqual([null, null]);
    await setVideoAddress('ekhamn', 'https://mote.ekhamn.example/{meeting}');
    expect(await links()).toEqual([null, `https://mote.ekhamn.example/${there.meeting.meetingId}`]);
  });

  it('is hers, of a meeting that she has, by video', async () => {
    const { resident, bookingId } = await booked();
    const phone = await booked('phone');
    const cancelled = await booked();
    await changeBooking(tenantId, cancelled.bookingId, { state: 'cancelled' });
    for (const [actor, id] of [
      [await createResident(tenantId), bookingId],
      [await createResident('ekhamn'), bookingId],
      [phone.resident, phone.bookingId],
      [cancelled.resident, cancelled.bookingId],
      [resident, newId()],
      [resident, 'x'],
    ] as const)
      await expect(getVideoMeeting(actor, id, at(OPEN))).rejects.toMatchObject({ code: 'NotFound' });
  });
});
