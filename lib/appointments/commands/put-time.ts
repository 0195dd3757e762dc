import 'server-only';
import { happenedAt } from '@/lib/cases/domain/office-messages';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx, auditRefusal } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { type Tx, writeOrFind } from '@/lib/platform/db';
import { conflict, isAppError, isExclusionViolation, notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireSystemMay } from '../access';
import { officerNameContext, officerNameKey, officerNameLookup } from '../domain/booking-seals';
import type { TimeMessage, TimeOutcome } from '../domain/office-messages';
import { seatTaking } from '../domain/words';
import { wantedTypesInTx } from '../queries/wanted-types-in-tx';
import { lapseSeatsInTx } from './claims-on';
import { takeAwayInTx } from './take-away-in-tx';

interface Input extends TimeMessage {
  /** of the type */
  slug: string;
  externalId: string;
}

export interface PutTime {
  state: TimeOutcome;
  /** seats that are booked, or held by somebody who is confirming */
  taken: number;
}

/**
 * A system publishes a time of a type that is its own, or changes how many can book it, or withdraws it. When and where it
 * is stands: another time is another id. Told twice or late it changes nothing.
 */
export async function putTime(actor: SystemActor, time: Input): Promise<PutTime> {
  requireSystemMay(actor, 'publish-times');
  try {
    return await writeOrFind(actor, (tx) => putInTx(tx, actor, time));
  } catch (error) {
    if (isExclusionViolation(error)) throw conflict('errors:time-overlaps');
    if (isAppError(error, 'NotFound'))
      await auditRefusal(actor, { action: 'appointments.put-time', reason: time.slug });
    throw error;
  }
}

async function putInTx(tx: Tx, actor: SystemActor, time: Input): Promise<PutTime> {
  const { tenantId, systemId } = actor;
  const type = await tx.appointmentType.findUnique({
    where: { tenantId_slug: { tenantId, slug: time.slug } },
    select: { id: true, systemId: true },
  });
  if (type?.systemId !== systemId) throw notFound();
  const [known] = await tx.$queryRaw<Known[]>`
    select m.id, m.type_id as "typeId", m.way, m.starts_at as "startsAt", m.ends_at as "endsAt", m.seats, m.state, m.told_at as "toldAt",
           p.external_id as place, o.external_id as officer
      from meeting m
      left join meeting_place p on p.tenant_id = m.tenant_id and p.id = m.place_id
      left join meeting_officer o on o.tenant_id = m.tenant_id and o.id = m.officer_id
     where m.tenant_id = ${tenantId} and m.system_id = ${systemId}::uuid and m.external_id = ${time.externalId} for update of m`;
  const toldAt = happenedAt(time, now());
  const state = known
    ? await changeInTx(tx, actor, { ...known, isOfType: known.typeId === type.id }, time, toldAt)
    : await publishInTx(tx, actor, type.id, time, toldAt);
  if (state === 'published' || state === 'withdrawn')
    await auditInTx(tx, actor, { action: 'appointments.put-time', reason: time.slug });
  return { state, taken: known ? await takenInTx(tx, tenantId, known.id) : 0 };
}

interface Known {
  id: string;
  typeId: string;
  way: string;
  startsAt: Date;
  endsAt: Date;
  seats: number;
  state: string;
  toldAt: Date | null;
  place: string | null;
  officer: string | null;
}

async function changeInTx(
  tx: Tx,
  actor: SystemActor,
  known: Known & { isOfType: boolean },
  time: Input,
  toldAt: Date,
): Promise<TimeOutcome> {
  const { tenantId } = actor;
  const where = { tenantId_id: { tenantId, id: known.id } };
  if (known.toldAt && known.toldAt > toldAt) return 'older';
  if (known.state !== 'open') return time.state === 'withdrawn' ? 'unchanged' : conflictOf('time-withdrawn');
  if (time.state === 'withdrawn') {
    const isWithdrawn = await takeAwayInTx(tx, actor, known.id, time.reason);
    await tx.meeting.update({ where, data: { toldAt }, select: { id: true } });
    return isWithdrawn ? 'withdrawn' : 'unchanged';
  }
  const isSameTime =
    known.isOfType &&
    known.way === time.way &&
    known.startsAt.getTime() === time.startsAt.getTime() &&
    known.endsAt.getTime() === time.endsAt.getTime() &&
    known.place === (time.place?.externalId ?? null) &&
    known.officer === (time.officer?.externalId ?? null);
  if (!isSameTime) return conflictOf('time-differs');
  if (time.place) await keepPlaceInTx(tx, actor, time.place, toldAt);
  if (time.officer) await keepOfficerInTx(tx, actor, time.officer, toldAt);
  if (known.seats === time.seats) {
    // Word that it still is so: what is older than that changes nothing either.
    await tx.meeting.update({ where, data: { toldAt }, select: { id: true } });
    return 'unchanged';
  }
  // The seats that go must be free: whoever has one keeps it, and nobody has what was held and not confirmed in time.
  await lapseSeatsInTx(tx, tenantId, known.id, now());
  const highest = await tx.booking.aggregate({
    where: { tenantId, meetingId: known.id, state: { in: [...seatTaking] } },
    _max: { seat: true },
  });
  if (time.seats < (highest._max.seat ?? 0)) return conflictOf('time-seats-taken');
  await tx.meeting.update({ where, data: { seats: time.seats, toldAt }, select: { id: true } });
  if (time.seats > known.seats) await tellWaitingInTx(tx, tenantId, known);
  return 'published';
}

/** A time that a system publishes, or has more seats in: to whoever waits for an earlier one it has come free. */
async function tellWaitingInTx(
  tx: Tx,
  tenantId: string,
  { id, typeId, startsAt }: Pick<Known, 'id' | 'typeId' | 'startsAt'>,
): Promise<void> {
  if ((await wantedTypesInTx(tx, tenantId, { from: startsAt, typeId })).length > 0)
    await emitInTx(tx, { tenantId }, { type: 'appointments.time-freed', payload: { meetingId: id, typeId } });
}

function conflictOf(reason: 'time-withdrawn' | 'time-differs' | 'time-seats-taken'): never {
  throw conflict(`errors:${reason}`);
}

async function publishInTx(
  tx: Tx,
  actor: SystemActor,
  typeId: string,
  { externalId, startsAt, endsAt, way, seats, place, officer, state }: Input,
  toldAt: Date,
): Promise<TimeOutcome> {
  const { tenantId, systemId } = actor;
  const { id } = await tx.meeting.create({
    data: {
      tenantId,
      typeId,
      way,
      startsAt,
      endsAt,
      busyFrom: startsAt,
      busyTo: endsAt,
      seats,
      systemId,
      externalId,
      toldAt,
      placeId: place ? await keepPlaceInTx(tx, actor, place, toldAt) : null,
      officerId: officer ? await keepOfficerInTx(tx, actor, officer, toldAt) : null,
      // Withdrawn before it was told: kept, so that a late word of it brings nothing back.
      state: state === 'withdrawn' ? 'taken_away' : 'open',
    },
    select: { id: true },
  });
  if (state === 'withdrawn') return 'withdrawn';
  await tellWaitingInTx(tx, tenantId, { id, typeId, startsAt });
  return 'published';
}

/**
 * Places and officers of a system's are as it told last, by when it was so there: a message that comes late changes
 * nothing. Of two calls that tell of the same at once the first makes it, and the other finds it.
 */
async function keepPlaceInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  { externalId, ...facts }: NonNullable<TimeMessage['place']>,
  toldAt: Date,
): Promise<string> {
  const told = { ...facts, toldAt };
  const key = { tenantId, systemId, externalId };
  const find = { where: { tenantId_systemId_externalId: key }, select: { id: true } };
  if (!(await tx.meetingPlace.findUnique(find)))
    await tx.meetingPlace.createMany({ data: { ...told, ...key }, skipDuplicates: true });
  const { id } = await tx.meetingPlace.findUniqueOrThrow(find);
  await tx.meetingPlace.updateMany({ where: { tenantId, id, ...isOlder(toldAt) }, data: told });
  return id;
}

async function keepOfficerInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  { externalId, name, unit, languages }: NonNullable<TimeMessage['officer']>,
  toldAt: Date,
): Promise<string> {
  const toldOf = (id: string) => ({
    nameSealed: seal(name, officerNameContext(tenantId, id)),
    nameHash: lookupHash(officerNameKey(name), officerNameLookup(tenantId)),
    unit,
    languages,
    toldAt,
  });
  const key = { tenantId, systemId, externalId };
  const find = { where: { tenantId_systemId_externalId: key }, select: { id: true } };
  const made = newId();
  if (!(await tx.meetingOfficer.findUnique(find)))
    await tx.meetingOfficer.createMany({ data: { ...toldOf(made), ...key, id: made }, skipDuplicates: true });
  const { id } = await tx.meetingOfficer.findUniqueOrThrow(find);
  await tx.meetingOfficer.updateMany({ where: { tenantId, id, ...isOlder(toldAt) }, data: toldOf(id) });
  return id;
}

const isOlder = (toldAt: Date) => ({ OR: [{ toldAt: null }, { toldAt: { lte: toldAt } }] });

const takenInTx = (tx: Tx, tenantId: string, meetingId: string): Promise<number> =>
  tx.booking.count({ where: { tenantId, meetingId, state: { in: [...seatTaking] } } });
