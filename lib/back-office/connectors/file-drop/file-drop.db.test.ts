import {
  lutimesSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectChanges } from '@/lib/back-office/commands/collect-changes';
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { scopes } from '@/lib/back-office/domain/scopes';
import { read } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { createSubmitted, createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { connectorKit, job, type UnderTest } from '@/lib/testing/connector-kit';
import { startOffice } from '@/lib/testing/offices/office-process';
import { asOwner } from '@/lib/testing/test-database';
import { prepareFolder } from './drop-folder';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'file-drop-'));
  env().FILE_DROP_DIR = root;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An old system with a folder of its own, which looks in it when the test says so; the worker's look follows. */
async function start(system: TestSystem, format: 'json' | 'xml', name: string = format): Promise<UnderTest> {
  const folder = join(root, name);
  const office = await startOffice('file-office', { FOLDER: folder, FORMAT: format });
  return {
    office,
    row: { connector: 'file-drop', connectorSettings: { folder: name, format } },
    settle: async () => {
      await office.ask('look');
      await collectChanges(job, system.id, { signal: AbortSignal.timeout(10_000) });
    },
    say: async ({ name: stem, ...content }) => {
      await office.ask('lay', { stem, content });
      await collectChanges(job, system.id, { signal: AbortSignal.timeout(10_000) });
      const answers = await office.ask<Record<string, { state: string }>>('answers');
      return answers[`${stem}.answer.${format}`]?.state === 'done' ? 'done' : 'not-done';
    },
    stop: office.stop,
  };
}

connectorKit('file drop, JSON', (system) => start(system, 'json'), ['away']);
connectorKit('file drop, XML', (system) => start(system, 'xml'), ['away']);

describe('what an old system lays there', () => {
  let system: TestSystem;
  let world: UnderTest;
  let folder: string;
  const collect = () => collectChanges(job, system.id, { signal: AbortSignal.timeout(10_000) });
  const lay = (stem: string, content: unknown) => world.office.ask('lay', { stem, content });
  const answers = () => world.office.ask<Record<string, { state: string }>>('answers');
  const left = () => world.office.ask<string[][]>('left');
  /** As a program would that knows nothing of whole files and names. */
  const write = (name: string, content: string | Buffer, ageSeconds = 120) => {
    const file = join(folder, 'from-system', name);
    writeFileSync(file, content);
    const before = new Date(Date.now() - ageSeconds * 1000);
    utimesSync(file, before, before);
  };
  const phase = (occurredAt: string) => ({ phase: 'being_looked_into', occurredAt });

  beforeAll(async () => {
    await asOwner((client) => client.query(`update back_office_system set services = '{}'`));
    system = await createSystem('granvik', { services: ['sarskilt-boende'] });
    folder = join(root, 'inward');
    world = await start(system, 'json', 'inward');
    await asOwner((client) =>
      client.query('update back_office_system set connector = $2, connector_settings = $3 where id = $1', [
        system.id,
        world.row.connector,
        world.row.connectorSettings,
      ]),
    );
    await prepareFolder(folder);
  });
  afterAll(() => world.stop());

  const ownCase = async () => {
    const application = await createSubmitted('granvik');
    await planDelivery(job, application);
    return application;
  };
  const phaseOf = async (caseId: string) =>
    (
      await read(job, (tx) =>
        tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId: 'granvik', id: caseId } } }),
      )
    ).phase;

  it('is done, answered and taken away; laid again it is the same', async () => {
    const { caseId } = await ownCase();
    const message = { operation: 'record-phase', params: { caseId }, body: phase('2026-11-20T09:00:00Z') };
    await lay('skede-1', message);
    await collect();
    expect(await phaseOf(caseId)).toBe('being_looked_into');
    expect(await answers()).toMatchObject({ 'skede-1.answer.json': { state: 'done', file: 'skede-1.json' } });
    expect((await left())[1]).toEqual([]);
    await lay('skede-1', message);
    await collect();
    const kept = await read(job, (tx) =>
      tx.inboxMessage.findMany({ where: { systemId: system.id, caseId } }),
    );
    expect(kept).toMatchObject([{ state: 'done' }]);
  });

  it('waits for a person where it does not fit', async () => {
    const { caseId } = await ownCase();
    const params = { caseId, externalId: 'K-77' };
    const body = { occurredAt: '2026-11-20T09:00:00Z' };
    await lay('aterkallelse', { operation: 'withdraw-supplement-request', params, body });
    await collect();
    expect(await answers()).toMatchObject({ 'aterkallelse.answer.json': { state: 'parked' } });
    const kept = await read(job, (tx) =>
      tx.inboxMessage.findMany({ where: { systemId: system.id, caseId } }),
    );
    expect(kept).toMatchObject([{ state: 'parked', operation: 'withdraw-supplement-request' }]);
  });

  it.each([
    ['no-json.json', 'inte json', 'not-understood'],
    ['half.json', '{"operation": "record-phase", "par', 'not-understood'],
    ['latin.json', Buffer.from('{"operation": "h\xe4ndelse"}', 'latin1'), 'not-understood'],
    ['unknown-field.json', '{"operation": "record-phase", "priority": 1}', 'not-understood'],
    [
      'entity.xml',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><string>&b;</string>',
      'not-understood',
    ],
    ['no-operation.json', '{"operation": "delete-everything"}', 'no-such-operation'],
    ['reading.json', '{"operation": "get-case", "params": {}}', 'no-such-operation'],
    ['prototype.json', '{"operation": "constructor"}', 'no-such-operation'],
    ['large.json', 'x'.repeat(7_500_001), 'too-large'],
  ])('%s is put aside with the reason', async (name, content, reason) => {
    write(name, content);
    await collect();
    const answer = `${name.replace(/\.\w+$/, '')}.answer${name.endsWith('.xml') ? '.xml' : '.json'}`;
    expect((await answers())[answer]).toMatchObject({ state: 'refused', reason });
    const [, waiting, refused] = await left();
    expect(waiting).toEqual([]);
    expect(refused).toContain(name);
  });

  it('says field by field what is wrong', async () => {
    const { caseId } = await ownCase();
    await lay('fel', {
      operation: 'record-phase',
      params: { caseId },
      body: { phase: 'klar', occurredAt: 'i går' },
    });
    await collect();
    expect((await answers())['fel.answer.json']).toMatchObject({
      state: 'refused',
      errors: { phase: expect.any(String), occurredAt: expect.any(String) },
    });
  });

  it('is never another system’s', async () => {
    const { caseId } = await ownCase();
    await asOwner((client) =>
      client.query('update cases set system_id = null, external_id = null where id = $1', [caseId]),
    );
    await lay('annans', {
      operation: 'record-phase',
      params: { caseId },
      body: phase('2026-11-20T09:00:00Z'),
    });
    await collect();
    expect(await phaseOf(caseId)).toBe('received_by_us');
    expect((await answers())['annans.answer.json']?.state).not.toBe('done');
  });

  it('is not taken where it is a bundle of what the system may not tell of, and the log says so', async () => {
    const have = (list: readonly string[]) =>
      asOwner((client) =>
        client.query('update back_office_system set scopes = $2 where id = $1', [system.id, list]),
      );
    const body = { sentAt: '2026-11-20T22:00:00Z', cases: [] };
    await have(['care.write']);
    await lay('utan-ratt', { operation: 'put-bundle', params: {}, body });
    await collect();
    await have(Object.keys(scopes));
    expect((await answers())['utan-ratt.answer.json']).toMatchObject({
      state: 'refused',
      reason: 'scope-missing',
    });
    const refused = await read(job, (tx) =>
      tx.auditEntry.findMany({ where: { action: 'back-office.put-bundle', outcome: 'refused' } }),
    );
    expect(refused).toMatchObject([{ reason: 'cases.write', actorKind: 'system' }]);
  });

  it('is let be while it is being written, and never followed out of the folder', async () => {
    write('skrivs.json', '{"operation"', 10);
    write('nyss.json', '{}', 0);
    write('.dold.json', '{}');
    write('halv.json.part', '{}');
    symlinkSync('/etc/hostname', join(folder, 'from-system', 'lank.json'));
    await collect();
    const [, waiting] = await left();
    expect(waiting?.sort()).toEqual([
      '.dold.json',
      'halv.json.part',
      'lank.json',
      'nyss.json',
      'skrivs.json',
    ]);
    lutimesSync(join(folder, 'from-system', 'lank.json'), 1, 1);
    await collect();
    expect((await answers())['lank.answer.json']).toMatchObject({ state: 'refused', reason: 'no-file' });
  });

  it('is not moved through a link that stands in a folder’s place', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'another-system-'));
    renameSync(join(folder, 'refused'), join(folder, 'refused-before'));
    symlinkSync(elsewhere, join(folder, 'refused'));
    write('smyg.json', 'inte json');
    await collect();
    expect(readdirSync(elsewhere)).toEqual([]);
    unlinkSync(join(folder, 'refused'));
    renameSync(join(folder, 'refused-before'), join(folder, 'refused'));
    await collect();
    expect((await left())[2]).toContain('smyg.json');
    rmSync(elsewhere, { recursive: true });
  });

  it('under a name that is about somebody is put aside without repeating it', async () => {
    write('19420709-9146.json', '{}');
    await collect();
    expect(Object.keys(await answers()).join()).not.toContain('9146');
    expect((await left())[2]).toContain('19420709-9146.json');
  });

  it('is left alone while the system is switched off', async () => {
    const { caseId } = await ownCase();
    const active = (value: boolean) =>
      asOwner((client) =>
        client.query('update back_office_system set active = $2 where id = $1', [system.id, value]),
      );
    await active(false);
    await lay('avstangd', {
      operation: 'record-phase',
      params: { caseId },
      body: phase('2026-11-20T09:00:00Z'),
    });
    await collect();
    expect((await left())[1]).toContain('avstangd.json');
    await active(true);
    await collect();
    expect(await phaseOf(caseId)).toBe('being_looked_into');
  });

  it('answers that nobody takes are forgotten after a month', async () => {
    const old = join(folder, 'answers', 'gammal.answer.json');
    writeFileSync(old, '{}');
    utimesSync(old, 1, 1);
    await collect();
    expect(Object.keys(await answers())).not.toContain('gammal.answer.json');
  });
});
