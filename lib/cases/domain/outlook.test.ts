import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '@/lib/kernel/calendar-date';
import { casePhases } from './case-lifecycle';
import { type OutlookFacts, outlook } from './outlook';

const today = calendarDate('2026-11-24');
const facts = (more: Partial<OutlookFacts>): OutlookFacts => ({
  phase: 'received_by_us',
  receivedOn: calendarDate('2026-11-20'),
  dueOn: null,
  comments: { dueOn: null, areGiven: false },
  moreTime: null,
  hasUnreadDecision: false,
  appealLastOn: null,
  firstAnswerWorkingDays: 5,
  usualWeeks: 8,
  expected: null,
  toldOn: null,
  saidOn: null,
  statusLateOn: null,
  ...more,
});

describe('what stands first on a case’s page', () => {
  it.each([
    [{ phase: 'received_by_us' }, 'received_by_us', 'us', null],
    // Five working days from Friday the 20th.
    [{ phase: 'received_by_office' }, 'received_by_office', 'office', 'promised 2026-11-27'],
    [{ phase: 'received_by_office', firstAnswerWorkingDays: null }, 'received_by_office', 'office', null],
    [{ phase: 'being_looked_into' }, 'being_looked_into', 'office', 'usual 2027-01-15'],
    [{ phase: 'being_looked_into', usualWeeks: null }, 'being_looked_into', 'office', null],
    [{ phase: 'waiting_for_you', dueOn: '2026-11-24' }, 'waiting_for_you', 'you', 'due 2026-11-24'],
    [{ phase: 'waiting_for_you', dueOn: '2026-11-23' }, 'waiting_for_you', 'you', 'due 2026-11-23 passed'],
    [
      { phase: 'comments_before_decision', comments: { dueOn: '2026-12-04', areGiven: false } },
      'comments_before_decision',
      'you',
      'due 2026-12-04',
    ],
    [
      { phase: 'comments_before_decision', comments: { dueOn: null, areGiven: true } },
      'comments_given',
      'office',
      null,
    ],
    [{ phase: 'decided', appealLastOn: '2026-11-24' }, 'decision_read', 'nobody', 'appeal 2026-11-24'],
    [{ phase: 'decided', appealLastOn: '2026-11-23' }, 'appeal_over', 'nobody', 'appeal 2026-11-23 passed'],
    [{ phase: 'decided' }, 'decision_final', 'nobody', null],
    [
      { phase: 'being_looked_into', statusLateOn: '2026-12-01' },
      'being_looked_into',
      'office',
      'usual 2027-01-15',
    ],
    [
      { phase: 'being_looked_into', statusLateOn: '2026-11-23' },
      'being_looked_into',
      'office',
      'status 2026-11-23 passed',
    ],
    [{ phase: 'appealed', statusLateOn: '2026-12-01' }, 'appealed', 'court', 'status 2026-12-01'],
    [{ phase: 'decided', statusLateOn: '2026-11-23' }, 'decision_final', 'nobody', null],
    [
      { phase: 'being_looked_into', expected: { halfOn: '2026-11-24', nineOfTenOn: '2026-12-24' } },
      'being_looked_into',
      'office',
      'expected 2026-11-24',
    ],
    [
      { phase: 'being_looked_into', expected: { halfOn: '2026-11-23', nineOfTenOn: '2026-12-24' } },
      'being_looked_into',
      'office',
      'expected 2026-12-24',
    ],
    [
      { phase: 'being_looked_into', expected: { halfOn: '2026-10-23', nineOfTenOn: '2026-11-23' } },
      'being_looked_into',
      'office',
      'expected 2026-11-23 passed',
    ],
    [
      {
        phase: 'being_looked_into',
        toldOn: '2027-02-15',
        expected: { halfOn: '2026-10-23', nineOfTenOn: '2026-11-23' },
      },
      'being_looked_into',
      'office',
      'told 2027-02-15',
    ],
    [
      { phase: 'being_looked_into', toldOn: '2026-11-23' },
      'being_looked_into',
      'office',
      'told 2026-11-23 passed',
    ],
    [{ phase: 'comments_before_decision' }, 'comments_before_decision', 'you', null],
    [
      { phase: 'being_carried_out', appealLastOn: '2026-11-24' },
      'being_carried_out',
      'office',
      'appeal 2026-11-24',
    ],
    [{ phase: 'being_carried_out', appealLastOn: '2026-11-23' }, 'being_carried_out', 'office', null],
    [{ phase: 'appealed', appealLastOn: '2026-11-24' }, 'appealed', 'court', null],
    [{ phase: 'closed' }, 'closed', 'nobody', null],
    [{ phase: 'withdrawn' }, 'withdrawn', 'nobody', null],
  ] as const)('%j: %s, %s, %s', (more, situation, actor, by) => {
    const found = outlook(facts(more as Partial<OutlookFacts>), today);
    expect(found).toMatchObject({ situation, actor });
    expect(found.by && `${found.by.kind} ${found.by.on}${found.by.hasPassed ? ' passed' : ''}`).toBe(by);
  });

  it('a decision to read goes before all else', () => {
    for (const phase of casePhases) {
      expect(outlook(facts({ phase, hasUnreadDecision: true }), today)).toMatchObject({
        situation: 'decision_unread',
        actor: 'you',
      });
    }
  });

  it('a day has passed the day after, never on the day itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const dueOn = addDays(today, days);
        const { by } = outlook(facts({ phase: 'waiting_for_you', dueOn }), today);
        expect(by?.hasPassed).toBe(days < 0);
      }),
    );
  });
});
