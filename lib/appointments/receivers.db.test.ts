import { beforeEach, describe, expect, it } from 'vitest';
import { planBookingDelivery } from '@/lib/back-office/commands/plan-booking-delivery';
import { planUngivenBookings } from '@/lib/back-office/commands/plan-ungiven-bookings';
import { getBooking } from '@/lib/back-office/queries/booking-of-event-in-tx';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import { assignCaseToSystemInTx } from '@/lib/cases/api';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import {
  changeBooking,
  createBooking,
  createMeeting,
  createType,
  minutesAfter,
  type TestType,
} from '@/lib/testing/appointments-world';
import { createSubmitted } from '@/lib/testing/back-office-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { aJob, anAdmin, createResident } from '@/lib/testing/builders';
import { createSystemActor, residentOf } from '@/lib/testing/cases-world';
import { planDeliveries, timeScopes } from '@/lib/testing/published-world';
import { refusal } from '@/lib/testing/refusal';
import { rows } from '@/lib/testing/test-database';
import { cancelByOffice } from './commands/cancel-by-office';
import { recordOutcome } from './commands/record-outcome';
import { listTypeFigures } from './queries/list-type-figures';

const tenantId = 'granvik';
const job = aJob(tenantId);

let receiver: SystemActor;
let other: SystemActor;
let ane: ResidentActor;
let type: TestType;

beforeEach(async () => {
  receiver = await createSystemActor(tenantId, timeScopes);
  other = await createSystemActor(tenantId, timeScopes);
  ane = await createResident(tenantId);
  type = await createType(tenantId, { receiverSystemId: receiver.systemId });
});

const inDays = (days: number) => minutesAfter(new Date(), days * 1440);
const book = async (who = ane, more: { caseId?: string } = {}, at = inDays(3)) =>
  createBooking(await createMeeting(type, at), who, more);
const delivered = (bookingId: string) =>
  rows<{ id: string; systemId: string; kind: string }>(
    `select d.id, d.system_id as "systemId", e.kind from delivery d
       join booking_event e on e.id = d.ref_id and e.booking_id = $1 where d.kind = 'booking' order by d.id`,
    [bookingId],
  );
const to = (system: SystemActor, ...kinds: string[]) =>
  kinds.map((kind) => ({ systemId: system.systemId, kind }));
const nameReceiver = (system: SystemActor | null) =>
  rows('update appointment_type set receiver_system_id = $2 where id = $1', [type.typeId, system?.systemId]);

describe('what is booked of a type of the municipality’s own', () => {
  it('reaches the system that its type names, in order; that system reads it and no other', async () => {
    const bookingId = await book();
    expect(await refusal(getBooking(receiver, bookingId))).toBe('NotFound');
    await planDeliveries(bookingId);
    const [first] = await delivered(bookingId);
    expect((await getDelivery(receiver, first?.id ?? '')).booking).toMatchObject({
      id: bookingId,
      state: 'booked',
      type: `type-${type.typeId}`,
    });
    expect(await refusal(getBooking(other, bookingId))).toBe('NotFound');
    expect(await refusal(getDelivery(other, first?.id ?? ''))).toBe('NotFound');
    await changeBooking(tenantId, bookingId, { to: await createMeeting(type, inDays(4)) });
    await cancelAsSeen(ane, { bookingId, reason: 'Jag är sjuk.' });
    await planDeliveries(bookingId);
    expect(await delivered(bookingId)).toMatchObject(to(receiver, 'booked', 'moved', 'cancelled'));
    expect(await getBooking(receiver, bookingId)).toMatchObject({
      state: 'cancelled',
      reason: 'Jag är sjuk.',
    });
  });

  it('can be taken away and told the outcome of by that system alone, and is counted', async () => {
    const bookingId = await book();
    const past = await book(await createResident(tenantId), {}, inDays(-1));
    await planDeliveries(bookingId);
    await planDeliveries(past);
    const cancel = (by: SystemActor) =>
      cancelByOffice(by, { bookingId, reason: 'Maria är sjuk.', occurredAt: new Date() });
    const came = (by: SystemActor) =>
      recordOutcome(by, { bookingId: past, outcome: 'kept', occurredAt: new Date() });
    expect(await refusal(cancel(other))).toBe('NotFound');
    expect(await refusal(came(other))).toBe('NotFound');
    expect(await cancel(receiver)).toEqual({ state: 'taken_away' });
    expect(await came(receiver)).toEqual({ state: 'kept' });
    const kept = (await listTypeFigures(anAdmin(tenantId))).find(({ id }) => id === type.typeId);
    expect(kept?.figures).toMatchObject({ kept: 1, cancelled: 1 });
  });

  it('stays with the system that got it when the type names another', async () => {
    const bookingId = await book();
    await planDeliveries(bookingId);
    await nameReceiver(other);
    await changeBooking(tenantId, bookingId, { to: await createMeeting(type, inDays(4)) });
    await planDeliveries(bookingId);
    expect(await delivered(bookingId)).toMatchObject(to(receiver, 'booked', 'moved'));
    expect(await refusal(getBooking(other, bookingId))).toBe('NotFound');
    const later = await book(await createResident(tenantId));
    await planDeliveries(later);
    expect(await delivered(later)).toMatchObject(to(other, 'booked'));
    expect(await refusal(getBooking(receiver, later))).toBe('NotFound');
  });

  it('goes to the system that has the case, where it is about one', async () => {
    const { caseId, personId } = await createSubmitted(tenantId);
    await write(job, (tx) => assignCaseToSystemInTx(tx, job, { caseId, systemId: other.systemId }));
    const bookingId = await book(residentOf(tenantId, personId), { caseId });
    await planDeliveries(bookingId);
    expect(await delivered(bookingId)).toMatchObject(to(other, 'booked'));
    expect(await refusal(getBooking(receiver, bookingId))).toBe('NotFound');
  });

  it('reaches a system that is named later, as it is then; what has been does not', async () => {
    await nameReceiver(null);
    const [ahead, ended] = [await book(), await book(await createResident(tenantId))];
    const past = await book(await createResident(tenantId), {}, inDays(-1));
    await changeBooking(tenantId, ahead, { to: await createMeeting(type, inDays(4)) });
    await changeBooking(tenantId, ended, { state: 'cancelled' });
    for (const bookingId of [ahead, ended, past]) await planDeliveries(bookingId);
    expect(await delivered(ahead)).toEqual([]);
    await nameReceiver(receiver);
    await planUngivenBookings(job, type.typeId);
    const jobs = await rows<{ bookingEventId: string }>(
      `select payload ->> 'bookingEventId' as "bookingEventId" from graphile_worker._private_jobs
        where payload ->> 'bookingEventId' in (select id::text from booking_event where booking_id = any($1::uuid[]))`,
      [[ahead, ended, past]],
    );
    for (const { bookingEventId } of jobs) await planBookingDelivery(job, bookingEventId);
    expect(await delivered(ahead)).toMatchObject(to(receiver, 'moved'));
    expect([...(await delivered(ended)), ...(await delivered(past))]).toEqual([]);
  });
});
