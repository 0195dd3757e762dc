import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate, daysBetween, fromDbDate } from '@/lib/kernel/calendar-date';
import { isWorkingDay } from '@/lib/kernel/working-day';
import { casePhases } from './case-lifecycle';
import { delayRequest, isMuchDelayed } from './delay';
import { isBeforeDecision } from './outlook';

const rule = { months: 6, answerWeeks: 4 };
const anyDay = fc
  .date({ min: new Date('2018-07-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => fromDbDate(day));
const undecided = casePhases.filter(isBeforeDecision);
const anyUndecided = fc.constantFrom(...undecided);

describe('FL 12 §: asking for a decision', () => {
  it.each([
    ['2026-05-24', '2026-11-25'],
    ['2026-08-31', '2027-03-01'], // six months end on 28 February, the month's last day
    ['2027-08-30', '2028-03-01'], // on 29 February in a leap year
    ['2026-06-30', '2026-12-31'], // over no year's end
    ['2026-07-01', '2027-01-02'], // the time's end on New Year's Day is not moved
  ])('received %s: from %s, not the day before', (receivedOn, from) => {
    const on = (today: string) =>
      delayRequest(
        { phase: 'being_looked_into', receivedOn: calendarDate(receivedOn), requestedOn: null },
        rule,
        calendarDate(today),
      );
    expect(on(from)).toEqual({ state: 'may', from, answerWeeks: 4 });
    expect(on(addDays(calendarDate(from), -1))).toEqual({ state: 'not-yet', from, answerWeeks: 4 });
  });

  it('may be done when six months have passed, and never before, whatever an undecided case waits for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10, max: 400 }), anyUndecided, (receivedOn, days, phase) => {
        const today = addDays(receivedOn, days);
        const { state } = delayRequest({ phase, receivedOn, requestedOn: null }, rule, today);
        expect(state).toBe(today > addMonths(receivedOn, 6) ? 'may' : 'not-yet');
      }),
    );
  });

  it('is never offered once the case is decided or has ended', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), fc.boolean(), (receivedOn, days, hasAsked) => {
        const today = addDays(receivedOn, days);
        for (const phase of casePhases.filter((one) => !undecided.includes(one))) {
          const facts = { phase, receivedOn, requestedOn: hasAsked ? today : null };
          expect(delayRequest(facts, rule, today)).toEqual({ state: 'no' });
        }
      }),
    );
  });

  it('is done once: then the board has four weeks to answer, to a working day, and it is offered no more', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 190, max: 900 }), anyUndecided, (receivedOn, days, phase) => {
        const requestedOn = addDays(receivedOn, days);
        for (const later of [0, 27, 28, 29, 365]) {
          const found = delayRequest({ phase, receivedOn, requestedOn }, rule, addDays(requestedOn, later));
          if (found.state !== 'asked') throw new Error(found.state);
          expect(isWorkingDay(found.answerBy)).toBe(true);
          const given = daysBetween(requestedOn, found.answerBy);
          // The longest run of days off that a time can end in is five.
          expect(given >= 28 && given <= 28 + 5).toBe(true);
        }
      }),
    );
  });
});

describe('FL 11 §: a case that is much delayed', () => {
  it.each([
    ['2026-10-01', 4, '2026-10-30'],
    ['2026-12-10', 4, '2027-01-08'], // over a year's end
  ])('usually decided %s, %i weeks past: from %s, not the day before', (usual, weeks, from) => {
    const facts = { phase: 'being_looked_into' as const, usuallyDecidedOn: calendarDate(usual) };
    expect(isMuchDelayed(facts, weeks, calendarDate(from))).toBe(true);
    expect(isMuchDelayed(facts, weeks, addDays(calendarDate(from), -1))).toBe(false);
  });

  it('is so while it waits, when the municipality’s weeks have passed since a day that is known', () => {
    const anyPhase = fc.constantFrom(...casePhases);
    const weeks = fc.integer({ min: 1, max: 52 });
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -400, max: 800 }),
        anyPhase,
        weeks,
        (usual, days, phase, past) => {
          const today = addDays(usual, days);
          const expected = undecided.includes(phase) && days > past * 7;
          expect(isMuchDelayed({ phase, usuallyDecidedOn: usual }, past, today)).toBe(expected);
          expect(isMuchDelayed({ phase, usuallyDecidedOn: null }, past, today)).toBe(false);
        },
      ),
    );
  });
});
