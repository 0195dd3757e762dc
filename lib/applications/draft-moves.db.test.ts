import { describe, expect, it, vi } from 'vitest';
import { beginSigning, openPage, pdfFile, posted, save } from '@/lib/testing/applications-world';
import { createResident } from '@/lib/testing/builders';
import { publish } from '@/lib/testing/publish-form';
import { smallForm } from '@/lib/testing/small-form';
import { asOwner } from '@/lib/testing/test-database';
import { openDraft } from './commands/open-draft';
import { prepareSigning } from './commands/prepare-signing';
import { startApplication } from './commands/start-application';
import { submitApplication } from './commands/submit-application';
import { getApplicationPage } from './queries/get-application-page';
import { getApplicationPlace } from './queries/get-application-place';
import { getApplicationSummary } from './queries/get-application-summary';

vi.setConfig({ testTimeout: 60_000 });

const tenantId = 'granvik';
let services = 0;

const name = { kind: 'text', id: 'name', required: true } as const;
const why = { kind: 'long-text', id: 'why' } as const;
const job = { kind: 'text', id: 'job' } as const;

/** Somebody half through a form of two pages: "first" (name, why) and "second" (job). */
async function begun() {
  services += 1;
  const slug = `moving-${services}`;
  await publish(tenantId, smallForm(slug, { first: [name, why], second: [job] }));
  const actor = await createResident(tenantId);
  const { applicationId } = await startApplication(actor, { slug, language: 'sv' });
  const tab = await openPage(actor, applicationId, 'first');
  const answers = { name: 'Vera', why: 'Därför att.' };
  await save(actor, applicationId, 'first', tab.version, posted(tab.page, answers));
  const open = () => openDraft(actor, { applicationId, language: 'sv' });
  const republish = (pages: Parameters<typeof smallForm>[1]) => publish(tenantId, smallForm(slug, pages));
  const version = async () => {
    const { rows } = await asOwner((client) =>
      client.query('select service_version, updated_at from application where id = $1', [applicationId]),
    );
    return rows[0] as { service_version: number; updated_at: Date };
  };
  return { actor, applicationId, tab, open, republish, version };
}

describe('a draft whose form gets a new version', () => {
  it('is moved when it is opened, answers and all, and nothing is said where all of them fit', async () => {
    const { actor, applicationId, open, republish, version } = await begun();
    const before = await version();
    const published = await republish({ first: [name, why], second: [{ ...job, hint: { sv: 'Hjälp' } }] });
    expect((await version()).service_version).toBe(before.service_version);
    await open();
    expect(await version()).toEqual({ service_version: published, updated_at: before.updated_at });
    const { page, move } = await openPage(actor, applicationId, 'first');
    expect(page.answers).toEqual({ name: 'Vera', why: 'Därför att.' });
    expect(move).toEqual({ isTold: true, lookAgain: [], gone: [] });
  });

  it('says which pages to look at again, until she has, and is not signed before', async () => {
    const { actor, applicationId, open, republish } = await begun();
    await republish({ first: [{ ...name, label: 'Hela ditt namn' }, why], second: [job] });
    await open();
    await open();
    const first = await openPage(actor, applicationId, 'first');
    expect(first.move).toMatchObject({
      isTold: false,
      lookAgain: [{ slug: 'first', title: 'Sidan first' }],
      gone: [],
    });
    expect(await prepareSigning(actor, { applicationId, language: 'sv' })).toEqual({ ready: false });
    const again = await openPage(actor, applicationId, 'first');
    await save(actor, applicationId, 'first', again.version, posted(again.page, again.page.answers));
    expect((await openPage(actor, applicationId, 'second')).move).toEqual({
      isTold: true,
      lookAgain: [],
      gone: [],
    });
    expect(await prepareSigning(actor, { applicationId, language: 'sv' })).toEqual({ ready: true });
  });

  it('keeps what is no longer asked readable until it is sent', async () => {
    const { actor, applicationId, open, republish } = await begun();
    await republish({ first: [name], second: [job] });
    await open();
    const summary = await getApplicationSummary(actor, { applicationId, language: 'sv' });
    if (summary.kind !== 'summary') throw new Error(summary.kind);
    expect(summary.move?.gone).toEqual([
      { field: 'why', question: 'why', answer: ['Därför att.'], value: 'Därför att.' },
    ]);
    const { rows } = await asOwner((client) =>
      client.query('select move_sealed from application where id = $1', [applicationId]),
    );
    expect(Buffer.from(rows[0].move_sealed).toString()).not.toContain('Därför');

    await prepareSigning(actor, { applicationId, language: 'sv' });
    const { approve, ...signature } = await beginSigning(actor, applicationId);
    await approve();
    await submitApplication(actor, { applicationId, ...signature });
    const after = await asOwner((client) =>
      client.query('select move_sealed, known_sealed from application where id = $1', [applicationId]),
    );
    expect(after.rows).toEqual([{ move_sealed: null, known_sealed: null }]);
  });

  it('stays where it is while a document is prepared, and the signature under way is used', async () => {
    const { actor, applicationId, open, republish, version } = await begun();
    await prepareSigning(actor, { applicationId, language: 'sv' });
    const { approve, ...signature } = await beginSigning(actor, applicationId);
    const before = await version();
    await republish({ first: [name], second: [job] });
    await open();
    expect((await version()).service_version).toBe(before.service_version);
    await approve();
    await submitApplication(actor, { applicationId, ...signature });
    const { rows } = await asOwner((client) =>
      client.query('select status, service_version from application where id = $1', [applicationId]),
    );
    expect(rows).toEqual([{ status: 'submitted', service_version: before.service_version }]);
  });

  it('is moved by two windows at once, once', async () => {
    const { actor, applicationId, open, republish } = await begun();
    await republish({ first: [name], second: [job] });
    await Promise.all([open(), open(), open()]);
    const { move } = await openPage(actor, applicationId, 'first');
    expect(move?.gone).toHaveLength(1);
    const { rows } = await asOwner((client) =>
      client.query(
        "select count(*)::int as moves from audit_entry where object_id = $1 and action = 'applications.move-draft'",
        [applicationId],
      ),
    );
    expect(rows).toEqual([{ moves: 1 }]);
  });

  it('keeps its files, also those of a question that is gone', async () => {
    services += 1;
    const slug = `moving-${services}`;
    const proof = { kind: 'file' as const, id: 'proof', accept: ['pdf' as const] };
    await publish(tenantId, smallForm(slug, { first: [name, proof] }));
    const actor = await createResident(tenantId);
    const { applicationId } = await startApplication(actor, { slug, language: 'sv' });
    const { page, version } = await openPage(actor, applicationId, 'first');
    await save(actor, applicationId, 'first', version, posted(page, { name: 'Vera' }), {
      files: [{ field: 'proof', file: pdfFile() }],
    });
    await publish(tenantId, smallForm(slug, { first: [name] }));
    await openDraft(actor, { applicationId, language: 'sv' });
    expect((await openPage(actor, applicationId, 'first')).move?.gone).toMatchObject([
      { field: 'proof', answer: ['intyg.pdf'] },
    ]);
    // Asked for again, it is there again.
    await publish(tenantId, smallForm(slug, { first: [name, { ...proof, maxFiles: 2 }] }));
    await openDraft(actor, { applicationId, language: 'sv' });
    expect((await openPage(actor, applicationId, 'first')).page.answers.proof).toMatchObject({
      files: [{ name: 'intyg.pdf' }],
    });
  });
});

describe('a window from before the move', () => {
  it('is told, does not overwrite, and loses nothing typed', async () => {
    const { actor, applicationId, tab, open, republish } = await begun();
    const stale = await openPage(actor, applicationId, 'first');
    await republish({ first: [name], second: [job] });
    await open();
    const data = posted(tab.page, { name: 'Vera Provsson', why: 'Något helt annat.' });
    const told = await save(actor, applicationId, 'first', stale.version, data);
    expect(told).toMatchObject({
      outcome: 'stale',
      isOfOldForm: true,
      typed: { answers: { name: 'Vera Provsson' } },
    });
    const { page, move } = await openPage(actor, applicationId, 'first');
    expect(page.answers).toEqual({ name: 'Vera' });
    expect(move?.gone.map(({ answer }) => answer)).toEqual([['Därför att.'], ['Något helt annat.']]);

    const kept = await save(actor, applicationId, 'first', stale.version, data, { keepMine: true });
    expect(kept).toMatchObject({ outcome: 'saved', isOfOldForm: true });
    expect((await openPage(actor, applicationId, 'first')).page.answers).toEqual({ name: 'Vera Provsson' });
  });

  it('with the same answers is shown the form as it is now', async () => {
    const { actor, applicationId, tab, open, republish } = await begun();
    const stale = await openPage(actor, applicationId, 'first');
    await republish({ first: [{ ...name, label: 'Hela ditt namn' }, why], second: [job] });
    await open();
    const same = posted(tab.page, { name: 'Vera', why: 'Därför att.' });
    expect(await save(actor, applicationId, 'first', stale.version, same)).toMatchObject({
      outcome: 'saved',
      isOfOldForm: true,
    });
    expect((await openPage(actor, applicationId, 'first')).move?.lookAgain).toHaveLength(1);
  });

  it('on a page that is gone keeps what was typed to be read, and leads to one that is there', async () => {
    const { actor, applicationId, open, republish } = await begun();
    const stale = await openPage(actor, applicationId, 'second');
    await republish({ first: [name, why] });
    await open();
    const data = posted(stale.page, { job: 'Snickare' });
    expect(await save(actor, applicationId, 'second', stale.version, data)).toEqual({ outcome: 'page-gone' });
    expect((await openPage(actor, applicationId, 'first')).move?.gone).toMatchObject([
      { field: 'job', answer: ['Snickare'] },
    ]);
    expect(await getApplicationPlace(actor, applicationId)).toEqual({ kind: 'draft', slug: 'first' });
    const old = { applicationId, slug: 'second', language: 'sv' } as const;
    expect(await getApplicationPage(actor, old)).toEqual({ kind: 'elsewhere', slug: 'first' });
  });
});

it('opening what isn’t hers, or isn’t there, changes nothing and says nothing', async () => {
  const { applicationId, republish, version } = await begun();
  await republish({ first: [name], second: [job] });
  const before = await version();
  await openDraft(await createResident(tenantId), { applicationId, language: 'sv' });
  await openDraft(await createResident('ekhamn'), { applicationId, language: 'sv' });
  expect(await version()).toEqual(before);
});
