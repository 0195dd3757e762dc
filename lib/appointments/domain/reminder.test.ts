import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReminderAhead, reminderDue, type ToBeReminded } from './reminder';

const MINUTE = 60_000;
const startsAt = new Date('2026-12-04T08:15:00Z');
const before = (minutes: number) => new Date(startsAt.getTime() - minutes * MINUTE);
const booking = (more: Partial<ToBeReminded> = {}): ToBeReminded => ({
  startsAt,
  remindMinutes: [2880, 180],
  gotAt: before(10_000),
  reminded: [],
  ...more,
});

describe('a reminder of a meeting', () => {
  it('is due at its moment and not before, and once', () => {
    expect(reminderDue(booking(), new Date(before(2880).getTime() - 1))).toBeNull();
    expect(reminderDue(booking(), before(2880))).toBe(2880);
    expect(reminderDue(booking({ reminded: [2880] }), before(2000))).toBeNull();
    expect(reminderDue(booking({ reminded: [2880] }), before(180))).toBe(180);
    expect(reminderDue(booking({ reminded: [2880, 180] }), before(1))).toBeNull();
  });

  it('that came too late for is left out: only the latest is of use', () => {
    expect(reminderDue(booking(), before(100))).toBe(180);
    expect(reminderDue(booking({ reminded: [180] }), before(100))).toBeNull();
  });

  it('is none for who got the time after its moment', () => {
    expect(reminderDue(booking({ gotAt: before(120) }), before(60))).toBeNull();
    expect(reminderDue(booking({ gotAt: before(1000) }), before(999))).toBeNull();
    expect(reminderDue(booking({ gotAt: before(1000) }), before(180))).toBe(180);
  });

  it('is never of a meeting that has begun, nor where the type has none', () => {
    expect(reminderDue(booking(), startsAt)).toBeNull();
    expect(reminderDue(booking({ remindMinutes: [] }), before(10))).toBeNull();
    expect(reminderDue(booking({ remindMinutes: [0, -5] }), before(10))).toBeNull();
  });

  it('run at any moments is each at most once, in order, each at or after its own', () => {
    const minutes = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        fc.uniqueArray(minutes, { maxLength: 4 }),
        fc.integer({ min: 0, max: 6000 }),
        fc.array(fc.integer({ min: -10, max: 6000 }), { maxLength: 40 }),
        (remindMinutes, gotBefore, runs) => {
          const reminded: number[] = [];
          for (const run of runs.toSorted((a, b) => b - a)) {
            const due = reminderDue(
              booking({ remindMinutes, gotAt: before(gotBefore), reminded }),
              before(run),
            );
            if (due === null) continue;
            expect(run).toBeGreaterThan(0);
            expect(due).toBeGreaterThanOrEqual(run);
            expect(due).toBeLessThanOrEqual(gotBefore);
            expect(due).toBeLessThan(Math.min(...reminded, Infinity));
            reminded.push(due);
          }
        },
      ),
    );
  });
});

describe('that she will be reminded', () => {
  it('can be said while the moment of a reminder is to come, and where there are any', () => {
    expect(isReminderAhead(booking(), before(181))).toBe(true);
    expect(isReminderAhead(booking(), before(180))).toBe(false);
    expect(isReminderAhead(booking({ remindMinutes: [] }), before(5000))).toBe(false);
    expect(isReminderAhead(booking({ remindMinutes: [0] }), before(5000))).toBe(false);
  });
});
