import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { texts } from '../domain/appointment-type';
import { officerNameContext } from '../domain/booking-seals';
import { bookedAheadInTx } from './booked-ahead-in-tx';

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
    const systems = await tx.backOfficeSystem.findMany({
      where: { tenantId },
      select: { id: true, name: true },
    });
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
          name: openText(nameSealed, officerNameContext(tenantId, id)),
          unit,
          languages,
          typeIds: takes.map(({ typeId }) => typeId),
          isOpen,
          version,
          system: systemId && (systems.find((one) => one.id === systemId)?.name ?? '–'),
          booked: booked.officer.get(id) ?? 0,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    };
  });
}
