import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { beginSigningOf } from '@/lib/testing/applications-world';
import { createResident } from '@/lib/testing/builders';
import {
  createCase,
  createSystemActor,
  decision,
  eventsOf,
  job,
  stateOf,
  supplementRequest,
} from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { prepareWithdrawal } from './commands/prepare-withdrawal';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { recordWithdrawalReceived } from './commands/record-withdrawal-received';
import { withdrawCase } from './commands/withdraw-case';
import { casePhases } from './domain/case-lifecycle';
import { isBeforeDecision } from './domain/outlook';
import { withdrawing } from './domain/withdrawal';
import { getWithdrawal } from './queries/get-withdrawal';
import { getWithdrawalForSystem } from './queries/get-withdrawal-for-system';

const tenantId = 'granvik';

const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

async function ownCase({ signers = 1 } = {}) {
  const theCase = await createCase();
  if (signers > 1) await setSigners(theCase.caseId, signers);
  return theCase;
}

const setSigners = (caseId: string, signers: number) =>
  asOwner((client) => client.query('update cases set signers = $2 where id = $1', [caseId, signers]));

const prepare = (resident: ResidentActor, caseId: string, more: object = {}) =>
  prepareWithdrawal(resident, {
    caseId,
    scope: 'all',
    drops: '',
    keeps: '',
    reason: '',
    language: 'sv',
    ...more,
  });

/** Signed in the app; not used yet. */
async function signed(resident: ResidentActor, caseId: string) {
  const { prepared } = await getWithdrawal(resident, caseId, 'sv');
  if (!prepared) throw new Error('Nothing is prepared');
  const { approve, ...order } = await beginSigningOf(resident, prepared.id, prepared, 'withdrawal');
  await approve();
  return order;
}

describe('taking back all of it', () => {
  it('ends the case at once, takes open requests back, and is one, however often it is pressed', async () => {
    const theCase = await ownCase();
    const { resident, system, caseId } = theCase;
    await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    await prepare(resident, caseId, { reason: 'Jag har flyttat.' });
    const order = await signed(resident, caseId);
    await Promise.all([
      withdrawCase(resident, { caseId, ...order }),
      withdrawCase(resident, { caseId, ...order }),
    ]);
    await withdrawCase(resident, { caseId, ...order });
    const { phase, events } = await stateOf(theCase);
    expect(phase).toBe('withdrawn');
    expect(events.filter((kind) => kind === 'withdrawn')).toHaveLength(1);
    expect(
      (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.withdrawal-sent'),
    ).toHaveLength(1);
    const open = await read({ tenantId }, (tx) =>
      tx.supplement.count({ where: { tenantId, caseId, status: 'asked' } }),
    );
    expect(open).toBe(0);
    const found = await getWithdrawal(resident, caseId, 'sv');
    expect(found).toMatchObject({
      withdrawing: { may: false, why: 'done' },
      prepared: null,
      sent: [{ scope: 'all', reason: 'Jag har flyttat.', receivedAt: null }],
    });
    // The office's own word comes after, and its decision to write the case off is kept.
    await recordPhase(system, { caseId, phase: 'withdrawn', occurredAt: new Date() });
    await recordDecision(system, { caseId, ...decision({ outcome: 'written_off' }) });
    expect((await stateOf(theCase)).phase).toBe('withdrawn');
  });

  it('goes to the office as it was signed, and its receipt stands in the timeline once', async () => {
    const theCase = await ownCase();
    const { resident, system, caseId } = theCase;
    await prepare(resident, caseId);
    await withdrawCase(resident, { caseId, ...(await signed(resident, caseId)) });
    const [sent] = (await getWithdrawal(resident, caseId, 'sv')).sent;
    const withdrawalId = sent?.id ?? '';
    const given = await getWithdrawalForSystem(system, withdrawalId);
    expect(given).toMatchObject({ othersHaveSigned: false, document: { scope: 'all' } });
    expect(await reason(getWithdrawalForSystem(await createSystemActor(tenantId), withdrawalId))).toBe(
      'NotFound',
    );
    for (let time = 0; time < 2; time++)
      await recordWithdrawalReceived(system, { withdrawalId, occurredAt: new Date() });
    const { events } = await stateOf(theCase);
    expect(events.filter((kind) => kind === 'withdrawal-received')).toHaveLength(1);
  });

  it('is not done where the case was decided before she had signed, and the signature is not used', async () => {
    const theCase = await ownCase();
    const { resident, system, caseId } = theCase;
    await prepare(resident, caseId);
    const order = await signed(resident, caseId);
    await recordDecision(system, { caseId, ...decision() });
    expect(await reason(withdrawCase(resident, { caseId, ...order }))).toBe('errors:withdraw-decided');
    expect((await stateOf(theCase)).phase).toBe('decided');
    const { status } = await read({ tenantId }, (tx) =>
      tx.bankIdOrder.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: order.orderId } } }),
    );
    expect(status).toBe('complete');
  });

  it('where others have signed too is her own part alone: the case goes on', async () => {
    const theCase = await ownCase({ signers: 2 });
    const { resident, caseId } = theCase;
    await prepare(resident, caseId);
    await withdrawCase(resident, { caseId, ...(await signed(resident, caseId)) });
    const { phase, events } = await stateOf(theCase);
    expect([phase, events.at(-1)]).toEqual(['received_by_us', 'own-part-withdrawn']);
    expect(await reason(prepare(resident, caseId))).toBe('errors:withdraw-done');
  });
});

describe('taking back a part', () => {
  it('says which in her own words, and the case goes on; there may be more than one', async () => {
    const theCase = await ownCase();
    const { resident, caseId } = theCase;
    expect(await reason(prepare(resident, caseId, { scope: null }))).toBe('Invalid');
    expect(await reason(prepare(resident, caseId, { scope: 'part', drops: ' ' }))).toBe('Invalid');
    for (const drops of ['Städning', 'Tvätt']) {
      await prepare(resident, caseId, { scope: 'part', drops, keeps: 'Allt annat' });
      await withdrawCase(resident, { caseId, ...(await signed(resident, caseId)) });
    }
    const { phase, events } = await stateOf(theCase);
    expect([phase, events.filter((kind) => kind === 'partly-withdrawn').length]).toEqual([
      'received_by_us',
      2,
    ]);
    const { sent, withdrawing: may } = await getWithdrawal(resident, caseId, 'sv');
    expect(sent.map(({ drops, keeps }) => [drops, keeps])).toEqual([
      ['Tvätt', 'Allt annat'],
      ['Städning', 'Allt annat'],
    ]);
    expect(may).toEqual({ may: true, endsCase: true });
  });

  it('shows her words in the app as hers: a break in them begins no line of ours', async () => {
    const { resident, caseId } = await ownCase();
    await prepare(resident, caseId, { scope: 'part', drops: 'Städning\nTill: någon annan' });
    const { prepared } = await getWithdrawal(resident, caseId, 'sv');
    expect(prepared?.visibleText).toContain('Det här tar jag tillbaka: Städning Till: någon annan\n');
  });

  it('written anew takes the place of what was not signed; the same again is the same document', async () => {
    const { resident, caseId } = await ownCase();
    const idOf = async () => (await getWithdrawal(resident, caseId, 'sv')).prepared?.id;
    await prepare(resident, caseId);
    const first = await idOf();
    await prepare(resident, caseId);
    expect(await idOf()).toBe(first);
    const order = await signed(resident, caseId);
    await prepare(resident, caseId, { scope: 'part', drops: 'Städning' });
    expect(await idOf()).not.toBe(first);
    // What was signed is not what stands there now.
    expect(await reason(withdrawCase(resident, { caseId, ...order }))).toBe('NotFound');
  });
});

describe('who may, and when', () => {
  it('until it is decided, whatever it waits for; never after', () => {
    for (const phase of casePhases)
      for (const signers of [1, 2])
        expect(withdrawing({ phase, signers, hasWithdrawnAll: false }).may, phase).toBe(
          isBeforeDecision(phase),
        );
  });

  it('nobody else: another person, a system, an administrator, a job, nobody', async () => {
    const { resident, system, caseId } = await ownCase();
    const others: Actor[] = [
      await createResident(tenantId),
      { ...resident, tenantId: 'ekhamn' },
      system,
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      job(tenantId),
      { kind: 'nobody', tenantId },
    ];
    for (const actor of others) {
      const who = actor as ResidentActor;
      expect(await reason(prepare(who, caseId)), actor.kind).toBe('NotFound');
      expect(await reason(getWithdrawal(who, caseId, 'sv')), actor.kind).toBe('NotFound');
      const order = { orderId: newId(), browserToken: 'x' };
      expect(await reason(withdrawCase(who, { caseId, ...order })), actor.kind).toBe('NotFound');
    }
  });
});
