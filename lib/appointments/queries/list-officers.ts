import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { texts } from '../domain/appointment-type';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { byName, officerName } from './officer-name';
import { systemNamesInTx } from './system-names-in-tx';

export interface KeptOfficer {
  id: string;
  name: string;
  unit: string;
  languages: string[];
  typeIds: string[];
  isOpen: boolean;
  version: number;
  /** the system that told of her, and keeps her; null: she is kept here */
  system: string | null;
  /** from now on */
  booked: number;
}

export interface KeptOfficers {
  officers: KeptOfficer[];
  /** that an officer can take here: those of systems come with their officers */
  types: { id: string; name: string }[];
}

/** Whom people meet. */
export function listOfficers(actor: Actor): Promise<KeptOfficers> {
  return read(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    const booked = await bookedAheadInTx(tx, tenantId, now());
    const systemName = await systemNamesInTx(tx, tenantId);
    const types = await tx.appointmentType.findMany({
      where: { tenantId, systemId: null },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: { id: true, slug: true, name: true },
    });
    const officers = await tx.meetingOfficer.findMany({
      where: { tenantId },
      include: { types: { select: { typeId: true } } },
    });
    return {
      types: types.map(({ id, slug, name }) => ({ id, name: texts.parse(name).sv ?? slug })),
      officers: officers
        .map(({ id, nameSealed, unit, languages, types: takes, isOpen, version, systemId }) => ({
          id,
          name: officerName(tenantId, { id, nameSealed }),
          unit,
          languages,
          typeIds: takes.map(({ typeId }) => typeId),
          isOpen,
          version,
          system: systemName(systemId),
          booked: booked.officer.get(id) ?? 0,
        }))
        .sort(byName),
    };
  });
}
