import { beforeEach, describe, expect, it } from 'vitest';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import { eventsOf, minutesAfter } from '@/lib/testing/appointments-world';
import { createResident } from '@/lib/testing/builders';
import { createSystemActor } from '@/lib/testing/cases-world';
import {
  createPublishedWorld,
  hasBeen,
  starts,
  stateOf,
  type Times,
  timeScopes,
} from '@/lib/testing/published-world';
import { refusal } from '@/lib/testing/refusal';
import { rows } from '@/lib/testing/test-database';
import { confirmBooking } from './commands/confirm-booking';
import { recordOutcome } from './commands/record-outcome';
import { wishForEarlier } from './commands/wish-for-earlier';

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

describe('a time that a system publishes', () => {
  it('can be booked, and told twice or late it changes nothing', async () => {
    expect(await publish()).toEqual({ state: 'published', taken: 0 });
    expect(await publish()).toEqual({ state: 'unchanged', taken: 0 });
    expect(await publish({ occurredAt: '2026-01-01T00:00:00Z', seats: 9 })).toEqual({
      state: 'older',
      taken: 0,
    });
    await book(ane);
    expect(await publish()).toEqual({ state: 'unchanged', taken: 1 });
  });

  it('is published once by two calls at once', async () => {
    const both = await Promise.all([publish(), publish()]);
    expect(both.map(({ state }) => state).sort()).toEqual(['published', 'unchanged']);
    // With an officer and a place that nobody knew either.
    const first = {
      place: { externalId: 'K-9', name: 'Biblioteket', address: 'Torget 2', isStepFree: true },
    };
    const told = (day: number) => ({
      ...first,
      officer: { externalId: 'H-9', name: 'Per Ek', unit: 'Biståndsenheten' },
      startsAt: minutesAfter(starts, day * 1440).toISOString(),
      endsAt: minutesAfter(starts, day * 1440 + 60).toISOString(),
    });
    const all = await Promise.all([1, 2, 2, 2, 3, 3, 3].map((day) => publish(told(day), `T-9-${day}`)));
    expect(all.filter(({ state }) => state === 'published')).toHaveLength(3);
  });

  it('stands where and when it is', async () => {
    await publish();
    for (const more of [
      { endsAt: minutesAfter(starts, 90).toISOString() },
      { way: 'phone' },
      { officer: { externalId: 'H-8', name: 'Per Ek', unit: 'x' } },
    ])
      expect(await refusal(publish(more))).toBe('errors:time-differs');
  });

  it('has more seats or fewer, but none fewer than are taken', async () => {
    await publish({ seats: 2 });
    await book(ane);
    expect(await publish({ seats: 3 })).toEqual({ state: 'published', taken: 1 });
    await book(await createResident(tenantId));
    expect(await refusal(publish({ seats: 1 }))).toBe('errors:time-seats-taken');
  });

  it('loses a seat that was held and not confirmed in time', async () => {
    await publish({ seats: 2 });
    await book(ane);
    await hold(await createResident(tenantId));
    expect(await refusal(publish({ seats: 1 }))).toBe('errors:time-seats-taken');
    await rows(`update booking set held_until = now() - interval '1 second' where state = 'held'`, []);
    expect(await publish({ seats: 1 })).toEqual({ state: 'published', taken: 1 });
  });

  it('is not another’s to publish', async () => {
    expect(await refusal(publish({}, 'T-1', other))).toBe('NotFound');
    expect(await refusal(publish({}, 'T-1', { ...system, scopes: [] }))).toBe('errors:scope-missing');
    const elsewhere = await createSystemActor('ekhamn', timeScopes);
    expect(await refusal(publish({}, 'T-1', elsewhere))).toBe('NotFound');
  });

  it('does not overlap another of the same officer', async () => {
    await publish();
    expect(await refusal(publish({}, 'T-2'))).toBe('errors:time-overlaps');
  });

  it('is withdrawn, and whoever held or had booked it is told why, and nobody can book it', async () => {
    await publish({ seats: 2 });
    const bookingId = await book(ane);
    const bo = await createResident(tenantId);
    const heldId = await hold(bo);
    expect(await publish({ state: 'withdrawn', reason: 'Maria är sjuk.' })).toEqual({
      state: 'withdrawn',
      taken: 0,
    });
    expect(await stateOf(bookingId)).toBe('taken_away');
    expect(await stateOf(heldId)).toBe('lapsed');
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked', 'appointments.taken-away']);
    expect(await confirmBooking(bo, { bookingId: heldId, content: { needs: {}, answers: {} } })).toEqual({
      outcome: 'lapsed',
    });
    await expect(hold(bo)).rejects.toThrow('taken');
    expect(await publish({ state: 'withdrawn' })).toMatchObject({ state: 'unchanged' });
    expect(await refusal(publish())).toBe('errors:time-withdrawn');
  });

  it('changes by the newest word of it, also where that says what was known', async () => {
    const told = (hoursAgo: number, seats: number) =>
      publish({ occurredAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(), seats });
    await told(4, 5);
    expect(await told(2, 5)).toMatchObject({ state: 'unchanged' });
    expect(await told(3, 3)).toMatchObject({ state: 'older' });
  });

  it('stands when it has been, until it is told whether they came; those who were there are told nothing', async () => {
    await publish();
    const bookingId = await book(ane);
    await hasBeen(system, bookingId);
    expect(await publish({ state: 'withdrawn' })).toEqual({ state: 'unchanged', taken: 1 });
    expect(await stateOf(bookingId)).toBe('booked');
    expect(await eventsOf(bookingId)).toEqual(['appointments.booked']);
    expect(await recordOutcome(system, { bookingId, outcome: 'kept', occurredAt: new Date() })).toEqual({
      state: 'kept',
    });
    expect(await publish({ state: 'withdrawn' })).toMatchObject({ state: 'withdrawn' });
  });

  it('is where and with whom it was told last, also when that was told late', async () => {
    const place = { externalId: 'K-1', name: 'Omsorgskontoret', isStepFree: true };
    const officer = { externalId: 'H-7', unit: 'Biståndsenheten' };
    const told = (minutesAgo: number, address: string, name: string) => ({
      occurredAt: minutesAfter(new Date(), -minutesAgo).toISOString(),
      place: { ...place, address },
      officer: { ...officer, name },
    });
    const shown = async () => {
      const [row] = await rows<{ address: string; hash: Buffer }>(
        `select p.address, o.name_hash as hash from meeting_place p join meeting_officer o on o.system_id = p.system_id
          where p.system_id = $1`,
        [system.systemId],
      );
      return [row?.address, row?.hash.toString('hex')];
    };
    await publish(told(30, 'Storgatan 1', 'Maria Öberg'));
    const before = await shown();
    // The same time again, with another address and her new name.
    await publish(told(10, 'Nygatan 5', 'Maria Ek'));
    const moved = await shown();
    expect(moved[0]).toBe('Nygatan 5');
    expect(moved[1]).not.toBe(before[1]);
    const later = { startsAt: minutesAfter(starts, 60), endsAt: minutesAfter(starts, 120) };
    const [startsAt, endsAt] = [later.startsAt.toISOString(), later.endsAt.toISOString()];
    expect(
      await publish({ ...told(20, 'Storgatan 1', 'Maria Öberg'), startsAt, endsAt }, 'T-2'),
    ).toMatchObject({
      state: 'published',
    });
    expect(await shown()).toEqual(moved);
  });

  it('is offered to whoever waits for an earlier one, and so is one with more seats; nobody waiting, nothing is told', async () => {
    const freed = () =>
      rows<{ id: string }>(
        `select m.external_id as id from domain_event e join meeting m on m.id = (e.payload->>'meetingId')::uuid
          where e.type = 'appointments.time-freed' and m.system_id = $1 order by e.id`,
        [system.systemId],
      ).then((found) => found.map(({ id }) => id));
    const on = (day: number) => ({
      startsAt: minutesAfter(starts, day * 1440).toISOString(),
      endsAt: minutesAfter(starts, day * 1440 + 60).toISOString(),
    });
    await publish();
    const bookingId = await book(ane);
    await publish(on(-1), 'T-2');
    expect(await freed()).toEqual([]);
    await wishForEarlier(ane, { bookingId, most: 3 });
    await publish(on(-2), 'T-3');
    await publish(on(1), 'T-4');
    await publish({ ...on(-1), seats: 2 }, 'T-2');
    await publish({ ...on(-1), seats: 1 }, 'T-2');
    expect(await freed()).toEqual(['T-3', 'T-2']);
  });

  it('keeps the officer’s name sealed', async () => {
    await publish({ officer: { externalId: 'H-9', name: 'Unika Namnsson', unit: 'x' } });
    const [officer] = await rows<{ row: string }>(
      'select o::text as row from meeting_officer o where system_id = $1',
      [system.systemId],
    );
    expect(officer?.row).not.toContain('Namnsson');
  });
});
