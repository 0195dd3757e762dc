import { expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { AdminActor } from '@/lib/platform/actor';
import { withOwnerClient } from '@/lib/testing/owner-client';
import { seedAppointments } from '@/prisma/seed/appointments';
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
  expect(changed.officers.length).toBeGreaterThan(0);
  expect(changed.places.map(({ name }) => name)).toContain('Nya hamnkontoret');
  await withOwnerClient(seedAppointments);
  expect(await kept()).toEqual(changed);
});
