import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import { isWorkingDay, weekday } from '@/lib/kernel/working-day';
import { anyDay, anyMoment, momentIn, startInSweden } from '@/lib/testing/any-day';
import { rules } from '@/prisma/seed/rules';
import { appealLastOn, appealRefusal, appealRules, isLate } from './appeal';

describe('FL 44 §: the last day to appeal', () => {
  it.each([
    // FL 44 § and lag (1930:173) 1 §: the same day of the week, three weeks on.
    ['2026-11-03', '2026-11-24'],
    // Over the end of summer time, and over a leap day.
    ['2026-10-13', '2026-11-03'],
    ['2028-02-15', '2028-03-07'],
    // 2 §: an end on a day off moves to the next working day.
    ['2026-10-31', '2026-11-23'], // opened on a Saturday
    ['2026-11-01', '2026-11-23'], // and on a Sunday
    ['2026-12-03', '2026-12-28'], // would end on Christmas Eve: past Boxing Day and the weekend
    ['2026-12-10', '2027-01-04'], // would end on New Year's Eve: past New Year's Day and the weekend
    ['2026-12-16', '2027-01-07'], // would end on Epiphany
    ['2026-03-13', '2026-04-07'], // would end on Good Friday: past Easter Monday
    ['2026-05-29', '2026-06-22'], // would end on Midsummer's Eve
    ['2026-04-23', '2026-05-15'], // would end on Ascension Day; the Friday after is a working day
    ['2026-05-16', '2026-06-08'], // would end on 6 June, which is also a Saturday
  ])('opened %s: %s', (openedOn, lastOn) => {
    expect(appealLastOn(calendarDate(openedOn), 3)).toBe(lastOn);
  });

  it('never gives less than three weeks, and ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, (openedOn) => {
        const lastOn = appealLastOn(openedOn, 3);
        expect(daysBetween(openedOn, lastOn)).toBeGreaterThanOrEqual(21);
        expect(isWorkingDay(lastOn)).toBe(true);
        // Nothing but days off is skipped.
        for (let day = addDays(openedOn, 21); day < lastOn; day = addDays(day, 1)) {
          expect(isWorkingDay(day)).toBe(false);
        }
      }),
    );
  });

  it('a working day three weeks on is the same day of the week', () => {
    fc.assert(
      fc.property(anyDay, (openedOn) => {
        fc.pre(isWorkingDay(addDays(openedOn, 21)));
        expect(weekday(appealLastOn(openedOn, 3))).toBe(weekday(openedOn));
      }),
    );
  });

  it('a day later never ends sooner', () => {
    fc.assert(
      fc.property(anyDay, (openedOn) => {
        expect(appealLastOn(addDays(openedOn, 1), 3) >= appealLastOn(openedOn, 3)).toBe(true);
      }),
    );
  });
});

describe('KL 13 kap. 5 §: the last day of a legality review', () => {
  it.each([
    ['2026-11-03', '2026-11-24'],
    ['2026-12-03', '2026-12-28'], // would end on Christmas Eve
    ['2026-12-11', '2027-01-04'], // would end on New Year's Day
  ])('announced on the notice board %s: %s', (announcedOn, lastOn) => {
    expect(appealLastOn(calendarDate(announcedOn), 3)).toBe(lastOn);
  });
});

describe('each way to appeal', () => {
  it('has a rule of its own in every municipality, with its law', () => {
    for (const [kind, law] of [
      ['administrative', 'Förvaltningslagen (2017:900) 44 §'],
      ['legality', 'Kommunallagen (2017:725) 13 kap. 5 §'],
    ] as const) {
      const found = rules.filter(({ key }) => key === appealRules[kind]);
      expect(found.map(({ tenantId, source }) => `${tenantId}: ${source}`)).toEqual([
        `granvik: ${law}`,
        `ekhamn: ${law}`,
      ]);
    }
  });
});

describe('FL 45 §: in time or late', () => {
  it('sent on the last day, by the calendar in Sweden, is in time; the day after is late', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (openedOn, days) => {
        const lastOn = appealLastOn(openedOn, 3);
        expect(isLate(addDays(lastOn, days), lastOn)).toBe(days > 0);
      }),
    );
  });

  it('opened at any moment of a day and sent at any moment of the last: in time; the moment after: late', () => {
    fc.assert(
      fc.property(
        anyMoment.chain((opened) => fc.tuple(fc.constant(opened), momentIn(appealLastOn(opened.day, 3)))),
        ([opened, sentAt]) => {
          const lastOn = appealLastOn(dateInSweden(opened.at), 3);
          expect(lastOn).toBe(appealLastOn(opened.day, 3));
          expect(isLate(dateInSweden(sentAt), lastOn)).toBe(false);
          expect(isLate(dateInSweden(startInSweden(addDays(lastOn, 1))), lastOn)).toBe(true);
        },
      ),
    );
  });

  it('nobody is late where no time is reckoned', () => {
    fc.assert(fc.property(anyDay, (on) => !isLate(on, null)));
  });
});

describe('where it is appealed', () => {
  it('here only what goes to the board (FL 43 §), and only once she has got it; the court has the rest (KL 13 kap. 4 §)', () => {
    expect(appealRefusal({ isOpened: true, kind: 'administrative', steps: ['in_time'] })).toBeNull();
    expect(appealRefusal({ isOpened: false, kind: 'administrative', steps: [] })).toBe('appeal-unread');
    for (const kind of ['legality', 'none'] as const)
      for (const isOpened of [true, false])
        expect(appealRefusal({ isOpened, kind, steps: [] })).toBe('appeal-not-here');
  });

  it('once the board has passed it on (FL 46 §) the court is whom she writes to', () => {
    for (const step of ['forwarded', 'court_decided'])
      expect(appealRefusal({ isOpened: true, kind: 'administrative', steps: [step] })).toBe(
        'appeal-at-court',
      );
  });
});
