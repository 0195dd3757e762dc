import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createPerson } from '@/lib/testing/back-office-world';
import {
  auditOf,
  checkedPdf,
  createCase,
  createReceivedCase,
  decision,
  eventsOf,
  job,
  pdf,
  residentOf,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { answerSupplement } from './commands/answer-supplement';
import { openDecision } from './commands/open-decision';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { saveSupplementDraft } from './commands/save-supplement-draft';
import { getAccessLog } from './queries/get-access-log';
import { getCase } from './queries/get-case';
import { getCaseFile } from './queries/get-case-file';
import { getCaseForSystem } from './queries/get-case-for-system';
import { getDecision } from './queries/get-decision';
import { getOverview } from './queries/get-overview';
import { getSupplement } from './queries/get-supplement';
import { listMyCases } from './queries/list-my-cases';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

async function asked(more: Parameters<typeof supplementRequest>[0] = {}) {
  const theCase = await createReceivedCase();
  const { supplementId } = await recordSupplementRequest(theCase.system, {
    caseId: theCase.caseId,
    ...supplementRequest(more),
  });
  const { caseId } = theCase;
  return { ...theCase, supplementId, at: { caseId, supplementId } };
}

async function decided(more: Parameters<typeof decision>[0] = {}) {
  const theCase = await createReceivedCase();
  const { caseId } = theCase;
  const { decisionId } = await recordDecision(theCase.system, {
    caseId,
    ...decision(more),
    document: { name: 'Beslut.pdf', bytes: pdf('hela beslutet') },
  });
  return { ...theCase, decisionId, at: { caseId, decisionId } };
}

describe('a decision', () => {
  it('gives nothing away before it is opened', async () => {
    const { resident, at, caseId, decisionId } = await decided({ outcome: 'rejected' });
    const sealed = JSON.stringify([
      await getDecision(resident, at, 'sv'),
      await getCase(resident, caseId, 'sv'),
      await getOverview(resident, 'sv'),
      await listMyCases(resident, 'sv', { filter: 'all' }),
    ]);
    expect(sealed).not.toContain('rejected');
    expect(sealed).not.toContain('Ekbacken');
    expect(sealed).not.toContain('dygnet runt');
    const { fileId } = await read(resident, (tx) =>
      tx.decision.findFirstOrThrow({ where: { id: decisionId } }),
    );
    expect(await code(getCaseFile(resident, fileId ?? ''))).toBe('NotFound');
  });

  it('opened gives its content, its document, and the last day to appeal; again it is the same day', async () => {
    // 3 November 2026 in Sweden, though still the 2nd in Greenwich.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T23:30:00Z') });
    try {
      const { resident, at, decisionId, ...theCase } = await decided();
      expect((await openDecision(resident, { decisionId })).appealLastOn).toBe('2026-11-24');
      vi.setSystemTime(new Date('2026-11-10T10:00:00Z'));
      expect((await openDecision(resident, { decisionId })).appealLastOn).toBe('2026-11-24');
      const found = await getDecision(resident, at, 'sv');
      expect(found).toMatchObject({
        isOpened: true,
        outcome: 'partly_granted',
        content: { decided: 'Du beviljas en plats på Ekbacken.' },
        appeal: { kind: 'administrative', lastOn: '2026-11-24' },
      });
      if (!found.isOpened) throw new Error('not opened');
      expect((await getCaseFile(resident, found.file?.id ?? '')).bytes.toString()).toContain('hela beslutet');
      expect(
        (await stateOf({ resident, ...theCase })).events.filter((kind) => kind === 'decision-opened'),
      ).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('opened twice at once is opened once', async () => {
    const { resident, decisionId, caseId } = await decided();
    const [first, second] = await Promise.all([1, 2].map(() => openDecision(resident, { decisionId })));
    expect(first).toEqual(second);
    const events = await eventsOf('granvik', caseId);
    expect(events.filter((type) => type === 'cases.decision-opened')).toHaveLength(1);
    const opened = (await auditOf('granvik', decisionId)).filter(
      ({ action }) => action === 'cases.open-decision',
    );
    expect(opened).toHaveLength(1);
  });

  it('of a legality review is reckoned from the notice board, opened or not (KL 13 kap. 5 §)', async () => {
    const { system, resident, caseId } = await createReceivedCase();
    const appeal = { kind: 'legality', announcedOn: '2026-12-03' };
    const message = { caseId, ...decision({ appeal }) };
    const { decisionId } = await recordDecision(system, message);
    const at = { caseId, decisionId };
    const lastOn = '2026-12-28'; // three weeks on is Christmas Eve
    const shown = { kind: 'legality', announcedOn: '2026-12-03', lastOn };
    expect(await getDecision(resident, at, 'sv')).toMatchObject({ isOpened: false, appeal: shown });
    expect((await openDecision(resident, { decisionId })).appealLastOn).toBe(lastOn);
    expect((await openDecision(resident, { decisionId })).appealLastOn).toBe(lastOn);
    expect(await getDecision(resident, at, 'sv')).toMatchObject({ isOpened: true, appeal: shown });
    expect((await recordDecision(system, message)).decisionId).toBe(decisionId);
    await expect(
      recordDecision(system, { ...message, appeal: { kind: 'administrative' } }),
    ).rejects.toMatchObject({ reason: 'errors:decision-differs' });
  });

  it('that can’t be appealed has no last day, and the case says so', async () => {
    const { system, resident, caseId } = await createReceivedCase();
    const { decisionId } = await recordDecision(system, {
      caseId,
      ...decision({ appeal: { kind: 'none' } }),
    });
    expect((await openDecision(resident, { decisionId })).appealLastOn).toBeNull();
    expect((await getCase(resident, caseId, 'sv')).outlook.situation).toBe('decision_final');
    expect(await getDecision(resident, { caseId, decisionId }, 'sv')).toMatchObject({
      appeal: { kind: 'none', lastOn: null },
    });
  });

  it('follows the rule in force on the day it is opened', async () => {
    await asOwner((client) =>
      client.query(
        `insert into dated_rule (tenant_id, key, valid_from, valid_to, value, source)
         values ('ekhamn', 'appeal.time', '2031-01-01', '2031-12-31', '{"weeks": 4}', 'a law to come')`,
      ),
    );
    const theCase = await createReceivedCase('ekhamn');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-06-02T10:00:00Z') });
    try {
      const { decisionId } = await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
      expect((await openDecision(theCase.resident, { decisionId })).appealLastOn).toBe('2031-06-30');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the overview', () => {
  it('says what waits, what is going on and what happened last', async () => {
    const first = await createReceivedCase();
    const { resident, system, caseId } = first;
    expect(await getOverview(resident, 'sv')).toMatchObject({
      supplements: [],
      unreadDecisions: [],
      count: { ongoing: 1, decided: 0, ended: 0 },
    });
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: new Date() });
    const late = await recordSupplementRequest(system, {
      caseId,
      ...supplementRequest({ dueOn: '2026-01-02' }),
    });
    const soon = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    const overview = await getOverview(resident, 'sv');
    expect(overview.supplements.map(({ id }) => id)).toEqual([late.supplementId, soon.supplementId]);
    expect(overview.supplements[0]?.dueOn).toBe('2026-01-02');
    expect(overview.ongoing).toMatchObject([
      { id: caseId, title: { text: 'Särskilt boende', lang: 'sv' }, phase: 'waiting_for_you' },
    ]);
    expect(overview.latest[0]).toMatchObject({
      kind: 'supplement-asked',
      title: { text: 'Särskilt boende' },
    });

    await recordDecision(system, { caseId, ...decision() });
    const after = await getOverview(resident, 'sv');
    expect(after.supplements).toEqual([]);
    expect(after.unreadDecisions).toHaveLength(1);
    expect(after.ongoing).toMatchObject([{ phase: 'decided', situation: 'decision_unread' }]);
    await recordPhase(system, { caseId, phase: 'closed', occurredAt: new Date() });
    const closed = await getOverview(resident, 'sv');
    expect(closed).toMatchObject({ ongoing: [], decided: [], count: { ongoing: 0, decided: 0, ended: 1 } });
    // Closed or not, a decision not opened is still to be read.
    expect(closed.unreadDecisions).toHaveLength(1);
  });
});

describe('what the overview says happens next', () => {
  it('has a decided case among those under way until the decision is opened, and not after', async () => {
    const { resident, system, caseId, decisionId } = await decided();
    const before = await getOverview(resident, 'sv');
    expect(before).toMatchObject({ decided: [], count: { ongoing: 1, decided: 0, ended: 0 } });
    expect(before.ongoing).toMatchObject([{ id: caseId, situation: 'decision_unread' }]);
    const { appealLastOn } = await openDecision(resident, { decisionId });
    const after = await getOverview(resident, 'sv');
    expect(after).toMatchObject({ ongoing: [], count: { ongoing: 0, decided: 1, ended: 0 } });
    expect(after.decided).toMatchObject([{ id: caseId, phase: 'decided', appealLastOn }]);
    expect((await listMyCases(resident, 'sv', { filter: 'all' })).cases).toMatchObject([
      { id: caseId, appealLastOn, hasUnreadDecision: false },
    ]);
    // A second decision, as on reconsideration, is on its way to her again.
    await recordDecision(system, { caseId, ...decision({ externalId: 'B2' }) });
    expect((await getOverview(resident, 'sv')).ongoing).toMatchObject([{ id: caseId }]);
  });

  it('follows the appeal: there is time, there was time', async () => {
    const { resident, decisionId } = await decided();
    await openDecision(resident, { decisionId });
    const situation = async () => (await getOverview(resident, 'sv')).decided.map((one) => one.situation);
    expect(await situation()).toEqual(['decision_read']);
    // Set once, so time is turned back behind the guard.
    await asOwner((client) =>
      client.query(
        `alter table decision disable trigger decision_opened_once;
         update decision set appeal_last_on = '2026-01-02' where id = ${client.escapeLiteral(decisionId)};
         alter table decision enable trigger decision_opened_once`,
      ),
    );
    expect(await situation()).toEqual(['appeal_over']);
  });
});

describe('who has seen my information', () => {
  it('names the office and why, and leaves out what she and the portal do', async () => {
    const { resident, system, caseId, tenantId, personId, supplementId } = await asked();
    await getCaseForSystem(system, caseId);
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Hej' } });
    await write(job(tenantId), (tx) =>
      auditInTx(tx, job(tenantId), { action: 'applications.make-receipt', subjectPersonId: personId }),
    );
    const { entries } = await getAccessLog(resident, 'sv', 1);
    expect(entries.map(({ deed }) => `${deed.kind} ${deed.thing}`)).toEqual([
      'read case',
      'wrote supplement',
      'wrote application',
    ]);
    expect(entries[0]).toMatchObject({
      who: { kind: 'system', name: 'Maria Öberg, Biståndsenheten, Testsystemet' },
      wasRefused: false,
      about: { title: { text: 'Särskilt boende' } },
    });
  });

  it('tells of a stranger who was refused, without naming her', async () => {
    const { resident, caseId } = await createCase();
    const stranger = residentOf('granvik', await createPerson('granvik'));
    expect(await code(getCase(stranger, caseId, 'sv'))).toBe('NotFound');
    const { entries } = await getAccessLog(resident, 'sv', 1);
    expect(entries).toMatchObject([
      { who: { kind: 'person' }, wasRefused: true, deed: { kind: 'read', thing: 'case' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(stranger.personId);
    expect((await getAccessLog(stranger, 'sv', 1)).entries).toEqual([]);
  });
});

describe('rights of residents', () => {
  let theCase: TestCase & { supplementId: string; decisionId: string };
  beforeAll(async () => {
    const one = await asked();
    const { decisionId } = await recordDecision(one.system, { caseId: one.caseId, ...decision() });
    theCase = { ...one, decisionId };
  });

  const all = (actor: ResidentActor, { caseId, supplementId, decisionId }: typeof theCase) => ({
    'cases.get-case': { objectId: caseId, run: () => getCase(actor, caseId, 'sv') },
    'cases.get-supplement': {
      objectId: supplementId,
      run: () => getSupplement(actor, { caseId, supplementId }, 'sv'),
    },
    'cases.get-decision': {
      objectId: decisionId,
      run: () => getDecision(actor, { caseId, decisionId }, 'sv'),
    },
    'cases.open-decision': { objectId: decisionId, run: () => openDecision(actor, { decisionId }) },
    'cases.answer-supplement': {
      objectId: supplementId,
      run: () => answerSupplement(actor, { supplementId, version: 0, texts: { 1: 'Hej' } }),
    },
    'cases.save-supplement-draft': {
      objectId: supplementId,
      run: () => saveSupplementDraft(actor, { supplementId, version: 0, texts: { 1: 'Hej' } }),
    },
  });
  const actions = Object.keys(all({} as ResidentActor, {} as typeof theCase)) as (keyof ReturnType<
    typeof all
  >)[];

  it.each(actions)(
    '%s: another resident gets not found, and it is written with whose it was',
    async (action) => {
      const stranger = residentOf('granvik', await createPerson('granvik'));
      const { run, objectId } = all(stranger, theCase)[action];
      expect(await code(run())).toBe('NotFound');
      expect(await auditOf('granvik', objectId)).toContainEqual({
        action,
        outcome: 'refused',
        subjectPersonId: theCase.personId,
      });
    },
  );

  it.each(actions)('%s: the same person in the other municipality gets not found', async (action) => {
    const elsewhere: ResidentActor = { ...theCase.resident, tenantId: 'ekhamn' };
    expect(await code(all(elsewhere, theCase)[action].run())).toBe('NotFound');
  });

  it.each(actions)('%s: a system, a job and nobody get not found', async (action) => {
    const { tenantId } = theCase;
    for (const actor of [theCase.system, job(tenantId), { kind: 'nobody', tenantId } as const]) {
      expect(await code(all(actor as Actor as ResidentActor, theCase)[action].run())).toBe('NotFound');
    }
  });

  it.each(actions)('%s: what can’t be an id is not found', async (action) => {
    const wrong = { ...theCase, caseId: 'x', supplementId: "' or 1=1", decisionId: newId().slice(1) };
    expect(await code(all(theCase.resident, wrong)[action].run())).toBe('NotFound');
  });

  it('a supplement and a decision under another case’s address are not found', async () => {
    const other = await createCase();
    const { supplementId, decisionId, resident } = theCase;
    expect(await code(getSupplement(resident, { caseId: other.caseId, supplementId }, 'sv'))).toBe(
      'NotFound',
    );
    expect(await code(getDecision(resident, { caseId: 'x', decisionId }, 'sv'))).toBe('NotFound');
  });

  it('a file of hers is not another’s', async () => {
    const { resident, supplementId, at } = await asked();
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: '' }, files: [checkedPdf()] });
    const [part] = (await getSupplement(resident, at, 'sv')).parts;
    const file = part?.items[0]?.files[0];
    expect(await code(getCaseFile(resident, file?.id ?? ''))).toBe('ok');
    const stranger = residentOf('granvik', await createPerson('granvik'));
    expect(await code(getCaseFile(stranger, file?.id ?? ''))).toBe('NotFound');
  });
});

describe('what lies in the database', () => {
  it('shows neither what was asked, answered and decided, nor files and their names', async () => {
    const secret = `hemlig-${newId()}`;
    const { resident, supplementId, system, caseId } = await asked({ text: `${secret}-fråga` });
    await saveSupplementDraft(resident, { supplementId, version: 0, texts: { 1: `${secret}-utkast` } });
    expect(await dumpEverything()).not.toContain(secret);
    await answerSupplement(resident, {
      supplementId,
      version: 1,
      texts: { 1: `${secret}-svar` },
      files: [{ ...checkedPdf(`${secret}-fil`), name: `${secret}-namn.pdf` }],
    });
    await recordDecision(system, { caseId, ...decision(), reasons: `${secret}-skäl` });
    expect(await dumpEverything()).not.toContain(secret);
  });
});
