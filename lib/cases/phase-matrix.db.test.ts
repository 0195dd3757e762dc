import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import {
  createCase,
  createReceivedCase,
  createSystemActor,
  decision,
  delayNotice,
  job,
  residentOf,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { answerSupplement } from './commands/answer-supplement';
import { openDecision } from './commands/open-decision';
import { recordDecision } from './commands/record-decision';
import { recordDelayNotice } from './commands/record-delay-notice';
import { recordPhase } from './commands/record-phase';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { requestDecision } from './commands/request-decision';
import { withdrawSupplementRequest } from './commands/withdraw-supplement-request';
import { type CaseAction, type CasePhase, casePhases, stepFor } from './domain/case-lifecycle';
import type { ToldPhase } from './domain/office-messages';
import { isBeforeDecision } from './domain/outlook';
import { getCase } from './queries/get-case';
import { getCaseForSystem } from './queries/get-case-for-system';
import { getDelayRequest } from './queries/get-delay-request';

/* Every phase × who asks × what they do. What is refused is refused in every phase, and changes nothing. */

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

interface InPhase extends TestCase {
  supplementId: string;
  decisionId: string;
}
const told: Record<ToldPhase, CaseAction> = {
  being_looked_into: 'look-into',
  comments_before_decision: 'ask-comments',
  being_carried_out: 'carry-out',
  appealed: 'appeal',
  closed: 'close',
  withdrawn: 'withdraw',
};

/** Brought there by what an office tells, as it would: with a request that it takes back, where that can be. */
async function inPhase(phase: CasePhase): Promise<InPhase> {
  const theCase = await (phase === 'received_by_us' ? createCase() : createReceivedCase());
  const { caseId, system } = theCase;
  const found: InPhase = { ...theCase, supplementId: newId(), decisionId: newId() };
  if (phase === 'received_by_us' || phase === 'received_by_office') return found;
  await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: minutesAgo(50) });
  const request = { ...supplementRequest(), occurredAt: minutesAgo(40) };
  found.supplementId = (await recordSupplementRequest(system, { caseId, ...request })).supplementId;
  if (phase === 'waiting_for_you') return found;
  const { externalId } = request;
  await withdrawSupplementRequest(system, { caseId, externalId, occurredAt: minutesAgo(30) });
  if (phase === 'decided' || phase === 'being_carried_out' || phase === 'appealed') {
    const made = { ...decision(), occurredAt: minutesAgo(20) };
    found.decisionId = (await recordDecision(system, { caseId, ...made })).decisionId;
  }
  if (phase !== 'being_looked_into' && phase !== 'decided')
    await recordPhase(system, { caseId, phase, occurredAt: minutesAgo(10) });
  return found;
}

const outcome = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

const bySystem = (actor: SystemActor, { caseId }: TestCase): Record<string, () => Promise<unknown>> => ({
  read: () => getCaseForSystem(actor, caseId),
  ...Object.fromEntries(
    Object.entries(told).map(([phase, action]) => [
      action,
      () => recordPhase(actor, { caseId, phase: phase as ToldPhase, occurredAt: new Date() }),
    ]),
  ),
  'tell-delay': () => recordDelayNotice(actor, { caseId, ...delayNotice() }),
  'ask-supplement': () => recordSupplementRequest(actor, { caseId, ...supplementRequest() }),
  decide: () => recordDecision(actor, { caseId, ...decision() }),
});
const byResident = (actor: ResidentActor, on: InPhase): Record<string, () => Promise<unknown>> => ({
  read: () => getCase(actor, on.caseId, 'sv'),
  answer: () => answerSupplement(actor, { supplementId: on.supplementId, version: 0, texts: { 1: 'Svar' } }),
  open: () => openDecision(actor, { decisionId: on.decisionId }),
  request: () => requestDecision(actor, { caseId: on.caseId, reasons: '' }),
  'read-request': () => getDelayRequest(actor, on.caseId, 'sv'),
});

describe.each(casePhases)('%s', (phase) => {
  it('is where the office has brought it', async () => {
    expect((await stateOf(await inPhase(phase))).phase).toBe(phase);
  });

  it.each(Object.keys(bySystem({} as SystemActor, {} as TestCase)))(
    'its own system: %s, as the lifecycle says',
    async (name) => {
      const on = await inPhase(phase);
      const before = await stateOf(on);
      const result = await outcome(bySystem(on.system, on)[name]?.() ?? Promise.reject(name));
      const after = await stateOf(on);
      if (name === 'read') {
        expect([result, after.version]).toEqual(['ok', before.version]);
        return;
      }
      const step = stepFor(phase, name as CaseAction, {
        occurredAt: new Date(),
        phaseSince: before.phaseSince,
      });
      if (typeof step === 'object') {
        // A phase that the timeline has already is told again in vain, and safely.
        const isRepeat = name === 'look-into' && before.events.includes('looked-into');
        expect(result).toBe(isRepeat ? 'ok' : `errors:${step.refuse}`);
        expect([after.phase, after.events]).toEqual([phase, before.events]);
      } else {
        expect(result).toBe('ok');
        expect(after.phase).toBe(step === 'stay' ? phase : step);
      }
    },
  );

  it('another’s system, one without scopes, an administrator, a job and nobody: nothing', async () => {
    const on = await inPhase(phase);
    const before = await stateOf(on);
    const { tenantId, system } = on;
    const others: [Actor, string][] = [
      [await createSystemActor(tenantId), 'NotFound'],
      [await createSystemActor('ekhamn'), 'NotFound'],
      [{ ...system, scopes: [] }, 'errors:scope-missing'],
      [{ kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' }, 'NotFound'],
      [job(tenantId), 'NotFound'],
      [on.resident, 'NotFound'],
      [{ kind: 'nobody', tenantId }, 'NotFound'],
    ];
    for (const [actor, expected] of others)
      for (const [name, act] of Object.entries(bySystem(actor as SystemActor, on)))
        expect(await outcome(act()), `${actor.kind} ${name}`).toBe(expected);
    expect(await stateOf(on)).toEqual(before);
  });

  it('its person reads it, answers while it is asked, and opens what is decided', async () => {
    const on = await inPhase(phase);
    const { read, answer, open, request } = byResident(on.resident, on);
    expect(await outcome(read?.() ?? Promise.reject())).toBe('ok');
    const wasAsked = phase !== 'received_by_us' && phase !== 'received_by_office';
    expect(await outcome(answer?.() ?? Promise.reject())).toBe(
      phase === 'waiting_for_you' ? 'ok' : wasAsked ? 'errors:supplement-closed' : 'NotFound',
    );
    const isDecided = phase === 'decided' || phase === 'being_carried_out' || phase === 'appealed';
    expect(await outcome(open?.() ?? Promise.reject())).toBe(isDecided ? 'ok' : 'NotFound');
    // When six months have passed she may: delay.db.test.ts.
    expect(await outcome(request?.() ?? Promise.reject())).toBe(
      `errors:delay-request-${isBeforeDecision(phase) ? 'not-yet' : 'no'}`,
    );
  });

  it('another person, a system, an administrator, a job and nobody: nothing of hers', async () => {
    const on = await inPhase(phase);
    const before = await stateOf(on);
    const { tenantId, personId, system } = on;
    const others: Actor[] = [
      residentOf(tenantId, newId()),
      residentOf('ekhamn', personId),
      system,
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      job(tenantId),
      { kind: 'nobody', tenantId },
    ];
    for (const actor of others)
      for (const [name, act] of Object.entries(byResident(actor as ResidentActor, on)))
        expect(await outcome(act()), `${actor.kind} ${name}`).toBe('NotFound');
    expect(await stateOf(on)).toEqual(before);
  });
});

describe('news that comes late, twice or in another order', () => {
  const at = (minutes: number) => ({ occurredAt: minutesAgo(60 - minutes) });

  it('after the comments it is looked into again, and the first news of that told anew moves nothing', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const tell = (phase: ToldPhase, when: { occurredAt: Date }) =>
      recordPhase(system, { caseId, phase, ...when });
    const [first, comments, second] = [at(30), at(31), at(32)];
    await tell('being_looked_into', first);
    await tell('comments_before_decision', comments);
    await tell('being_looked_into', first);
    expect((await stateOf(theCase)).phase).toBe('comments_before_decision');
    await tell('being_looked_into', second);
    await tell('being_looked_into', second);
    await tell('comments_before_decision', comments);
    const { phase, events } = await stateOf(theCase);
    expect(phase).toBe('being_looked_into');
    expect(events.filter((kind) => kind.startsWith('looked') || kind.startsWith('comments'))).toEqual([
      'looked-into',
      'comments-asked',
      'looked-into-again',
    ]);
  });

  it('an appeal told before the decision: both are kept, and she can read the decision', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident } = theCase;
    await recordPhase(system, { caseId, phase: 'appealed', ...at(30) });
    const { decisionId } = await recordDecision(system, { caseId, ...decision(), ...at(20) });
    const { phase, events } = await stateOf(theCase);
    expect(phase).toBe('appealed');
    expect(events).toEqual(expect.arrayContaining(['decided', 'appealed']));
    expect((await openDecision(resident, { decisionId })).appealLastOn).not.toBeNull();
    // The board reconsiders: a decision of its own, later than the appeal.
    await recordDecision(system, { caseId, ...decision(), ...at(40) });
    expect((await stateOf(theCase)).phase).toBe('decided');
    await recordPhase(system, { caseId, phase: 'appealed', ...at(30) });
    expect((await stateOf(theCase)).phase).toBe('decided');
  });

  it('the same news again, when the case has been elsewhere since, is the same news', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const carriedOut = { caseId, phase: 'being_carried_out' as const, ...at(20) };
    await recordPhase(system, carriedOut);
    await recordPhase(system, { caseId, phase: 'appealed', ...at(30) });
    await recordDecision(system, { caseId, ...decision(), ...at(40) });
    await recordPhase(system, carriedOut);
    expect((await stateOf(theCase)).phase).toBe('decided');
    await recordPhase(system, { ...carriedOut, ...at(50) });
    expect((await stateOf(theCase)).phase).toBe('being_carried_out');
  });

  it('what is decided past an open request takes it back', async () => {
    const on = await inPhase('waiting_for_you');
    await recordPhase(on.system, { caseId: on.caseId, phase: 'being_carried_out', occurredAt: new Date() });
    const { answer } = byResident(on.resident, on);
    expect(await outcome(answer?.() ?? Promise.reject())).toBe('errors:supplement-closed');
  });
});
