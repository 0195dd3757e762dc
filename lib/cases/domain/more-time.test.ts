import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/kernel/calendar-date';
import { isWorkingDay } from '@/lib/kernel/working-day';
import { anyDay } from '@/lib/testing/any-day';
import { rules } from '@/prisma/seed/rules';
import { type MoreTimeFacts, type MoreTimeRule, mayWishFor, moreTime } from './more-time';
import { answerBy } from './supplement';

const anyRule: fc.Arbitrary<MoreTimeRule> = fc.record({
  times: fc.integer({ min: 1, max: 5 }),
  alsoLate: fc.boolean(),
  mostDays: fc.integer({ min: 1, max: 120 }),
});
const answered = fc.constantFrom('granted' as const, 'refused' as const).map((outcome) => ({ outcome }));
/** Days from today to the due date: it may have passed. */
const away = fc.integer({ min: -90, max: 90 });

describe('asking for more time', () => {
  it('is done while an office waits for her, as often as the municipality says, and one at a time', () => {
    const asked = fc.array(fc.oneof(answered, fc.constant({ outcome: null })), { maxLength: 6 });
    fc.assert(
      fc.property(anyDay, away, anyRule, asked, fc.boolean(), (today, days, rule, before, isOpen) => {
        const dueOn = addDays(today, days);
        const { state } = moreTime({ isOpen, dueOn, asked: before }, rule, today);
        const why = [
          !isOpen && 'no',
          before.some(({ outcome }) => outcome === null) && 'waiting',
          before.length >= rule.times && 'used',
          answerBy(dueOn) < today && !rule.alsoLate && 'late',
        ].find(Boolean);
        expect(state).toBe(why ?? 'may');
      }),
    );
  });

  it('is for a day after the last on which she is in time, and never one that has been', () => {
    fc.assert(
      fc.property(anyDay, away, anyRule, (today, days, rule) => {
        const dueOn = addDays(today, days);
        const offer = moreTime({ isOpen: true, dueOn, asked: [] }, { ...rule, alsoLate: true }, today);
        if (offer.state !== 'may') throw new Error('She may ask');
        expect(offer.from > answerBy(dueOn) && offer.from > today).toBe(true);
        expect(offer.from <= offer.to).toBe(true);
        // As many days as the rule says can be wished for: none before them, and none after.
        const wished = Array.from({ length: 300 }, (_, n) => addDays(offer.from, n - 100));
        expect(wished.filter((day) => mayWishFor(day, offer))).toHaveLength(rule.mostDays);
        expect(mayWishFor(offer.from, offer) && mayWishFor(offer.to, offer)).toBe(true);
      }),
    );
  });

  it('lag (1930:173) 2 §: a due date on a day off is no reason to ask for the working day after it', () => {
    const rule = { times: 1, alsoLate: false, mostDays: 14 };
    const facts: MoreTimeFacts = { isOpen: true, dueOn: calendarDate('2026-12-24'), asked: [] };
    // Past Christmas Eve, Boxing Day and the weekend: she is in time on Monday the 28th anyway.
    for (const today of ['2026-12-20', '2026-12-28'])
      expect(moreTime(facts, rule, calendarDate(today))).toEqual({
        state: 'may',
        from: '2026-12-29',
        to: '2027-01-11',
      });
    expect(moreTime(facts, rule, calendarDate('2026-12-29'))).toEqual({ state: 'late' });
    fc.assert(
      fc.property(anyDay, anyRule, (dueOn, any) => {
        const offer = moreTime({ isOpen: true, dueOn, asked: [] }, any, dueOn);
        if (offer.state === 'may') expect(isWorkingDay(addDays(offer.from, -1))).toBe(true);
      }),
    );
  });

  it('is not offered where the municipality has no rule; both have one', () => {
    const facts = { isOpen: true, dueOn: calendarDate('2026-12-09'), asked: [] };
    expect(moreTime(facts, null, calendarDate('2026-11-24'))).toEqual({ state: 'no' });
    const own = rules.filter(({ key }) => key === 'more-time.request');
    expect(own.map(({ tenantId }) => tenantId)).toEqual(['granvik', 'ekhamn']);
  });
});
