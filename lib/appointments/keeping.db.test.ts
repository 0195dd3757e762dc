import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { createBookable, createOfficer, createPlace, createRoom } from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { admin, aSystem, asPlace, asType, audited, elsewhere, row, stale } from '@/lib/testing/kept-world';
import { asOwner } from '@/lib/testing/test-database';
import { putOfficer } from './commands/put-officer';
import { putPlace } from './commands/put-place';
import { putRoom } from './commands/put-room';
import { putType } from './commands/put-type';
import type { Posted } from './domain/posted';
import { getKeptType, getTypeChoices } from './queries/get-kept-type';
import { listOfficers } from './queries/list-officers';
import { listPlaces } from './queries/list-places';
import { listTypes } from './queries/list-types';

const tenantId = 'granvik';

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
