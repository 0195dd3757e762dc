import { describe, expect, it } from 'vitest';
import type { ResidentActor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import {
  auditOf,
  checkedPdf,
  createReceivedCase,
  decision,
  eventsOf,
  stateOf,
  supplementRequest,
} from '@/lib/testing/cases-world';
import { closeByStatus } from '@/lib/testing/messages-world';
import { asOwner } from '@/lib/testing/test-database';
import { answerSupplement } from './commands/answer-supplement';
import { recordDecision } from './commands/record-decision';
import { recordSupplementRequest } from './commands/record-supplement-request';
import { saveSupplementDraft } from './commands/save-supplement-draft';
import { withdrawSupplementRequest } from './commands/withdraw-supplement-request';
import { getCaseFile } from './queries/get-case-file';
import { getSupplement } from './queries/get-supplement';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

async function asked(more: Parameters<typeof supplementRequest>[0] = {}) {
  const theCase = await createReceivedCase();
  const request = supplementRequest(more);
  const { supplementId } = await recordSupplementRequest(theCase.system, {
    caseId: theCase.caseId,
    ...request,
  });
  const { caseId } = theCase;
  return { ...theCase, request, supplementId, at: { caseId, supplementId } };
}

const sent = { outcome: 'sent', isAnswered: true };

/** Where one thing is asked for: what was sent about it last, or else the draft. */
async function seen(resident: ResidentActor, at: { caseId: string; supplementId: string }) {
  const found = await getSupplement(resident, at, 'sv');
  const part = found.parts.at(-1);
  const [draft] = found.items;
  return {
    ...found,
    wasLate: part?.wasLate ?? false,
    answer: part ? part.items[0]?.answer : draft?.draft,
    files: (part ? part.items[0]?.files : draft?.files) ?? [],
  };
}

describe('answering what was asked', () => {
  it('sends it once; the same again is the same, another answer is refused and not kept', async () => {
    const { resident, supplementId, at, ...theCase } = await asked();
    const answer = { supplementId, version: 0, texts: { 1: 'Här är intyget' }, files: [checkedPdf()] };
    await answerSupplement(resident, answer);
    await answerSupplement(resident, answer);
    expect(await code(answerSupplement(resident, { ...answer, texts: { 1: 'Ett annat svar' } }))).toBe(
      'AlreadyDone',
    );
    expect(await code(answerSupplement(resident, { ...answer, files: [checkedPdf('annat')] }))).toBe(
      'AlreadyDone',
    );
    const found = await seen(resident, at);
    expect(found).toMatchObject({ status: 'answered', answer: 'Här är intyget', wasLate: false });
    expect(found.files).toHaveLength(1);
    const state = await stateOf({ resident, ...theCase });
    expect(state.phase).toBe('being_looked_into');
    expect(state.events.filter((kind) => kind === 'supplement-answered')).toHaveLength(1);
    const events = await eventsOf('granvik', theCase.caseId);
    expect(events.filter((type) => type === 'cases.supplement-answered')).toHaveLength(1);
  });

  it('two at once: one answer, one event', async () => {
    const { resident, supplementId, ...theCase } = await asked();
    const answer = { supplementId, version: 0, texts: { 1: 'Här är intyget' }, files: [checkedPdf()] };
    await Promise.all([answerSupplement(resident, answer), answerSupplement(resident, answer)]);
    const events = await eventsOf('granvik', theCase.caseId);
    expect(events.filter((type) => type === 'cases.supplement-answered')).toHaveLength(1);
    expect((await seen(resident, { caseId: theCase.caseId, supplementId })).files).toHaveLength(1);
  });

  it('two at once with different answers: one stands, the other is told', async () => {
    const { resident, supplementId } = await asked();
    const codes = await Promise.all(
      ['Ja', 'Nej'].map((text) =>
        code(answerSupplement(resident, { supplementId, version: 0, texts: { 1: text } })),
      ),
    );
    expect(codes.sort()).toEqual(['AlreadyDone', 'ok']);
  });

  it('is sent without what can’t be received: one sign must not keep it from the officer', async () => {
    const { resident, supplementId, at } = await asked();
    const answer = { supplementId, version: 0, texts: { 1: ' Här\u0000 är\r\nintyget\ud800\u202e ' } };
    expect(await answerSupplement(resident, answer)).toEqual(sent);
    expect((await seen(resident, at)).answer).toBe('Här är\nintyget\ufffd');
    expect(await answerSupplement(resident, answer)).toEqual(sent);
    const { resident: other, supplementId: id } = await asked();
    expect(
      await code(answerSupplement(other, { supplementId: id, version: 0, texts: { 1: '\u0000' } })),
    ).toBe('Invalid');
  });

  it('an empty one is refused, a file alone is enough', async () => {
    const { resident, supplementId } = await asked();
    expect(await code(answerSupplement(resident, { supplementId, version: 0, texts: { 1: '  ' } }))).toBe(
      'Invalid',
    );
    expect(
      await code(
        answerSupplement(resident, { supplementId, version: 0, texts: { 1: '' }, files: [checkedPdf()] }),
      ),
    ).toBe('ok');
  });

  it('late is still possible, and said so', async () => {
    const { resident, supplementId, at } = await asked({ dueOn: '2026-01-02' });
    expect((await seen(resident, at)).due.state).toBe('late');
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Förlåt att det dröjde' } });
    expect((await seen(resident, at)).wasLate).toBe(true);
  });

  it('is not sent while the municipality’s own status takes nothing: the page says so, and files are kept', async () => {
    const { resident, supplementId, at, tenantId, caseId } = await asked();
    await closeByStatus(tenantId, caseId, 'supplements');
    const found = await getSupplement(resident, at, 'sv');
    expect(found).toMatchObject({ status: 'asked', isClosed: true, moreTime: { offer: { state: 'no' } } });
    const answer = { supplementId, version: 0, texts: { 1: 'Hej' }, files: [checkedPdf()] };
    expect(await answerSupplement(resident, answer)).toEqual({ outcome: 'closed' });
    expect(await answerSupplement(resident, { ...answer, isAll: true })).toEqual({ outcome: 'closed' });
    const kept = { supplementId, version: 0, texts: { 1: 'Hej' } };
    expect(await saveSupplementDraft(resident, kept)).toMatchObject({ outcome: 'saved' });
    const after = await getSupplement(resident, at, 'sv');
    expect(after.parts).toEqual([]);
    expect(after.items[0]).toMatchObject({ draft: 'Hej', files: [{ name: 'Läkarintyg.pdf' }] });
    // When its office has gone on, what is asked for is taken again.
    await asOwner((client) =>
      client.query('update cases set office_status_id = null, office_status_at = null where id = $1', [
        caseId,
      ]),
    );
    expect(await answerSupplement(resident, { ...kept, version: 1 })).toEqual(sent);
  });

  it('what is withdrawn or decided upon can no longer be answered', async () => {
    const { resident, supplementId, caseId, system } = await asked();
    await recordDecision(system, { caseId, ...decision() });
    expect(await code(answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Hej' } }))).toBe(
      'NotNow',
    );
    expect(await code(saveSupplementDraft(resident, { supplementId, version: 0, texts: { 1: 'Hej' } }))).toBe(
      'NotNow',
    );
  });

  it('a draft keeps text and files between visits, is changed, and goes with the answer', async () => {
    const { resident, supplementId, at } = await asked();
    const save = (version: number, text: string, more: object) =>
      saveSupplementDraft(resident, { supplementId, version, texts: { 1: text }, ...more });
    await save(0, 'Början', { files: [checkedPdf('ett'), checkedPdf('två')] });
    await save(0, 'Början', { files: [checkedPdf('ett')] });
    const draft = await seen(resident, at);
    expect(draft).toMatchObject({ status: 'asked', answer: 'Början', version: 1 });
    expect(draft.files).toHaveLength(2);
    const removeFileId = draft.files[0]?.id;
    await save(1, 'Början och slut', { removeFileId });
    await save(1, 'Början och slut', { removeFileId });
    await answerSupplement(resident, { supplementId, version: 2, texts: { 1: 'Början och slut' } });
    expect((await seen(resident, at)).files).toHaveLength(1);
    expect(await code(getCaseFile(resident, removeFileId ?? ''))).toBe('NotFound');
  });

  it('a draft is kept as typed; the same again is no change', async () => {
    const { resident, supplementId, at } = await asked();
    const typed = { supplementId, version: 0, texts: { 1: '  Halva\nmeningen ' } };
    expect(await saveSupplementDraft(resident, typed)).toMatchObject({ outcome: 'saved', version: 1 });
    expect(await saveSupplementDraft(resident, typed)).toMatchObject({ outcome: 'saved', version: 1 });
    expect((await seen(resident, at)).answer).toBe(typed.texts[1]);
    expect(await auditOf('granvik', supplementId)).not.toContainEqual(
      expect.objectContaining({ action: 'cases.save-supplement-draft' }),
    );
  });

  it('a stale page overwrites nothing and sends nothing unasked, but its files are kept', async () => {
    const { resident, supplementId, at } = await asked();
    await saveSupplementDraft(resident, { supplementId, version: 0, texts: { 1: 'I telefonen' } });
    const old = { supplementId, version: 0, texts: { 1: 'I datorn' } };
    const stale = { outcome: 'stale' };
    expect(await saveSupplementDraft(resident, { ...old, files: [checkedPdf('ett')] })).toEqual(stale);
    expect(await answerSupplement(resident, { ...old, files: [checkedPdf('två')] })).toEqual(stale);
    const draft = await seen(resident, at);
    expect(draft).toMatchObject({ status: 'asked', answer: 'I telefonen', version: 1 });
    expect(draft.files).toHaveLength(2);

    const kept = await saveSupplementDraft(resident, { ...old, keepMine: true });
    expect(kept).toMatchObject({ outcome: 'saved', version: 2 });
    expect(await answerSupplement(resident, { ...old, version: 2 })).toEqual(sent);
    expect(await seen(resident, at)).toMatchObject({ status: 'answered', answer: 'I datorn' });
  });

  it('two pages that save at once: one is told', async () => {
    const { resident, supplementId } = await asked();
    const outcomes = await Promise.all(
      ['Ett', 'Två'].map((text) =>
        saveSupplementDraft(resident, { supplementId, version: 0, texts: { 1: text } }),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale']);
  });

  it('no more than ten files, however they come', async () => {
    const { resident, supplementId } = await asked();
    const files = (from: number) => Array.from({ length: 6 }, (_, n) => checkedPdf(`fil ${from + n}`));
    const codes = await Promise.all(
      [0, 6].map((from) =>
        code(
          saveSupplementDraft(resident, { supplementId, version: 0, texts: { 1: '' }, files: files(from) }),
        ),
      ),
    );
    expect(codes.sort()).toEqual(['Invalid', 'ok']);
  });
});

describe('answering in parts', () => {
  const items = ['Läkarintyg', 'Hyresavi', 'Lönebesked'].map((text, n) => ({ id: String(n + 1), text }));

  it('sends what she has now; the case waits for her until all is sent, and each part has its time', async () => {
    const { resident, supplementId, at, ...theCase } = await asked({ items });
    const send = (version: number, texts: Record<string, string>, more: object = {}) =>
      answerSupplement(resident, { supplementId, version, texts, ...more });
    const first = { texts: { 1: 'Intyget kommer på posten' }, files: [{ ...checkedPdf(), itemId: '2' }] };
    expect(await send(0, first.texts, first)).toEqual({ outcome: 'sent', isAnswered: false });
    // A double click on the first page.
    expect(await send(0, first.texts, first)).toEqual({ outcome: 'sent', isAnswered: false });
    const half = await getSupplement(resident, at, 'sv');
    expect(half).toMatchObject({ status: 'asked', version: 1 });
    expect(half.items.map(({ isAnswered, draft }) => [isAnswered, draft])).toEqual([
      [true, ''],
      [true, ''],
      [false, ''],
    ]);
    expect(half.parts).toHaveLength(1);
    expect(half.parts[0]?.items.map(({ text, answer, files }) => [text, answer, files.length])).toEqual([
      ['Läkarintyg', 'Intyget kommer på posten', 0],
      ['Hyresavi', '', 1],
    ]);
    expect((await stateOf({ resident, ...theCase })).phase).toBe('waiting_for_you');

    expect(await send(1, { 3: 'Jag har ingen lön' })).toEqual({ outcome: 'sent', isAnswered: true });
    const { phase, events } = await stateOf({ resident, ...theCase });
    expect(phase).toBe('being_looked_into');
    expect(events.filter((kind) => kind.startsWith('supplement'))).toEqual([
      'supplement-asked',
      'supplement-part-sent',
      'supplement-answered',
    ]);
    // Each part goes to the office.
    expect(
      (await eventsOf('granvik', theCase.caseId)).filter((type) => type === 'cases.supplement-answered'),
    ).toHaveLength(2);
  });

  it('ends when she says that this is all, also with nothing more to send, but not with nothing at all', async () => {
    const { resident, supplementId, at } = await asked({ items });
    const all = { supplementId, texts: {}, isAll: true };
    expect(await code(answerSupplement(resident, { ...all, version: 0 }))).toBe('Invalid');
    await answerSupplement(resident, { supplementId, version: 0, texts: { 1: 'Bara det här' } });
    expect(await answerSupplement(resident, { ...all, version: 1 })).toEqual(sent);
    expect(await answerSupplement(resident, { ...all, version: 1 })).toEqual(sent);
    const found = await getSupplement(resident, at, 'sv');
    expect(found.status).toBe('answered');
    expect(found.parts.map((part) => part.items.length)).toEqual([1, 0]);
  });

  it('what she has sent is never taken away: not by removing a file, nor with the request', async () => {
    const { resident, supplementId, at, system, caseId, request } = await asked({ items });
    await answerSupplement(resident, { supplementId, version: 0, texts: {}, files: [checkedPdf()] });
    const file = (await getSupplement(resident, at, 'sv')).parts[0]?.items[0]?.files[0];
    await saveSupplementDraft(resident, { supplementId, version: 1, texts: {}, removeFileId: file?.id });
    expect(await code(getCaseFile(system, file?.id ?? ''))).toBe('ok');
    const { externalId } = request;
    await withdrawSupplementRequest(system, { caseId, externalId, occurredAt: new Date() });
    expect(await getSupplement(resident, at, 'sv')).toMatchObject({
      status: 'withdrawn',
      parts: [{ items: [{ id: '1' }] }],
    });
    const more = { supplementId, version: 2, texts: { 2: 'Mer' } };
    expect(await code(answerSupplement(resident, more))).toBe('NotNow');
  });

  it('the same page pressed twice at once is one part', async () => {
    const { resident, supplementId, at } = await asked({ items });
    const one = { supplementId, version: 0, texts: { 1: 'Ja' }, files: [checkedPdf()] };
    await Promise.all([answerSupplement(resident, one), answerSupplement(resident, one)]);
    expect((await getSupplement(resident, at, 'sv')).parts).toHaveLength(1);
  });

  it('a file is only put to what was asked for, and a draft’s is never read by the office', async () => {
    const { resident, supplementId, at, system } = await asked({ items });
    const put = (itemId: string) =>
      saveSupplementDraft(resident, {
        supplementId,
        version: 0,
        texts: {},
        files: [{ ...checkedPdf(), itemId }],
      });
    expect(await code(put('9'))).toBe('Invalid');
    await put('2');
    const file = (await getSupplement(resident, at, 'sv')).items[1]?.files[0];
    expect(await code(getCaseFile(system, file?.id ?? ''))).toBe('NotFound');
  });
});
