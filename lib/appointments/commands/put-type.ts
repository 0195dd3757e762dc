import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { type Prisma, type Tx, writeOrFind } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireAdminMay } from '../access';
import { questions, type Texts } from '../domain/appointment-type';
import { changedFacts, versionOf } from '../domain/kept';
import { one, type Posted, type Problems } from '../domain/posted';
import {
  type KnownOfType,
  mayAll,
  nothingKnown,
  publisherScopes,
  readType,
  receiverScopes,
  slugOf,
  type TypeToPut,
  untoldOf,
} from '../domain/type-form';
import { invitedInTx } from '../queries/invited-in-tx';
import { tellInvitedInTx } from './tell-invited-in-tx';
import { tellOpenedInTx } from './tell-opened-in-tx';

export type PutType =
  | { outcome: 'put' }
  /** nothing is written yet: so many are invited to it and have not booked */
  | { outcome: 'invited'; invited: number };

/**
 * A kind of meeting, new or changed. What is booked already stays as it was booked: the new limits and lengths are of what
 * is booked from now on. Whoever is invited to a type that is closed can't book it: that has to be said to be known, and they are told. Of a
 * type whose times a system publishes, which times there are is the system's. None begins to be open to all while nobody would learn who has
 * booked; whoever is given a type's bookings is also told of what is booked already and nobody was told of.
 * @param posted with `version`, that the form was made from; a stale form is a Conflict, and the same again is the same
 * @throws Invalid, field by field
 */
export function putType(actor: Actor, typeId: string, posted: Posted): Promise<PutType> {
  return guarded(actor, 'appointments.put-type', 'appointment-type', typeId, async () => {
    const { languages, profile } = await getTenant(actor.tenantId);
    const hasVideo = profile.videoAddress !== undefined;
    // Two of the same name at once: the second, run again, takes the next address.
    return writeOrFind(actor, async (tx): Promise<PutType> => {
      requireAdminMay(actor, 'keep');
      const { tenantId } = actor;
      const version = versionOf(one(posted, 'version'));
      const found = await lockTypeInTx(tx, tenantId, typeId);
      if (!found && version !== null) throw notFound();
      const systemId = found ? found.systemId : one(posted, 'systemId') || null;
      const known = found ? knownOf(found) : nothingKnown;
      const read = readType(posted, { languages, hasVideo, known, isSystems: systemId !== null });
      const problems =
        'problems' in read ? read.problems : await strangeInTx(tx, tenantId, read.type, { systemId, found });
      if (Object.keys(problems).length > 0 || 'problems' in read) throw invalid(problems);
      const { officerIds, ...facts } = read.type;
      const changed = found ? changedFacts({ ...found, officerIds: known.officerIds }, read.type) : ['new'];
      if (changed.length === 0) return { outcome: 'put' };
      if (found && found.version !== version) throw conflict('meetings:stale');
      if (found?.isOpen && !facts.isOpen && one(posted, 'invited') !== 'yes') {
        const invited = await invitedInTx(tx, tenantId, typeId);
        if (invited > 0) return { outcome: 'invited', invited };
      }
      if (found)
        await tx.appointmentType.update({
          where: { tenantId_id: { tenantId, id: typeId } },
          data: { ...facts, version: { increment: 1 } },
          select: { id: true },
        });
      else await createInTx(tx, { ...facts, tenantId, id: typeId, systemId });
      if (found && found.isOpen !== facts.isOpen) await tellInvitedInTx(tx, actor, typeId, facts.isOpen);
      if (found && facts.receiverSystemId && facts.receiverSystemId !== found.receiverSystemId)
        await emitInTx(tx, actor, { type: 'appointments.receiver-named', payload: { typeId } });
      await takenByInTx(tx, tenantId, typeId, { before: known.officerIds, after: officerIds });
      if (found && !found.isOpen) await tellOpenedInTx(tx, tenantId, { typeId, from: now() });
      else if (found)
        for (const officerId of officerIds.filter((id) => !known.officerIds.includes(id)))
          await tellOpenedInTx(tx, tenantId, { officerId, typeId, from: now() });
      await auditInTx(tx, actor, {
        action: 'appointments.put-type',
        objectType: 'appointment-type',
        objectId: typeId,
        reason: changed.join(),
      });
      return { outcome: 'put' };
    });
  });
}

async function lockTypeInTx(tx: Tx, tenantId: string, id: string) {
  await tx.$queryRaw`
    select from appointment_type where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
  return tx.appointmentType.findUnique({
    where: { tenantId_id: { tenantId, id } },
    include: {
      officers: { select: { officerId: true } },
      receiver: { select: { active: true, scopes: true } },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof lockTypeInTx>>>;

const knownOf = (row: Row): KnownOfType => ({
  ...row,
  name: row.name as Texts,
  about: row.about as Texts,
  prepare: row.prepare as Texts,
  questions: questions.parse(row.questions),
  officerIds: row.officers.map(({ officerId }) => officerId).sort(),
});

/** What is named and isn't the municipality's: a service, systems, officers; or isn't named, so that nobody would learn who has booked. */
async function strangeInTx(
  tx: Tx,
  tenantId: string,
  type: TypeToPut,
  { systemId, found }: { systemId: string | null; found: Row | null },
): Promise<Problems> {
  const { serviceId, officerIds } = type;
  const isThere = async (
    id: string | null,
    count: (where: { tenantId: string; id: string }) => Promise<number>,
  ) => id === null || (isId(id) && (await count({ tenantId, id })) > 0);
  const officers = officerIds.every(isId)
    ? await tx.meetingOfficer.count({ where: { tenantId, systemId: null, id: { in: officerIds } } })
    : -1;
  return {
    ...(!(await isThere(serviceId, (where) => tx.service.count({ where }))) && {
      serviceId: 'meetings:type.service-missing',
    }),
    ...(!(await isThere(systemId, (where) =>
      tx.backOfficeSystem.count({
        where: found ? where : { ...where, active: true, scopes: { hasEvery: [...publisherScopes] } },
      }),
    )) && {
      systemId: 'meetings:type.system-wrong',
    }),
    ...(await receiverProblemInTx(tx, tenantId, type, { systemId, found })),
    ...(officers !== officerIds.length && { officers: 'meetings:type.officers-wrong' }),
  };
}

/** What was so before stays possible: other things about such a type can be changed. */
async function receiverProblemInTx(
  tx: Tx,
  tenantId: string,
  type: TypeToPut,
  { systemId, found }: { systemId: string | null; found: Row | null },
): Promise<Problems> {
  const { receiverSystemId: id } = type;
  const receiver =
    id !== null && isId(id)
      ? await tx.backOfficeSystem.findUnique({
          where: { tenantId_id: { tenantId, id } },
          select: { active: true, scopes: true },
        })
      : null;
  const isAnother = id !== (found?.receiverSystemId ?? null);
  if (id !== null && isAnother && !(receiver?.active && mayAll(receiver.scopes, receiverScopes)))
    return { receiverSystemId: 'meetings:type.receiver-wrong' };
  const wasTold = !found || untoldOf(found, found.receiver) === null;
  const untold = untoldOf({ ...type, systemId }, receiver);
  return untold && wasTold ? { receiverSystemId: `meetings:type.receiver-missing.${untold}` } : {};
}

/** Last of them, under an address made of its name, which it then keeps. */
async function createInTx(
  tx: Tx,
  type: Omit<Prisma.AppointmentTypeUncheckedCreateInput, 'slug'> & Pick<TypeToPut, 'name'>,
): Promise<void> {
  const { tenantId } = type;
  const slug = slugOf(type.name.sv ?? '');
  const rows = await tx.appointmentType.findMany({
    where: { tenantId },
    select: { slug: true, position: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  let free = slug;
  for (let n = 2; taken.has(free); n += 1) free = `${slug}-${n}`;
  const position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
  await tx.appointmentType.create({ data: { ...type, slug: free, position }, select: { id: true } });
}

/** The officers' own forms show what they take: those that are open now are stale from here on. */
async function takenByInTx(
  tx: Tx,
  tenantId: string,
  typeId: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  await tx.officerType.deleteMany({ where: { tenantId, typeId, officerId: { in: gone } } });
  await tx.officerType.createMany({ data: added.map((officerId) => ({ tenantId, officerId, typeId })) });
  await tx.meetingOfficer.updateMany({
    where: { tenantId, id: { in: [...gone, ...added] } },
    data: { version: { increment: 1 } },
  });
}
