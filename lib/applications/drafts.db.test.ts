import { describe, expect, it, vi } from 'vitest';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import { createFilledIn, openPage, pdfFile, posted, SERVICE, save } from '@/lib/testing/applications-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { inLanguages } from '@/prisma/seed/services/texts';
import { discardApplication } from './commands/discard-application';
import { removeFile } from './commands/remove-file';
import { startApplication } from './commands/start-application';
import { getApplicationPage } from './queries/get-application-page';
import { getApplicationPlace } from './queries/get-application-place';
import { getApplicationSummary } from './queries/get-application-summary';
import { listOpenApplications } from './queries/list-open-applications';

// Each test fills in a whole form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const started = async () => {
  const actor = await createResident('granvik');
  const { applicationId } = await startApplication(actor, { slug: SERVICE, language: 'sv' });
  return { actor, applicationId };
};
const count = (sql: string, values: unknown[]) =>
  asOwner(async (client) =>
    Number((await client.query(`select count(*) from ${sql}`, values)).rows[0].count),
  );

describe('starting', () => {
  it('twice goes on with the same draft', async () => {
    const { actor, applicationId } = await started();
    expect(await startApplication(actor, { slug: SERVICE, language: 'en' })).toEqual({
      applicationId,
      isNew: false,
    });
    expect((await listOpenApplications(actor, { language: 'sv' })).drafts).toMatchObject([
      { applicationId, serviceName: { text: 'Särskilt boende', lang: 'sv' } },
    ]);
  });

  it('two at once make one draft', async () => {
    const actor = await createResident('granvik');
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => startApplication(actor, { slug: SERVICE, language: 'sv' })),
    );
    expect(new Set(both.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('is for those logged in, on services that are published', async () => {
    const start = { slug: SERVICE, language: 'sv' } as const;
    await expect(startApplication(aNobody('granvik'), start)).rejects.toMatchObject({ code: 'NotFound' });
    const actor = await createResident('granvik');
    await expect(startApplication(actor, { ...start, slug: 'no-such' })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('saving', () => {
  it('keeps what was typed, also where it is not right, and goes on from there', async () => {
    const { actor, applicationId } = await started();
    const { page, version } = await openPage(actor, applicationId, 'contact');
    const answers = { 'own-phone': 'ring grannen', 'contact-wanted': 'yes' };
    const saved = await save(actor, applicationId, 'contact', version, posted(page, answers));
    expect(saved).toMatchObject({ outcome: 'saved', submission: { outcome: 'problems' } });
    const again = await openPage(actor, applicationId, 'contact');
    expect(again.page.answers).toEqual(answers);
    expect(await getApplicationPlace(actor, applicationId)).toEqual({ kind: 'draft', slug: 'contact' });
  });

  it('twice is as once', async () => {
    const { actor, applicationId } = await started();
    const { page, version } = await openPage(actor, applicationId, 'for-whom');
    const data = posted(page, { 'applies-for': 'self' });
    const first = await save(actor, applicationId, 'for-whom', version, data);
    const second = await save(actor, applicationId, 'for-whom', version, data);
    expect(first).toMatchObject({ outcome: 'saved', version: version + 1 });
    expect(second).toMatchObject({ outcome: 'saved', version: version + 1 });
  });

  it('never overwrites unasked what was changed elsewhere', async () => {
    const { actor, applicationId } = await started();
    const { page, version } = await openPage(actor, applicationId, 'contact');
    const onPhone = posted(page, { 'own-phone': '070-174 06 05' });
    const onComputer = posted(page, { 'own-phone': '070-174 06 06' });
    await save(actor, applicationId, 'contact', version, onPhone);

    const stale = await save(actor, applicationId, 'contact', version, onComputer);
    expect(stale).toMatchObject({ outcome: 'stale', typed: { answers: { 'own-phone': '070-174 06 06' } } });
    expect((await openPage(actor, applicationId, 'contact')).page.answers['own-phone']).toBe('070-174 06 05');

    await save(actor, applicationId, 'contact', version, onComputer, { keepMine: true });
    expect((await openPage(actor, applicationId, 'contact')).page.answers['own-phone']).toBe('070-174 06 06');
  });

  it.each([1, 999_999_999])('a version made up, %i too high, gets past nothing', async (more) => {
    const { actor, applicationId } = await started();
    const { page, version } = await openPage(actor, applicationId, 'contact');
    const first = await save(actor, applicationId, 'contact', version, posted(page, { 'own-phone': '1' }));
    const made = (first.outcome === 'saved' ? first.version : 0) + more;
    const data = posted(page, { 'own-phone': '2' });
    expect(await save(actor, applicationId, 'contact', made, data)).toMatchObject({ outcome: 'stale' });
    expect((await openPage(actor, applicationId, 'contact')).page.answers['own-phone']).toBe('1');
  });

  it('two at once from the same page: one is kept, the other is told', async () => {
    const { actor, applicationId } = await started();
    const { page, version } = await openPage(actor, applicationId, 'contact');
    const outcomes = await Promise.all(
      ['070-174 06 05', '070-174 06 06'].map((phone) =>
        save(actor, applicationId, 'contact', version, posted(page, { 'own-phone': phone })),
      ),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale']);
  });

  it('is not disturbed by other pages saved meanwhile', async () => {
    const { actor, applicationId } = await started();
    const contact = await openPage(actor, applicationId, 'contact');
    const whom = await openPage(actor, applicationId, 'for-whom');
    await save(actor, applicationId, 'for-whom', whom.version, posted(whom.page, { 'applies-for': 'self' }));
    const data = posted(contact.page, { 'own-phone': '070-174 06 05' });
    expect(await save(actor, applicationId, 'contact', contact.version, data)).toMatchObject({
      outcome: 'saved',
    });
  });

  it('says page by page what is missing', async () => {
    const { actor, applicationId } = await started();
    const summary = await getApplicationSummary(actor, { applicationId, language: 'sv' });
    expect(summary).toMatchObject({ kind: 'summary' });
    if (summary.kind !== 'summary') return;
    expect(summary.unready.length).toBeGreaterThan(3);
    expect(summary.unready[0]).toMatchObject({ page: { slug: 'for-whom' }, problems: [{ key: 'missing' }] });
  });
});

describe('files', () => {
  const attach = async (actor: Parameters<typeof save>[0], applicationId: string, files: File[]) => {
    const { page, version } = await openPage(actor, applicationId, 'attachments');
    const saved = await save(actor, applicationId, 'attachments', version, posted(page, page.answers), {
      files: files.map((file) => ({ field: 'attachments', file })),
    });
    if (saved.outcome !== 'saved') throw new Error('stale');
    const answer = saved.page?.answers.attachments as { files: { id: string; name: string }[] } | undefined;
    return { refused: saved.refused, files: answer?.files ?? [] };
  };

  it('are received, once however often they are sent', async () => {
    const { actor, applicationId } = await started();
    const first = await attach(actor, applicationId, [pdfFile('läkarintyg.pdf')]);
    expect(first).toMatchObject({ refused: [], files: [{ name: 'läkarintyg.pdf' }] });
    expect((await attach(actor, applicationId, [pdfFile('läkarintyg.pdf')])).files).toHaveLength(1);
    const both = await Promise.all(
      [1, 2].map(() => attach(actor, applicationId, [pdfFile('b.pdf', 'another')]).catch(() => null)),
    );
    expect(both).toHaveLength(2);
    expect(await count('application_file where application_id = $1', [applicationId])).toBe(2);
  });

  it('are what they hold, not what they are called; none that is empty or too big', async () => {
    const { actor, applicationId } = await started();
    const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'intyg.pdf');
    const empty = new File([], 'tom.pdf');
    const big = new File(['%PDF-1.7\n', new Uint8Array(10_000_000)], 'stor.pdf');
    const { refused, files } = await attach(actor, applicationId, [program, empty, big, pdfFile()]);
    expect(refused.map(({ key, field, params }) => [field, key, params.name])).toEqual([
      ['attachments', 'fileKind', 'intyg.pdf'],
      ['attachments', 'fileEmpty', 'tom.pdf'],
      ['attachments', 'fileTooLarge', 'stor.pdf'],
    ]);
    expect(files).toHaveLength(1);
  });

  it('keep to the limits of the question, also two at once', async () => {
    const { actor, applicationId } = await started();
    const many = (from: number) => [0, 1, 2].map((n) => pdfFile(`${from + n}.pdf`, `nr ${from + n}`));
    await Promise.all([
      attach(actor, applicationId, many(0)).catch(() => null),
      attach(actor, applicationId, many(10)).catch(() => null),
    ]);
    expect(await count('application_file where application_id = $1', [applicationId])).toBe(5);
    const { refused } = await attach(actor, applicationId, [pdfFile('6.pdf', 'one too many')]);
    expect(refused).toMatchObject([{ key: 'tooManyFiles', params: { max: 5 } }]);
  });

  it('are gone for good when taken away, and twice is as once', async () => {
    const { actor, applicationId } = await started();
    const { files } = await attach(actor, applicationId, [pdfFile()]);
    const fileId = files[0]?.id ?? '';
    await removeFile(actor, { applicationId, fileId });
    await removeFile(actor, { applicationId, fileId });
    expect(await count('stored_file_content where file_id = $1', [fileId])).toBe(0);
    expect((await openPage(actor, applicationId, 'attachments')).page.answers.attachments).toBeUndefined();
  });
});

describe('throwing away', () => {
  it('leaves nothing that was written, and twice is as once', async () => {
    const actor = await createResident('granvik');
    const applicationId = await createFilledIn(actor);
    await discardApplication(actor, applicationId);
    await discardApplication(actor, applicationId);
    expect(await count('application_answer where application_id = $1', [applicationId])).toBe(0);
    expect((await listOpenApplications(actor, { language: 'sv' })).drafts).toEqual([]);
    await expect(getApplicationPlace(actor, applicationId)).rejects.toMatchObject({ code: 'NotFound' });
    const next = await startApplication(actor, { slug: SERVICE, language: 'sv' });
    expect(next).toMatchObject({ isNew: true });
  });
});

describe('a form that is not translated', () => {
  it('says in which language it is, on each of its pages and where it is listed', async () => {
    const form = inLanguages({ ...granvikCareHome, languages: ['sv', 'en'] }, ['sv', 'en']);
    await publishServiceVersion(aJob('granvik'), form);
    const actor = await createResident('granvik');
    const { applicationId } = await startApplication(actor, { slug: SERVICE, language: 'ar' });
    const [slug = ''] = form.pages.map((page) => page.slug);
    const at = (language: 'en' | 'ar') => getApplicationPage(actor, { applicationId, slug, language });
    expect(await at('ar')).toMatchObject({ language: 'sv', serviceName: 'Särskilt boende' });
    expect(await at('en')).toMatchObject({ language: 'en' });
    expect(await getApplicationSummary(actor, { applicationId, language: 'ar' })).toMatchObject({
      language: 'sv',
      serviceName: 'Särskilt boende',
    });
    expect((await listOpenApplications(actor, { language: 'ar' })).drafts).toMatchObject([
      { serviceName: { text: 'Särskilt boende', lang: 'sv' } },
    ]);
  });
});
