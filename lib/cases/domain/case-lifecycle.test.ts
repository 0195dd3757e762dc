import { describe, expect, it } from 'vitest';
import {
  type CaseAction,
  type CasePhase,
  caseActions,
  casePhases,
  lifecycle,
  stepFor,
} from './case-lifecycle';

const since = new Date('2026-11-20T10:00:00Z');
const later = { occurredAt: new Date('2026-11-21T10:00:00Z'), phaseSince: since };
const earlier = { occurredAt: new Date('2026-11-19T10:00:00Z'), phaseSince: since };

const D = 'case-decided';
const E = 'case-ended';
// Written out once more, by hand, as a table that can be read against the law and the service's process.
const expected: Record<CasePhase, Record<CaseAction, string>> = {
  received_by_us: row(
    'received_by_office',
    'being_looked_into',
    'waiting_for_you',
    'stay',
    'decided',
    'closed',
    'withdrawn',
  ),
  received_by_office: row(
    'stay',
    'being_looked_into',
    'waiting_for_you',
    'stay',
    'decided',
    'closed',
    'withdrawn',
  ),
  being_looked_into: row('stay', 'stay', 'waiting_for_you', 'stay', 'decided', 'closed', 'withdrawn'),
  waiting_for_you: row('stay', 'stay', 'stay', 'being_looked_into', 'decided', 'closed', 'withdrawn'),
  decided: row('stay', D, D, 'stay', 'stay', 'closed', D),
  closed: row('stay', E, E, 'stay', 'stay', 'stay', E),
  withdrawn: row('stay', E, E, 'stay', 'stay', 'closed', 'stay'),
};

function row(...steps: string[]): Record<CaseAction, string> {
  return Object.fromEntries(caseActions.map((action, index) => [action, steps[index]])) as Record<
    CaseAction,
    string
  >;
}

const pairs = casePhases.flatMap((phase) => caseActions.map((action) => [phase, action] as const));

describe('a case', () => {
  it.each(pairs)('%s, then %s', (phase, action) => {
    const step = stepFor(phase, action, later);
    expect(typeof step === 'object' ? step.refuse : step).toBe(expected[phase][action]);
  });

  it.each(pairs)('%s, %s told late: never moves back, never refused', (phase, action) => {
    const step = stepFor(phase, action, earlier);
    const onTime = lifecycle[phase][action];
    expect(step).toEqual(typeof onTime === 'object' ? 'stay' : onTime);
  });

  it('is never left in a phase it can be moved to and not from, but for the last', () => {
    for (const phase of casePhases.filter((phase) => phase !== 'closed')) {
      expect(caseActions.some((action) => casePhases.includes(lifecycle[phase][action] as CasePhase))).toBe(
        true,
      );
    }
  });

  it('a decision is always taken in', () => {
    for (const phase of casePhases) expect(typeof lifecycle[phase].decide).toBe('string');
  });
});
