import { describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { isAppError } from '@/lib/platform/errors';
import { createDecided, type DecidedCase, sendAppealOf, written } from '@/lib/testing/appeals-world';
import { decision, eventsOf, stateOf } from '@/lib/testing/cases-world';
import { openDecision } from './commands/open-decision';
import { recordAppealStep } from './commands/record-appeal-step';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { saveAppealDraft } from './commands/save-appeal-draft';
import { appealStepMessage } from './domain/office-messages';
import { getAppealDraft } from './queries/get-appeal-draft';
import { getDecision } from './queries/get-decision';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

const soon = (minutes: number) => new Date(Date.now() - 10_000 + minutes).toISOString();
const steps = {
  in_time: { step: 'in_time', on: '2026-12-01' },
  forwarded: { step: 'forwarded', on: '2026-12-03', court: 'Förvaltningsrätten i Linköping' },
  unchanged: {
    step: 'court_decided',
    on: '2027-03-01',
    court: 'Förvaltningsrätten i Linköping',
    outcome: 'unchanged',
  },
};

const tell = (
  { system, caseId, externalId }: DecidedCase,
  step: object,
  occurredAt = new Date().toISOString(),
) => recordAppealStep(system, { caseId, externalId, ...appealStepMessage.parse({ ...step, occurredAt }) });

const seen = async ({ resident, caseId, decisionId }: DecidedCase) => {
  const found = await getDecision(resident, { caseId, decisionId }, 'sv');
  if (!found.isOpened) throw new Error('not opened');
  return found;
};

describe('what becomes of an appeal', () => {
  it('each step once, whatever the order; told otherwise it is refused', async () => {
    const on = await createDecided();
    await sendAppealOf(on.resident, on.decisionId);
    for (const step of [steps.forwarded, steps.in_time, steps.forwarded, steps.in_time, steps.unchanged])
      await tell(on, step);
    expect((await seen(on)).appealSteps).toEqual([
      { step: 'in_time', on: '2026-12-01', court: null, outcome: null },
      { step: 'forwarded', on: '2026-12-03', court: steps.forwarded.court, outcome: null },
      { step: 'court_decided', on: '2027-03-01', court: steps.unchanged.court, outcome: 'unchanged' },
    ]);
    for (const other of [
      { ...steps.forwarded, court: 'Kammarrätten' },
      { ...steps.unchanged, outcome: 'changed' },
    ])
      expect(await refusal(tell(on, other))).toBe('errors:appeal-step-differs');
    const { phase, events } = await stateOf(on);
    expect(phase).toBe('appealed');
    const kinds = ['appeal-in-time', 'appeal-forwarded', 'court-decided'];
    expect(events.filter((kind) => kinds.includes(kind)).toSorted()).toEqual(kinds.toSorted());
    expect(
      (await eventsOf('granvik', on.caseId)).filter((type) => type === 'cases.appeal-step'),
    ).toHaveLength(3);
  });

  it('an appeal that came on paper: the first step brings the case to appealed', async () => {
    const on = await createDecided();
    await tell(on, steps.in_time);
    expect((await stateOf(on)).phase).toBe('appealed');
  });

  it('sent back by the court it is looked into anew, and an older step that comes late moves nothing', async () => {
    const on = await createDecided();
    await sendAppealOf(on.resident, on.decisionId);
    await tell(on, { ...steps.unchanged, outcome: 'sent_back' }, new Date(Date.now() + 1).toISOString());
    expect((await stateOf(on)).phase).toBe('being_looked_into');
    await tell(on, steps.forwarded, soon(0));
    expect((await stateOf(on)).phase).toBe('being_looked_into');
  });

  it('in a closed case what the court says stands in the timeline', async () => {
    const on = await createDecided();
    await recordPhase(on.system, { caseId: on.caseId, phase: 'closed', occurredAt: new Date() });
    await tell(on, { ...steps.unchanged, outcome: 'sent_back' });
    const { phase, events } = await stateOf(on);
    expect([phase, events.includes('court-decided')]).toEqual(['closed', true]);
  });

  it('with the court, nothing more is written to the board', async () => {
    const on = await createDecided();
    const { resident, decisionId, caseId } = on;
    await tell(on, steps.in_time);
    expect(await getAppealDraft(resident, { caseId, decisionId }, 'sv')).not.toBeNull();
    await tell(on, steps.forwarded);
    expect(await getAppealDraft(resident, { caseId, decisionId }, 'sv')).toBeNull();
    expect(await refusal(saveAppealDraft(resident, { decisionId, draft: written(), version: 0 }))).toBe(
      'errors:appeal-at-court',
    );
  });

  it('of a decision that isn’t there: not found', async () => {
    const on = await createDecided();
    expect(await refusal(tell({ ...on, externalId: newId() }, steps.in_time))).toBe('NotFound');
  });
});

describe('a decision that follows another', () => {
  const record = ({ system, caseId }: DecidedCase, more: Parameters<typeof decision>[0]) =>
    recordDecision(system, { caseId, ...decision(more) });

  it('reconsiders it (FL 37–39 §§): the case is decided again, and each leads to the other', async () => {
    const on = await createDecided();
    await sendAppealOf(on.resident, on.decisionId);
    const { decisionId } = await record(on, { outcome: 'granted', follows: on.externalId });
    expect((await stateOf(on)).phase).toBe('decided');
    expect((await seen(on)).followedBy.map(({ id }) => id)).toEqual([decisionId]);
    await openDecision(on.resident, { decisionId });
    expect((await seen({ ...on, decisionId })).follows?.id).toBe(on.decisionId);
  });

  it('may be told before the one that it follows', async () => {
    const on = await createDecided();
    const later = newId();
    const { decisionId } = await record(on, { follows: later });
    await openDecision(on.resident, { decisionId });
    expect((await seen({ ...on, decisionId })).follows).toBeNull();
    const first = await record(on, { externalId: later });
    expect((await seen({ ...on, decisionId })).follows?.id).toBe(first.decisionId);
  });

  it('that an appeal came too late (FL 45 §) can itself be appealed; it is nothing but dismissed', async () => {
    const on = await createDecided();
    await sendAppealOf(on.resident, on.decisionId);
    const late = { matter: 'appeal', outcome: 'dismissed', follows: on.externalId };
    expect(await refusal(record(on, { ...late, outcome: 'granted' }))).toBe('Invalid');
    expect(await refusal(record(on, { matter: 'appeal', outcome: 'dismissed' }))).toBe('Invalid');
    const { decisionId } = await record(on, late);
    await openDecision(on.resident, { decisionId });
    const found = await seen({ ...on, decisionId });
    expect([found.matter, found.appeal.lastOn !== null]).toEqual(['appeal', true]);
    await sendAppealOf(on.resident, decisionId);
    expect((await stateOf(on)).phase).toBe('appealed');
  });

  it('told again as following another is refused', async () => {
    const on = await createDecided();
    const same = decision({ externalId: newId() });
    await recordDecision(on.system, { caseId: on.caseId, ...same });
    expect(
      await refusal(recordDecision(on.system, { caseId: on.caseId, ...same, follows: on.externalId })),
    ).toBe('errors:decision-differs');
  });
});
