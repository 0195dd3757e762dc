import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireAdminMay } from '../access';
import { officerNameContext, officerNameKey, officerNameLookup } from '../domain/booking-seals';
import { changedFacts, versionOf } from '../domain/kept';
import { type OfficerToPut, readOfficer } from '../domain/officer-form';
import { one, type Posted } from '../domain/posted';
import { officerName } from '../queries/officer-name';
import { bookedChoice, closeBookedInTx, type Put } from './close-booked-in-tx';
import { lockOfficerInTx } from './lock-officer-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

/**
 * Somebody whom people meet, new or changed, with the kinds of meetings that she takes. Who is booked with her keeps her
 * time, unless she stops and they are to be given others. A system's is as the system tells.
 * @param posted with `version`, that the form was made from; a stale form is a Conflict, and the same again is the same
 * @throws Invalid, field by field
 */
export function putOfficer(actor: Actor, officerId: string, posted: Posted): Promise<Put> {
  return guarded(actor, 'appointments.put-officer', 'meeting-officer', officerId, () =>
    writeOrFind(actor, async (tx): Promise<Put> => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      const version = versionOf(one(posted, 'version'));
      await lockOfficerInTx(tx, tenantId, officerId);
      const where = { tenantId_id: { tenantId, id: officerId } };
      const found = await tx.meetingOfficer.findUnique({
        where,
        include: { types: { select: { typeId: true } } },
      });
      if (!found && version !== null) throw notFound();
      if (found?.systemId) throw forbidden();
      const read = readOfficer(posted, { knownLanguages: found?.languages ?? [] });
      if ('problems' in read) throw invalid(read.problems);
      const { officer } = read;
      const before = found && {
        ...found,
        name: officerName(tenantId, found),
        languages:
          officer.languages.toSorted().join() === found.languages.toSorted().join()
            ? officer.languages
            : found.languages,
        typeIds: found.types.map(({ typeId }) => typeId).sort(),
      };
      const changed = before ? changedFacts(before, officer) : ['new'];
      if (changed.length === 0) return { outcome: 'put' };
      if (found && found.version !== version) throw conflict('meetings:stale');
      await requireTypesInTx(tx, tenantId, officer.typeIds);
      if (found?.isOpen && !officer.isOpen) {
        const ahead = await closeBookedInTx(tx, actor, { officerId }, bookedChoice(posted));
        if (ahead) return { outcome: 'booked', ...ahead };
      }
      const facts = factsOf(tenantId, officerId, officer);
      if (found)
        await tx.meetingOfficer.update({
          where,
          data: { ...facts, version: { increment: 1 } },
          select: { id: true },
        });
      else
        await tx.meetingOfficer.create({ data: { ...facts, tenantId, id: officerId }, select: { id: true } });
      await takesInTx(tx, tenantId, officerId, { before: before?.typeIds ?? [], after: officer.typeIds });
      if (before && officer.isOpen) await tellTakenInTx(tx, tenantId, officerId, before, officer.typeIds);
      await auditInTx(tx, actor, {
        action: 'appointments.put-officer',
        objectType: 'meeting-officer',
        objectId: officerId,
        reason: changed.join(),
      });
      return { outcome: 'put' };
    }),
  );
}

/** Of types that she takes now she can be met; of all, where she has been away. */
async function tellTakenInTx(
  tx: Tx,
  tenantId: string,
  officerId: string,
  before: { isOpen: boolean; typeIds: readonly string[] },
  typeIds: readonly string[],
): Promise<void> {
  for (const typeId of typeIds)
    if (!before.isOpen || !before.typeIds.includes(typeId))
      await tellOpenedInTx(tx, tenantId, { officerId, typeId, from: now() });
}

const factsOf = (tenantId: string, officerId: string, { name, unit, languages, isOpen }: OfficerToPut) => ({
  nameSealed: seal(name, officerNameContext(tenantId, officerId)),
  nameHash: lookupHash(officerNameKey(name), officerNameLookup(tenantId)),
  unit,
  languages,
  isOpen,
});

/** Types whose times come of openings here: of those that a system publishes, it says who meets. */
async function requireTypesInTx(tx: Tx, tenantId: string, typeIds: readonly string[]): Promise<void> {
  const where = { tenantId, systemId: null, id: { in: [...typeIds] } };
  const count = typeIds.every(isId) ? await tx.appointmentType.count({ where }) : -1;
  if (count !== typeIds.length) throw invalid({ types: 'meetings:officer.types-wrong' });
}

/** The types' own forms show who takes them: those that are open now are stale from here on. */
async function takesInTx(
  tx: Tx,
  tenantId: string,
  officerId: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  await tx.officerType.deleteMany({ where: { tenantId, officerId, typeId: { in: gone } } });
  await tx.officerType.createMany({ data: added.map((typeId) => ({ tenantId, officerId, typeId })) });
  await tx.appointmentType.updateMany({
    where: { tenantId, id: { in: [...gone, ...added] } },
    data: { version: { increment: 1 } },
  });
}
