import { beforeEach, describe, expect, it } from 'vitest';
import { getBooking } from '@/lib/back-office/queries/booking-of-event-in-tx';
import { getDelivery } from '@/lib/back-office/queries/get-delivery';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { eventsOf } from '@/lib/testing/appointments-world';
import { cancelAsSeen } from '@/lib/testing/booking-world';
import { createResident } from '@/lib/testing/builders';
import { createPublishedWorld, hasBeen, planDeliveries, type Times } from '@/lib/testing/published-world';
import { refusal } from '@/lib/testing/refusal';
import { rows } from '@/lib/testing/test-database';
import { cancelByOffice } from './commands/cancel-by-office';
import { recordOutcome } from './commands/record-outcome';

const tenantId = 'granvik';

let system: SystemActor;
let other: SystemActor;
let ane: ResidentActor;
let publish: Times['publish'];
let hold: Times['hold'];
let book: Times['book'];

beforeEach(async () => {
  ({ system, other, ane, publish, hold, book } = await createPublishedWorld());
});

describe('what becomes of it', () => {
  it('is delivered to the system that published the time, once, as it is now', async () => {
    await publish();
    const bookingId = await book(ane);
    for (let n = 0; n < 2; n++) await planDeliveries(bookingId);
    const deliveries = await rows<{ id: string; kind: string }>(
      'select id, kind from delivery where system_id = $1',
      [system.systemId],
    );
    expect(deliveries).toMatchObject([{ kind: 'booking' }]);
    const { booking } = await getDelivery(system, deliveries[0]?.id ?? '');
    expect(booking).toMatchObject({
      id: bookingId,
      state: 'booked',
      time: 'T-1',
      officer: { externalId: 'H-7', name: 'Maria Öberg' },
      needs: { interpreter: 'finska' },
    });
    expect(await getBooking(system, bookingId)).toEqual(booking);
    expect(await refusal(getBooking(other, bookingId))).toBe('NotFound');
    await cancelAsSeen(ane, { bookingId, reason: 'Jag är sjuk.' });
    expect(await getBooking(system, bookingId)).toMatchObject({ state: 'cancelled', reason: 'Jag är sjuk.' });
    const [log] = await rows<{ n: number }>(
      `select count(*)::int as n from audit_entry where object_id = $1 and action = 'appointments.get-booking-for-system' and outcome = 'allowed' and subject_person_id = $2`,
      [bookingId, ane.personId],
    );
    expect(log?.n).toBe(3);
  });

  it('shows no time that she has only held', async () => {
    await publish();
    const bookingId = await hold(ane);
    expect(await refusal(getBooking(system, bookingId))).toBe('NotFound');
  });

  it('is that she came, or did not: once, and not before it has begun', async () => {
    await publish();
    const bookingId = await book(ane);
    const told = (outcome: 'kept' | 'missed', by = system) =>
      recordOutcome(by, { bookingId, outcome, occurredAt: new Date() });
    expect(await refusal(told('kept'))).toBe('errors:booking-not-begun');
    await hasBeen(system, bookingId);
    expect(await refusal(told('kept', other))).toBe('NotFound');
    expect(await told('missed')).toEqual({ state: 'missed' });
    expect(await told('missed')).toEqual({ state: 'missed' });
    expect(await refusal(told('kept'))).toBe('errors:booking-not-booked');
  });

  it('is that the office can’t keep it: she is told, and the time is free', async () => {
    await publish();
    const bookingId = await book(ane);
    const cancel = (by = system) =>
      cancelByOffice(by, { bookingId, reason: 'Maria är sjuk.', occurredAt: new Date() });
    expect(await refusal(cancel(other))).toBe('NotFound');
    expect(await cancel()).toEqual({ state: 'taken_away' });
    expect(await cancel()).toEqual({ state: 'taken_away' });
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.taken-away']);
    await book(await createResident(tenantId));
  });
});
