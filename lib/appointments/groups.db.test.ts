import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import {
  createMeeting,
  createOfficer,
  createType,
  minutesAfter,
  type TestType,
} from '@/lib/testing/appointments-world';
import {
  age,
  anotherInstance,
  cancelAsSeen,
  createBookingWorld,
  first,
  nothing,
  openMeetingsOf,
  openOnce,
  type Press,
  pressOn,
} from '@/lib/testing/booking-world';
import { createResident } from '@/lib/testing/builders';
import { confirmBooking } from './commands/confirm-booking';
import { holdTime } from './commands/hold-time';

const tenantId = 'granvik';

let ane: ResidentActor;
let bo: ResidentActor;
let type: TestType;
let placeId: string;

beforeEach(async () => {
  ({ ane, bo, type, placeId } = await createBookingWorld());
});

const hold = (...press: Press) => pressOn({ type, placeId }, press);

describe('a group', () => {
  it('that nobody has confirmed yet stands as long as the last who holds a seat in it', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    const leader = await createOfficer(tenantId, [type.typeId]);
    await openOnce(leader, placeId, { minutes: 60 });
    const one = await hold(ane, first);
    if (one.outcome !== 'held') throw new Error();
    await age(one.bookingId, 4);
    const two = await hold(bo, first);
    if (two.outcome !== 'held') throw new Error();
    const [meeting] = await openMeetingsOf(type);
    expect(meeting?.heldUntil).toEqual(two.heldUntil);
  });

  it('fills its seats, and not one more, whoever comes at once', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    const leader = await createOfficer(tenantId, [type.typeId]);
    await openOnce(leader, placeId, { minutes: 60 });
    const people = await Promise.all(Array.from({ length: 6 }, () => createResident(tenantId)));
    const got = await Promise.all(people.map((one) => hold(one, first)));
    expect(got.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(3).fill('held'),
      ...Array(3).fill('taken'),
    ]);
    expect(await openMeetingsOf(type)).toHaveLength(1);
  });

  it('fills no more of them from several instances of the portal', async () => {
    type = await createType(tenantId, { minutes: 60, stepMinutes: 60, seats: 3 });
    const leader = await createOfficer(tenantId, [type.typeId]);
    await openOnce(leader, placeId, { minutes: 60 });
    const people = await Promise.all(Array.from({ length: 8 }, () => createResident(tenantId)));
    const instances = [holdTime, await anotherInstance()];
    const got = await Promise.all(
      people.map((one, nth) => pressOn({ type, placeId }, [one, first], instances[nth % 2])),
    );
    expect(got.filter((one) => one.outcome === 'held')).toHaveLength(3);
    expect(await openMeetingsOf(type)).toHaveLength(1);
  });

  it('is one that a system published, too, and stays when nobody is left', async () => {
    const systemId = newId();
    const { meetingId } = await createMeeting(type, minutesAfter(first, 1440), {
      systemId,
      externalId: 'T-1',
      placeId,
    });
    const held = await hold(ane, minutesAfter(first, 1440), { meetingId });
    if (held.outcome !== 'held') throw new Error(held.outcome);
    expect(await hold(bo, minutesAfter(first, 1440), { meetingId })).toEqual({ outcome: 'taken' });
    await confirmBooking(ane, { bookingId: held.bookingId, content: nothing });
    await cancelAsSeen(ane, { bookingId: held.bookingId });
    expect(await hold(bo, minutesAfter(first, 1440), { meetingId })).toMatchObject({ outcome: 'held' });
  });
});
