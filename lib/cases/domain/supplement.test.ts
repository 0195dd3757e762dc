import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { isWorkingDay } from '@/lib/kernel/working-day';
import { anyDay, anyOddDay, momentIn, startInSweden } from '@/lib/testing/any-day';
import { answerBy, dueState, isChangedElsewhere, itemsAnswered, sameTexts, textsOf } from './supplement';

const today = calendarDate('2026-11-24');

describe('a due date', () => {
  it.each([
    ['2026-12-24', 'ahead', 30],
    ['2026-11-28', 'ahead', 4],
    ['2026-11-27', 'soon', 3],
    ['2026-11-24', 'soon', 0],
    ['2026-11-23', 'late', 1],
    ['2026-10-24', 'late', 31],
  ])('%s is %s, %i days', (dueOn, state, days) => {
    expect(dueState(calendarDate(dueOn), today)).toEqual({ state, days });
  });
});

describe('lag (1930:173) 2 §: a due date on a day off', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-22', '2026-11-23'], // a Sunday
    ['2026-12-24', '2026-12-28'], // Christmas Eve, past Boxing Day and the weekend
    ['2026-12-31', '2027-01-04'], // New Year's Eve
    ['2027-01-06', '2027-01-07'], // Epiphany
  ])('%s: in time until %s', (dueOn, until) => {
    expect(answerBy(calendarDate(dueOn))).toBe(until);
  });
});

describe('a due date, whatever the day', () => {
  it('lag (1930:173) 2 §: moves past days off and no further, and never back', () => {
    fc.assert(
      fc.property(anyDay, (dueOn) => {
        const until = answerBy(dueOn);
        expect(isWorkingDay(until)).toBe(true);
        for (let day = dueOn; day < until; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
        // Moved once it stands, and whoever has a later day is never the worse for it.
        expect(answerBy(until)).toBe(until);
        expect(answerBy(addDays(dueOn, 1)) >= until).toBe(true);
      }),
    );
  });

  it('is late from the day after, and says by how much', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, days) => {
        const { state, days: said } = dueState(addDays(day, days), day);
        expect([state, said]).toEqual([days < 0 ? 'late' : days <= 3 ? 'soon' : 'ahead', Math.abs(days)]);
      }),
    );
  });

  it('is met at every moment of that day in Sweden, 23 hours long or 25, and missed at the next', () => {
    fc.assert(
      fc.property(
        anyOddDay.chain((dueOn) => fc.tuple(fc.constant(answerBy(dueOn)), momentIn(answerBy(dueOn)))),
        ([until, sentAt]) => {
          expect(dueState(until, dateInSweden(sentAt)).state).toBe('soon');
          const next = startInSweden(addDays(until, 1));
          expect(dueState(until, dateInSweden(next))).toEqual({ state: 'late', days: 1 });
        },
      ),
    );
  });
});

describe('a draft that was changed elsewhere', () => {
  it.each([
    ['same version', { texts: { 1: 'a' }, version: 3 }, { texts: { 1: 'b' }, version: 3 }, false],
    ['newer, another text', { texts: { 1: 'a' }, version: 4 }, { texts: { 1: 'b' }, version: 3 }, true],
    ['newer, the same text', { texts: { 1: 'a' }, version: 4 }, { texts: { 1: 'a' }, version: 3 }, false],
    ['nothing written yet', { texts: {}, version: 0 }, { texts: { 1: 'b' }, version: 0 }, false],
    ['a version made up', { texts: { 1: 'a' }, version: 3 }, { texts: { 1: 'b' }, version: 4 }, true],
    ['a form without version', { texts: { 1: 'a' }, version: 0 }, { texts: { 1: 'b' }, version: -1 }, true],
  ])('%s', (_, kept, posted, isChanged) => {
    expect(isChangedElsewhere(kept, posted)).toBe(isChanged);
  });
});

describe('what is said of each thing asked for', () => {
  const items = [{ id: '1' }, { id: '2' }];

  it('is kept for what was asked, and only where it says something', () => {
    expect(textsOf(items, { 1: ' ja ', 2: '  ', 3: 'något annat' }, (text) => text.trim())).toEqual({
      1: 'ja',
    });
    expect(textsOf(items, { 1: ' ja ', 2: '' })).toEqual({ 1: ' ja ' });
  });

  it('is the same where nothing differs, however little is said', () => {
    expect(sameTexts({ 1: 'ja', 2: '' }, { 1: 'ja' })).toBe(true);
    expect(sameTexts({ 1: 'ja' }, { 1: 'ja', 2: 'nej' })).toBe(false);
  });

  it('is answered by a text or by a file, in whichever part', () => {
    const answered = itemsAnswered([
      { texts: { 1: 'ja' }, files: [] },
      { texts: {}, files: [{ itemId: '3' }] },
    ]);
    expect([...answered]).toEqual(['1', '3']);
  });
});
