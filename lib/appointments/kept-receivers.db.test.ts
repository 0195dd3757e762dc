import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { createType } from '@/lib/testing/appointments-world';
import { createSystem } from '@/lib/testing/back-office-world';
import { admin, aSystem, asType, audited, formOf, row } from '@/lib/testing/kept-world';
import { rows } from '@/lib/testing/test-database';
import { putType } from './commands/put-type';
import { getKeptType, getTypeChoices } from './queries/get-kept-type';
import { listTypes } from './queries/list-types';

const tenantId = 'granvik';

let receiver: { id: string; name: string };
beforeAll(async () => {
  receiver = await aSystem();
});

const missing = { fields: { receiverSystemId: 'meetings:type.receiver-missing.nobody' } };
const wrong = { fields: { receiverSystemId: 'meetings:type.receiver-wrong' } };
const untold = async (typeId: string) => {
  const listed = (await listTypes(admin)).find(({ id }) => id === typeId)?.untold;
  expect((await getKeptType(admin, typeId)).type.untold).toBe(listed);
  return listed;
};
const switchOff = (id: string) => rows('update back_office_system set active = false where id = $1', [id]);
const named = (typeId: string) =>
  rows("select from domain_event where type = 'appointments.receiver-named' and payload ->> 'typeId' = $1", [
    typeId,
  ]);

describe('a type that all may book', () => {
  it('is not opened until a system gets its bookings, whichever way it opens', async () => {
    const typeId = newId();
    await expect(putType(admin, typeId, asType())).rejects.toMatchObject(missing);
    await putType(admin, typeId, asType({ isOpen: [] }));
    await expect(putType(admin, typeId, await formOf(typeId, { isOpen: 'yes' }))).rejects.toMatchObject(
      missing,
    );
    const byCase = await formOf(typeId, { isOpen: 'yes', audience: 'invitation' });
    await putType(admin, typeId, byCase);
    expect(await untold(typeId)).toBeNull();
    await expect(putType(admin, typeId, await formOf(typeId, { audience: 'open' }))).rejects.toMatchObject(
      missing,
    );
    await putType(admin, typeId, await formOf(typeId, { audience: 'open', receiverSystemId: receiver.id }));
    expect(await untold(typeId)).toBeNull();
    expect((await getKeptType(admin, typeId)).type.receiver).toEqual({ ...receiver, active: true });
    await expect(
      putType(admin, typeId, await formOf(typeId, { receiverSystemId: '' })),
    ).rejects.toMatchObject(missing);
  });

  it('that was open before goes on, is marked, and can be changed in other ways', async () => {
    const { typeId } = await createType(tenantId);
    expect(await untold(typeId)).toBe('nobody');
    await putType(admin, typeId, await formOf(typeId, { minutes: '20' }));
    expect(await row('appointment_type', typeId)).toMatchObject({ minutes: 20, is_open: true });
    await putType(admin, typeId, await formOf(typeId, { receiverSystemId: receiver.id }));
    expect(await untold(typeId)).toBeNull();
    expect(await audited(typeId)).toEqual(['allowed: minutes', 'allowed: receiverSystemId']);
    // Said once, so that what is booked already is given to it.
    await putType(admin, typeId, await formOf(typeId, { minutes: '25' }));
    expect(await named(typeId)).toHaveLength(1);
  });

  it('names a system of the municipality that is connected, and no other', async () => {
    const [strange, off] = [await createSystem('ekhamn'), await createSystem(tenantId, { active: false })];
    for (const receiverSystemId of [strange.id, off.id, newId(), 'x'])
      await expect(
        putType(admin, newId(), asType({ receiverSystemId })),
        receiverSystemId,
      ).rejects.toMatchObject(wrong);
  });

  it('names none that may not be told of bookings, and one that is chosen and may no more is marked', async () => {
    const may = ['deliveries.read', 'deliveries.receive', 'appointments.read', 'appointments.write'] as const;
    const { id: caseSystem } = await createSystem(tenantId, { scopes: ['deliveries.read', 'cases.write'] });
    const { id: calendars } = await createSystem(tenantId, { scopes: ['appointments.write'] });
    const { id: both } = await createSystem(tenantId, { scopes: [...may] });
    for (const receiverSystemId of [caseSystem, calendars])
      await expect(putType(admin, newId(), asType({ receiverSystemId }))).rejects.toMatchObject(wrong);
    const { receivers, publishers } = await getTypeChoices(admin);
    const idsOf = (systems: { id: string }[]) =>
      systems.map(({ id }) => id).filter((id) => [caseSystem, calendars, both].includes(id));
    expect(idsOf(receivers)).toEqual([both]);
    expect(idsOf(publishers).toSorted()).toEqual([calendars, both].toSorted());
    const typeId = newId();
    await putType(admin, typeId, asType({ receiverSystemId: both }));
    expect(await untold(typeId)).toBeNull();
    await rows(
      "update back_office_system set scopes = array_remove(scopes, 'appointments.read') where id = $1",
      [both],
    );
    expect(await untold(typeId)).toBe('not-allowed');
    await putType(admin, typeId, await formOf(typeId, { minutes: '20' }));
    await putType(admin, typeId, await formOf(typeId, { isOpen: [] }));
    await expect(putType(admin, typeId, await formOf(typeId, { isOpen: 'yes' }))).rejects.toMatchObject({
      fields: { receiverSystemId: 'meetings:type.receiver-missing.not-allowed' },
    });
  });

  it('is marked when its system is switched off, keeps it, and can name another', async () => {
    const old = await aSystem();
    const typeId = newId();
    await putType(admin, typeId, asType({ receiverSystemId: old.id }));
    await switchOff(old.id);
    expect(await untold(typeId)).toBe('off');
    await putType(admin, typeId, await formOf(typeId, { minutes: '20' }));
    expect((await getKeptType(admin, typeId)).type.receiver).toMatchObject({ id: old.id, active: false });
    await putType(admin, typeId, await formOf(typeId, { isOpen: [] }));
    await expect(putType(admin, typeId, await formOf(typeId, { isOpen: 'yes' }))).rejects.toMatchObject({
      fields: { receiverSystemId: 'meetings:type.receiver-missing.off' },
    });
    await putType(admin, typeId, await formOf(typeId, { isOpen: 'yes', receiverSystemId: receiver.id }));
    expect(await untold(typeId)).toBeNull();
  });
});
