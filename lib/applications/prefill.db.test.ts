import { describe, expect, it, vi } from 'vitest';
import type { OwnFacts } from '@/lib/identity/domain/own-facts';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { beginSigning, openPage, posted, save } from '@/lib/testing/applications-world';
import { createResident, type NewPerson } from '@/lib/testing/builders';
import { publish } from '@/lib/testing/publish-form';
import { smallForm } from '@/lib/testing/small-form';
import { asOwner } from '@/lib/testing/test-database';
import { openDraft } from './commands/open-draft';
import { prepareSigning } from './commands/prepare-signing';
import { startApplication } from './commands/start-application';
import { submitApplication } from './commands/submit-application';
import type { Snapshot } from './domain/snapshot';
import { getApplicationSummary } from './queries/get-application-summary';
import { submittedInTx } from './queries/snapshot-in-tx';

vi.setConfig({ testTimeout: 60_000 });

const tenantId = 'granvik';
const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);
let services = 0;

const address = { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' };
const asAnswer = { street: 'Kvarngatan 22 A', postcode: '000 15', city: 'Granvik' };
const facts = { name: 'Vera Provsson', address } as OwnFacts;

async function begun(person: NewPerson = {}) {
  services += 1;
  const slug = `prefilled-${services}`;
  await publish(
    tenantId,
    smallForm(slug, {
      about: [
        { kind: 'text', id: 'name', required: true, prefill: 'register-name', locked: true },
        { kind: 'address', id: 'home', required: true, prefill: 'register-address' },
        { kind: 'long-text', id: 'need', prefill: 'earlier' },
      ],
      more: [{ kind: 'text', id: 'other' }],
    }),
  );
  const actor = await createResident(tenantId, person);
  const start = async () => (await startApplication(actor, { slug, language: 'sv' })).applicationId;
  const applicationId = await start();
  const lookUp = vi.fn(async () => ({ facts, silent: [] as (keyof OwnFacts)[] }));
  const open = async (id = applicationId, page = 'about', now?: () => Date) => {
    await openDraft(
      actor,
      { applicationId: id, slug: page, language: 'sv' },
      { lookUp, ...(now && { now }) },
    );
    return openPage(actor, id, page);
  };
  return { actor, applicationId, lookUp, open, start };
}

async function submitted(actor: Parameters<typeof save>[0], applicationId: string): Promise<Snapshot> {
  const { ready } = await prepareSigning(actor, { applicationId, language: 'sv' });
  if (!ready) throw new Error('something is missing');
  const { approve, ...signature } = await beginSigning(actor, applicationId);
  await approve();
  await submitApplication(actor, { applicationId, ...signature });
  return (await read(actor, (tx) => submittedInTx(tx, actor, applicationId))).snapshot;
}

const questions = (snapshot: Snapshot) =>
  Object.fromEntries(
    snapshot.pages
      .flatMap((page) => page.groups.flatMap((group) => group.questions))
      .map(({ id, value, prefilled }) => [id, { value, source: prefilled?.source }]),
  );

describe('a page that is filled in beforehand', () => {
  it('asks only for what it needs, once, and says where it comes from', async () => {
    const { open, lookUp, applicationId, actor } = await begun();
    const { page, prefilled } = await open();
    await open();
    expect(lookUp).toHaveBeenCalledExactlyOnceWith(actor, ['name', 'address']);
    expect(page.answers).toEqual({ name: 'Vera Provsson', home: asAnswer });
    expect(prefilled).toMatchObject({
      name: { source: 'register-name', isLocked: true, words: ['Vera Provsson'] },
      home: { source: 'register-address', isLocked: false },
    });
    await open(applicationId, 'more');
    expect(lookUp).toHaveBeenCalledTimes(1);
    const { rows } = await asOwner((client) =>
      client.query('select known_sealed from application where id = $1', [applicationId]),
    );
    expect(Buffer.from(rows[0].known_sealed).toString()).not.toContain('Kvarngatan');
  });

  it('is nobody’s answer until she has sent it', async () => {
    const { actor, applicationId, open } = await begun();
    await open();
    const summary = await getApplicationSummary(actor, { applicationId, language: 'sv' });
    if (summary.kind !== 'summary') throw new Error(summary.kind);
    const missing = summary.unready.flatMap(({ problems }) => problems.map(({ field }) => field));
    expect([...new Set(missing)]).toEqual(['name', 'home']);
    expect(await prepareSigning(actor, { applicationId, language: 'sv' })).toEqual({ ready: false });
  });

  it('is corrected where she may, and the document says which answers were there beforehand', async () => {
    const { actor, applicationId, open } = await begun();
    const { page, version } = await open();
    const mine = { ...page.answers, name: 'Någon Annan', home: { ...asAnswer, street: 'Nya gatan 1' } };
    await save(actor, applicationId, 'about', version, posted(page, mine));
    const again = await open();
    expect(again.page.answers).toEqual({ name: 'Vera Provsson', home: mine.home });
    expect(Object.keys(again.prefilled)).toEqual(['name']);
    expect(await getApplicationSummary(actor, { applicationId, language: 'sv' })).toMatchObject({
      origins: { name: { source: 'register-name' } },
    });
    expect(questions(await submitted(actor, applicationId))).toEqual({
      name: { value: 'Vera Provsson', source: 'register-name' },
      home: { value: mine.home, source: undefined },
      need: { value: null, source: undefined },
      other: { value: null, source: undefined },
    });
  });

  it('never overwrites what was typed, and not what was left out either', async () => {
    const { actor, applicationId, open } = await begun();
    const { page, version } = await open();
    await save(actor, applicationId, 'about', version, posted(page, { name: 'Vera Provsson' }));
    const again = await open(applicationId, 'about', later(2));
    expect(again.page.answers).toEqual({ name: 'Vera Provsson' });
  });

  it('stands empty while the register is silent, and is asked for again', async () => {
    const { actor, applicationId, open, lookUp } = await begun();
    lookUp.mockResolvedValueOnce({ facts: { name: 'Vera Provsson' }, silent: ['address'] });
    const { page, version } = await open();
    expect(page.answers).toEqual({ name: 'Vera Provsson' });
    await save(actor, applicationId, 'about', version, posted(page, page.answers));
    expect((await open()).page.answers.home).toEqual(asAnswer);
    expect(lookUp).toHaveBeenLastCalledWith(actor, ['address']);
  });

  it('begins with what she answered in her latest application, and says when that was', async () => {
    const { actor, applicationId, open, start } = await begun();
    const { page, version } = await open();
    await save(
      actor,
      applicationId,
      'about',
      version,
      posted(page, { ...page.answers, need: 'Hjälp med trappan' }),
    );
    await submitted(actor, applicationId);
    const next = await start();
    const { page: fresh, prefilled, version: now } = await open(next);
    expect(fresh.answers.need).toBe('Hjälp med trappan');
    expect(prefilled.need).toMatchObject({ source: 'earlier', words: ['Hjälp med trappan'] });
    await save(actor, next, 'about', now, posted(fresh, fresh.answers));
    expect(questions(await submitted(actor, next)).need).toEqual({
      value: 'Hjälp med trappan',
      source: 'earlier',
    });
  });

  it('begins with her application for another service where the form says that it goes before', async () => {
    const rent = { about: [{ kind: 'money', id: 'rent', prefill: 'earlier' }] } as const;
    const own = newId().slice(-12);
    const [before, after, stranger] = ['before', 'after', 'stranger'].map((name) => `${name}-${own}`) as [
      string,
      string,
      string,
    ];
    await publish(tenantId, smallForm(before, rent));
    await publish(tenantId, { ...smallForm(after, rent), earlierFrom: [before] });
    await publish(tenantId, smallForm(stranger, rent));
    const actor = await createResident(tenantId);
    const begin = async (slug: string) =>
      (await startApplication(actor, { slug, language: 'sv' })).applicationId;
    const first = await begin(before);
    const { page, version } = await openPage(actor, first, 'about');
    await save(actor, first, 'about', version, posted(page, { rent: '7850' }));
    await submitted(actor, first);
    const opened = async (slug: string) => (await openPage(actor, await begin(slug), 'about')).page.answers;
    expect(await opened(after)).toEqual({ rent: '7850' });
    expect(await opened(stranger)).toEqual({});
  });
});

describe('somebody with protected identity', () => {
  it('is shown nothing of the register’s, also where it was looked up before', async () => {
    const { actor, open } = await begun();
    await open();
    await asOwner((client) =>
      client.query('update person set protected_identity = true where id = $1', [actor.personId]),
    );
    const { page, prefilled } = await open();
    expect(page.answers).toEqual({ name: 'Vera Provsson' });
    expect(JSON.stringify({ page, prefilled })).not.toContain('Kvarngatan');
  });
});
