import { afterEach, describe, expect, it, vi } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import { sealJson } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createPerson } from '@/lib/testing/back-office-world';
import {
  auditOf,
  commentRound,
  createReceivedCase,
  createSystemActor,
  decision,
  eventsOf,
  job,
  residentOf,
  stateOf,
  supplementRequest,
} from '@/lib/testing/cases-world';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { answerMoreTime } from './commands/answer-more-time';
import { answerSupplement } from './commands/answer-supplement';
import { askMoreTime } from './commands/ask-more-time';
import { extendCommentRound } from './commands/extend-comment-round';
import { extendSupplement } from './commands/extend-supplement';
import { recordCommentRound } from './commands/record-comment-round';
import { recordDecision } from './commands/record-decision';
import { recordMoreTimeReceivedInTx } from './commands/record-more-time-received';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { saveSupplementDraft } from './commands/save-supplement-draft';
import { supplementContext } from './domain/case-seals';
import { moreTimeAnswerMessage } from './domain/office-messages';
import type { AskedThing } from './queries/asked-in-tx';
import { getCase } from './queries/get-case';
import { getCommentRound } from './queries/get-comment-round';
import { getMoreTimeForSystemInTx } from './queries/get-more-time-for-system';
import { getOverview } from './queries/get-overview';
import { getSupplement } from './queries/get-supplement';

afterEach(() => {
  vi.useRealTimers();
});

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.fields ?? error.code) : Promise.reject(error)),
  );
const day = calendarDate;

/** Asked on 24 November for something by 9 December, a Wednesday. */
async function asked(tenantId: 'granvik' | 'ekhamn' = 'granvik') {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
  const theCase = await createReceivedCase(tenantId);
  const { caseId, system, resident } = theCase;
  const request = supplementRequest({ dueOn: '2026-12-09' });
  const { supplementId } = await recordSupplementRequest(system, { caseId, ...request });
  return { ...theCase, request, ...waysFor(resident, system, caseId, { supplementId }), supplementId };
}

/** The same of a round of comments. */
async function toComment() {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
  const theCase = await createReceivedCase();
  const { caseId, system, resident } = theCase;
  const message = { caseId, ...commentRound({ dueOn: '2026-12-09' }) };
  const { roundId } = await recordCommentRound(system, message);
  return { ...theCase, message, ...waysFor(resident, system, caseId, { roundId }), roundId };
}

function waysFor(
  resident: Parameters<typeof askMoreTime>[0],
  system: SystemActor,
  caseId: string,
  thing: AskedThing,
) {
  const ask = (wishedOn: string | null = '2026-12-16', reason = 'Läkaren har semester.') =>
    askMoreTime(resident, { thing, wishedOn: wishedOn === null ? null : day(wishedOn), reason });
  const lastId = () =>
    read(resident, async (tx) => {
      const rows = await tx.moreTimeRequest.findMany({ where: { caseId }, orderBy: { sentAt: 'desc' } });
      return rows[0]?.id ?? '';
    });
  const answer = async (what: object, moreTimeId?: string) => {
    const message = moreTimeAnswerMessage.parse({ occurredAt: new Date().toISOString(), ...what });
    return answerMoreTime(system, { caseId, moreTimeId: moreTimeId ?? (await lastId()), ...message });
  };
  const grant = (dueOn: string) => answer({ outcome: 'granted', dueOn });
  const refuse = (reason = 'Beslutet måste fattas före jul.') => answer({ outcome: 'refused', reason });
  const shown = async () =>
    'supplementId' in thing
      ? getSupplement(resident, { caseId, ...thing }, 'sv')
      : getCommentRound(resident, { caseId, ...thing }, 'sv');
  const goTo = (on: string) => vi.setSystemTime(new Date(`${on}T10:00:00Z`));
  return { ask, lastId, answer, grant, refuse, shown, goTo, thing };
}

describe('asking for more time', () => {
  it('waits for its answer, once however often it is sent, and the day she has stands', async () => {
    const { ask, shown, resident, caseId, tenantId, ...theCase } = await asked();
    expect((await shown()).moreTime).toMatchObject({
      offer: { state: 'may', from: '2026-12-10', to: '2027-01-20' },
      requests: [],
    });
    await Promise.all([ask(), ask()]);
    await ask();
    const { moreTime, dueOn } = await shown();
    expect(dueOn).toBe('2026-12-09');
    expect(moreTime.offer).toEqual({ state: 'waiting' });
    expect(moreTime.requests).toMatchObject([
      { wishedOn: '2026-12-16', reason: 'Läkaren har semester.', outcome: null, receivedAt: null },
    ]);
    expect(await outcome(ask('2026-12-17'))).toBe('errors:more-time-waiting');
    const { outlook } = await getCase(resident, caseId, 'sv');
    expect(outlook.by).toEqual({
      on: '2026-12-09',
      kind: 'due',
      hasPassed: false,
      moreTime: { state: 'waiting', wishedOn: '2026-12-16' },
    });
    const { events } = await stateOf({ ...theCase, tenantId, caseId, resident });
    expect(events.filter((kind) => kind === 'more-time-asked')).toHaveLength(1);
    expect(
      (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.more-time-asked'),
    ).toHaveLength(1);
  });

  it('says all that is wrong at once, and keeps nothing', async () => {
    const { ask, lastId } = await asked();
    const both = { wished: 'errors:more-time-day', reason: 'errors:more-time-reason' };
    expect(await outcome(ask(null, ' '))).toEqual(both);
    for (const wrong of ['2026-12-09', '2026-11-24', '2027-01-21'])
      expect(await outcome(ask(wrong))).toEqual({ wished: 'errors:more-time-day' });
    expect(await outcome(ask('2026-12-16', 'x'.repeat(2001)))).toEqual({
      reason: 'errors:more-time-too-long',
    });
    expect(await lastId()).toBe('');
  });

  it('is granted with a new day, which then is hers everywhere; her draft stands', async () => {
    const { ask, grant, shown, resident, system, caseId, supplementId, request } = await asked();
    const draft = { supplementId, version: 0, texts: { 1: 'Jag har ringt' } };
    await saveSupplementDraft(resident, draft);
    await ask();
    // A Saturday: she is in time until the Monday (lag (1930:173) 2 §).
    expect(await grant('2026-12-19')).toEqual({ outcome: 'granted', dueOn: '2026-12-19' });
    expect(await grant('2026-12-19')).toEqual({ outcome: 'granted', dueOn: '2026-12-19' });
    expect(await outcome(grant('2026-12-30'))).toBe('errors:more-time-differs');
    const after = await shown();
    expect(after).toMatchObject({ dueOn: '2026-12-21', isExtended: true, version: 1 });
    expect(after.moreTime.requests).toMatchObject([{ outcome: 'granted', dueOn: '2026-12-21' }]);
    expect((await getOverview(resident, 'sv')).supplements).toMatchObject([{ dueOn: '2026-12-21' }]);
    expect((await getCase(resident, caseId, 'sv')).outlook.by).toMatchObject({
      on: '2026-12-21',
      moreTime: { state: 'granted' },
    });
    // The request told again is still the same, though its day has been moved.
    await recordSupplementRequest(system, { caseId, ...request });
    expect(await outcome(answerSupplement(resident, { ...draft, version: 1 }))).toBe('ok');
  });

  it('is refused with a reason: the day stands, and she may ask once more where the rule says so', async () => {
    const { ask, refuse, shown, goTo, resident, caseId } = await asked();
    await ask();
    await refuse();
    expect(await outcome(refuse('Något annat.'))).toBe('errors:more-time-differs');
    expect((await refuse()).outcome).toBe('refused');
    const { moreTime, dueOn } = await shown();
    expect(dueOn).toBe('2026-12-09');
    expect(moreTime.requests).toMatchObject([
      { outcome: 'refused', refusal: 'Beslutet måste fattas före jul.', dueOn: null },
    ]);
    expect((await getCase(resident, caseId, 'sv')).outlook.by?.moreTime).toMatchObject({ state: 'refused' });
    // Granvik: twice.
    expect(moreTime.offer).toMatchObject({ state: 'may' });
    goTo('2026-11-25');
    await ask('2026-12-11');
    await refuse();
    expect(await outcome(ask('2026-12-12'))).toBe('errors:more-time-used');
  });

  it('by each municipality’s own rule: once and in time in Ekhamn, late too in Granvik', async () => {
    const ekhamn = await asked('ekhamn');
    await ekhamn.ask();
    await ekhamn.refuse();
    expect(await outcome(ekhamn.ask('2026-12-11'))).toBe('errors:more-time-used');
    const late = await asked('ekhamn');
    // The last minute of the due date in Sweden, and the first of the day after.
    vi.setSystemTime(new Date('2026-12-09T22:59:00Z'));
    expect((await late.shown()).moreTime.offer).toMatchObject({ state: 'may' });
    vi.setSystemTime(new Date('2026-12-09T23:00:00Z'));
    expect(await outcome(late.ask())).toBe('errors:more-time-late');
    const granvik = await asked();
    granvik.goTo('2026-12-14');
    await granvik.ask();
    await granvik.grant('2026-12-18');
    expect((await granvik.shown()).due).toEqual({ state: 'ahead', days: 4 });
  });

  it('is over when she has answered, or is not asked any more', async () => {
    const answered = await asked();
    await answered.ask();
    const { resident, supplementId } = answered;
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Här är det' } });
    expect(await outcome(answered.grant('2026-12-16'))).toBe('errors:more-time-over');
    expect(await outcome(answered.ask())).toBe('ok'); // the same again: it was sent, and that stands
    expect(await outcome(answered.ask('2026-12-17'))).toBe('errors:more-time-no');
    const decided = await asked();
    await decided.ask();
    await recordDecision(decided.system, { caseId: decided.caseId, ...decision() });
    expect(await outcome(decided.refuse())).toBe('errors:more-time-over');
  });

  it('of comments goes the same way, and a later day given unasked is an answer too', async () => {
    const { ask, grant, shown, goTo, resident, caseId, system, message, ...theCase } = await toComment();
    await ask();
    expect((await getCase(resident, caseId, 'sv')).outlook.by).toMatchObject({
      kind: 'due',
      moreTime: { state: 'waiting' },
    });
    await grant('2026-12-14');
    expect(await shown()).toMatchObject({ dueOn: '2026-12-14', isExtended: true });
    goTo('2026-11-25');
    await ask('2026-12-18');
    const give = (dueOn: string) =>
      extendCommentRound(system, {
        caseId,
        externalId: message.externalId,
        dueOn: day(dueOn),
        occurredAt: new Date(),
      });
    await give('2026-12-16');
    expect((await shown()).moreTime.offer).toEqual({ state: 'waiting' });
    await give('2026-12-18');
    expect((await shown()).moreTime.requests[0]).toMatchObject({ outcome: 'granted', dueOn: '2026-12-18' });
    const { events } = await stateOf({ ...theCase, resident, caseId, system });
    expect(events).toEqual(expect.arrayContaining(['more-time-granted', 'comments-extended']));
  });

  it('is not offered of what the portal itself asks for: no office has given that day', async () => {
    const { shown, supplementId, tenantId, ask } = await asked();
    const request = {
      text: 'Skicka filen på nytt',
      items: [{ id: 'file', text: 'Filen' }],
      replaces: newId(),
    };
    const sealed = sealJson(request, supplementContext('request', tenantId, supplementId));
    await asOwner((client) =>
      client.query('update supplement set request_sealed = $1 where id = $2', [
        Buffer.from(sealed),
        supplementId,
      ]),
    );
    expect((await shown()).moreTime.offer).toEqual({ state: 'no' });
    expect(await outcome(ask())).toBe('errors:more-time-no');
  });
});

describe('more time given unasked', () => {
  it('moves the day forwards only, tells her once, and answers what it is enough for', async () => {
    const { ask, shown, system, caseId, request, tenantId } = await asked();
    await ask('2026-12-16');
    const give = (dueOn: string) =>
      extendSupplement(system, {
        caseId,
        externalId: request.externalId,
        dueOn: day(dueOn),
        occurredAt: new Date(),
      });
    expect((await give('2026-12-14')).dueOn).toBe('2026-12-14');
    expect((await give('2026-12-14')).dueOn).toBe('2026-12-14');
    expect((await give('2026-12-10')).dueOn).toBe('2026-12-14');
    expect((await shown()).moreTime.offer).toEqual({ state: 'waiting' });
    await give('2026-12-18');
    expect((await shown()).moreTime.requests).toMatchObject([{ outcome: 'granted', dueOn: '2026-12-18' }]);
    const told = (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.supplement-extended');
    expect(told).toHaveLength(2);
    await recordDecision(system, { caseId, ...decision() });
    expect(await outcome(give('2026-12-30'))).toBe('errors:supplement-closed');
  });
});

it('a day that has been given unasked is not taken back by an answer that names an earlier one', async () => {
  const { ask, grant, shown, system, caseId, request } = await asked();
  await ask('2026-12-16');
  const { externalId } = request;
  const occurredAt = new Date();
  await extendSupplement(system, { caseId, externalId, dueOn: day('2026-12-15'), occurredAt });
  expect(await grant('2026-12-11')).toEqual({ outcome: 'granted', dueOn: '2026-12-15' });
  expect(await shown()).toMatchObject({
    dueOn: '2026-12-15',
    moreTime: { requests: [{ outcome: 'granted', dueOn: '2026-12-15' }] },
  });
});

describe('the office', () => {
  it('reads what she asks, and says when it has it; she can see both', async () => {
    const { ask, lastId, shown, system, personId, caseId, request, tenantId, ...theCase } = await asked();
    await ask();
    const id = await lastId();
    const readBy = (actor: SystemActor) => write(actor, (tx) => getMoreTimeForSystemInTx(tx, actor, id));
    expect(await readBy(system)).toMatchObject({
      id,
      about: 'supplement-request',
      externalId: request.externalId,
      dueOn: '2026-12-09',
      wishedOn: '2026-12-16',
      reason: 'Läkaren har semester.',
    });
    expect(await outcome(readBy(await createSystemActor(tenantId)))).toBe('NotFound');
    for (const _ of [1, 2])
      await write(system, (tx) =>
        recordMoreTimeReceivedInTx(tx, system, { moreTimeId: id, occurredAt: new Date() }),
      );
    expect((await shown()).moreTime.requests[0]?.receivedAt).toBeInstanceOf(Date);
    const { events } = await stateOf({ ...theCase, system, personId, caseId, tenantId });
    expect(events.filter((kind) => kind === 'more-time-received')).toHaveLength(1);
    for (const action of ['cases.get-more-time-for-system', 'cases.record-more-time-received'])
      expect(await auditOf(tenantId, caseId)).toContainEqual({
        action,
        outcome: 'allowed',
        subjectPersonId: personId,
      });
  });

  it('answers its own cases alone, with the scope; and nobody else answers or asks', async () => {
    const { ask, lastId, resident, system, thing, tenantId, caseId, personId } = await asked();
    await ask();
    const id = await lastId();
    const message = moreTimeAnswerMessage.parse({
      outcome: 'granted',
      dueOn: '2026-12-16',
      occurredAt: new Date().toISOString(),
    });
    const others: [Actor, string][] = [
      [await createSystemActor(tenantId), 'NotFound'],
      [await createSystemActor('ekhamn'), 'NotFound'],
      [{ ...system, scopes: ['supplements.write'] }, 'errors:scope-missing'],
      [resident, 'NotFound'],
      [job(tenantId), 'NotFound'],
      [{ kind: 'nobody', tenantId }, 'NotFound'],
    ];
    for (const [actor, expected] of others)
      expect(
        await outcome(answerMoreTime(actor as SystemActor, { caseId, moreTimeId: id, ...message })),
        actor.kind,
      ).toBe(expected);
    // Of another case of the same system it is not found either.
    const elsewhere = { caseId: newId(), moreTimeId: id, ...message };
    expect(await outcome(answerMoreTime(system, elsewhere))).toBe('NotFound');
    const stranger = residentOf(tenantId, await createPerson(tenantId));
    const wish = { thing, wishedOn: day('2026-12-16'), reason: 'Jag är en annan.' };
    for (const actor of [stranger, { ...resident, tenantId: 'ekhamn' }, system, job(tenantId)] as Actor[])
      expect(await outcome(askMoreTime(actor as typeof resident, wish)), actor.kind).toBe('NotFound');
    const objectId = 'supplementId' in thing ? thing.supplementId : '';
    expect(await auditOf(tenantId, objectId)).toContainEqual({
      action: 'cases.ask-more-time',
      outcome: 'refused',
      subjectPersonId: personId,
    });
  });

  it('and she: what either writes lies sealed in the database', async () => {
    const secret = `hemlig-${newId()}`;
    const { ask, refuse } = await asked();
    await ask('2026-12-16', `${secret}-skäl`);
    await refuse(`${secret}-nej`);
    expect(await dumpEverything()).not.toContain(secret);
  });
});
