import { confirmBooking } from '@/lib/appointments/commands/confirm-booking';
import { holdTime } from '@/lib/appointments/commands/hold-time';
import { putTime } from '@/lib/appointments/commands/put-time';
import { timeMessage } from '@/lib/appointments/domain/office-messages';
import { planBookingDelivery } from '@/lib/back-office/commands/plan-booking-delivery';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { createType, minutesAfter } from './appointments-world';
import { aJob, createResident } from './builders';
import { createSystemActor } from './cases-world';
import { rows } from './test-database';

/* What tests of times that a back-office system publishes build on: a type of a system's, and one time of it. */

const tenantId = 'granvik';
/** What an office that keeps its own times may do. */
export const timeScopes = ['appointments.read', 'appointments.write', 'deliveries.read'];
/** When the time begins: in five days, on the hour. */
export const starts = minutesAfter(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000), 5 * 1440);

/** The time as it is told. */
const time = (more: object = {}) =>
  timeMessage.parse({
    occurredAt: new Date().toISOString(),
    startsAt: starts.toISOString(),
    endsAt: minutesAfter(starts, 60).toISOString(),
    way: 'visit',
    place: { externalId: 'K-1', name: 'Omsorgskontoret', address: 'Storgatan 1', isStepFree: true },
    officer: { externalId: 'H-7', name: 'Maria Öberg', unit: 'Biståndsenheten' },
    ...more,
  });

/** The verbs of tests: of the times of one type, that a system publishes. */
export function timesOf({ system, typeId }: { system: SystemActor; typeId: string }) {
  const typeSlug = `type-${typeId}`;
  const publish = (more: object = {}, externalId = 'T-1', by = system) =>
    putTime(by, { ...time(more), slug: typeSlug, externalId });
  /** She holds one; the booking's id. */
  const hold = async (who: ResidentActor, externalId = 'T-1'): Promise<string> => {
    const [meeting] = await rows<{ id: string }>(
      'select id from meeting where system_id = $1 and external_id = $2',
      [system.systemId, externalId],
    );
    const bookingId = newId();
    const chosen = { typeSlug, way: 'visit' as const, startsAt: starts, meetingId: meeting?.id };
    const held = await holdTime(who, { bookingId, ...chosen });
    if (held.outcome !== 'held') throw new Error(held.outcome);
    return bookingId;
  };
  const book = async (who: ResidentActor, externalId?: string): Promise<string> => {
    const bookingId = await hold(who, externalId);
    const content = { needs: { interpreter: 'finska' }, answers: {} };
    const confirmed = await confirmBooking(who, { bookingId, content });
    if (confirmed.outcome === 'lapsed') throw new Error('lapsed');
    return bookingId;
  };
  return { publish, hold, book };
}
export type Times = ReturnType<typeof timesOf>;

export interface PublishedWorld extends Times {
  /** that publishes the times of the type */
  system: SystemActor;
  /** one that has nothing to do with it */
  other: SystemActor;
  ane: ResidentActor;
  typeId: string;
}

export async function createPublishedWorld(): Promise<PublishedWorld> {
  const system = await createSystemActor(tenantId, timeScopes);
  const { typeId } = await createType(tenantId, { systemId: system.systemId });
  return {
    ...timesOf({ system, typeId }),
    system,
    other: await createSystemActor(tenantId, timeScopes),
    ane: await createResident(tenantId),
    typeId,
  };
}

/** What becomes of a booking, planned in order as the worker does. */
export async function planDeliveries(bookingId: string): Promise<void> {
  const events = await rows<{ id: string }>(
    "select id from booking_event where booking_id = $1 and kind not in ('kept', 'missed') order by at, id",
    [bookingId],
  );
  for (const { id } of events) await planBookingDelivery(aJob(tenantId), id);
}

export const stateOf = async (bookingId: string): Promise<string | undefined> =>
  (await rows<{ state: string }>('select state from booking where id = $1', [bookingId]))[0]?.state;

/** The time of the booking was a while ago. */
export async function hasBeen({ systemId }: SystemActor, bookingId: string): Promise<void> {
  await rows(
    `update meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour',
        busy_from = now() - interval '2 hours', busy_to = now() - interval '1 hour' where system_id = $1`,
    [systemId],
  );
  await rows('update booking set seat = seat where id = $1', [bookingId]);
}
