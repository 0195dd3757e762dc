import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { newToken } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createPlace,
  createType,
} from '@/lib/testing/appointments-world';
import { aNobody, createResident } from '@/lib/testing/builders';
import { CalendarReader } from '@/lib/testing/calendar-reader';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { answerFeed } from './answer-feed';
import { endCalendarFeed } from './commands/end-calendar-feed';
import { makeCalendarFeed } from './commands/make-calendar-feed';
import { readCalendarFeed } from './commands/read-calendar-feed';
import { getMyCalendarFeed } from './queries/get-my-calendar-feed';

const tenantId = 'granvik';
const NOW = new Date('2026-11-24T09:00:00Z');

afterEach(() => {
  vi.useRealTimers();
});
const goTo = (at: Date | string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });

const fileIn = (address: string) => new URL(address).pathname.split('/').at(-1) ?? '';
const get = (address: string, headers: Record<string, string> = {}, tenant = tenantId) =>
  answerFeed(new Request(address, { headers }), tenant, fileIn(address));

async function withFeed() {
  goTo(NOW);
  const resident = await createResident(tenantId);
  const type = await createType(tenantId);
  const placeId = await createPlace(tenantId);
  const meetingAt = (startsAt: string) => createMeeting(type, new Date(startsAt), { placeId });
  const book = async (startsAt: string) => createBooking(await meetingAt(startsAt), resident, { at: NOW });
  const { address } = await makeCalendarFeed(resident);
  return { resident, address, book, meetingAt };
}

const change = (bookingId: string, what: Parameters<typeof changeBooking>[2]) =>
  changeBooking(tenantId, bookingId, { at: NOW, ...what });

const feedOf = async (address: string) => new CalendarReader().read(await (await get(address)).text());

describe('a calendar feed', () => {
  it('shows her times and nobody else’s; what is cancelled is struck out for thirty days', async () => {
    const { address, book, meetingAt } = await withFeed();
    const [kept, moved, cancelled] = [
      await book('2026-12-01T08:00:00Z'),
      await book('2026-12-02T08:00:00Z'),
      await book('2026-12-03T08:00:00Z'),
    ];
    await createBooking(await meetingAt('2026-12-09T08:00:00Z'), await createResident(tenantId));
    const calendar = await feedOf(address);
    expect([...calendar.entries.keys()]).toEqual([kept, moved, cancelled]);
    expect([...calendar.entries.values()].map(({ status }) => status)).toEqual(Array(3).fill('CONFIRMED'));
    await change(moved, {
      to: await meetingAt('2026-12-08T08:00:00Z'),
      at: new Date('2026-11-25T09:00:00Z'),
    });
    await change(cancelled, { state: 'cancelled', at: new Date('2026-11-25T09:00:00Z') });
    calendar.read(await (await get(address)).text());
    expect(calendar.entries.get(moved)).toMatchObject({
      status: 'CONFIRMED',
      startsAt: new Date('2026-12-08T08:00:00Z'),
    });
    expect(calendar.entries.get(cancelled)).toMatchObject({ status: 'CANCELLED' });
    goTo('2026-12-25T08:59:00Z');
    expect([...(await feedOf(address)).entries.keys()]).toEqual([kept, cancelled, moved]);
    goTo('2026-12-25T09:01:00Z');
    expect([...(await feedOf(address)).entries.keys()]).toEqual([kept, moved]);
    goTo('2027-12-05T09:00:00Z');
    expect([...(await feedOf(address)).entries.keys()]).toEqual([moved]);
  });

  it('says nothing of what they are about, and what is held is not there', async () => {
    const { resident, address, book, meetingAt } = await withFeed();
    await book('2026-12-01T08:00:00Z');
    await createBooking(await meetingAt('2026-12-05T08:00:00Z'), resident, { state: 'offered' });
    const text = await (await get(address)).text();
    expect(new CalendarReader().read(text).only.title).toBe('Möte med Granviks kommun');
    for (const word of ['Behov', 'läkarintyg', 'Omsorg', 'Provsson']) expect(text).not.toContain(word);
  });

  it('is answered as calendars ask: with a mark by which they see that nothing has changed', async () => {
    const { address, book } = await withFeed();
    const bookingId = await book('2026-12-01T08:00:00Z');
    const first = await get(address);
    const etag = first.headers.get('etag') ?? '';
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'last-modified': 'Tue, 24 Nov 2026 09:00:00 GMT',
      'x-robots-tag': 'noindex, nofollow',
    });
    for (const asked of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get(address, { 'if-none-match': asked });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    await change(bookingId, { state: 'cancelled', at: new Date('2026-11-24T10:00:00Z') });
    expect((await get(address, { 'if-none-match': etag })).status).toBe(200);
  });

  it('notes the day that it was read on', async () => {
    const { resident, address } = await withFeed();
    expect(await getMyCalendarFeed(resident)).toMatchObject({ readAt: null });
    await get(address);
    goTo('2026-11-24T22:30:00Z');
    await get(address);
    expect((await getMyCalendarFeed(resident))?.readAt).toEqual(NOW);
    // Past midnight in Sweden, not in UTC.
    goTo('2026-11-24T23:30:00Z');
    await get(address);
    expect((await getMyCalendarFeed(resident))?.readAt).toEqual(new Date('2026-11-24T23:30:00Z'));
  });

  it('ends when she ends it, or makes a new one; two presses at once leave one', async () => {
    const { resident, address } = await withFeed();
    const { address: second } = await makeCalendarFeed(resident);
    expect((await get(address)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    const both = await Promise.all([makeCalendarFeed(resident), makeCalendarFeed(resident)]);
    const answers = await Promise.all(both.map(async (one) => (await get(one.address)).status));
    expect(answers.toSorted()).toEqual([200, 404]);
    const { id } = (await getMyCalendarFeed(resident)) ?? { id: '' };
    await endCalendarFeed(resident, id);
    expect(await getMyCalendarFeed(resident)).toBeNull();
    for (const one of [...both, { address: second }]) expect((await get(one.address)).status).toBe(404);
    await expect(endCalendarFeed(resident, id)).rejects.toMatchObject({ code: 'NotFound' });
    const audited = await read({ tenantId }, (tx) =>
      tx.auditEntry.findMany({ where: { actorPersonId: resident.personId }, orderBy: { id: 'asc' } }),
    );
    expect(audited.map(({ action }) => action)).toEqual([
      ...Array(4).fill('appointments.make-calendar-feed'),
      ...Array(2).fill('appointments.end-calendar-feed'),
    ]);
    expect(audited.at(-1)?.outcome).toBe('refused');
  });

  it('is nobody else’s to end, and no other municipality’s; its address can’t be guessed from what is kept', async () => {
    const { resident, address } = await withFeed();
    const { id } = (await getMyCalendarFeed(resident)) ?? { id: '' };
    for (const other of [await createResident(tenantId), await createResident('ekhamn')])
      await expect(endCalendarFeed(other, id)).rejects.toMatchObject({ code: 'NotFound' });
    expect((await get(address, {}, 'ekhamn')).status).toBe(404);
    const unknown = (file: string) => get(`http://granvik.localhost/api/calendar/${file}`);
    for (const file of [`${newToken()}.ics`, newToken(), 'x.ics', `${newId()}.ics`])
      expect((await unknown(file)).status, file).toBe(404);
    const token = fileIn(address).replace('.ics', '');
    expect(await dumpEverything()).not.toContain(token);
    const hashes = await asOwner((client) =>
      client.query('select octet_length(token_hash) as length from calendar_feed'),
    );
    expect(new Set(hashes.rows.map(({ length }) => length))).toEqual(new Set([32]));
  });

  it('is read by whoever shows the address, and by no session', async () => {
    const { resident, address } = await withFeed();
    const token = fileIn(address).replace('.ics', '');
    const readAs = (actor: Actor) => readCalendarFeed(actor as ReturnType<typeof aNobody>, token);
    await expect(readAs(resident)).rejects.toMatchObject({ code: 'NotFound' });
    expect((await readAs(aNobody(tenantId))).text).toContain('BEGIN:VCALENDAR');
    await expect(makeCalendarFeed(aNobody(tenantId) as unknown as ResidentActor)).rejects.toMatchObject({
      code: 'NotFound',
    });
  });

  it('is answered so often and no more to one address', async () => {
    const { address } = await withFeed();
    const from = { 'x-forwarded-for': '192.0.2.7' };
    const wrong = address.replace(/.\.ics$/, '');
    for (let call = 0; call < 600; call += 1) await get(wrong, from);
    const refused = await get(address, from);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await get(address, { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200);
  });
});
