import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { writeOrFind } from '@/lib/platform/db';
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireAdminMay } from '../access';
import type { Texts } from '../domain/appointment-type';
import { changedFacts, versionOf } from '../domain/kept';
import { readPlace } from '../domain/place-form';
import { one, type Posted } from '../domain/posted';
import { bookedChoice, closeBookedInTx, type Put } from './close-booked-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

/**
 * A place where people meet, new or changed. Who is booked there keeps her time, unless it closes and they are to be given
 * others. A system's is as the system tells.
 * @param posted with `version`, that the form was made from; a stale form is a Conflict, and the same again is the same
 * @throws Invalid, field by field
 */
export function putPlace(actor: Actor, placeId: string, posted: Posted): Promise<Put> {
  return guarded(actor, 'appointments.put-place', 'meeting-place', placeId, async () => {
    const { languages } = await getTenant(actor.tenantId);
    return writeOrFind(actor, async (tx): Promise<Put> => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      const version = versionOf(one(posted, 'version'));
      await tx.$queryRaw`
        select from meeting_place where tenant_id = ${tenantId} and id = ${placeId}::uuid for update`;
      const where = { tenantId_id: { tenantId, id: placeId } };
      const found = await tx.meetingPlace.findUnique({ where });
      if (!found && version !== null) throw notFound();
      if (found?.systemId) throw forbidden();
      const read = readPlace(posted, { languages, known: (found?.directions ?? {}) as Texts });
      if ('problems' in read) throw invalid(read.problems);
      const { place } = read;
      const changed = found ? changedFacts(found, place) : ['new'];
      if (changed.length === 0) return { outcome: 'put' };
      if (found && found.version !== version) throw conflict('meetings:stale');
      if (found?.isOpen && !place.isOpen) {
        const ahead = await closeBookedInTx(tx, actor, { placeId }, bookedChoice(posted));
        if (ahead) return { outcome: 'booked', ...ahead };
      }
      if (found)
        await tx.meetingPlace.update({
          where,
          data: { ...place, version: { increment: 1 } },
          select: { id: true },
        });
      else await tx.meetingPlace.create({ data: { ...place, tenantId, id: placeId }, select: { id: true } });
      if (found && !found.isOpen && place.isOpen)
        await tellOpenedInTx(tx, tenantId, { placeId, from: now() });
      await auditInTx(tx, actor, {
        action: 'appointments.put-place',
        objectType: 'meeting-place',
        objectId: placeId,
        reason: changed.join(),
      });
      return { outcome: 'put' };
    });
  });
}
