import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import {
  auditOf,
  checkedPdf,
  createCase,
  createReceivedCase,
  createSystemActor,
  decision,
  eventsOf,
  job,
  lastPartOf,
  pdf,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { assignCaseToSystemInTx } from './api';
import { answerSupplement } from './commands/answer-supplement';
import { recordAppealStep } from './commands/record-appeal-step';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { recordReceivedByOffice } from './commands/record-received-by-office';
import { recordSupplementReceivedInTx } from './commands/record-supplement-received';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { withdrawSupplementRequest } from './commands/withdraw-supplement-request';
import { getAnswerForSystemInTx } from './queries/get-answer-for-system';
import { getCaseFile } from './queries/get-case-file';
import { getCaseForSystem } from './queries/get-case-for-system';

const at = (minutes = 0) => new Date(Date.now() + minutes * 60_000);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.code : Promise.reject(error)),
  );
const reason = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.reason : Promise.reject(error)),
  );

describe('a case that is given to a system', () => {
  it('is given once; again to the same is the same, to another is refused', async () => {
    const { caseId, system, tenantId } = await createCase();
    const other = await createSystemActor(tenantId);
    const give = (systemId: string) =>
      write(job(tenantId), (tx) => assignCaseToSystemInTx(tx, job(tenantId), { caseId, systemId }));
    expect(await code(give(system.systemId))).toBe('ok');
    expect(await code(give(other.systemId))).toBe('Conflict');
    expect((await getCaseForSystem(system, caseId)).id).toBe(caseId);
  });
});

describe('received by the office', () => {
  it('is another thing than received by us, and told twice it is once', async () => {
    const theCase = await createCase();
    expect((await stateOf(theCase)).phase).toBe('received_by_us');
    const message = { caseId: theCase.caseId, externalId: newId(), occurredAt: at() };
    await recordReceivedByOffice(theCase.system, message);
    await recordReceivedByOffice(theCase.system, message);
    const state = await stateOf(theCase);
    expect(state).toMatchObject({ phase: 'received_by_office', externalId: message.externalId });
    expect(state.events).toEqual(['received-by-us', 'received-by-office']);
    expect(await eventsOf(theCase.tenantId, theCase.caseId)).toEqual(['cases.received-by-office']);
  });

  it('two at once: one event', async () => {
    const theCase = await createCase();
    const message = { caseId: theCase.caseId, externalId: newId(), occurredAt: at() };
    await Promise.all([1, 2, 3].map(() => recordReceivedByOffice(theCase.system, message)));
    expect((await stateOf(theCase)).events).toEqual(['received-by-us', 'received-by-office']);
  });

  it('under another id, or under the id of another case, is refused', async () => {
    const first = await createReceivedCase();
    const { externalId } = await stateOf(first);
    expect(
      await reason(
        recordReceivedByOffice(first.system, { caseId: first.caseId, externalId: newId(), occurredAt: at() }),
      ),
    ).toBe('errors:external-id-differs');
    const second = await createCase();
    await write(job('granvik'), (tx) =>
      tx.case.updateMany({ where: { id: second.caseId }, data: { systemId: first.system.systemId } }),
    );
    expect(
      await reason(
        recordReceivedByOffice(first.system, {
          caseId: second.caseId,
          externalId: externalId ?? '',
          occurredAt: at(),
        }),
      ),
    ).toBe('errors:external-id-taken');
  });

  it('told after the case has gone on doesn’t move it back', async () => {
    const theCase = await createCase();
    const { caseId, system } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: at() });
    await recordReceivedByOffice(system, { caseId, externalId: newId(), occurredAt: at(-5) });
    expect((await stateOf(theCase)).phase).toBe('being_looked_into');
  });
});

describe('phases', () => {
  it('told twice and two at once make one event; the officer is kept and an older one doesn’t replace her', async () => {
    const theCase = await createReceivedCase();
    const message = {
      caseId: theCase.caseId,
      phase: 'being_looked_into' as const,
      occurredAt: at(),
      officer: { name: 'Maria Öberg', unit: 'Biståndsenheten' },
    };
    await Promise.all([recordPhase(theCase.system, message), recordPhase(theCase.system, message)]);
    await recordPhase(theCase.system, {
      ...message,
      occurredAt: at(-60),
      officer: { name: 'Någon Tidigare', unit: 'Biståndsenheten' },
    });
    const state = await stateOf(theCase);
    expect(state.officer).toMatchObject({ name: 'Maria Öberg' });
    expect(state.events.filter((kind) => kind === 'looked-into')).toHaveLength(1);
    expect(state.events.filter((kind) => kind === 'officer-named')).toHaveLength(1);
  });

  it('a clock ahead of ours doesn’t put events in the future', async () => {
    const theCase = await createReceivedCase();
    await recordPhase(theCase.system, {
      caseId: theCase.caseId,
      phase: 'being_looked_into',
      occurredAt: at(600),
    });
    expect((await stateOf(theCase)).phaseSince.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('closing takes open requests back, and what is then told is refused', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: at() });
    const row = await read(system, (tx) => tx.supplement.findFirst({ where: { id: supplementId } }));
    expect(row?.status).toBe('withdrawn');
    expect(await reason(recordSupplementRequest(system, { caseId, ...supplementRequest() }))).toBe(
      'errors:case-ended',
    );
  });
});

describe('a request for something more', () => {
  it('the same told twice, or twice at once, is one; another content under the same id is refused', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const request = { caseId, ...supplementRequest() };
    const [first, second] = await Promise.all([
      recordSupplementRequest(system, request),
      recordSupplementRequest(system, request),
    ]);
    expect(first).toEqual(second);
    expect((await stateOf(theCase)).phase).toBe('waiting_for_you');
    expect(
      (await eventsOf('granvik', caseId)).filter((type) => type === 'cases.supplement-asked'),
    ).toHaveLength(1);
    expect(await reason(recordSupplementRequest(system, { ...request, text: 'Något annat' }))).toBe(
      'errors:supplement-differs',
    );
  });

  it('is taken back: twice is the same; with another open the case still waits', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const one = supplementRequest();
    const two = supplementRequest();
    await recordSupplementRequest(system, { caseId, ...one });
    await recordSupplementRequest(system, { caseId, ...two });
    const back = (externalId: string) =>
      withdrawSupplementRequest(system, { caseId, externalId, occurredAt: at() });
    expect((await back(one.externalId)).status).toBe('withdrawn');
    expect((await back(one.externalId)).status).toBe('withdrawn');
    expect((await stateOf(theCase)).phase).toBe('waiting_for_you');
    await back(two.externalId);
    const state = await stateOf(theCase);
    expect(state.phase).toBe('being_looked_into');
    expect(state.events.filter((kind) => kind === 'supplement-withdrawn')).toHaveLength(2);
    expect(await code(back('never-asked'))).toBe('NotFound');
  });

  it('answered and taken back at once: either she was first or the office, never both', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident } = theCase;
    const request = supplementRequest();
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...request });
    const [answered, withdrawn] = await Promise.allSettled([
      answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Här är svaret' } }),
      withdrawSupplementRequest(system, { caseId, externalId: request.externalId, occurredAt: at() }),
    ]);
    const row = await read(system, (tx) => tx.supplement.findFirstOrThrow({ where: { id: supplementId } }));
    expect(withdrawn.status).toBe('fulfilled');
    expect(row.status).toBe(answered.status === 'fulfilled' ? 'answered' : 'withdrawn');
    expect((await stateOf(theCase)).phase).toBe('being_looked_into');
  });

  it('her answer is read by the office once sent, with its files; receiving it twice is once', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident, tenantId } = theCase;
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    let partId = supplementId;
    const readAnswer = (actor: SystemActor) =>
      write(actor, (tx) => getAnswerForSystemInTx(tx, actor, partId));
    const receive = () =>
      write(system, (tx) => recordSupplementReceivedInTx(tx, system, { partId, occurredAt: at() }));
    expect(await code(readAnswer(system))).toBe('NotFound');
    await answerSupplement(resident, {
      supplementId,
      version: 0,
      texts: { 1: 'Intyget kommer här' },
      files: [checkedPdf()],
    });

    partId = await lastPartOf(theCase, supplementId);
    const answer = await readAnswer(system);
    expect(answer).toMatchObject({
      part: 1,
      isLast: true,
      items: [{ id: '1', text: 'Intyget kommer här' }],
      caseId,
    });
    const [file] = answer.files;
    expect(file).toMatchObject({ name: 'Läkarintyg.pdf', mediaType: 'application/pdf' });
    expect((await getCaseFile(system, file?.id ?? '')).bytes.equals(Buffer.from(pdf()))).toBe(true);
    expect(await auditOf(tenantId, supplementId)).toContainEqual({
      action: 'cases.get-answer-for-system',
      outcome: 'allowed',
      subjectPersonId: theCase.personId,
    });
    expect(await code(readAnswer(await createSystemActor(tenantId)))).toBe('NotFound');

    await receive();
    await receive();
    expect((await stateOf(theCase)).events.filter((kind) => kind === 'supplement-received')).toHaveLength(1);
    // Her open page is told, once.
    const told = await eventsOf(tenantId, caseId);
    expect(told.filter((type) => type === 'cases.supplement-received')).toHaveLength(1);
  });
});

describe('another officer', () => {
  it('is told to her open pages, also where nothing else happened; the same one again is no news', async () => {
    const theCase = await createReceivedCase();
    const { tenantId, caseId, system } = theCase;
    const changes = async () =>
      (await eventsOf(tenantId, caseId)).filter((type) => type === 'cases.officer-changed').length;
    const tell = (officer: object) =>
      recordPhase(system, {
        caseId,
        phase: 'being_looked_into',
        officer: { unit: 'Biståndsenheten', ...officer },
        occurredAt: at(),
      });
    await tell({ name: 'Maria Öberg' });
    // With the phase, by the phase's own event.
    expect(await changes()).toBe(0);
    await tell({ name: 'Maria Öberg' });
    expect(await changes()).toBe(0);
    await tell({ name: 'Per Alm' });
    expect(await changes()).toBe(1);
    await tell({ name: 'Per Alm', phone: '000-12 34 56' });
    expect(await changes()).toBe(2);
    await tell({ name: 'Per Alm', phone: '000-12 34 56' });
    expect(await changes()).toBe(2);
  });
});

describe('a decision', () => {
  it('told twice and two at once is one, and ends what was asked', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    const message = { caseId, ...decision(), document: { name: 'Beslut.pdf', bytes: pdf('beslut') } };
    const [first, second] = await Promise.all([
      recordDecision(system, message),
      recordDecision(system, message),
    ]);
    expect(first).toEqual(second);
    expect((await stateOf(theCase)).phase).toBe('decided');
    const row = await read(system, (tx) => tx.supplement.findFirst({ where: { id: supplementId } }));
    expect(row?.status).toBe('withdrawn');
    expect(
      (await eventsOf('granvik', caseId)).filter((type) => type === 'cases.decision-arrived'),
    ).toHaveLength(1);
  });

  it.each([
    ['another outcome', { outcome: 'rejected' as const }],
    ['other reasons', { reasons: 'Något helt annat' }],
    ['another document', { document: { name: 'Beslut.pdf', bytes: pdf('ett annat') } }],
    ['no document', { document: undefined }],
  ])('told again with %s is refused', async (_, change) => {
    const { caseId, system } = await createReceivedCase();
    const message = { caseId, ...decision(), document: { name: 'Beslut.pdf', bytes: pdf('beslut') } };
    await recordDecision(system, message);
    expect(await reason(recordDecision(system, { ...message, ...change }))).toBe('errors:decision-differs');
  });

  it('is kept also when the case was closed before it came', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system } = theCase;
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: at() });
    await recordDecision(system, { caseId, ...decision() });
    const state = await stateOf(theCase);
    expect(state.phase).toBe('closed');
    expect(state.events).toContain('decided');
  });

  it('has a document that is a PDF by its content', async () => {
    const { caseId, system } = await createReceivedCase();
    const bytes = new Uint8Array(Buffer.from('<html>inte en PDF</html>'));
    expect(
      await code(recordDecision(system, { caseId, ...decision(), document: { name: 'Beslut.pdf', bytes } })),
    ).toBe('Invalid');
  });
});

describe('rights of systems', () => {
  let theCase: TestCase;
  beforeAll(async () => {
    theCase = await createReceivedCase();
  });

  const all = (actor: SystemActor, { caseId }: TestCase) => ({
    'cases.record-received-by-office': () =>
      recordReceivedByOffice(actor, { caseId, externalId: newId(), occurredAt: at() }),
    'cases.record-phase': () => recordPhase(actor, { caseId, phase: 'being_looked_into', occurredAt: at() }),
    'cases.record-supplement-request': () =>
      recordSupplementRequest(actor, { caseId, ...supplementRequest() }),
    'cases.withdraw-supplement-request': () =>
      withdrawSupplementRequest(actor, { caseId, externalId: 'x', occurredAt: at() }),
    'cases.record-decision': () => recordDecision(actor, { caseId, ...decision() }),
    'cases.record-appeal-step': () =>
      recordAppealStep(actor, {
        caseId,
        externalId: 'B1',
        step: 'in_time',
        on: calendarDate('2026-12-01'),
        occurredAt: at(),
      }),
    'cases.get-case-for-system': () => getCaseForSystem(actor, caseId),
  });
  const actions = Object.keys(all({} as SystemActor, {} as TestCase)) as (keyof ReturnType<typeof all>)[];

  it.each(actions)(
    '%s: another system of the municipality gets not found, and it is written',
    async (action) => {
      const stranger = await createSystemActor('granvik');
      expect(await code(all(stranger, theCase)[action]())).toBe('NotFound');
      expect(await auditOf('granvik', theCase.caseId)).toContainEqual({
        action,
        outcome: 'refused',
        subjectPersonId: theCase.personId,
      });
    },
  );

  it.each(actions)(
    '%s: the other municipality’s system gets not found, told in its own log alone',
    async (action) => {
      const stranger = await createSystemActor('ekhamn');
      expect(await code(all(stranger, theCase)[action]())).toBe('NotFound');
      expect(await auditOf('ekhamn', theCase.caseId)).toContainEqual({
        action,
        outcome: 'refused',
        subjectPersonId: null,
      });
    },
  );

  it.each(actions)('%s: its own system without the scope is forbidden', async (action) => {
    expect(await code(all({ ...theCase.system, scopes: [] }, theCase)[action]())).toBe('Forbidden');
  });

  it.each(actions)('%s: a resident, a job and nobody get not found', async (action) => {
    const { tenantId } = theCase;
    for (const actor of [theCase.resident, job(tenantId), { kind: 'nobody', tenantId } as const]) {
      expect(await code(all(actor as Actor as SystemActor, theCase)[action]())).toBe('NotFound');
    }
  });

  it('an id that can’t be one is not found, without asking the database for it', async () => {
    expect(await code(getCaseForSystem(theCase.system, "x' or 1=1"))).toBe('NotFound');
  });
});
