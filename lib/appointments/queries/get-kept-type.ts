import 'server-only';
import { findServiceNamesInTx } from '@/lib/catalogue/api';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireAdminMay } from '../access';
import { questions, type Texts } from '../domain/appointment-type';
import {
  mayAll,
  publisherScopes,
  receiverScopes,
  type TypeToPut,
  type Untold,
  untoldOf,
} from '../domain/type-form';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { invitedInTx } from './invited-in-tx';
import { type Lacking, lackingInTx } from './list-types';
import { byName, officerName } from './officer-name';
import { systemNamesInTx } from './system-names-in-tx';

export interface KeptType extends TypeToPut {
  id: string;
  version: number;
  /** the system that publishes its times; null: they come of the hours here */
  system: string | null;
  /** that gets its bookings, also where it is switched off */
  receiver: { id: string; name: string; active: boolean } | null;
  /** from now on */
  booked: number;
  /** and have not booked */
  invited: number;
  lacks: Lacking | null;
  untold: Untold | null;
}

/** What a type's form chooses among. */
export interface TypeChoices {
  /** by their Swedish names */
  services: { id: string; name: string }[];
  /** her own municipality's, by name; a system's come with its times */
  officers: { id: string; name: string; unit: string; isOpen: boolean }[];
  /** that may publish times of meetings */
  publishers: { id: string; name: string }[];
  /** that may get what is booked */
  receivers: { id: string; name: string }[];
}

/** A type as its form shows it. */
export function getKeptType(actor: Actor, typeId: string): Promise<{ type: KeptType; choices: TypeChoices }> {
  return guarded(actor, 'appointments.get-kept-type', 'appointment-type', typeId, () =>
    read(actor, async (tx) => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      const row = await tx.appointmentType.findUnique({
        where: { tenantId_id: { tenantId, id: typeId } },
        include: {
          officers: { select: { officerId: true } },
          receiver: { select: { id: true, name: true, active: true, scopes: true } },
        },
      });
      if (!row) throw notFound();
      const choices = await choicesInTx(tx, tenantId);
      const at = now();
      const { systemId, officers, receiver, ...facts } = row;
      return {
        choices,
        type: {
          ...facts,
          name: row.name as Texts,
          about: row.about as Texts,
          prepare: row.prepare as Texts,
          questions: questions.parse(row.questions),
          officerIds: officers.map(({ officerId }) => officerId),
          system: (await systemNamesInTx(tx, tenantId))(systemId),
          booked: (await bookedAheadInTx(tx, tenantId, at)).type.get(typeId) ?? 0,
          invited: await invitedInTx(tx, tenantId, typeId),
          receiver: receiver && { id: receiver.id, name: receiver.name, active: receiver.active },
          untold: untoldOf(row, receiver),
          lacks: (await lackingInTx(tx, tenantId, at)).get(typeId) ?? null,
        },
      };
    }),
  );
}

/** What the form of a new type chooses among. */
export function getTypeChoices(actor: Actor): Promise<TypeChoices> {
  return read(actor, (tx) => {
    requireAdminMay(actor, 'keep');
    return choicesInTx(tx, actor.tenantId);
  });
}

async function choicesInTx(tx: Tx, tenantId: string): Promise<TypeChoices> {
  const services: TypeChoices['services'] = [];
  const published = await tx.service.findMany({
    where: { tenantId, publishedVersion: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true },
  });
  for (const { id, slug } of published) {
    const names = await findServiceNamesInTx(tx, tenantId, slug);
    if (names) services.push({ id, name: names.name.sv ?? slug });
  }
  const officers = await tx.meetingOfficer.findMany({
    where: { tenantId, systemId: null },
    select: { id: true, nameSealed: true, unit: true, isOpen: true },
  });
  const systems = await tx.backOfficeSystem.findMany({
    where: { tenantId, active: true },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, scopes: true },
  });
  const thatMay = (wanted: readonly string[]) =>
    systems.filter(({ scopes }) => mayAll(scopes, wanted)).map(({ id, name }) => ({ id, name }));
  return {
    services,
    publishers: thatMay(publisherScopes),
    receivers: thatMay(receiverScopes),
    officers: officers
      .map(({ nameSealed, ...officer }) => ({
        ...officer,
        name: officerName(tenantId, { ...officer, nameSealed }),
      }))
      .sort(byName),
  };
}
