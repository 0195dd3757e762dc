import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { changeBooking, createBooking, createMeeting, createType } from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { getVideoMeeting } from './queries/get-video-meeting';

const tenantId = 'granvik';
const at = (text: string) => ({ now: () => new Date(text) });
const OPEN = '2026-12-04T08:00:00Z';

async function booked(way: 'video' | 'phone' = 'video') {
  const resident = await createResident(tenantId);
  const meeting = await createMeeting(await createType(tenantId), new Date('2026-12-04T08:15:00Z'), { way });
  return { resident, meeting, bookingId: await createBooking(meeting, resident) };
}

/** As where the municipality has a video service. */
async function withService<T>(fn: () => Promise<T>): Promise<T> {
  const settings = env();
  settings.VIDEO_LINK_TEMPLATE = 'https://video.example.test/{meeting}';
  return fn().finally(() => {
    delete settings.VIDEO_LINK_TEMPLATE;
  });
}

describe('the way into a meeting by video', () => {
  it('is told from a quarter before until the end, and not else', async () => {
    const { resident, meeting, bookingId } = await booked();
    const link = `https://video.example.test/${meeting.meetingId}`;
    await withService(async () => {
      for (const [moment, door, leads] of [
        ['2026-12-04T07:59:59Z', 'not-yet', null],
        [OPEN, 'open', link],
        ['2026-12-04T09:14:59Z', 'open', link],
        ['2026-12-04T09:15:00Z', 'over', null],
      ] as const)
        expect(await getVideoMeeting(resident, bookingId, at(moment))).toMatchObject({ door, link: leads });
    });
    expect(await getVideoMeeting(resident, bookingId, at(OPEN))).toMatchObject({ door: 'open', link: null });
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
