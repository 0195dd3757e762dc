import { describe, expect, it, vi } from 'vitest';
import {
  beginSigning,
  createFilledIn,
  createSubmittedApplication,
  openPage,
  posted,
  save,
  sign,
} from '@/lib/testing/applications-world';
import { aJob, createResident } from '@/lib/testing/builders';
import { dumpEverything, rows } from '@/lib/testing/test-database';
import { makeReceipt } from './commands/make-receipt';
import { prepareSigning } from './commands/prepare-signing';
import { submitApplication } from './commands/submit-application';
import { findMyFile } from './queries/find-my-file';
import { getApplicationPage } from './queries/get-application-page';
import { getDocumentToSign } from './queries/get-document-to-sign';
import { getReceipt } from './queries/get-receipt';

// Each test fills in a whole form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const change = async (actor: Parameters<typeof save>[0], applicationId: string, phone: string) => {
  const { page, version } = await openPage(actor, applicationId, 'contact');
  const answers = { ...page.answers, 'own-phone': phone };
  await save(actor, applicationId, 'contact', version, posted(page, answers));
};

describe('the document to sign', () => {
  it('is made only when nothing is missing', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    await change(actor, applicationId, 'ring grannen');
    expect(await prepareSigning(actor, { applicationId, language: 'sv' })).toEqual({ ready: false });
    expect(await getDocumentToSign(actor, { applicationId, language: 'sv' })).toEqual({
      kind: 'not-prepared',
    });
  });

  it('stays the same until an answer changes', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const prepare = () => prepareSigning(actor, { applicationId, language: 'sv' });
    const document = () => getDocumentToSign(actor, { applicationId, language: 'sv' });
    await prepare();
    const first = await document();
    expect(first).toMatchObject({ kind: 'document', serviceName: 'Särskilt boende' });
    await Promise.all([prepare(), prepare()]);
    expect(await document()).toEqual(first);
    await change(actor, applicationId, '070-174 06 33');
    expect(await document()).toEqual({ kind: 'not-prepared' });
  });

  it('shows whom, what and which, in the language of the page', async () => {
    const actor = await createResident('granvik', { nationalId: '194207099146', givenName: 'Astrid' });
    const applicationId = await createFilledIn(actor);
    await prepareSigning(actor, { applicationId, language: 'en' });
    expect(await getDocumentToSign(actor, { applicationId, language: 'sv' })).toEqual({
      kind: 'not-prepared',
    });
    const document = await getDocumentToSign(actor, { applicationId, language: 'en' });
    if (document.kind !== 'document') throw new Error('no document');
    expect(document.visibleText).toContain('19420709-9146');
    expect(document.visibleText).toContain('a place in a care home');
    const code = Buffer.from(document.hash).toString('hex').slice(0, 4);
    expect(document.visibleText).toContain(code);
  });
});

describe('submitting', () => {
  it('freezes the document, opens the case and leaves the jobs', async () => {
    const actor = await createResident('granvik');
    const { applicationId, number } = await createSubmittedApplication(actor);
    expect(number).toMatch(/^GRA-\d{4}-[0-9A-Z]{7}$/);
    const receipt = await getReceipt(actor, { applicationId, language: 'sv' });
    expect(receipt).toMatchObject({ kind: 'receipt', number, isPdfReady: false });
    const [found] = await rows<{ number: string; phase: string }>(
      'select number, phase from cases where application_id = $1',
      [applicationId],
    );
    expect(found).toEqual({ number, phase: 'received_by_us' });
    const jobs = await rows<{ task: string }>(
      `select t.identifier as task from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where j.payload ->> 'applicationId' = $1`,
      [applicationId],
    );
    expect(jobs.map(({ task }) => task).sort()).toEqual([
      'ask-for-infected-files',
      'make-notice',
      'make-receipt',
      'plan-delivery',
    ]);
    expect(
      await rows('select 1 from application_answer where application_id = $1', [applicationId]),
    ).toHaveLength(0);
    expect(await getApplicationPage(actor, { applicationId, slug: 'contact', language: 'sv' })).toEqual({
      kind: 'submitted',
    });
  });

  it('twice gives the same number', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const signature = await sign(actor, applicationId);
    const first = await submitApplication(actor, { applicationId, ...signature });
    expect(await submitApplication(actor, { applicationId, ...signature })).toEqual(first);
  });

  it('two at once: one application, one case, one signature, one event', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const signature = await sign(actor, applicationId);
    const numbers = await Promise.all(
      [1, 2, 3].map(() => submitApplication(actor, { applicationId, ...signature })),
    );
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(1);
    for (const sql of [
      'select 1 from cases where application_id = $1',
      'select 1 from application_snapshot where application_id = $1',
      'select 1 from signature where subject_id = $1',
      "select 1 from domain_event where payload ->> 'applicationId' = $1::text",
    ]) {
      expect(await rows(sql, [applicationId]), sql).toHaveLength(1);
    }
  });

  it('does not take a signature of what the answers were before', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    const signature = await sign(actor, applicationId);
    await change(actor, applicationId, '070-174 06 33');
    const submit = () => submitApplication(actor, { applicationId, ...signature });
    await expect(submit()).rejects.toMatchObject({ code: 'Conflict' });
    await prepareSigning(actor, { applicationId, language: 'sv' });
    await expect(submit()).rejects.toMatchObject({ code: 'Conflict' });
    expect(await rows('select 1 from cases where application_id = $1', [applicationId])).toHaveLength(0);
    expect((await openPage(actor, applicationId, 'contact')).page.answers['own-phone']).toBe('070-174 06 33');
  });

  it('waits for the yes', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    await prepareSigning(actor, { applicationId, language: 'sv' });
    const { approve, ...signature } = await beginSigning(actor, applicationId);
    const submit = () => submitApplication(actor, { applicationId, ...signature });
    await expect(submit()).rejects.toMatchObject({ code: 'Conflict' });
    await approve();
    expect(await submit()).toMatchObject({ number: expect.any(String) });
  });

  it("takes nobody else's signature, and none from another browser", async () => {
    const [actor, stranger] = [await createResident('granvik'), await createResident('granvik')];
    const applicationId = await createFilledIn(actor);
    const signature = await sign(actor, applicationId);
    const theirs = await sign(stranger, await createFilledIn(stranger));
    await expect(submitApplication(actor, { applicationId, ...theirs })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(
      submitApplication(actor, { applicationId, ...signature, browserToken: theirs.browserToken }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('the receipt', () => {
  it('is made once, by the worker or by whoever fetches it first', async () => {
    const actor = await createResident('granvik');
    const { applicationId, number } = await createSubmittedApplication(actor);
    const made = await Promise.all([
      makeReceipt(aJob('granvik'), applicationId),
      makeReceipt(actor, applicationId),
      makeReceipt(aJob('granvik'), applicationId),
      makeReceipt(actor, applicationId),
    ]);
    expect(new Set(made.map(({ fileId }) => fileId)).size).toBe(1);
    expect(await makeReceipt(aJob('granvik'), applicationId)).toEqual(made[0]);
    const file = await findMyFile(actor, made[0].fileId);
    expect(file).toMatchObject({ name: `kvitto-${number}.pdf`, mediaType: 'application/pdf' });
    expect(file?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await getReceipt(actor, { applicationId, language: 'sv' })).toMatchObject({ isPdfReady: true });
    const files = await rows('select 1 from stored_file where owner_id = $1', [actor.personId]);
    expect(files).toHaveLength(1);
  });

  it('is not for drafts', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    await expect(makeReceipt(actor, applicationId)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await getReceipt(actor, { applicationId, language: 'sv' })).toEqual({ kind: 'draft' });
  });
});

describe('a plain dump of the database', () => {
  it('holds nothing of what was answered, neither before nor after it is sent', async () => {
    const actor = await createResident('granvik', {
      nationalId: '193603119045',
      givenName: 'Hjördisina',
      surname: 'Kvarnstenström',
    });
    const applicationId = await createFilledIn(actor, { 'own-phone': '070-174 06 44' });
    const words = ['193603119045', '19360311-9045', 'Hjördisina', 'Kvarnstenström', '070-174 06 44'];
    const holds = async () => {
      const dump = await dumpEverything();
      return words.filter((word) => dump.includes(word));
    };
    expect(await holds()).toEqual([]);
    const signature = await sign(actor, applicationId);
    expect(await holds()).toEqual([]);
    await submitApplication(actor, { applicationId, ...signature });
    await makeReceipt(actor, applicationId);
    expect(await holds()).toEqual([]);
  });
});
