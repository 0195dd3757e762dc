import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import type { Texts } from '../domain/appointment-type';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { systemNamesInTx } from './system-names-in-tx';

export interface KeptRoom {
  id: string;
  name: string;
  seats: number;
  isOpen: boolean;
  version: number;
  /** from now on */
  booked: number;
}

export interface KeptPlace {
  id: string;
  name: string;
  address: string;
  directions: Texts;
  isStepFree: boolean;
  isOpen: boolean;
  version: number;
  /** the system that told of it, and keeps it; null: it is kept here */
  system: string | null;
  booked: number;
  rooms: KeptRoom[];
}

/** Where people meet, and in which rooms. */
export function listPlaces(actor: Actor): Promise<KeptPlace[]> {
  return read(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    const booked = await bookedAheadInTx(tx, tenantId, now());
    const systemName = await systemNamesInTx(tx, tenantId);
    const places = await tx.meetingPlace.findMany({
      where: { tenantId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: { rooms: { orderBy: { name: 'asc' } } },
    });
    return places.map(({ directions, systemId, rooms, ...place }) => ({
      ...place,
      directions: directions as Texts,
      system: systemName(systemId),
      booked: booked.place.get(place.id) ?? 0,
      rooms: rooms.map((room) => ({ ...room, booked: booked.room.get(room.id) ?? 0 })),
    }));
  });
}
