import { demoPeople } from '@/demo/people';
import type { Portal } from './portal';

/*
 * A case that was never applied for through Mina sidor: in Ekhamn special transport is the region's. Its system tells of
 * it all the same, so that the person sees all her cases in one place. This one is made up, to be looked at.
 */
const told = new WeakSet<Portal>();

const lennart = demoPeople.find(({ givenName }) => givenName === 'Lennart');

/** Tells once for each start of this system; the id makes it one case, however often it is told. */
export async function tellOfElsewhere(portal: Portal): Promise<void> {
  if (portal.access.tenantId !== lennart?.tenantId || told.has(portal)) return;
  const { nationalId: personalNumber, givenName, surname } = lennart;
  const officer = { name: 'Rut Almgren', unit: 'Kustregionens färdtjänst', phone: '0000-45 00 10' };
  await portal.send(
    'PUT',
    '/services/fardtjanst/cases/RF-2026-0117',
    {
      person: { personalNumber, givenName, surname },
      receivedAt: '2026-11-16T09:20:00Z',
      phase: 'being_looked_into',
      occurredAt: '2026-11-18T13:05:00Z',
      officer,
    },
    'elsewhere-RF-2026-0117',
    officer,
  );
  told.add(portal);
}
