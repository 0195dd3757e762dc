import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { writeOrFind } from '@/lib/platform/db';
import { conflict, forbidden, invalid, isUniqueViolation, notFound } from '@/lib/platform/errors';
import { guarded, requireAdminMay } from '../access';
import { changedFacts, versionOf } from '../domain/kept';
import { readRoom } from '../domain/place-form';
import { one, type Posted } from '../domain/posted';
import { bookedChoice, closeBookedInTx, type Put } from './close-booked-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

/**
 * A room of a place, new or changed. Who is booked in it keeps her time, unless it closes and they are to be given others.
 * @param posted with `version`, that the form was made from; a stale form is a Conflict, and the same again is the same
 * @throws Invalid, field by field
 */
export function putRoom(
  actor: Actor,
  { placeId, roomId }: { placeId: string; roomId: string },
  posted: Posted,
): Promise<Put> {
  return guarded(actor, 'appointments.put-room', 'meeting-room', roomId, () =>
    writeOrFind(actor, async (tx): Promise<Put> => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      if (!isId(placeId)) throw notFound();
      const version = versionOf(one(posted, 'version'));
      // Whoever takes a time in it locks it too: she comes before, and is counted, or after, and finds it closed.
      await tx.$queryRaw`
        select from meeting_room where tenant_id = ${tenantId} and id = ${roomId}::uuid for update`;
      const where = { tenantId_id: { tenantId, id: roomId } };
      const found = await tx.meetingRoom.findUnique({ where });
      const place = await tx.meetingPlace.findUnique({
        where: { tenantId_id: { tenantId, id: placeId } },
        select: { systemId: true },
      });
      if (!place || (!found && version !== null) || (found && found.placeId !== placeId)) throw notFound();
      if (place.systemId) throw forbidden();
      const read = readRoom(posted);
      if ('problems' in read) throw invalid(read.problems);
      const { room } = read;
      const changed = found ? changedFacts(found, room) : ['new'];
      if (changed.length === 0) return { outcome: 'put' };
      if (found && found.version !== version) throw conflict('meetings:stale');
      if (found?.isOpen && !room.isOpen) {
        const ahead = await closeBookedInTx(tx, actor, { roomId }, bookedChoice(posted));
        if (ahead) return { outcome: 'booked', ...ahead };
      }
      if (found)
        await tx.meetingRoom.update({
          where,
          data: { ...room, version: { increment: 1 } },
          select: { id: true },
        });
      else
        await tx.meetingRoom.create({
          data: { ...room, tenantId, placeId, id: roomId },
          select: { id: true },
        });
      const isMore = !found?.isOpen || room.seats > found.seats;
      if (room.isOpen && isMore) await tellOpenedInTx(tx, tenantId, { roomId, from: now() });
      await auditInTx(tx, actor, {
        action: 'appointments.put-room',
        objectType: 'meeting-room',
        objectId: roomId,
        reason: changed.join(),
      });
      return { outcome: 'put' };
    }).catch((error) => {
      if (isUniqueViolation(error)) throw invalid({ name: 'meetings:room.name-taken' });
      throw error;
    }),
  );
}
