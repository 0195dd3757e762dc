import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate, dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import { isWorkingDay } from '@/lib/kernel/working-day';
import { anyDay, anyMoment, startInSweden } from '@/lib/testing/any-day';
import { casePhases } from './case-lifecycle';
import { answerToRequestBy, delayRequest, isMuchDelayed } from './delay';
import { isBeforeDecision } from './outlook';

const rule = { months: 6, answerWeeks: 4 };
const notAsked = { request: null, isAnswered: false };
const anyAsked = fc.record({
  request: fc.option(fc.record({ answerBy: anyDay })),
  isAnswered: fc.boolean(),
});
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
        { phase: 'being_looked_into', receivedOn: calendarDate(receivedOn), ...notAsked },
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
        const { state } = delayRequest({ phase, receivedOn, ...notAsked }, rule, today);
        expect(state).toBe(today > addMonths(receivedOn, 6) ? 'may' : 'not-yet');
      }),
    );
  });

  it('by the clock in Sweden: not at the last moment of the day on which six months end, and from the next', () => {
    fc.assert(
      fc.property(anyMoment, ({ day, at }) => {
        const ends = addMonths(day, 6);
        const on = (now: Date) =>
          delayRequest(
            { phase: 'being_looked_into', receivedOn: dateInSweden(at), ...notAsked },
            rule,
            dateInSweden(now),
          ).state;
        const next = startInSweden(addDays(ends, 1));
        expect([on(new Date(next.getTime() - 1)), on(next)]).toEqual(['not-yet', 'may']);
      }),
    );
  });

  it('is never offered once the case is decided or has ended', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), anyAsked, (receivedOn, days, asked) => {
        const today = addDays(receivedOn, days);
        for (const phase of casePhases.filter((one) => !undecided.includes(one))) {
          const facts = { phase, receivedOn, ...asked };
          expect(delayRequest(facts, rule, today)).toEqual({ state: 'no' });
        }
      }),
    );
  });

  it('is done once: then the board has four weeks to answer, to a working day, and it is offered no more', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 190, max: 900 }), anyUndecided, (receivedOn, days, phase) => {
        const requestedOn = addDays(receivedOn, days);
        const answerBy = answerToRequestBy(requestedOn, rule);
        expect(isWorkingDay(answerBy)).toBe(true);
        const given = daysBetween(requestedOn, answerBy);
        // The longest run of days off that a time can end in is five.
        expect(given >= 28 && given <= 28 + 5).toBe(true);
        for (const later of [0, 27, 28, 29, 365]) {
          const facts = { phase, receivedOn, request: { answerBy }, isAnswered: false };
          expect(delayRequest(facts, rule, addDays(requestedOn, later))).toEqual({
            state: 'asked',
            answerBy,
          });
        }
      }),
    );
  });

  it('has had its answer when the board has made a decision of its own: it is not offered again', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 900 }),
        anyUndecided,
        anyAsked,
        (on, days, phase, asked) => {
          const facts = { phase, receivedOn: on, ...asked, isAnswered: true };
          expect(delayRequest(facts, rule, addDays(on, days))).toEqual({ state: 'answered' });
        },
      ),
    );
  });
});

describe('FL 11 §: a case that is much delayed', () => {
  it.each([
    ['2026-10-01', 4, '2026-10-30'],
    ['2026-12-10', 4, '2027-01-08'], // over a year's end
  ])('usually decided %s, %i weeks past: from %s, not the day before', (usual, weeks, from) => {
    const facts = { phase: 'being_looked_into' as const, usuallyDecidedOn: calendarDate(usual), told: null };
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
          expect(isMuchDelayed({ phase, usuallyDecidedOn: usual, told: null }, past, today)).toBe(expected);
          expect(isMuchDelayed({ phase, usuallyDecidedOn: null, told: null }, past, today)).toBe(false);
        },
      ),
    );
  });

  it('has been told of: it is so again only when the day that was named has passed as long, and never without one', () => {
    const weeks = fc.integer({ min: 1, max: 52 });
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: -400, max: 800 }),
        anyUndecided,
        weeks,
        (usual, named, days, phase, past) => {
          const facts = { phase, usuallyDecidedOn: usual };
          const today = addDays(named, days);
          expect(isMuchDelayed({ ...facts, told: { expectedOn: named } }, past, today)).toBe(days > past * 7);
          expect(isMuchDelayed({ ...facts, told: { expectedOn: null } }, past, today)).toBe(false);
        },
      ),
    );
  });
});
