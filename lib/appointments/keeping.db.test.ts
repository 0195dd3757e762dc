import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { AdminActor } from '@/lib/platform/actor';
import {
  type Bookable,
  changeBooking,
  createBookable,
  createBooking,
  createMeeting,
  createOfficer,
  createOpening,
  createPlace,
  createRoom,
  someDay,
} from '@/lib/testing/appointments-world';
import { createSystem } from '@/lib/testing/back-office-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { cancelBooking } from './commands/cancel-booking';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';
import { moveClosed } from './commands/move-closed';
import { putOfficer } from './commands/put-officer';
import { putPlace } from './commands/put-place';
import { putRoom } from './commands/put-room';
import { putType } from './commands/put-type';
import type { Posted } from './domain/posted';
import { getBooking } from './queries/get-booking';
import { getKeptType, getTypeChoices } from './queries/get-kept-type';
import { listClosed } from './queries/list-closed';
import { listFreeTimes } from './queries/list-free-times';
import { listOfficers } from './queries/list-officers';
import { listPlaces } from './queries/list-places';
import { listTypes } from './queries/list-types';

const tenantId = 'granvik';
const admin = anAdmin(tenantId);
const elsewhere: AdminActor = { ...admin, tenantId: 'ekhamn' };
const at = (hour: number, day = someDay) => new Date(wallInstant(day, hour * 60));
const stale = { code: 'Conflict', reason: 'meetings:stale' };

const audited = (id: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{
      tenantId: string;
      staffId: string;
      outcome: string;
      reason: string;
    }>(
      `select tenant_id as "tenantId", actor_staff_id as "staffId", outcome, reason from audit_entry
        where object_id = $1 and action like 'appointments.put-%' order by id`,
      [id],
    );
    return rows.map(({ staffId, outcome, reason }) => {
      expect(staffId).toBe(admin.staffId);
      return reason ? `${outcome}: ${reason}` : outcome;
    });
  });

const row = (table: string, id: string) =>
  asOwner(async (client) => (await client.query(`select * from ${table} where id = $1`, [id])).rows[0]);

const asType = (more: Posted = {}): Posted => ({
  version: '',
  'name-sv': 'Hälsosamtal',
  'name-en': 'Health talk',
  'about-sv': 'Vi pratar om hur du mår.',
  audience: 'open',
  ways: ['visit', 'phone'],
  minutes: '60',
  stepMinutes: '60',
  beforeMinutes: '0',
  afterMinutes: '0',
  travelMinutes: '0',
  seats: '1',
  noticeMinutes: '60',
  aheadDays: '60',
  changeMinutes: '60',
  most: '3',
  holdMinutes: '5',
  earlierMinutes: '120',
  remindMinutes: ['2880'],
  isOpen: 'yes',
  ...more,
});

/** The form of a type that is there, as its page fills it in. */
async function formOf(typeId: string, more: Posted = {}): Promise<Posted> {
  const { type } = await getKeptType(admin, typeId);
  const numbers = [
    'minutes',
    'stepMinutes',
    'beforeMinutes',
    'afterMinutes',
    'travelMinutes',
    'seats',
  ] as const;
  const limits = [
    'noticeMinutes',
    'aheadDays',
    'changeMinutes',
    'most',
    'holdMinutes',
    'earlierMinutes',
  ] as const;
  return {
    ...Object.fromEntries([...numbers, ...limits].map((name) => [name, String(type[name])])),
    version: String(type.version),
    ...Object.fromEntries(
      (['name', 'about', 'prepare'] as const).flatMap((field) =>
        Object.entries(type[field]).map(([lang, text]) => [`${field}-${lang}`, text ?? '']),
      ),
    ),
    audience: type.audience,
    serviceId: type.serviceId ?? '',
    ways: type.ways,
    remindMinutes: type.remindMinutes.map(String),
    officers: type.officerIds,
    ...(type.isOpen && { isOpen: 'yes' }),
    ...(type.needsRoom && { needsRoom: 'yes' }),
    ...more,
  };
}

/** One that the municipality is joined to, as its pages name it. */
async function aSystem(): Promise<{ id: string; name: string }> {
  const { id: systemId } = await createSystem(tenantId);
  const found = (await getTypeChoices(admin)).systems.find(({ id }) => id === systemId);
  if (!found) throw new Error('The system is not there to choose');
  return found;
}

const personalFacts = { needs: {}, answers: {}, phone: '070-174 06 35' };

describe('a type', () => {
  it('is made once, under an address of its name, with who takes it; and changed by whoever has seen it as it is', async () => {
    const officerId = await createOfficer(tenantId);
    const typeId = newId();
    const posted = asType({ officers: [officerId] });
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
    await putType(admin, second, asType());
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
    await putType(admin, typeId, asType());
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

  it('says what is wrong, and takes nothing that is another municipality’s', async () => {
    const typeId = newId();
    await expect(putType(admin, typeId, asType({ minutes: '4', ways: [] }))).rejects.toMatchObject({
      code: 'Invalid',
      fields: { minutes: 'meetings:type.wrong.minutes', ways: 'hours:opening.ways-missing' },
    });
    const stranger = await createOfficer('ekhamn');
    await expect(
      putType(admin, typeId, asType({ officers: [stranger], serviceId: newId() })),
    ).rejects.toMatchObject({
      fields: {
        officers: 'meetings:type.officers-wrong',
        serviceId: 'meetings:type.service-missing',
      },
    });
    await expect(putType(admin, typeId, asType({ systemId: newId() }))).rejects.toMatchObject({
      fields: { systemId: 'meetings:type.system-wrong' },
    });
    expect(await row('appointment_type', typeId)).toBeUndefined();
    await putType(admin, typeId, asType());
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
    await putType(admin, typeId, asType({ officers: [officerId], 'name-sv': 'Rådgivning', ...about }));
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
    await expect(cancelBooking(resident, { bookingId })).rejects.toMatchObject({ code: 'NotNow' });
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
    await putType(admin, typeId, await formOf(typeId, { audience: 'open' }));
    await putType(admin, typeId, await formOf(typeId, { isOpen: [] }));
    expect(await mayBookAnew()).toBe(false);
  });

  it('of a system keeps its times, whatever is posted', async () => {
    const system = await aSystem();
    const typeId = newId();
    const posted = asType({ systemId: system.id, seats: '9', officers: [newId()] });
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
    await putType(admin, typeId, asType({ needsRoom: 'yes', seats: '150' }));
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

const asPlace = (more: Posted = {}): Posted => ({
  version: '',
  name: 'Medborgarhuset',
  address: 'Torget 1, Granvik',
  'directions-sv': 'Gå in från torget.',
  isStepFree: 'yes',
  isOpen: 'yes',
  ...more,
});

describe('a place and its rooms', () => {
  it('are made once, changed, and told to be stale', async () => {
    const [placeId, roomId] = [newId(), newId()];
    await putPlace(admin, placeId, asPlace());
    await putPlace(admin, placeId, asPlace());
    await putRoom(admin, { placeId, roomId }, { version: '', name: 'Eken', seats: '4', isOpen: 'yes' });
    await putRoom(admin, { placeId, roomId }, { version: '', name: 'Eken', seats: '4', isOpen: 'yes' });
    await putPlace(admin, placeId, asPlace({ version: '0', address: 'Torget 2, Granvik', isStepFree: [] }));
    await putRoom(admin, { placeId, roomId }, { version: '0', name: 'Eken', seats: '6', isOpen: 'yes' });
    const place = (await listPlaces(admin)).find(({ id }) => id === placeId);
    expect(place).toMatchObject({
      address: 'Torget 2, Granvik',
      directions: { sv: 'Gå in från torget.' },
      isStepFree: false,
      version: 1,
      rooms: [{ id: roomId, name: 'Eken', seats: 6, version: 1 }],
    });
    await expect(putPlace(admin, placeId, asPlace({ version: '0' }))).rejects.toMatchObject(stale);
    await expect(
      putRoom(admin, { placeId, roomId }, { version: '0', name: 'Linden', seats: '6' }),
    ).rejects.toMatchObject(stale);
    expect(await audited(placeId)).toEqual(['allowed: new', 'allowed: address,isStepFree']);
    expect(await audited(roomId)).toEqual(['allowed: new', 'allowed: seats']);
  });

  it('say what is wrong', async () => {
    await expect(
      putPlace(
        admin,
        newId(),
        asPlace({ name: ' ', address: '', 'directions-sv': '', 'directions-en': 'x' }),
      ),
    ).rejects.toMatchObject({
      fields: {
        name: 'meetings:name-missing',
        address: 'meetings:place.address-missing',
        'directions-sv': 'meetings:swedish-missing',
      },
    });
    const placeId = await createPlace(tenantId);
    await createRoom(tenantId, placeId, { name: 'Eken' });
    const room = (more: Posted) =>
      putRoom(admin, { placeId, roomId: newId() }, { version: '', name: 'Eken', seats: '4', ...more });
    await expect(room({})).rejects.toMatchObject({ fields: { name: 'meetings:room.name-taken' } });
    for (const seats of ['0', '501', 'x', ''])
      await expect(room({ seats, name: '' })).rejects.toMatchObject({
        fields: { seats: 'meetings:room.seats-wrong', name: 'meetings:name-missing' },
      });
  });

  it('of another municipality or a system are not to be changed, and that somebody tried is written', async () => {
    const { placeId, roomId } = await createBookable(tenantId);
    await expect(putPlace(elsewhere, placeId, asPlace({ version: '0' }))).rejects.toMatchObject({
      code: 'NotFound',
    });
    const room = { version: '0', name: 'Annat', seats: '1' };
    await expect(putRoom(elsewhere, { placeId, roomId }, room)).rejects.toMatchObject({ code: 'NotFound' });
    const other = await createPlace(tenantId);
    await expect(putRoom(admin, { placeId: other, roomId }, room)).rejects.toMatchObject({
      code: 'NotFound',
    });
    expect(await audited(placeId)).toEqual(['refused']);
    expect(await audited(roomId)).toEqual(['refused', 'refused']);
    const system = await aSystem();
    const systems = await createPlace(tenantId, { systemId: system.id, externalId: newId() });
    const denied = { code: 'Forbidden' };
    await expect(putPlace(admin, systems, asPlace({ version: '0' }))).rejects.toMatchObject(denied);
    const newRoom = { placeId: systems, roomId: newId() };
    await expect(putRoom(admin, newRoom, { ...room, version: '' })).rejects.toMatchObject(denied);
    expect(await audited(systems)).toEqual(['refused']);
    expect((await listPlaces(admin)).find(({ id }) => id === systems)).toMatchObject({
      system: system.name,
      version: 0,
    });
  });
});

describe('an officer', () => {
  const asOfficer = (more: Posted = {}): Posted => ({
    version: '',
    name: 'Ylva Norén',
    unit: 'Biståndsenheten',
    languages: ['fi', 'en', 'xx'],
    isOpen: 'yes',
    ...more,
  });

  it('is made once, changed, and told to be stale; her name is sealed', async () => {
    const { typeId } = await createBookable(tenantId);
    const officerId = newId();
    const posted = asOfficer({ types: [typeId] });
    await putOfficer(admin, officerId, posted);
    await putOfficer(admin, officerId, posted);
    const seen = async () => (await listOfficers(admin)).officers.find(({ id }) => id === officerId);
    expect(await seen()).toMatchObject({
      name: 'Ylva Norén',
      languages: ['en', 'fi'],
      typeIds: [typeId],
      version: 0,
    });
    expect(JSON.stringify(await row('meeting_officer', officerId))).not.toContain('Norén');
    await putOfficer(admin, officerId, asOfficer({ version: '0', name: 'Ylva Ek', types: [] }));
    expect(await seen()).toMatchObject({ name: 'Ylva Ek', typeIds: [], version: 1 });
    await expect(putOfficer(admin, officerId, asOfficer({ version: '0' }))).rejects.toMatchObject(stale);
    expect(await audited(officerId)).toEqual(['allowed: new', 'allowed: name,typeIds']);
  });

  it('is refused with what is wrong, of another municipality, and of a system', async () => {
    await expect(putOfficer(admin, newId(), asOfficer({ name: '', unit: ' ' }))).rejects.toMatchObject({
      fields: { name: 'meetings:officer.name-missing', unit: 'meetings:officer.unit-missing' },
    });
    const { typeId } = await createBookable('ekhamn');
    await expect(putOfficer(admin, newId(), asOfficer({ types: [typeId] }))).rejects.toMatchObject({
      fields: { types: 'meetings:officer.types-wrong' },
    });
    const officerId = await createOfficer(tenantId);
    await expect(putOfficer(elsewhere, officerId, asOfficer({ version: '0' }))).rejects.toMatchObject({
      code: 'NotFound',
    });
    await asOwner(async (client) =>
      client.query('update meeting_officer set external_id = $1, system_id = $2 where id = $1::uuid', [
        officerId,
        (await aSystem()).id,
      ]),
    );
    await expect(putOfficer(admin, officerId, asOfficer({ version: '0' }))).rejects.toMatchObject({
      code: 'Forbidden',
    });
    expect(await audited(officerId)).toEqual(['refused', 'refused']);
  });
});

describe('closing an officer, a place or a room where people are booked', () => {
  async function booked(bookable: Bookable, hour: number, more: object = {}) {
    const { officerId, placeId, roomId } = bookable;
    const meeting = await createMeeting(bookable, at(hour), { officerId, placeId, roomId, ...more });
    const resident = await createResident(tenantId);
    return { resident, bookingId: await createBooking(meeting, resident) };
  }
  const exceptionOf = (column: string, id: string) =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from opening_exception where ${column} = $1`,
        [id],
      );
      return rows[0]?.id;
    });
  const runs = async (exceptionId: string | undefined) => {
    let moved = 0;
    while (await moveClosed(aJob(tenantId), exceptionId ?? '')) moved++;
    return moved;
  };
  const closedOfficer = (officerId: string, more: Posted = {}) =>
    putOfficer(admin, officerId, {
      version: '0',
      name: 'Maria Öberg',
      unit: 'Biståndsenheten',
      ...more,
    });

  it('asks what becomes of them before anything is done, and lets them keep their times', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId, typeId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    await booked(bookable, 9);
    expect(await closedOfficer(officerId, { types: [typeId] })).toEqual({
      outcome: 'booked',
      booked: 2,
      lastOn: someDay,
    });
    expect(await row('meeting_officer', officerId)).toMatchObject({ is_open: true, version: 0 });
    expect(await audited(officerId)).toEqual([]);
    expect(await closedOfficer(officerId, { types: [typeId], booked: 'keep' })).toEqual({ outcome: 'put' });
    expect(await row('meeting_officer', officerId)).toMatchObject({ is_open: false, version: 1 });
    expect(await exceptionOf('officer_id', officerId)).toBeUndefined();
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({
      situation: 'coming',
      startsAt: at(8),
    });
    const nobody = await listFreeTimes(resident, { slug: `type-${typeId}`, way: 'phone' });
    expect(nobody.first).toBeNull();
  });

  it('gives them other times: an officer’s with somebody else', async () => {
    const bookable = await createBookable(tenantId);
    const { officerId, typeId, placeId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    const nils = await createOfficer(tenantId, [typeId], { name: 'Nils Ek' });
    await createOpening(tenantId, nils, placeId);
    await closedOfficer(officerId, { types: [typeId], booked: 'move' });
    expect(await runs(await exceptionOf('officer_id', officerId))).toBe(1);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({
      situation: 'coming',
      officer: 'Nils Ek',
      startsAt: at(9),
    });
    // What is closed has a name, though nobody can close her again.
    const { closed, closable } = await listClosed(admin);
    expect(closed.map(({ whom }) => whom)).toContain('Maria Öberg');
    expect(closable.map(({ value }) => value)).not.toContain(`officer:${officerId}`);
  });

  it('a room’s in another room of the place, and a place’s nowhere: they are told to book anew', async () => {
    const bookable = await createBookable(tenantId, { type: { needsRoom: true } });
    const { placeId, roomId } = bookable;
    const { resident, bookingId } = await booked(bookable, 8);
    const other = await createRoom(tenantId, placeId);
    const { name, seats } = await row('meeting_room', roomId);
    const closing: Posted = { version: '0', name, seats: String(seats) };
    expect(await putRoom(admin, { placeId, roomId }, closing)).toMatchObject({
      outcome: 'booked',
      booked: 1,
    });
    await putRoom(admin, { placeId, roomId }, { ...closing, booked: 'move' });
    expect(await runs(await exceptionOf('room_id', roomId))).toBe(1);
    const meeting = await asOwner(async (client) => {
      const { rows } = await client.query<{ roomId: string }>(
        'select m.room_id as "roomId" from booking b join meeting m on m.id = b.meeting_id where b.id = $1',
        [bookingId],
      );
      return rows[0];
    });
    expect(meeting?.roomId).toBe(other);

    const place: Posted = {
      version: '0',
      name: 'Omsorgskontoret',
      address: 'Storgatan 1, 123 45 Granvik',
      'directions-sv': 'Ingång från torget, plan 2.',
      'directions-en': 'Enter from the square, second floor.',
      isStepFree: 'yes',
    };
    expect(await putPlace(admin, placeId, place)).toMatchObject({ outcome: 'booked', booked: 1 });
    await putPlace(admin, placeId, { ...place, booked: 'move' });
    expect(await runs(await exceptionOf('place_id', placeId))).toBe(1);
    expect(await getBooking(resident, bookingId, 'sv')).toMatchObject({ situation: 'taken_away' });
    expect(await audited(placeId)).toEqual(['allowed: isOpen']);
  });

  it('lets nobody new into a group that meets all the same', async () => {
    const bookable = await createBookable(tenantId, { type: { seats: 5 } });
    const { officerId, placeId, typeId } = bookable;
    await booked(bookable, 8, { seats: 5, roomId: null });
    const resident = await createResident(tenantId);
    const wanted = { slug: `type-${typeId}`, way: 'visit' as const };
    const groups = async () =>
      (await listFreeTimes(resident, wanted)).times.filter(({ meetingId }) => meetingId !== null);
    const [group] = await groups();
    expect(group).toMatchObject({ startsAt: at(8), placeId });
    await closedOfficer(officerId, { types: [typeId], booked: 'keep' });
    expect(await groups()).toEqual([]);
    const press = { bookingId: newId(), typeSlug: wanted.slug, way: wanted.way, startsAt: at(8) };
    expect(await holdTime(resident, { ...press, placeId, meetingId: group?.meetingId ?? undefined })).toEqual(
      { outcome: 'taken' },
    );
  });
});

it('none of it is for anybody but an administrator', async () => {
  const { typeId, placeId, roomId, officerId } = await createBookable(tenantId);
  const resident = await createResident(tenantId);
  const denied = { code: 'NotFound' };
  await expect(putType(resident, typeId, asType({ version: '0' }))).rejects.toMatchObject(denied);
  await expect(putPlace(resident, placeId, asPlace({ version: '0' }))).rejects.toMatchObject(denied);
  await expect(putRoom(resident, { placeId, roomId }, { version: '0' })).rejects.toMatchObject(denied);
  await expect(putOfficer(resident, officerId, { version: '0' })).rejects.toMatchObject(denied);
  await expect(getKeptType(resident, typeId)).rejects.toMatchObject(denied);
  await expect(getTypeChoices(resident)).rejects.toMatchObject(denied);
  await expect(listTypes(resident)).rejects.toMatchObject(denied);
  await expect(listPlaces(resident)).rejects.toMatchObject(denied);
  await expect(listOfficers(resident)).rejects.toMatchObject(denied);
  const refused = await asOwner(async (client) => {
    const { rows } = await client.query<{ action: string }>(
      `select action from audit_entry where object_id = any($1) and outcome = 'refused' and actor_person_id = $2 order by id`,
      [[typeId, placeId, roomId, officerId], resident.personId],
    );
    return rows.map(({ action }) => action);
  });
  expect(refused).toEqual([
    'appointments.put-type',
    'appointments.put-place',
    'appointments.put-room',
    'appointments.put-officer',
    'appointments.get-kept-type',
  ]);
});
