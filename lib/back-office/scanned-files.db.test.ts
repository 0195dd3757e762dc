import { describe, expect, it, vi } from 'vitest';
import { askForInfectedFiles } from '@/lib/applications/commands/ask-for-infected-files';
import { handleInfectedFile } from '@/lib/applications/commands/handle-infected-file';
import { prepareSigning } from '@/lib/applications/commands/prepare-signing';
import { removeFile } from '@/lib/applications/commands/remove-file';
import { startApplication } from '@/lib/applications/commands/start-application';
import { findMyFile } from '@/lib/applications/queries/find-my-file';
import { getApplicationSummary } from '@/lib/applications/queries/get-application-summary';
import { getDocumentToSign } from '@/lib/applications/queries/get-document-to-sign';
import { answerSupplement } from '@/lib/cases/commands/answer-supplement';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { saveAppealDraft } from '@/lib/cases/commands/save-appeal-draft';
import { saveCommentDraft } from '@/lib/cases/commands/save-comment-draft';
import { saveSupplementDraft } from '@/lib/cases/commands/save-supplement-draft';
import { getCase } from '@/lib/cases/queries/get-case';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { getSupplement } from '@/lib/cases/queries/get-supplement';
import type { ResidentActor } from '@/lib/platform/actor';
import { scanFile } from '@/lib/platform/scan-file';
import type { ScanVerdict } from '@/lib/platform/scanner';
import { createDecided, written } from '@/lib/testing/appeals-world';
import { createFilledIn, openPage, pdfFile, posted, SERVICE, save } from '@/lib/testing/applications-world';
import { createSubmitted, createSystem } from '@/lib/testing/back-office-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { checkedPdf, commentRound, createReceivedCase, residentOf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { planFileDelivery } from './commands/plan-file-delivery';
import { recordReceipt } from './commands/record-receipt';
import { getDeliveredFile } from './queries/get-delivered-file';
import { getDelivery } from './queries/get-delivery';
import { listDeliveries } from './queries/list-deliveries';

// A scanner is connected, and never asked: the tests say what it answers.
process.env.CLAMD_SOCKET = '127.0.0.1:9';
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const job = aJob('granvik');
const found: ScanVerdict = { state: 'infected', finding: 'Test' };
const nothing: ScanVerdict = { state: 'clean' };

/** The scanner answers, and the jobs that its answer leaves behind are done, twice. */
async function scanned(fileId: string, verdict: ScanVerdict, personId: string): Promise<void> {
  const signal = new AbortController().signal;
  await scanFile(job, fileId, { signal, scan: async () => verdict });
  for (let round = 0; round < 2; round += 1) {
    if (verdict.state === 'infected') await handleInfectedFile(job, { fileId, personId });
    await planFileDelivery(job, fileId);
  }
}

const count = async (sql: string, ...values: unknown[]) =>
  asOwner(async (client) =>
    Number((await client.query(`select count(*) from ${sql}`, values)).rows[0].count),
  );
const summaryOf = async (actor: ResidentActor, applicationId: string) => {
  const summary = await getApplicationSummary(actor, { applicationId, language: 'sv' });
  if (summary.kind !== 'summary') throw new Error(summary.kind);
  return summary;
};

async function attach(actor: ResidentActor, applicationId: string, ...files: File[]) {
  const { page, version } = await openPage(actor, applicationId, 'attachments');
  const saved = await save(actor, applicationId, 'attachments', version, posted(page, page.answers), {
    files: files.map((file) => ({ field: 'attachments', file })),
  });
  if (saved.outcome !== 'saved') throw new Error('stale');
  const answer = saved.page?.answers.attachments as { files: { id: string }[] } | undefined;
  return { refused: saved.refused, notes: saved.files, ids: answer?.files.map(({ id }) => id) ?? [] };
}

describe('a file of a draft', () => {
  it('waits, and she goes on meanwhile; then it is there', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const { ids, notes } = await attach(actor, applicationId, pdfFile());
    const [fileId = ''] = ids;
    expect(notes).toMatchObject([{ id: fileId, field: 'attachments', state: 'waiting' }]);
    expect(await prepareSigning(actor, { applicationId, language: 'sv' })).toEqual({ ready: true });
    await expect(findMyFile(actor, fileId)).rejects.toMatchObject({
      code: 'NotNow',
      reason: 'errors:file-waiting',
    });
    await scanned(fileId, nothing, actor.personId);
    expect((await summaryOf(actor, applicationId)).files).toMatchObject([{ state: 'clean' }]);
    expect((await findMyFile(actor, fileId))?.bytes.toString()).toContain('intyg');
    // What she is about to sign is as it was.
    expect(await getDocumentToSign(actor, { applicationId, language: 'sv' })).toMatchObject({
      kind: 'document',
    });
  });

  it('that is infected answers nothing: she is told which, and what she was to sign is made anew', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const [fileId = ''] = (await attach(actor, applicationId, pdfFile('smittad.pdf'))).ids;
    await prepareSigning(actor, { applicationId, language: 'sv' });
    await scanned(fileId, found, actor.personId);
    const summary = await summaryOf(actor, applicationId);
    expect(summary.files).toMatchObject([{ name: 'smittad.pdf', page: 'attachments', state: 'infected' }]);
    const { page } = await openPage(actor, applicationId, 'attachments');
    expect((page.answers.attachments as { files: object[] } | undefined)?.files ?? []).toEqual([]);
    expect(await getDocumentToSign(actor, { applicationId, language: 'sv' })).not.toMatchObject({
      kind: 'document',
    });
    expect(
      await count(
        "domain_event where type = 'applications.file-infected' and payload->>'fileId' = $1",
        fileId,
      ),
    ).toBeGreaterThan(0);
    // The same again gets the answer at once; another is taken in; the first can be taken off the list.
    expect((await attach(actor, applicationId, pdfFile('igen.pdf'))).refused).toMatchObject([
      { key: 'fileInfected', params: { name: 'igen.pdf' } },
    ]);
    const { ids } = await attach(actor, applicationId, pdfFile('nytt-foto.pdf', 'ett nytt'));
    expect(ids).toHaveLength(1);
    await removeFile(actor, { applicationId, fileId });
    expect((await summaryOf(actor, applicationId)).files).toMatchObject([{ id: ids[0], state: 'waiting' }]);
  });
});

/** Sent in, with a file that waits, and planned for a system. */
async function delivered() {
  const made = await createSubmitted('granvik');
  const { tenantId, personId, caseId, applicationId, fileId } = made;
  const actor = residentOf(tenantId, personId);
  await planDelivery(job, { caseId, applicationId });
  const system = await asOwner(async (client) => {
    const { rows } = await client.query(
      'select s.* from cases c join back_office_system s on s.id = c.system_id where c.id = $1',
      [caseId],
    );
    return {
      kind: 'system' as const,
      tenantId,
      systemId: rows[0].id as string,
      clientId: rows[0].client_id as string,
      name: 'Testsystemet',
      scopes: rows[0].scopes as string[],
      services: [],
    };
  });
  const waiting = async () =>
    (await listDeliveries(system, { state: 'waiting', page: 1, limit: 100 })).items.filter(
      (item) => item.case?.id === caseId,
    );
  const receive = (id: string) =>
    recordReceipt(system, id, { externalId: `SB-${caseId}`, occurredAt: new Date() });
  return { actor, system, caseId, fileId, applicationId, waiting, receive };
}

describe('a file of what is sent in', () => {
  it('is told of as waiting, can not be fetched, and is told of again when it is clean', async () => {
    await createSystem('granvik', { services: [SERVICE] });
    const { actor, system, fileId, waiting, receive } = await delivered();
    const [application] = await waiting();
    expect((await getDelivery(system, application?.id ?? '')).application?.files).toMatchObject([
      { id: fileId, state: 'waiting' },
    ]);
    await expect(getDeliveredFile(system, fileId)).rejects.toMatchObject({
      code: 'NotNow',
      reason: 'errors:file-waiting',
    });
    await receive(application?.id ?? '');
    expect(await waiting()).toEqual([]);

    await scanned(fileId, nothing, actor.personId);
    const [news, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(news).toMatchObject({ kind: 'file', state: 'waiting' });
    expect((await getDelivery(system, news?.id ?? '')).file).toMatchObject({ id: fileId, state: 'clean' });
    expect((await getDeliveredFile(system, fileId)).bytes.toString()).toContain('intyg');
    expect(await receive(news?.id ?? '')).toMatchObject({ kind: 'file', state: 'received' });
  });

  it('that is infected is asked for anew: to do for her, and the office gets request and answer', async () => {
    const { actor, system, caseId, fileId, waiting, receive } = await delivered();
    await scanned(fileId, found, actor.personId);
    const { supplements } = await getOverview(actor, 'sv');
    expect(supplements).toHaveLength(1);
    const theCase = await getCase(actor, caseId, 'sv');
    expect(theCase.events.map(({ kind }) => kind)).toContain('file-infected');
    const supplementId = await asOwner(
      async (client) =>
        (await client.query('select id from supplement where case_id = $1', [caseId])).rows[0].id as string,
    );
    const asked = await getSupplement(actor, { caseId, supplementId }, 'sv');
    expect(asked.request.text).toContain('Läkarintyg.pdf');
    expect(
      await count(
        "domain_event where type = 'cases.supplement-asked' and payload->>'supplementId' = $1",
        supplementId,
      ),
    ).toBe(1);

    const file = {
      itemId: 'file',
      name: 'nytt.pdf',
      mediaType: 'application/pdf',
      bytes: new Uint8Array(Buffer.from('%PDF-1.7 nytt')),
    };
    await answerSupplement(actor, { supplementId, texts: {}, version: asked.version, files: [file] });
    const [part] = (await getSupplement(actor, { caseId, supplementId }, 'sv')).parts;
    await planDelivery(job, { caseId, partId: part?.id });
    for (const { id } of await waiting()) await receive(id);
    const { items } = await listDeliveries(system, { state: 'received', page: 1, limit: 100 });
    const answer = items.find((item) => item.case?.id === caseId && item.kind === 'supplement');
    expect((await getDelivery(system, answer?.id ?? '')).supplement).toMatchObject({
      request: { replaces: fileId },
      files: [{ name: 'nytt.pdf', state: 'waiting' }],
    });
  });
});

it('what is found just as it is sent in is asked for once', async () => {
  const { caseId, applicationId, fileId } = await delivered();
  const { signal } = new AbortController();
  await scanFile(job, fileId, { signal, scan: async () => found });
  await askForInfectedFiles(job, applicationId);
  await askForInfectedFiles(job, applicationId);
  expect(await count('supplement where case_id = $1', caseId)).toBe(1);
});

describe('a file of an answer', () => {
  it('that is infected before it is sent is hers to take away; after that it is asked for anew', async () => {
    const { actor, caseId, fileId } = await delivered();
    await scanned(fileId, found, actor.personId);
    const id = await asOwner(
      async (client) =>
        (await client.query('select id from supplement where case_id = $1', [caseId])).rows[0].id as string,
    );
    const pdf = (text: string) => ({
      itemId: 'file',
      name: `${text}.pdf`,
      mediaType: 'application/pdf',
      bytes: new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`)),
    });
    const kept = await saveSupplementDraft(actor, {
      supplementId: id,
      texts: { file: 'Här är det' },
      version: 0,
      files: [pdf('ett')],
    });
    const version = kept.outcome === 'saved' ? kept.version : -1;
    const before = await getSupplement(actor, { caseId, supplementId: id }, 'sv');
    const first = before.items[0]?.files[0];
    await scanned(first?.id ?? '', found, actor.personId);
    expect(
      await count("domain_event where type = 'cases.file-infected' and payload->>'caseId' = $1", caseId),
    ).toBeGreaterThan(0);
    const send = { supplementId: id, texts: { file: 'Här är det' }, version };
    await expect(answerSupplement(actor, send)).rejects.toMatchObject({
      fields: { 'files-1': 'errors:answer-has-infected' },
    });
    await expect(saveSupplementDraft(actor, { ...send, files: [pdf('ett')] })).rejects.toMatchObject({
      fields: { 'files-1': 'errors:file-infected-again' },
    });
    await saveSupplementDraft(actor, { ...send, removeFileId: first?.id ?? '', files: [pdf('två')] });
    expect(await answerSupplement(actor, send)).toEqual({ outcome: 'sent', isAnswered: true });
    const [part] = (await getSupplement(actor, { caseId, supplementId: id }, 'sv')).parts;
    const second = part?.items[0]?.files[0];
    await scanned(second?.id ?? '', found, actor.personId);
    expect(await count('supplement where case_id = $1', caseId)).toBe(2);
  });
});

it('found in the draft of a comment or an appeal, she is told where she writes it', async () => {
  const theCase = await createReceivedCase();
  const { caseId, system, resident, personId } = theCase;
  const { roundId } = await recordCommentRound(system, { caseId, ...commentRound() });
  await saveCommentDraft(resident, { roundId, version: 0, texts: {}, files: [checkedPdf('synpunkt')] });
  const told = (what: string, of: string) =>
    count(`domain_event where type = 'cases.file-infected' and payload->>'${what}' = $1`, of);
  const fileOf = (sql: string, of: string) =>
    asOwner(async (client) => (await client.query(sql, [of])).rows[0].id as string);
  const commented = await fileOf('select file_id as id from comment_file where round_id = $1', roundId);
  await scanned(commented, found, personId);
  expect(await told('roundId', roundId)).toBeGreaterThan(0);
  const appealing = await createDecided();
  const draft = { decisionId: appealing.decisionId, version: 0, draft: written() };
  await saveAppealDraft(appealing.resident, { ...draft, files: [checkedPdf('bevis')] });
  const appealed = await fileOf(
    'select f.file_id as id from appeal_file f join appeal a on a.id = f.appeal_id where a.decision_id = $1',
    appealing.decisionId,
  );
  await scanned(appealed, found, appealing.personId);
  expect(await told('decisionId', appealing.decisionId)).toBeGreaterThan(0);
  // Nothing is asked anew of what was never sent.
  expect(await count('supplement where case_id = $1', caseId)).toBe(0);
});

it('a system never sees how a draft’s file stands', async () => {
  const actor = await createResident('granvik');
  const { applicationId } = await startApplication(actor, { slug: SERVICE, language: 'sv' });
  const [fileId = ''] = (await attach(actor, applicationId, pdfFile())).ids;
  await scanned(fileId, nothing, actor.personId);
  expect(await count("delivery where kind = 'file' and ref_id = $1", fileId)).toBe(0);
});
