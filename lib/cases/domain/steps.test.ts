import { describe, expect, it } from 'vitest';
import { casePhases } from './case-lifecycle';
import { caseSteps } from './steps';

const all = {
  receivedAt: new Date('2026-11-01T10:00:00Z'),
  receivedByOfficeAt: new Date('2026-11-01T10:01:00Z'),
  lookedIntoAt: new Date('2026-11-04T08:00:00Z'),
  decidedAt: new Date('2026-11-20T08:00:00Z'),
};
const none = { receivedAt: all.receivedAt, receivedByOfficeAt: null, lookedIntoAt: null, decidedAt: null };
const picture = (steps: ReturnType<typeof caseSteps>) => steps.map(({ state }) => state).join(' ');

describe('the steps of a case', () => {
  it.each([
    ['received_by_us', 'current coming coming coming'],
    ['received_by_office', 'done current coming coming'],
    ['being_looked_into', 'done done current coming'],
    ['waiting_for_you', 'done done current coming'],
    ['comments_before_decision', 'done done current coming'],
    ['decided', 'done done done current'],
    ['being_carried_out', 'done done done current'],
    ['appealed', 'done done done current'],
    ['closed', 'done done done done'],
  ] as const)('%s: %s', (phase, states) => {
    expect(picture(caseSteps(phase, all))).toBe(states);
  });

  it('says that it waits for her only while it does', () => {
    for (const phase of casePhases) {
      const waiting = caseSteps(phase, all).filter((step) => step.isWaitingForYou);
      expect(waiting.length).toBe(phase === 'waiting_for_you' ? 1 : 0);
    }
  });

  it('ends where the case did: withdrawn before anybody looked, nothing is shown as decided', () => {
    expect(caseSteps('withdrawn', none).map(({ name }) => name)).toEqual(['received-by-us']);
    expect(caseSteps('closed', { ...all, decidedAt: null }).map(({ name }) => name)).not.toContain('decided');
  });

  it('gives no time to what is still to come', () => {
    for (const phase of casePhases) {
      for (const step of caseSteps(phase, all)) {
        if (step.state === 'coming') expect(step.at).toBeNull();
      }
    }
  });

  it('begins with the office where it went straight there', () => {
    const straight = { ...all, receivedAt: null };
    for (const phase of casePhases) {
      expect(caseSteps(phase, straight)[0]?.name, phase).toBe('received-by-office');
    }
  });
});
