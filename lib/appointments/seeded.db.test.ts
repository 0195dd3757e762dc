import { expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { AdminActor } from '@/lib/platform/actor';
import { createSystem } from '@/lib/testing/back-office-world';
import { withOwnerClient } from '@/lib/testing/owner-client';
import { rows } from '@/lib/testing/test-database';
import { seedAppointments } from '@/prisma/seed/appointments';
import { systemIds } from '@/prisma/seed/back-office';
import { putPlace } from './commands/put-place';
import { listOfficers } from './queries/list-officers';
import { listPlaces } from './queries/list-places';
import { listTypes } from './queries/list-types';

const admin: AdminActor = {
  kind: 'admin',
  tenantId: 'ekhamn',
  staffId: newId(),
  sessionId: newId(),
  name: 'David Lund',
};
const kept = async () => ({
  listed: await listTypes(admin),
  places: await listPlaces(admin),
  ...(await listOfficers(admin)),
});

it('what the seed has made once is the municipality’s: seeded again it is as it has been changed', async () => {
  const { id } = await createSystem(admin.tenantId);
  await rows('update back_office_system set id = $2 where id = $1', [id, systemIds.ekhamn]);
  await withOwnerClient(seedAppointments);
  const [place] = (await kept()).places;
  if (!place) throw new Error('Nothing was seeded');
  await putPlace(admin, place.id, {
    version: String(place.version),
    name: 'Nya hamnkontoret',
    address: 'Kajen 14, Ekhamn',
    'directions-sv': 'Från kajen.',
    isOpen: 'yes',
  });
  const changed = await kept();
  expect(changed.listed.length).toBeGreaterThan(0);
  expect(changed.listed.filter(({ untold }) => untold)).toEqual([]);
  expect(changed.officers.length).toBeGreaterThan(0);
  expect(changed.places.map(({ name }) => name)).toContain('Nya hamnkontoret');
  await withOwnerClient(seedAppointments);
  expect(await kept()).toEqual(changed);
});
