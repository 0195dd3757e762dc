import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { operations } from '@/lib/back-office/contract/operations';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import { type InPhase, inPhase, residentRows, systemRows } from '@/lib/testing/case-matrix';
import {
  createReceivedCase,
  createSystemActor,
  decision,
  job,
  residentOf,
  stateOf,
} from '@/lib/testing/cases-world';
import { commandsElsewhere, operationsElsewhere } from '@/lib/testing/elsewhere-tried';
import { root } from '@/lib/testing/source-files';
import { openDecision } from './commands/open-decision';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { type CaseAction, caseActions, casePhases, stepFor } from './domain/case-lifecycle';
import type { ToldPhase } from './domain/office-messages';

/* Every phase × who asks × what they do. What is refused is refused in every phase, and changes nothing. */

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const outcome = (doing: Promise<unknown> | undefined): Promise<string> =>
  (doing ?? Promise.reject(new Error('There is no such row'))).then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

const rows = [...Object.values(systemRows), ...Object.values(residentRows)];

describe('the matrix', () => {
  it('has every command of the module, or says where it is tried', () => {
    const commands = readdirSync(join(root, 'lib/cases/commands'))
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((name) => !name.endsWith('-in-tx'));
    const known = new Set([...rows.map(({ useCase }) => useCase), ...Object.keys(commandsElsewhere)]);
    expect(commands.filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(commandsElsewhere).filter((name) => !commands.includes(name))).toEqual([]);
  });

  it('has every operation of the API, or says where it is tried', () => {
    const names = Object.keys(operations);
    const known = [...rows.flatMap(({ operation }) => operation ?? []), ...Object.keys(operationsElsewhere)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has every step of the lifecycle', () => {
    const steps = new Set(rows.map(({ becomes }) => becomes));
    // The last request is answered or taken back: that follows from a request, not from a message of its own.
    expect(caseActions.filter((action) => !steps.has(action))).toEqual(['last-supplement-done']);
  });
});

describe.each(casePhases)('%s', (phase) => {
  /** The case of the test before, when nothing has happened to it: the way to a phase takes most of the time. */
  let untouched: InPhase | undefined;
  const nextCase = async () => {
    const on = untouched ?? (await inPhase(phase));
    untouched = undefined;
    return on;
  };

  it('is where the office has brought it', async () => {
    expect((await stateOf(await inPhase(phase))).phase).toBe(phase);
  });

  it.each(Object.keys(systemRows))('its own system: %s', async (name) => {
    const { act, becomes } = systemRows[name] as (typeof systemRows)[string];
    const on = await nextCase();
    const before = await stateOf(on);
    const result = await outcome(act(on.system, on));
    const after = await stateOf(on);
    if (isDeepStrictEqual(after, before)) untouched = on;
    if (becomes === 'nothing changes') return expect([result, after]).toEqual(['ok', before]);
    if (typeof becomes === 'function') {
      expect(result).toBe(becomes(phase));
      if (result !== 'ok') expect(after).toEqual(before);
      return;
    }
    const step = stepFor(phase, becomes as CaseAction, {
      occurredAt: new Date(),
      phaseSince: before.phaseSince,
    });
    if (typeof step === 'object') {
      // A phase that the timeline has already is told again in vain, and safely.
      const isRepeat = becomes === 'look-into' && before.events.includes('looked-into');
      expect(result).toBe(isRepeat ? 'ok' : `errors:${step.refuse}`);
      expect([after.phase, after.events]).toEqual([phase, before.events]);
    } else {
      expect(result).toBe('ok');
      expect(after.phase).toBe(step === 'stay' ? phase : step);
    }
  });

  it('another’s system, one without scopes, an administrator, a job and nobody: nothing', async () => {
    const on = await nextCase();
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
      for (const [name, { act }] of Object.entries(systemRows))
        expect(await outcome(act(actor as SystemActor, on)), `${actor.kind} ${name}`).toBe(expected);
    expect(await stateOf(on)).toEqual(before);
    untouched = on;
  });

  it('its person: each thing she can do', async () => {
    let on = await nextCase();
    for (const [name, { act, becomes }] of Object.entries(residentRows)) {
      const before = await stateOf(on);
      const result = await outcome(act(on.resident, on));
      expect(result, name).toBe(typeof becomes === 'function' ? becomes(phase) : 'ok');
      if (result !== 'ok' || becomes === 'nothing changes') expect(await stateOf(on), name).toEqual(before);
      else on = await inPhase(phase);
    }
    untouched = on;
  });

  it('another person, a system, an administrator, a job and nobody: nothing of hers', async () => {
    const on = await nextCase();
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
      for (const [name, { act }] of Object.entries(residentRows))
        expect(await outcome(act(actor as ResidentActor, on)), `${actor.kind} ${name}`).toBe('NotFound');
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
    expect(await outcome(residentRows.answer?.act(on.resident, on))).toBe('errors:supplement-closed');
  });
});
