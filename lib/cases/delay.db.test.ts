import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import { isAppError } from '@/lib/platform/errors';
import {
  auditOf,
  createReceivedCase,
  decision,
  delayNotice,
  eventsOf,
  stateOf,
} from '@/lib/testing/cases-world';
import { openDecision } from './commands/open-decision';
import { recordDecision } from './commands/record-decision';
import { recordDelayNotice } from './commands/record-delay-notice';
import { recordPhase } from './commands/record-phase';
import { requestDecision } from './commands/request-decision';
import { getCase } from './queries/get-case';
import { getDecision } from './queries/get-decision';
import { getDelayRequest } from './queries/get-delay-request';

afterEach(() => {
  vi.useRealTimers();
});

const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

/** Received on 24 May: six months end on 24 November. */
async function longAgo() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-24T10:00:00Z') });
  const theCase = await createReceivedCase();
  const { resident, caseId } = theCase;
  const goTo = (at: string) => vi.setSystemTime(new Date(at));
  const request = (reasons = '') => requestDecision(resident, { caseId, reasons });
  const shown = async () => (await getCase(resident, caseId, 'sv')).delay;
  return { ...theCase, goTo, request, shown };
}

describe('FL 12 §: the right to ask for a decision', () => {
  it('is told from the day after six months, by the municipality’s rule, until it is decided', async () => {
    const { goTo, shown, system, caseId } = await longAgo();
    // Half an hour before midnight in Sweden, and half an hour after.
    goTo('2026-11-24T22:30:00Z');
    expect((await shown()).request).toMatchObject({ state: 'not-yet' });
    goTo('2026-11-24T23:30:00Z');
    expect((await shown()).request).toEqual({ state: 'may', from: '2026-11-25', answerWeeks: 4 });
    await recordDecision(system, { caseId, ...decision() });
    goTo('2026-11-26T10:00:00Z');
    expect((await shown()).request).toEqual({ state: 'no' });
  });

  it('is used once, kept with its reasons and the board’s last day, and told to the office', async () => {
    const { goTo, shown, request, resident, tenantId, caseId, ...theCase } = await longAgo();
    goTo('2026-11-24T22:30:00Z');
    expect(await reason(request())).toBe('errors:delay-request-not-yet');
    goTo('2026-11-25T10:00:00Z');
    expect(await reason(request('x'.repeat(4001)))).toBe('Invalid');
    const first = await request('Jag behöver hjälp nu.');
    // Four weeks end on 23 December, a working day.
    expect(first).toEqual({ answerBy: '2026-12-23' });
    goTo('2026-11-30T10:00:00Z');
    expect(await request('Något annat.')).toEqual(first);
    expect((await shown()).request).toEqual({ state: 'asked', answerBy: '2026-12-23' });
    const { sent } = await getDelayRequest(resident, caseId, 'sv');
    expect(sent).toMatchObject({ reasons: 'Jag behöver hjälp nu.', receivedAt: null });
    const { events, phase } = await stateOf({ ...theCase, tenantId, caseId, resident });
    expect([events.filter((kind) => kind === 'delay-requested'), phase]).toEqual([
      ['delay-requested'],
      'received_by_office',
    ]);
    expect(
      (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.delay-requested'),
    ).toHaveLength(1);
    expect((await auditOf(tenantId, caseId)).map(({ action }) => action)).toContain('cases.request-decision');
  });

  it('two at once: one request', async () => {
    const { goTo, request, tenantId, caseId } = await longAgo();
    goTo('2026-11-25T10:00:00Z');
    await Promise.all([request('Ett'), request('Två')]);
    expect(
      (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.delay-requested'),
    ).toHaveLength(1);
  });

  it('is answered no in a decision of its own: it can be appealed, the case goes on, and nothing is asked again', async () => {
    const { goTo, shown, request, resident, system, caseId, ...theCase } = await longAgo();
    goTo('2026-11-25T10:00:00Z');
    await request();
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
    goTo('2026-12-10T10:00:00Z');
    const no = decision({ matter: 'delay_request', outcome: 'rejected' });
    const { decisionId } = await recordDecision(system, { caseId, ...no });
    expect(await recordDecision(system, { caseId, ...no })).toEqual({ decisionId });
    const { phase, events } = await stateOf({ ...theCase, caseId, resident, system });
    expect(phase).toBe('being_looked_into');
    expect(events).toContain('delay-request-answered');
    expect(events).not.toContain('decided');
    expect((await shown()).request).toEqual({ state: 'answered' });
    expect(await reason(request())).toBe('errors:delay-request-answered');
    // Three weeks from opening it (FL 44 §).
    const { appealLastOn } = await openDecision(resident, { decisionId });
    expect(appealLastOn).toBe('2027-01-04');
    expect(await getDecision(resident, { caseId, decisionId }, 'sv')).toMatchObject({
      matter: 'delay_request',
    });
    // And the case is decided all the same, later.
    await recordDecision(system, { caseId, ...decision() });
    expect((await stateOf({ ...theCase, caseId, resident, system })).phase).toBe('decided');
  });

  it('is never answered by anything but a no: what is granted is granted by deciding the case', async () => {
    const { system, caseId } = await longAgo();
    const yes = decision({ matter: 'delay_request', outcome: 'granted' });
    expect(await reason(recordDecision(system, { caseId, ...yes }))).toBe('Invalid');
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
      return (await getCase(resident, caseId, 'sv')).delay.isMuchDelayed;
    };
    // Granvik says four weeks.
    expect(await shown(addDays(usual, 28))).toBe(false);
    expect(await shown(addDays(usual, 29))).toBe(true);
    // Told of another day, that one counts; without a day she has been told all there is to tell.
    await recordDelayNotice(system, { caseId, ...delayNotice({ expectedOn: addDays(usual, 60) }) });
    expect(await shown(addDays(usual, 60 + 28))).toBe(false);
    expect(await shown(addDays(usual, 60 + 29))).toBe(true);
    await recordDelayNotice(system, { caseId, ...delayNotice() });
    expect(await shown(addDays(usual, 60 + 29))).toBe(false);
    await recordDecision(system, { caseId, ...decision() });
    expect(await shown(addDays(usual, 400))).toBe(false);
  });

  it('shows the reason and the day the officer names, once for each notice; another content is refused', async () => {
    const { resident, system, caseId, ...theCase } = await createReceivedCase();
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
    const notice = delayNotice({ expectedOn: '2099-02-15' });
    const { delayNoticeId } = await recordDelayNotice(system, { caseId, ...notice });
    expect(await recordDelayNotice(system, { caseId, ...notice })).toEqual({ delayNoticeId });
    const otherReason = { ...notice, reason: 'Något annat.' };
    expect(await reason(recordDelayNotice(system, { caseId, ...otherReason }))).toBe(
      'errors:delay-notice-differs',
    );
    const { delay, outlook, phase } = await getCase(resident, caseId, 'sv');
    expect(delay.notices).toMatchObject([{ reason: notice.reason, expectedOn: '2099-02-15' }]);
    expect([phase, outlook.by]).toEqual([
      'being_looked_into',
      { on: '2099-02-15', kind: 'told', hasPassed: false },
    ]);
    const { tenantId } = theCase;
    expect((await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.delay-told')).toHaveLength(1);
  });
});
