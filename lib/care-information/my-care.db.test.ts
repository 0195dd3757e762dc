import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import type { ResidentActor, SystemActor } from '@/lib/platform/actor';
import {
  careNote,
  carePlan,
  careVisit,
  forgetAllCare,
  gunnar,
  residentNamed,
} from '@/lib/testing/care-world';
import { createSystemActor } from '@/lib/testing/cases-world';
import { putCareNote } from './commands/put-care-note';
import { putCarePlan } from './commands/put-care-plan';
import { putCareVisit } from './commands/put-care-visit';
import { getMyCare } from './queries/get-my-care';

const tenantId = 'granvik';
let system: SystemActor;
let astrid: ResidentActor;

beforeAll(async () => {
  system = await createSystemActor(tenantId, ['care.write']);
  astrid = await residentNamed(tenantId);
});
beforeEach(async () => {
  await forgetAllCare();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A visit of an hour that begins then. */
const visit = (startsAt: string, more: object = {}) =>
  putCareVisit(
    system,
    careVisit({ startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), ...more }),
  );
const note = (at: string, more: object = {}) => putCareNote(system, careNote({ at, ...more }));
const daysOf = (days: readonly { day: string; entries: readonly unknown[] }[]) =>
  days.map(({ day, entries }) => [day, entries.length]);

describe('her own care', () => {
  it('is empty until something is told, and of nobody else', async () => {
    await putCarePlan(system, carePlan({ person: gunnar }));
    await note('2026-11-24T08:00:00Z', { person: gunnar });
    await visit('2026-11-24T08:00:00Z', { person: gunnar });
    expect(await getMyCare(astrid)).toMatchObject({ isEmpty: true, plans: [], coming: [], sources: [] });
    expect((await getMyCare(await residentNamed(tenantId, gunnar))).isEmpty).toBe(false);
    expect((await getMyCare(await residentNamed('ekhamn', gunnar))).isEmpty).toBe(true);
  });

  it('has what is to come from the beginning of today, by the day in Sweden, two weeks ahead', async () => {
    await visit('2026-11-23T22:30:00Z'); // half past eleven the evening before
    await visit('2026-11-23T23:30:00Z'); // half past midnight today
    await visit('2026-11-24T17:00:00Z');
    await visit('2026-12-07T22:30:00Z'); // the last evening
    await visit('2026-12-07T23:30:00Z');
    const { coming, diary } = await getMyCare(astrid);
    expect(daysOf(coming)).toEqual([
      ['2026-11-24', 2],
      ['2026-12-07', 1],
    ]);
    expect(daysOf(diary.days)).toEqual([['2026-11-23', 1]]);
  });

  it('has what has happened a week of days at a time, the latest first, notes and visits alike', async () => {
    for (let day = 10; day <= 20; day += 1) await note(`2026-11-${day}T08:00:00Z`);
    await visit('2026-11-20T09:00:00Z', { state: 'done', done: 'Duschade.' });
    await visit('2026-11-24T09:00:00Z', { state: 'done' }); // of today: with what is to come
    const latest = await getMyCare(astrid);
    expect(latest.diary.days[0]?.entries.map(({ what }) => what)).toEqual(['visit', 'note']);
    expect(latest.diary.days.map(({ day }) => day)).toEqual(
      [20, 19, 18, 17, 16, 15, 14].map((day) => `2026-11-${day}`),
    );
    expect(latest.diary.older).toBe('2026-11-14');
    const older = await getMyCare(astrid, { before: latest.diary.older });
    expect(daysOf(older.diary.days)).toEqual([13, 12, 11, 10].map((day) => [`2026-11-${day}`, 1]));
    expect(older.diary.older).toBeNull();
    const nothing = await getMyCare(astrid, { before: calendarDate('2026-11-10') });
    expect(nothing).toMatchObject({ isEmpty: false, diary: { days: [], older: null } });
  });

  it('says that a plan is over when its last day is, and names the systems of what goes on alone', async () => {
    await putCarePlan(system, carePlan({ toOn: '2026-11-23', decided: [] }));
    expect(await getMyCare(astrid)).toMatchObject({ plans: [{ isOver: true }], sources: [] });
    await note('2026-11-09T08:00:00Z');
    expect((await getMyCare(astrid)).sources).toEqual([]);
    await note('2026-11-23T08:00:00Z');
    expect((await getMyCare(astrid)).sources).toEqual([system.systemId]);
    const other = await createSystemActor(tenantId, ['care.write']);
    await putCarePlan(other, carePlan({ toOn: '2026-11-24', decided: [] }));
    const { plans, sources } = await getMyCare(astrid);
    expect(plans.map(({ isOver }) => isOver).toSorted()).toEqual([false, true]);
    expect(sources.toSorted()).toEqual([system.systemId, other.systemId].toSorted());
  });

  it('takes no note for being of a time to come: the office’s clock may be ahead', async () => {
    await note('2026-11-27T08:00:00Z');
    expect(daysOf((await getMyCare(astrid)).diary.days)).toEqual([['2026-11-24', 1]]);
  });
});
