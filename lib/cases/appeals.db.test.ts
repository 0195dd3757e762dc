import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createDecided, type DecidedCase, sendAppealOf, written } from '@/lib/testing/appeals-world';
import { createPerson } from '@/lib/testing/back-office-world';
import {
  auditOf,
  checkedPdf,
  createSystemActor,
  eventsOf,
  job,
  residentOf,
  stateOf,
} from '@/lib/testing/cases-world';
import { asAppRole, asOwner, dumpEverything } from '@/lib/testing/test-database';
import { askForFileAgainInTx } from './commands/ask-for-file-again';
import { makeAppealReceipt } from './commands/make-appeal-receipt';
import { recordAppealReceived } from './commands/record-appeal-received';
import { recordPhase } from './commands/record-phase';
import { saveAppealDraft } from './commands/save-appeal-draft';
import { sendAppeal } from './commands/send-appeal';
import { getAppeal } from './queries/get-appeal';
import { getAppealDraft } from './queries/get-appeal-draft';
import { getCase } from './queries/get-case';
import { getCaseFile } from './queries/get-case-file';
import { getDecision } from './queries/get-decision';
import { getOverview } from './queries/get-overview';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );

const draftOf = ({ resident, caseId, decisionId }: DecidedCase) =>
  getAppealDraft(resident, { caseId, decisionId }, 'sv');
const appealOf = ({ resident, caseId, decisionId }: DecidedCase, appealId: string) =>
  getAppeal(resident, { caseId, decisionId, appealId }, 'sv');

describe('writing an appeal', () => {
  it('begins with what is known of her, and keeps what she writes, right or not', async () => {
    const on = await createDecided();
    const { resident, decisionId } = on;
    const fresh = await draftOf(on);
    expect(fresh).toMatchObject({ version: 0, name: 'Astrid Lindqvist', files: [] });
    expect(fresh?.draft).toMatchObject({ change: '', email: 'astrid@example.test' });
    const draft = written({ reasons: '', email: 'inte en adress' });
    const saved = await saveAppealDraft(resident, { decisionId, draft, version: 0, files: [checkedPdf()] });
    const kept = await draftOf(on);
    expect([kept?.draft, kept?.version]).toEqual([draft, saved.outcome === 'saved' && saved.version]);
    expect(kept?.files).toMatchObject([{ name: 'Läkarintyg.pdf' }]);
    await saveAppealDraft(resident, {
      decisionId,
      draft,
      version: kept?.version ?? 0,
      removeFileId: kept?.files[0]?.id,
    });
    expect((await draftOf(on))?.files).toEqual([]);
    expect((await stateOf(on)).phase).toBe('decided');
  });

  it('waits for her on the overview until it is sent, with its last day', async () => {
    const on = await createDecided();
    const { resident, caseId, decisionId } = on;
    const waiting = async () => (await getOverview(resident, 'sv')).unsentAppeals;
    expect(await waiting()).toEqual([]);
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0 });
    const { decisions } = await getCase(resident, caseId, 'sv');
    expect(decisions[0]?.appealLastOn).not.toBeNull();
    expect(await waiting()).toMatchObject([{ caseId, decisionId, lastOn: decisions[0]?.appealLastOn }]);
    await sendAppealOf(resident, decisionId);
    expect(await waiting()).toEqual([]);
  });

  it('another window neither overwrites it unasked nor begins a second', async () => {
    const on = await createDecided();
    const { resident, decisionId } = on;
    const save = (change: string, version: number, keepMine = false) =>
      saveAppealDraft(resident, { decisionId, draft: written({ change }), version, keepMine });
    const outcomes = await Promise.all([save('Ett', 0), save('Två', 0)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['saved', 'stale']);
    expect((await save('Tre', 0)).outcome).toBe('stale');
    expect((await save('Tre', 0, true)).outcome).toBe('saved');
    expect((await draftOf(on))?.draft.change).toBe('Tre');
  });

  it.each([
    ['not opened yet', { opened: false }, 'errors:appeal-unread'],
    [
      'for the court alone',
      { appeal: { kind: 'legality', announcedOn: '2026-11-20' } },
      'errors:appeal-not-here',
    ],
    ['not to be appealed', { appeal: { kind: 'none' } }, 'errors:appeal-not-here'],
  ])('of a decision %s: refused, and the page sends her to the decision', async (_, more, reason) => {
    const on = await createDecided(more);
    const { resident, decisionId } = on;
    expect(await refusal(saveAppealDraft(resident, { decisionId, draft: written(), version: 0 }))).toBe(
      reason,
    );
    expect(await refusal(sendAppeal(resident, { decisionId, version: 0, language: 'sv' }))).toBe(reason);
    expect(await draftOf(on)).toBeNull();
  });

  it('what is too long is refused, and told at its field', async () => {
    const { resident, decisionId } = await createDecided();
    await expect(
      saveAppealDraft(resident, { decisionId, draft: written({ phone: '0'.repeat(41) }), version: 0 }),
    ).rejects.toMatchObject({ code: 'Invalid', fields: { phone: 'errors:appeal-too-long' } });
  });
});

describe('sending it', () => {
  it('is once, at once: number, time, phase and event, who she is, and what she wrote', async () => {
    const on = await createDecided();
    const { resident, decisionId, caseId } = on;
    const draft = written({ change: '  Allt\u0000  ', address: 'Ekvägen 1\n123 45 Granvik' });
    const saved = await saveAppealDraft(resident, { decisionId, draft, version: 0, files: [checkedPdf()] });
    const version = saved.outcome === 'saved' ? saved.version : -1;
    const send = () => sendAppeal(resident, { decisionId, version, language: 'sv' });
    const [one, two] = await Promise.all([send(), send()]);
    expect(two).toEqual(one);
    expect(await send()).toEqual(one);
    const sent = await appealOf(on, one.appealId);
    const { number } = await getCase(resident, caseId, 'sv');
    expect(sent).toMatchObject({ number: `${number}-Ö1`, isLate: false, receivedAt: null });
    expect(sent.content).toMatchObject({ change: 'Allt', name: 'Astrid Lindqvist', language: 'sv' });
    expect(sent.files).toHaveLength(1);
    expect((await getCaseFile(resident, sent.files[0]?.id ?? '')).name).toBe('Läkarintyg.pdf');
    const state = await stateOf(on);
    expect([state.phase, state.events.filter((kind) => kind === 'appeal-sent')]).toEqual([
      'appealed',
      ['appeal-sent'],
    ]);
    expect((await eventsOf('granvik', caseId)).filter((type) => type === 'cases.appeal-sent')).toHaveLength(
      1,
    );
    // Told by the office that it has been appealed, which it has been: no second line in the timeline.
    await recordPhase(on.system, { caseId, phase: 'appealed', occurredAt: new Date() });
    expect((await stateOf(on)).events).not.toContain('appealed');
  });

  it('is what she has read through, or is not done', async () => {
    const { resident, decisionId } = await createDecided();
    const send = (version: number) => refusal(sendAppeal(resident, { decisionId, version, language: 'sv' }));
    expect(await send(0)).toBe('errors:appeal-changed');
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0 });
    expect(await send(1)).toBe('errors:appeal-changed');
    await saveAppealDraft(resident, { decisionId, draft: written({ reasons: ' ' }), version: 2 });
    expect(await send(3)).toBe('errors:appeal-incomplete');
  });

  it('not with a file that the scanner has found something in', async () => {
    const on = await createDecided();
    const { resident, decisionId } = on;
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0, files: [checkedPdf()] });
    const [file] = (await draftOf(on))?.files ?? [];
    await asOwner((client) =>
      client.query(`update stored_file set scan_state = 'infected' where id = $1`, [file?.id]),
    );
    const { version = 0 } = (await draftOf(on)) ?? {};
    expect(await refusal(sendAppeal(resident, { decisionId, version, language: 'sv' }))).toBe(
      'errors:answer-has-infected',
    );
  });

  it('after the last day is taken in, and said to be late (FL 45 §)', async () => {
    const on = await createDecided();
    // Opened, and so reckoned, long ago: only the tables' owner can set what is set once.
    await asOwner(async (client) => {
      await client.query('alter table decision disable trigger decision_opened_once');
      await client.query(`update decision set appeal_last_on = '2026-01-05' where id = $1`, [on.decisionId]);
      await client.query('alter table decision enable trigger decision_opened_once');
    });
    const appealId = await sendAppealOf(on.resident, on.decisionId);
    expect(await appealOf(on, appealId)).toMatchObject({ isLate: true, lastOn: '2026-01-05' });
  });

  it('of a case that is closed brings it to appealed; a second appeal gets the next number', async () => {
    const on = await createDecided();
    await recordPhase(on.system, { caseId: on.caseId, phase: 'closed', occurredAt: new Date() });
    const first = await sendAppealOf(on.resident, on.decisionId);
    expect((await stateOf(on)).phase).toBe('appealed');
    const second = await sendAppealOf(on.resident, on.decisionId, written({ reasons: 'Och en sak till.' }));
    expect(second).not.toBe(first);
    expect((await appealOf(on, second)).number).toMatch(/-Ö2$/);
    const opened = await getDecision(on.resident, { caseId: on.caseId, decisionId: on.decisionId }, 'sv');
    expect(opened.isOpened && opened.appeals.map(({ id }) => id)).toEqual([second, first]);
  });

  it('lies sealed, and can’t be written anew by the application', async () => {
    const secret = `hemlig-${newId()}`;
    const on = await createDecided();
    const appealId = await sendAppealOf(on.resident, on.decisionId, written({ reasons: secret }));
    expect(await dumpEverything()).not.toContain(secret);
    for (const set of ["sealed = '\\x00'", 'sent_at = now()', "number = 'X'"])
      await expect(
        asAppRole(async (client) => {
          await client.query(`select set_config('app.tenant_id', 'granvik', false)`);
          await client.query(`update appeal set ${set} where id = $1`, [appealId]);
        }),
      ).rejects.toThrow('set once');
  });
});

describe('what becomes of it', () => {
  it('received by the board’s system, once: she sees it, and it came in when she sent it', async () => {
    const on = await createDecided();
    const appealId = await sendAppealOf(on.resident, on.decisionId);
    const { sentAt } = await appealOf(on, appealId);
    for (let round = 0; round < 2; round += 1)
      await recordAppealReceived(on.system, { appealId, occurredAt: new Date() });
    const found = await appealOf(on, appealId);
    expect(found.receivedAt).not.toBeNull();
    expect(found.sentAt).toEqual(sentAt);
    expect((await stateOf(on)).events.filter((kind) => kind === 'appeal-received')).toHaveLength(1);
  });

  it('a PDF of it is made once, whoever asks first', async () => {
    const on = await createDecided();
    const appealId = await sendAppealOf(on.resident, on.decisionId);
    const made = await Promise.all([
      makeAppealReceipt(on.resident, appealId),
      makeAppealReceipt(job('granvik'), appealId),
      makeAppealReceipt(on.system, appealId),
    ]);
    expect(new Set(made.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
    expect(made[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(made[0]?.name).toMatch(/^Överklagande .*-Ö1\.pdf$/);
    const kept = await read({ tenantId: 'granvik' }, (tx) =>
      tx.storedFile.count({ where: { tenantId: 'granvik', appealReceipts: { some: { id: appealId } } } }),
    );
    expect(kept).toBe(1);
  });

  it('a file that turns out infected after it is sent stands in the timeline', async () => {
    const on = await createDecided();
    const { resident, decisionId } = on;
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0, files: [checkedPdf()] });
    const { version = 0, files = [] } = (await draftOf(on)) ?? {};
    await sendAppeal(resident, { decisionId, version, language: 'sv' });
    const actor = job('granvik');
    await write(actor, (tx) => askForFileAgainInTx(tx, actor, { fileId: files[0]?.id ?? '' }));
    expect((await stateOf(on)).events).toContain('file-infected');
  });
});

describe('rights', () => {
  let on: DecidedCase & { appealId: string };
  beforeAll(async () => {
    const decided = await createDecided();
    on = { ...decided, appealId: await sendAppealOf(decided.resident, decided.decisionId) };
  });

  const hers = (actor: ResidentActor, { caseId, decisionId, appealId }: typeof on) => ({
    'cases.get-appeal-draft': {
      objectId: decisionId,
      run: () => getAppealDraft(actor, { caseId, decisionId }, 'sv'),
    },
    'cases.save-appeal-draft': {
      objectId: decisionId,
      run: () => saveAppealDraft(actor, { decisionId, draft: written(), version: 0 }),
    },
    'cases.send-appeal': {
      objectId: decisionId,
      run: () => sendAppeal(actor, { decisionId, version: 1, language: 'sv' }),
    },
    'cases.get-appeal': {
      objectId: appealId,
      run: () => getAppeal(actor, { caseId, decisionId, appealId }, 'sv'),
    },
  });
  const actions = Object.keys(hers({} as ResidentActor, {} as typeof on)) as (keyof ReturnType<
    typeof hers
  >)[];

  it.each(actions)('%s: another resident gets not found, and it is written', async (action) => {
    const stranger = residentOf('granvik', await createPerson('granvik'));
    const { run, objectId } = hers(stranger, on)[action];
    expect(await refusal(run())).toBe('NotFound');
    const row = { action, outcome: 'refused', subjectPersonId: on.personId };
    expect(await auditOf('granvik', objectId)).toContainEqual(row);
  });

  it.each(actions)(
    '%s: elsewhere, a system, an administrator, a job and nobody get not found',
    async (action) => {
      const { tenantId } = on;
      const others: Actor[] = [
        { ...on.resident, tenantId: 'ekhamn' },
        on.system,
        { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
        job(tenantId),
        { kind: 'nobody', tenantId },
      ];
      for (const actor of others)
        expect(await refusal(hers(actor as ResidentActor, on)[action].run()), actor.kind).toBe('NotFound');
    },
  );

  it('an appeal under another decision’s address is not found', async () => {
    const { resident, caseId, appealId } = on;
    expect(await refusal(getAppeal(resident, { caseId, decisionId: newId(), appealId }, 'sv'))).toBe(
      'NotFound',
    );
  });

  const theirs = (actor: SystemActor, { appealId }: typeof on) => ({
    'cases.record-appeal-received': () => recordAppealReceived(actor, { appealId, occurredAt: new Date() }),
    'cases.get-appeal-receipt': () => makeAppealReceipt(actor, appealId),
  });

  it.each(['cases.record-appeal-received', 'cases.get-appeal-receipt'] as const)(
    '%s: its own system alone, with the scope',
    async (action) => {
      const { tenantId, system } = on;
      const others: [Actor, string][] = [
        [await createSystemActor(tenantId), 'NotFound'],
        [await createSystemActor('ekhamn'), 'NotFound'],
        [{ ...system, scopes: [] }, 'errors:scope-missing'],
        [residentOf(tenantId, await createPerson(tenantId)), 'NotFound'],
        [{ kind: 'nobody', tenantId }, 'NotFound'],
        [system, 'ok'],
      ];
      for (const [actor, expected] of others)
        expect(await refusal(theirs(actor as SystemActor, on)[action]()), actor.kind).toBe(expected);
    },
  );

  it('a draft and its files are no system’s to read', async () => {
    const { resident, decisionId, system } = on;
    await saveAppealDraft(resident, { decisionId, draft: written(), version: 0, files: [checkedPdf('x')] });
    const draft = await draftOf(on);
    expect(await refusal(getCaseFile(system, draft?.files[0]?.id ?? ''))).toBe('NotFound');
    const { id } = await read({ tenantId: 'granvik' }, (tx) =>
      tx.appeal.findFirstOrThrow({ where: { tenantId: 'granvik', decisionId, sentAt: null } }),
    );
    expect(await refusal(recordAppealReceived(system, { appealId: id, occurredAt: new Date() }))).toBe(
      'NotFound',
    );
    expect(await refusal(makeAppealReceipt(resident, id))).toBe('NotFound');
  });
});
