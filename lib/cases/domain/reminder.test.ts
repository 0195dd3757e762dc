import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/kernel/calendar-date';
import { anyDay } from '@/lib/testing/any-day';
import { rules } from '@/prisma/seed/rules';
import { reminderDue } from './reminder';
import { answerBy } from './supplement';

const anyRule = fc.record({
  daysBefore: fc.integer({ min: 1, max: 14 }),
  lateWithinDays: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
});

describe('a reminder of a due date', () => {
  it('comes so many days before as the municipality says, and again only when it has passed', () => {
    const rule = { daysBefore: 3, lateWithinDays: 7 };
    // A Thursday, Christmas Eve: she is in time until Monday the 28th (lag (1930:173) 2 §).
    const dueOn = answerBy(calendarDate('2026-12-24'));
    const on = (today: string) =>
      reminderDue({ dueOn, toldOn: calendarDate('2026-12-01') }, rule, calendarDate(today));
    expect(on('2026-12-24')).toBeNull();
    for (const day of ['2026-12-25', '2026-12-27', '2026-12-28']) expect(on(day)).toBe('before');
    for (const day of ['2026-12-29', '2027-01-04']) expect(on(day)).toBe('after');
    expect(on('2027-01-05')).toBeNull();
  });

  it('never while more days are left than the rule says, nor of what was long ago', () => {
    const away = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), away, anyRule, (toldOn, given, days, rule) => {
        const dueOn = addDays(toldOn, given);
        const stage = reminderDue({ dueOn, toldOn }, rule, addDays(dueOn, -days));
        if (stage === 'before') {
          expect(days >= 0 && days <= rule.daysBefore).toBe(true);
          // At least as much time has gone as is left.
          expect(given).toBeGreaterThanOrEqual(2 * rule.daysBefore);
        } else if (stage === 'after') {
          expect(days < 0 && -days <= (rule.lateWithinDays ?? 0)).toBe(true);
        }
      }),
    );
  });

  it('goes through every day of a time once each way: nothing, before, after, nothing', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 90 }), anyRule, (toldOn, given, rule) => {
        const dueOn = addDays(toldOn, given);
        const stages = Array.from({ length: given + 30 }, (_, n) =>
          reminderDue({ dueOn, toldOn }, rule, addDays(toldOn, n)),
        );
        const changes = stages.filter((stage, n) => n > 0 && stage !== stages[n - 1]).length;
        expect(changes).toBeLessThanOrEqual(3);
        expect(stages.filter((stage) => stage === 'before').length).toBe(
          given >= 2 * rule.daysBefore ? rule.daysBefore + 1 : 0,
        );
      }),
    );
  });

  it('of a day that has been moved is another: the new one counts from when she was told of it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyRule, (movedOn, more, rule) => {
        const dueOn = addDays(movedOn, more);
        const onThatDay = reminderDue({ dueOn, toldOn: movedOn }, rule, movedOn);
        expect(onThatDay).toBeNull();
      }),
    );
  });

  it('has a rule in every municipality', () => {
    for (const key of ['reminder.due-date', 'reminder.appeal'])
      expect(rules.filter((rule) => rule.key === key).map(({ tenantId }) => tenantId)).toEqual([
        'granvik',
        'ekhamn',
      ]);
  });
});
