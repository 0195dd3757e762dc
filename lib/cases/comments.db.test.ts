import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { createPerson } from '@/lib/testing/back-office-world';
import {
  auditOf,
  checkedPdf,
  commentRound,
  createReceivedCase,
  createSystemActor,
  decision,
  eventsOf,
  job,
  pdf,
  residentOf,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { dumpEverything } from '@/lib/testing/test-database';
import { answerSupplement } from './commands/answer-supplement';
import { extendCommentRound } from './commands/extend-comment-round';
import { openCommentMaterial } from './commands/open-comment-material';
import { recordCommentReceivedInTx } from './commands/record-comment-received';
import { recordCommentRound } from './commands/record-comment-round';
import { recordDecision } from './commands/record-decision';
import { recordPhase } from './commands/record-phase';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { saveCommentDraft } from './commands/save-comment-draft';
import { sendComment } from './commands/send-comment';
import { withdrawCommentRound } from './commands/withdraw-comment-round';
import { dueDateMessage } from './domain/office-messages';
import { getCase } from './queries/get-case';
import { getCaseFile } from './queries/get-case-file';
import { getCaseForSystem } from './queries/get-case-for-system';
import { getCommentForSystemInTx } from './queries/get-comment-for-system';
import { getCommentRound } from './queries/get-comment-round';
import { getOverview } from './queries/get-overview';
import { listMyCases } from './queries/list-my-cases';

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? (error.reason ?? error.code) : Promise.reject(error)),
  );
const at = () => new Date();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const documents = [{ name: 'Utredning.pdf', bytes: pdf('utredningen') }];
const moreTime = (dueOn: string) => dueDateMessage.parse({ dueOn, occurredAt: at().toISOString() });
const comment = (text: string) => ({ comment: text });

async function asked(more: Parameters<typeof commentRound>[0] = {}) {
  const theCase = await createReceivedCase();
  const { caseId, system } = theCase;
  await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: minutesAgo(30) });
  const message = { caseId, ...commentRound(more), documents };
  const { roundId } = await recordCommentRound(system, message);
  return { ...theCase, message, roundId, at: { caseId, roundId } };
}

describe('a round of comments', () => {
  it('told twice, or twice at once, is one; another content under the same id is refused', async () => {
    const { system, message, roundId, ...theCase } = await asked();
    const again = await Promise.all([1, 2].map(() => recordCommentRound(system, message)));
    expect(again.map((one) => one.roundId)).toEqual([roundId, roundId]);
    for (const other of [
      { text: 'Något annat' },
      { dueOn: commentRound({ dueOn: '2099-11-25' }).dueOn },
      { documents: [] },
      { documents: [{ name: 'Utredning.pdf', bytes: pdf('en annan') }] },
    ])
      expect(await outcome(recordCommentRound(system, { ...message, ...other }))).toBe(
        'errors:comments-differ',
      );
    const { phase, events } = await stateOf({ system, ...theCase });
    expect(phase).toBe('comments_before_decision');
    expect(events.filter((kind) => kind === 'comments-asked')).toHaveLength(1);
    // Given more time meanwhile, it is still the same round when it is told again.
    const { caseId, externalId } = message;
    await extendCommentRound(system, { caseId, externalId, ...moreTime('2099-12-01') });
    expect((await recordCommentRound(system, message)).roundId).toBe(roundId);
  });

  it('of which the material is a PDF by its content', async () => {
    const { system, caseId } = await createReceivedCase();
    const file = { name: 'virus.pdf', bytes: new Uint8Array(Buffer.from('MZ')) };
    await expect(
      recordCommentRound(system, { caseId, ...commentRound(), documents: [file] }),
    ).rejects.toMatchObject({
      fields: { documents: 'errors:material-must-be-pdf' },
    });
  });

  it('waits for her until she has said something; then for the office', async () => {
    const { resident, caseId, roundId } = await asked({ dueOn: '2099-11-22' });
    // A Sunday: she is in time until the Monday (lag (1930:173) 2 §).
    expect((await getOverview(resident, 'sv')).commentRounds).toMatchObject([
      { id: roundId, caseId, dueOn: '2099-11-23' },
    ]);
    expect((await getCase(resident, caseId, 'sv')).outlook).toMatchObject({
      situation: 'comments_before_decision',
      actor: 'you',
      by: { on: '2099-11-23', kind: 'due' },
    });
    const waiting = () => listMyCases(resident, 'sv', { filter: 'waits-for-you' });
    expect((await waiting()).cases).toMatchObject([{ id: caseId, dueOn: '2099-11-23' }]);
    await sendComment(resident, { roundId, nothingToAdd: true });
    const after = await getOverview(resident, 'sv');
    expect(after.commentRounds).toEqual([]);
    expect(after.ongoing).toMatchObject([{ situation: 'comments_given' }]);
    expect((await getCase(resident, caseId, 'sv')).outlook).toMatchObject({ actor: 'office' });
    expect((await waiting()).counts['waits-for-you']).toBe(0);
  });

  it('is kept beside an open request, and is what the case comes to when that is answered', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident } = theCase;
    const { supplementId } = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
    await recordCommentRound(system, { caseId, ...commentRound() });
    expect((await stateOf(theCase)).phase).toBe('waiting_for_you');
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Här' } });
    expect((await stateOf(theCase)).phase).toBe('comments_before_decision');
  });

  it('told late, after it has been looked into anew, moves nothing back, but is there to read', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', occurredAt: minutesAgo(5) });
    const late = commentRound({ occurredAt: minutesAgo(20).toISOString() });
    const { roundId } = await recordCommentRound(system, { caseId, ...late });
    expect((await stateOf(theCase)).phase).toBe('being_looked_into');
    expect((await getOverview(resident, 'sv')).commentRounds).toMatchObject([{ id: roundId }]);
  });

  it('taken back: nothing more is said, the material is not shown, and the case goes on', async () => {
    const { system, message, resident, roundId, at: place, ...theCase } = await asked();
    const { caseId, externalId } = message;
    const [file] = (await getCommentRound(resident, place, 'sv')).material?.files ?? [];
    expect(await outcome(getCaseFile(resident, file?.id ?? ''))).toBe('ok');
    await sendComment(resident, { roundId, texts: comment('Fel namn'), version: 0 });
    for (const _ of [1, 2])
      expect((await withdrawCommentRound(system, { caseId, externalId, occurredAt: at() })).status).toBe(
        'withdrawn',
      );
    expect((await stateOf({ system, resident, ...theCase })).phase).toBe('being_looked_into');
    const found = await getCommentRound(resident, place, 'sv');
    expect(found).toMatchObject({ status: 'withdrawn', material: null, comments: [{ text: 'Fel namn' }] });
    expect(await outcome(getCaseFile(resident, file?.id ?? ''))).toBe('NotFound');
    expect(await outcome(sendComment(resident, { roundId, texts: comment('Mer'), version: 2 }))).toBe(
      'errors:comments-closed',
    );
  });

  it('a decision ends it, also one that she has answered; nothing of it is lost', async () => {
    const { system, resident, roundId, caseId, at: place } = await asked();
    await sendComment(resident, { roundId, texts: comment('Jag håller inte med'), version: 0 });
    await recordDecision(system, { caseId, ...decision() });
    expect(await getCommentRound(resident, place, 'sv')).toMatchObject({
      status: 'ended',
      material: { files: [{ name: 'Utredning.pdf' }] },
      comments: [{ text: 'Jag håller inte med' }],
    });
    expect(await outcome(sendComment(resident, { roundId, nothingToAdd: true }))).toBe(
      'errors:comments-closed',
    );
    expect(await outcome(recordCommentRound(system, { caseId, ...commentRound() }))).toBe(
      'errors:case-decided',
    );
  });
});

describe('more time to comment', () => {
  it('moves the day forwards only, and tells her once', async () => {
    const { system, message, resident, at: place, caseId } = await asked({ dueOn: '2099-11-24' });
    const { externalId } = message;
    const give = (dueOn: string) => extendCommentRound(system, { caseId, externalId, ...moreTime(dueOn) });
    expect((await give('2099-12-01')).dueOn).toBe('2099-12-01');
    expect((await give('2099-12-01')).dueOn).toBe('2099-12-01');
    expect((await give('2099-11-26')).dueOn).toBe('2099-12-01');
    expect(await getCommentRound(resident, place, 'sv')).toMatchObject({
      dueOn: '2099-12-01',
      isExtended: true,
    });
    const told = (await eventsOf('granvik', caseId)).filter((type) => type === 'cases.comments-extended');
    expect(told).toHaveLength(1);
    await recordDecision(system, { caseId, ...decision() });
    expect(await outcome(give('2099-12-24'))).toBe('errors:comments-closed');
  });

  it('of what was never sent is not found', async () => {
    const { system, caseId } = await createReceivedCase();
    const wrong = { caseId, externalId: 'S9' };
    expect(await outcome(extendCommentRound(system, { ...wrong, ...moreTime('2099-12-01') }))).toBe(
      'NotFound',
    );
    expect(await outcome(withdrawCommentRound(system, { ...wrong, occurredAt: at() }))).toBe('NotFound');
  });
});

describe('what she says', () => {
  it('is sent once, with its files; the office reads it when it is sent, and says when it has it', async () => {
    const { resident, system, roundId, at: place, ...theCase } = await asked();
    const said = { roundId, texts: comment('Jag bor ensam'), version: 0, files: [checkedPdf()] };
    await Promise.all([sendComment(resident, said), sendComment(resident, said)]);
    await sendComment(resident, said);
    const { comments, status } = await getCommentRound(resident, place, 'sv');
    expect(status).toBe('answered');
    expect(comments).toMatchObject([{ kind: 'comment', text: 'Jag bor ensam', wasLate: false }]);
    const [only] = comments;
    const commentId = only?.id ?? '';
    const readBy = (actor: SystemActor) =>
      write(actor, (tx) => getCommentForSystemInTx(tx, actor, commentId));
    const got = await readBy(system);
    expect(got).toMatchObject({ number: 1, kind: 'comment', text: 'Jag bor ensam' });
    expect(await outcome(getCaseFile(system, got.files[0]?.id ?? ''))).toBe('ok');
    expect(await outcome(readBy(await createSystemActor('granvik')))).toBe('NotFound');
    expect(await auditOf('granvik', roundId)).toContainEqual({
      action: 'cases.get-comment-for-system',
      outcome: 'allowed',
      subjectPersonId: theCase.personId,
    });
    for (const _ of [1, 2])
      await write(system, (tx) => recordCommentReceivedInTx(tx, system, { commentId, occurredAt: at() }));
    const { events } = await stateOf({ resident, system, ...theCase });
    expect(events.filter((kind) => kind.startsWith('comment-'))).toEqual([
      'comment-sent',
      'comment-received',
    ]);
  });

  it('nothing to add is said in one step, and keeps her from nothing; a draft stays', async () => {
    const { resident, roundId, at: place } = await asked();
    await saveCommentDraft(resident, { roundId, texts: comment('Kanske …'), version: 0 });
    for (const _ of [1, 2]) await sendComment(resident, { roundId, nothingToAdd: true });
    const found = await getCommentRound(resident, place, 'sv');
    expect(found.comments.map(({ kind }) => kind)).toEqual(['nothing_to_add']);
    expect(found.draft.text).toBe('Kanske …');
    await sendComment(resident, { roundId, texts: comment('Jo, en sak'), version: found.version });
    const after = await getCommentRound(resident, place, 'sv');
    expect(after.comments.map(({ kind }) => kind)).toEqual(['nothing_to_add', 'comment']);
    expect(after.draft.text).toBe('');
  });

  it('empty is refused, and a stale page sends nothing unasked, but keeps its files', async () => {
    const { resident, roundId, at: place } = await asked();
    await expect(sendComment(resident, { roundId, texts: comment(' '), version: 0 })).rejects.toMatchObject({
      fields: { 'text-1': 'errors:comment-empty' },
    });
    await saveCommentDraft(resident, { roundId, texts: comment('I telefonen'), version: 0 });
    const old = { roundId, texts: comment('I datorn'), version: 0, files: [checkedPdf()] };
    expect(await sendComment(resident, old)).toEqual({ outcome: 'stale' });
    const draft = await getCommentRound(resident, place, 'sv');
    expect(draft).toMatchObject({ comments: [], draft: { text: 'I telefonen' } });
    expect(draft.draft.files).toHaveLength(1);
    const removeFileId = draft.draft.files[0]?.id;
    const kept = await saveCommentDraft(resident, { ...old, files: [], removeFileId, keepMine: true });
    expect(kept).toMatchObject({ outcome: 'saved', version: 2 });
    expect((await getCommentRound(resident, place, 'sv')).draft.files).toEqual([]);
  });

  it('the office’s material is not hers to take away', async () => {
    const { resident, roundId, at: place } = await asked();
    const [file] = (await getCommentRound(resident, place, 'sv')).material?.files ?? [];
    await saveCommentDraft(resident, { roundId, texts: {}, version: 0, removeFileId: file?.id });
    expect((await getCommentRound(resident, place, 'sv')).material?.files).toHaveLength(1);
  });

  it('late is still possible, and said so', async () => {
    const { resident, roundId, at: place } = await asked({ dueOn: '2026-01-02' });
    expect((await getCommentRound(resident, place, 'sv')).due.state).toBe('late');
    await sendComment(resident, { roundId, texts: comment('Förlåt'), version: 0 });
    expect((await getCommentRound(resident, place, 'sv')).comments).toMatchObject([{ wasLate: true }]);
  });

  it('on the last day is in time, to its end in Sweden', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-23T10:00:00Z') });
    try {
      // The clocks go back in the night after: the 26th ends at 23:00 in Greenwich.
      const { resident, roundId, at: place } = await asked({ dueOn: '2026-10-26' });
      vi.setSystemTime(new Date('2026-10-26T22:59:00Z'));
      await sendComment(resident, { roundId, texts: comment('I tid'), version: 0 });
      vi.setSystemTime(new Date('2026-10-26T23:00:00Z'));
      await sendComment(resident, { roundId, texts: comment('För sent'), version: 1 });
      const { comments } = await getCommentRound(resident, place, 'sv');
      expect(comments.map(({ wasLate }) => wasLate)).toEqual([false, true]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that she has opened the material is kept, the first time', async () => {
    const { resident, system, roundId, caseId, ...theCase } = await asked();
    await Promise.all([1, 2].map(() => openCommentMaterial(resident, { roundId })));
    const first = await getCaseForSystem(system, caseId);
    expect(first.commentRounds[0]?.openedAt).toBeInstanceOf(Date);
    await openCommentMaterial(resident, { roundId });
    expect((await getCaseForSystem(system, caseId)).commentRounds).toEqual(first.commentRounds);
    const { events } = await stateOf({ resident, system, caseId, ...theCase });
    expect(events.filter((kind) => kind === 'material-opened')).toHaveLength(1);
  });

  it('lies sealed in the database, and so does the material', async () => {
    const secret = `hemlig-${newId()}`;
    const { caseId, system, resident } = await createReceivedCase();
    const message = { ...commentRound(), text: `${secret}-material` };
    const files = [{ name: `${secret}.pdf`, bytes: pdf(`${secret}-utredning`) }];
    const { roundId } = await recordCommentRound(system, { caseId, ...message, documents: files });
    await saveCommentDraft(resident, { roundId, texts: comment(`${secret}-utkast`), version: 0 });
    expect(await dumpEverything()).not.toContain(secret);
    await sendComment(resident, { roundId, texts: comment(`${secret}-svar`), version: 1 });
    expect(await dumpEverything()).not.toContain(secret);
  });
});

describe('rights', () => {
  let theCase: TestCase & { roundId: string; message: { caseId: string; externalId: string } };
  beforeAll(async () => {
    theCase = await asked();
  });

  const hers = (actor: ResidentActor, { caseId, roundId }: typeof theCase) => ({
    'cases.get-comment-round': () => getCommentRound(actor, { caseId, roundId }, 'sv'),
    'cases.open-comment-material': () => openCommentMaterial(actor, { roundId }),
    'cases.save-comment-draft': () => saveCommentDraft(actor, { roundId, texts: {}, version: 0 }),
    'cases.send-comment': () => sendComment(actor, { roundId, nothingToAdd: true }),
  });
  const actions = Object.keys(hers({} as ResidentActor, {} as typeof theCase)) as (keyof ReturnType<
    typeof hers
  >)[];

  it.each(actions)('%s: another resident gets not found, and it is written', async (action) => {
    const stranger = residentOf('granvik', await createPerson('granvik'));
    expect(await outcome(hers(stranger, theCase)[action]())).toBe('NotFound');
    expect(await auditOf('granvik', theCase.roundId)).toContainEqual({
      action,
      outcome: 'refused',
      subjectPersonId: theCase.personId,
    });
  });

  it.each(actions)('%s: everybody else gets not found', async (action) => {
    const { tenantId, resident, system } = theCase;
    const others: Actor[] = [
      { ...resident, tenantId: 'ekhamn' },
      system,
      job(tenantId),
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
      { kind: 'nobody', tenantId },
    ];
    for (const actor of others)
      expect(await outcome(hers(actor as ResidentActor, theCase)[action]()), actor.kind).toBe('NotFound');
    expect(await read(resident, (tx) => tx.comment.count({ where: { roundId: theCase.roundId } }))).toBe(0);
  });

  it('the office’s doings are its own system’s, with the scope', async () => {
    const { message, system, resident, tenantId } = theCase;
    const { caseId, externalId } = message;
    const theirs = (actor: SystemActor) => [
      () => recordCommentRound(actor, { caseId, ...commentRound() }),
      () => extendCommentRound(actor, { caseId, externalId, ...moreTime('2099-12-01') }),
      () => withdrawCommentRound(actor, { caseId, externalId, occurredAt: at() }),
    ];
    const others: [Actor, string][] = [
      [await createSystemActor(tenantId), 'NotFound'],
      [await createSystemActor('ekhamn'), 'NotFound'],
      [{ ...system, scopes: ['supplements.write', 'decisions.write'] }, 'errors:scope-missing'],
      [resident, 'NotFound'],
      [job(tenantId), 'NotFound'],
      [{ kind: 'nobody', tenantId }, 'NotFound'],
    ];
    for (const [actor, expected] of others)
      for (const act of theirs(actor as SystemActor)) expect(await outcome(act())).toBe(expected);
  });
});
