import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import { createReceivedCase, decision } from '@/lib/testing/cases-world';
import { recordDecision } from './commands/record-decision';
import { getCase } from './queries/get-case';

afterEach(() => {
  vi.useRealTimers();
});

describe('FL 12 §: the right to ask for a decision', () => {
  it('is told from the day after six months, by the municipality’s rule, until it is decided', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-24T10:00:00Z') });
    const { resident, system, caseId } = await createReceivedCase();
    const shown = async (at: string) => {
      vi.setSystemTime(new Date(at));
      return (await getCase(resident, caseId, 'sv')).delay;
    };
    // Half an hour before midnight in Sweden, and half an hour after.
    expect(await shown('2026-11-24T22:30:00Z')).toMatchObject({ state: 'not-yet' });
    expect(await shown('2026-11-24T23:30:00Z')).toEqual({ state: 'may', from: '2026-11-25', answerWeeks: 4 });
    await recordDecision(system, { caseId, ...decision() });
    expect(await shown('2026-11-26T10:00:00Z')).toEqual({ state: 'no' });
  });
});

describe('FL 11 §: being told of a delay', () => {
  it('is said when the municipality’s weeks past the usual time have gone, while the decision is waited for', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-01T10:00:00Z') });
    const { resident, system, caseId } = await createReceivedCase();
    const first = await getCase(resident, caseId, 'sv');
    const usual = addDays(calendarDate('2026-05-01'), (first.usualWeeks ?? 0) * 7);
    const shown = async (day: CalendarDate) => {
      vi.setSystemTime(new Date(`${day}T10:00:00Z`));
      return (await getCase(resident, caseId, 'sv')).isMuchDelayed;
    };
    // Granvik says four weeks.
    expect(await shown(addDays(usual, 28))).toBe(false);
    expect(await shown(addDays(usual, 29))).toBe(true);
    await recordDecision(system, { caseId, ...decision() });
    expect(await shown(addDays(usual, 30))).toBe(false);
  });
});
