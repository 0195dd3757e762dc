import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import {
  changeBooking,
  createBookable,
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createRoom,
} from '@/lib/testing/appointments-world';
import { createSystem } from '@/lib/testing/back-office-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { createResident, setVideoAddress } from '@/lib/testing/builders';
import { admin, aSystem, asType, at, audited, elsewhere, formOf, row, stale } from '@/lib/testing/kept-world';
import { asOwner } from '@/lib/testing/test-database';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { putOfficer } from './commands/put-officer';
import { putType } from './commands/put-type';
import type { Posted } from './domain/posted';
import { getBooking } from './queries/get-booking';
import { getKeptType } from './queries/get-kept-type';
import { listFreeTimes } from './queries/list-free-times';
import { listOfficers } from './queries/list-officers';
import { listTypes } from './queries/list-types';

const tenantId = 'granvik';

let receiver: { id: string };
beforeAll(async () => {
  receiver = await aSystem();
});
/** The form of a new one that anybody may book. */
const asOpen = (more: Posted = {}) => asType({ receiverSystemId: receiver.id, ...more });

const personalFacts = { needs: {}, answers: {}, phone: '070-174 06 35' };

describe('a type', () => {
  it('is made once, under an address of its name, with who takes it; and changed by whoever has seen it as it is', async () => {
    const officerId = await createOfficer(tenantId);
    const typeId = newId();
    const posted = asOpen({ officers: [officerId] });
    await putType(admin, typeId, posted);
    await putType(admin, typeId, posted);
    expect(await row('appointment_type', typeId)).toMatchObject({
      slug: 'halsosamtal',
      version: 0,
      name: { sv: 'Hälsosamtal', en: 'Health talk' },
      remind_minutes: [2880],
      is_open: true,
    });
    const second = newId();
    await putType(admin, second, asOpen());
    expect(await row('appointment_type', second)).toMatchObject({ slug: 'halsosamtal-2' });
    const { position } = await row('appointment_type', typeId);
    expect((await row('appointment_type', second)).position).toBe(position + 1);

    await putType(admin, typeId, await formOf(typeId, { 'name-sv': 'Samtal om hälsa', minutes: '30' }));
    expect(await row('appointment_type', typeId)).toMatchObject({
      slug: 'halsosamtal',
      version: 1,
      minutes: 30,
    });
    // The same again changes nothing, and says nothing.
    await putType(admin, typeId, await formOf(typeId));
    expect(await audited(typeId)).toEqual(['allowed: new', 'allowed: minutes,name']);
    expect((await getKeptType(admin, typeId)).type).toMatchObject({ version: 1, officerIds: [officerId] });
  });

  it('is not changed from a page that is stale, nor one by another page that shows the same', async () => {
    const officerId = await createOfficer(tenantId);
    const typeId = newId();
    await putType(admin, typeId, asOpen());
    const old = await formOf(typeId, { minutes: '20' });
    await putType(admin, typeId, await formOf(typeId, { minutes: '40' }));
    await expect(putType(admin, typeId, old)).rejects.toMatchObject(stale);
    await expect(putType(admin, typeId, { ...old, version: 'x' })).rejects.toMatchObject(stale);
    const open = await formOf(typeId, { minutes: '20' });
    const officer = (await listOfficers(admin)).officers.find(({ id }) => id === officerId);
    await putOfficer(admin, officerId, {
      version: String(officer?.version),
      name: officer?.name ?? '',
      unit: officer?.unit ?? '',
      types: [typeId],
      isOpen: 'yes',
    });
    await expect(putType(admin, typeId, open)).rejects.toMatchObject(stale);
    expect((await getKeptType(admin, typeId)).type).toMatchObject({ minutes: 40, officerIds: [officerId] });
  });

  it('begins to be held by video only where the municipality has a video service', async () => {
    const typeId = newId();
    const posted = asOpen({ ways: ['phone', 'video'] });
    await expect(putType(admin, typeId, posted)).rejects.toMatchObject({
      fields: { ways: 'meetings:type.video-missing' },
    });
    await setVideoAddress(tenantId, 'https://video.example.test/{meeting}');
    await putType(admin, typeId, posted);
    await setVideoAddress(tenantId, null);
    await putType(admin, typeId, await formOf(typeId, { minutes: '20' }));
    await putType(admin, typeId, await formOf(typeId, { ways: ['phone'] }));
    await expect(
      putType(admin, typeId, await formOf(typeId, { ways: ['phone', 'video'] })),
    ).rejects.toMatchObject({ fields: { ways: 'meetings:type.video-missing' } });
  });

  it('says what is wrong, and takes nothing that is another municipality’s', async () => {
    const typeId = newId();
    await expect(putType(admin, typeId, asOpen({ minutes: '4', ways: [] }))).rejects.toMatchObject({
      code: 'Invalid',
      fields: { minutes: 'meetings:type.wrong.minutes', ways: 'hours:opening.ways-missing' },
    });
    const stranger = await createOfficer('ekhamn');
    await expect(
      putType(admin, typeId, asOpen({ officers: [stranger], serviceId: newId() })),
    ).rejects.toMatchObject({
      fields: {
        officers: 'meetings:type.officers-wrong',
        serviceId: 'meetings:type.service-missing',
      },
    });
    const reader = await createSystem(tenantId, { scopes: ['appointments.read'] });
    const off = await createSystem(tenantId, { active: false });
    for (const systemId of [newId(), reader.id, off.id])
      await expect(putType(admin, typeId, asOpen({ systemId })), systemId).rejects.toMatchObject({
        fields: { systemId: 'meetings:type.system-wrong' },
      });
    expect(await row('appointment_type', typeId)).toBeUndefined();
    await putType(admin, typeId, asOpen());
    const posted = await formOf(typeId, { minutes: '20' });
    await expect(putType(elsewhere, typeId, posted)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(getKeptType(elsewhere, typeId)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await audited(typeId)).toEqual(['allowed: new', 'refused']);
    expect(await row('appointment_type', typeId)).toMatchObject({ version: 0, minutes: 60 });
  });

  it('changes nothing that is booked: not when, not until when it can be moved, not what was asked; and she may move it', async () => {
    const { officerId } = await createBookable(tenantId);
    const typeId = newId();
    const about = {
      'question-1-id': 'about',
      'question-1-label-sv': 'Vad gäller det?',
      'question-1-required': 'yes',
      'question-1-lines': '1',
    };
    await putType(admin, typeId, asOpen({ officers: [officerId], 'name-sv': 'Rådgivning', ...about }));
    const { slug } = await row('appointment_type', typeId);
    const resident = await createResident(tenantId);
    const bookingId = newId();
    const held = await holdTime(resident, { bookingId, typeSlug: slug, way: 'phone', startsAt: at(8) });
    expect(held.outcome).toBe('held');
    const content = { ...personalFacts, answers: { about: 'Min trappa' } };
    await confirmBooking(resident, { bookingId, content });
    const before = await getBooking(resident, bookingId, 'sv');
    await putType(
      admin,
      typeId,
      await formOf(typeId, {
        minutes: '15',
        changeMinutes: '43200',
        noticeMinutes: '0',
        audience: 'invitation',
        isOpen: [],
        'question-1-id': 'other',
        'question-1-label-sv': 'Något annat?',
        'question-1-lines': '1',
      }),
    );
    const after = await getBooking(resident, bookingId, 'sv');
    expect(after).toMatchObject({
      startsAt: before.startsAt,
      endsAt: before.endsAt,
      changeableUntil: before.changeableUntil,
      mayChange: true,
      questions: [{ id: 'about', label: { sv: 'Vad gäller det?' } }],
      content: { answers: { about: 'Min trappa' } },
    });
    // Nobody new may come to it, and she who has booked may move it, by what it says now.
    const wanted = { slug, way: 'phone' as const };
    await expect(listFreeTimes(await createResident(tenantId), wanted)).rejects.toMatchObject({
      code: 'NotFound',
    });
    expect((await listFreeTimes(resident, { ...wanted, movesId: bookingId })).times.length).toBeGreaterThan(
      0,
    );
    const movedTo = { bookingId: newId(), typeSlug: slug, way: 'phone' as const, startsAt: at(10) };
    expect(await holdTime(resident, { ...movedTo, movesId: bookingId })).toMatchObject({ outcome: 'held' });
    await confirmBooking(resident, {
      bookingId: movedTo.bookingId,
      content: { ...personalFacts, answers: {} },
    });
    // What she booked now she was told the new limit of.
    const moved = await getBooking(resident, bookingId, 'sv');
    expect(moved).toMatchObject({ startsAt: at(10), endsAt: new Date(at(10).getTime() + 900_000) });
    expect(moved.mayChange).toBe(false);
    await expect(cancelAsSeen(resident, { bookingId })).rejects.toMatchObject({ code: 'NotNow' });
  });

  it('that is closed can’t be booked anew by whoever lost her time, and her page says so', async () => {
    const bookable = await createBookable(tenantId);
    const { typeId, officerId } = bookable;
    const resident = await createResident(tenantId);
    const meeting = await createMeeting(bookable, at(8), { officerId, way: 'phone' });
    const bookingId = await createBooking(meeting, resident);
    const mayBookAnew = async () => (await getBooking(resident, bookingId, 'sv')).mayBookAnew;
    expect(await mayBookAnew()).toBe(false);
    await changeBooking(tenantId, bookingId, { state: 'taken_away', by: 'office' });
    expect(await mayBookAnew()).toBe(true);
    await putType(admin, typeId, await formOf(typeId, { audience: 'invitation' }));
    expect(await mayBookAnew()).toBe(false);
    await putType(admin, typeId, await formOf(typeId, { audience: 'open', receiverSystemId: receiver.id }));
    await putType(admin, typeId, await formOf(typeId, { isOpen: [] }));
    expect(await mayBookAnew()).toBe(false);
  });

  it('of a system keeps its times, whatever is posted', async () => {
    const system = await aSystem();
    const typeId = newId();
    const posted = asOpen({ systemId: system.id, seats: '9', officers: [newId()] });
    await putType(admin, typeId, posted);
    expect((await getKeptType(admin, typeId)).type).toMatchObject({
      system: system.name,
      seats: 1,
      officerIds: [],
    });
    await putType(admin, typeId, await formOf(typeId, { seats: '5', minutes: '25', systemId: '' }));
    expect((await getKeptType(admin, typeId)).type).toMatchObject({
      system: system.name,
      seats: 1,
      minutes: 25,
    });
  });

  it('is listed with what it lacks before anybody can book it', async () => {
    const typeId = newId();
    const lacks = async () => (await listTypes(admin)).find(({ id }) => id === typeId)?.lacks;
    await putType(admin, typeId, asOpen({ needsRoom: 'yes', seats: '150' }));
    expect(await lacks()).toBe('officers');
    const officerId = await createOfficer(tenantId, [typeId]);
    expect(await lacks()).toBe('hours');
    const [placeId, elsewhereId] = [await createPlace(tenantId), await createPlace(tenantId)];
    await createOpening(tenantId, officerId, placeId, { ways: ['visit'] });
    await createRoom(tenantId, elsewhereId, { seats: 150 });
    expect(await lacks()).toBe('room');
    await createRoom(tenantId, placeId, { seats: 150 });
    expect(await lacks()).toBeNull();
    const isOpen = (open: boolean) =>
      asOwner((client) =>
        client.query('update meeting_place set is_open = $2 where id = $1', [placeId, open]),
      );
    await isOpen(false);
    expect(await lacks()).toBe('hours');
    await createOpening(tenantId, officerId, null, { ways: ['phone'] });
    expect(await lacks()).toBeNull();
  });
});
