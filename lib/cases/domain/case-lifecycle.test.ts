import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseAction, type CasePhase, caseActions, casePhases, stepFor } from './case-lifecycle';

const since = new Date('2026-11-20T10:00:00Z');
const later = { occurredAt: new Date('2026-11-21T10:00:00Z'), phaseSince: since };
const earlier = { occurredAt: new Date('2026-11-19T10:00:00Z'), phaseSince: since };

const D = 'case-decided';
const E = 'case-ended';
// Written out once more, by hand, as a table that can be read against the law and the service's process. A question mark:
// only what happened after the phase began leads there.
const [office, looked, you, comments] = [
  'received_by_office',
  'being_looked_into',
  'waiting_for_you',
  'comments_before_decision',
];
const on = ['stay', 'decided', 'being_carried_out', 'appealed', 'closed', 'withdrawn'];
const expected: Record<CasePhase, Record<CaseAction, string>> = {
  received_by_us: row(office, looked, you, 'stay', comments, ...on),
  received_by_office: row('stay', looked, you, 'stay', comments, ...on),
  being_looked_into: row('stay', 'stay', you, 'stay', `${comments}?`, ...on),
  waiting_for_you: row('stay', 'stay', 'stay', looked, 'stay', ...on),
  comments_before_decision: row('stay', `${looked}?`, you, 'stay', 'stay', ...on),
  decided: row('stay', D, D, 'stay', D, D, 'stay', 'being_carried_out', 'appealed?', 'closed', D),
  being_carried_out: row('stay', D, D, 'stay', D, D, 'stay', 'stay', 'appealed?', 'closed', D),
  appealed: row(
    'stay',
    `${looked}?`,
    D,
    'stay',
    D,
    D,
    'decided?',
    'being_carried_out?',
    'stay',
    'closed?',
    D,
  ),
  closed: row('stay', E, E, 'stay', E, E, 'stay', E, 'appealed?', 'stay', E),
  withdrawn: row('stay', E, E, 'stay', E, E, 'stay', E, 'appealed?', 'closed', 'stay'),
};

function row(...steps: string[]): Record<CaseAction, string> {
  expect(steps).toHaveLength(caseActions.length);
  return Object.fromEntries(caseActions.map((action, index) => [action, steps[index]])) as Record<
    CaseAction,
    string
  >;
}

const pairs = casePhases.flatMap((phase) => caseActions.map((action) => [phase, action] as const));

describe('a case', () => {
  it.each(pairs)('%s, then %s', (phase, action) => {
    const step = stepFor(phase, action, later);
    expect(typeof step === 'object' ? step.refuse : step).toBe(expected[phase][action].replace('?', ''));
  });

  it.each(pairs)('%s, %s told late: never moves back, never refused', (phase, action) => {
    const onTime = expected[phase][action];
    const isKept = onTime === D || onTime === E || onTime.endsWith('?');
    expect(stepFor(phase, action, earlier)).toBe(isKept ? 'stay' : onTime);
  });

  it('is never left in a phase it can’t be moved from', () => {
    for (const phase of casePhases) {
      const steps = caseActions.map((action) => stepFor(phase, action, later));
      expect(
        steps.some((step) => step !== phase && casePhases.includes(step as CasePhase)),
        phase,
      ).toBe(true);
    }
  });

  it('a decision and an appeal are always taken in', () => {
    for (const phase of casePhases)
      for (const action of ['decide', 'appeal'] as const)
        for (const when of [earlier, later]) expect(typeof stepFor(phase, action, when)).toBe('string');
  });

  it('ends where the last thing that happened left it, in whatever order and however often it is told', () => {
    const story: [CaseAction, CasePhase][] = [
      ['receive-by-office', 'received_by_office'],
      ['look-into', 'being_looked_into'],
      ['ask-comments', 'comments_before_decision'],
      ['look-into', 'being_looked_into'],
      ['decide', 'decided'],
      ['appeal', 'appealed'],
      ['decide', 'decided'],
      ['carry-out', 'being_carried_out'],
      ['appeal', 'appealed'],
      ['carry-out', 'being_carried_out'],
      ['close', 'closed'],
      ['appeal', 'appealed'],
    ];
    const happened = story.map(([action, phase], hour) => ({
      action,
      phase,
      at: new Date(since.getTime() + hour * 3_600_000),
    }));
    const told = fc
      .integer({ min: 1, max: story.length })
      .map((length) => happened.slice(0, length))
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(told, ([inOrder, shuffled]) => {
        let phase: CasePhase = 'received_by_us';
        let phaseSince = since;
        for (const { action, at } of [...shuffled, ...shuffled]) {
          const step = stepFor(phase, action, { occurredAt: at, phaseSince });
          expect(typeof step).toBe('string');
          if (step !== 'stay' && step !== phase) {
            phase = step as CasePhase;
            phaseSince = at;
          }
        }
        expect(phase).toBe(inOrder.at(-1)?.phase);
      }),
      { numRuns: 2000 },
    );
  });
});
