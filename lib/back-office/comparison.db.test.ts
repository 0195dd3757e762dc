import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AdminActor, JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import {
  createSubmitted,
  createSystem,
  type TestApplication,
  type TestSystem,
  webhookSecret,
} from '@/lib/testing/back-office-world';
import { residentOf } from '@/lib/testing/cases-world';
import { sendOne } from '@/lib/testing/messages-world';
import { type OfficeProcess, startOffice } from '@/lib/testing/offices/office-process';
import { asOwner } from '@/lib/testing/test-database';
import { askForComparison } from './commands/ask-for-comparison';
import { compareWithSystem } from './commands/compare-with-system';
import { planComparisons } from './commands/plan-comparisons';
import { planDelivery } from './commands/plan-delivery';
import { planMessageDelivery } from './commands/plan-message-delivery';
import { tellBackOffice } from './commands/tell-back-office';
import { listComparisons } from './queries/list-comparisons';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const admin: AdminActor = {
  kind: 'admin',
  tenantId,
  staffId: '00000000-0000-4000-8000-00000000000a',
  sessionId: '00000000-0000-4000-8000-00000000000b',
  name: 'Helena Strand',
};
const signal = AbortSignal.timeout(120_000);

let office: OfficeProcess;
let system: TestSystem;

beforeAll(async () => {
  office = await startOffice('push-office', { WEBHOOK_SECRET: webhookSecret });
});
/** Each in a system of its own, so that none counts another's cases. */
beforeEach(async () => {
  await asOwner((client) => client.query(`update back_office_system set services = '{}', active = false`));
  system = await createSystem(tenantId, {
    services: ['sarskilt-boende'],
    webhookUrl: await office.ask<string>('address'),
    connector: 'bundle-push',
    connectorSettings: { hasCaseSource: true },
  });
  await office.behave('well');
  await office.ask(
    'forget',
    (await office.stored()).map(({ content }) => `A-${content.case?.number}`),
  );
  await office.ask('forget', []);
});
afterAll(() => office.stop());

const compare = async () => {
  await compareWithSystem(job, { systemId: system.id }, { signal });
  const all = await listComparisons(admin, system.id);
  return all?.[0];
};
const deliveriesOf = (caseId: string) =>
  read(job, (tx) => tx.delivery.findMany({ where: { tenantId, caseId }, orderBy: { createdAt: 'asc' } }));
const tellAll = async (caseId: string) => {
  for (const { id } of await deliveriesOf(caseId)) await tellBackOffice(job, id, { signal });
};
const arrived = async (): Promise<TestApplication> => {
  const application = await createSubmitted(tenantId);
  await planDelivery(job, application);
  await tellAll(application.caseId);
  return application;
};
const nothing = {
  missingThere: 0,
  receiptMissing: 0,
  behindHere: 0,
  unknownHere: 0,
  mended: 0,
  problem: null,
};

describe('comparing with a system', () => {
  it('finds nothing where both have the same, over several pages', async () => {
    await arrived();
    await arrived();
    const waiting = await createSubmitted(tenantId);
    await planDelivery(job, waiting);
    expect(await compare()).toMatchObject({ ...nothing, cases: 2, endedAt: expect.any(Date) });
  });

  it('sends again what the system has lost, and takes it under another id', async () => {
    const { caseId, number, personId } = await arrived();
    const { messageId } = await sendOne(residentOf(tenantId, personId), { kind: 'case', caseId });
    await planMessageDelivery(job, messageId);
    await tellAll(caseId);
    await office.ask('forget', [`A-${number}`]);
    await office.ask('forget', []);
    expect(await compare()).toMatchObject({ ...nothing, missingThere: 2, mended: 2 });
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
    await office.ask('letter', 'B');
    await tellAll(caseId);
    expect((await office.stored()).filter(({ content }) => content.case?.id === caseId)).toHaveLength(2);
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received' }, { state: 'received' }]);
    const { externalId } = await read(job, (tx) =>
      tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } }),
    );
    expect(externalId).toBe(`B-${number}`);
    expect(await compare()).toMatchObject(nothing);
    await office.ask('letter', 'A');
    const steps = await read(job, (tx) => tx.deliveryStep.findMany({ where: { kind: 'missing-there' } }));
    expect(steps).toHaveLength(2);
  });

  it('counts as received what the system has and never acknowledged', async () => {
    const { caseId } = await arrived();
    await asOwner((client) =>
      client.query(`update delivery set state = 'told', received_at = null where case_id = $1`, [caseId]),
    );
    expect(await compare()).toMatchObject({ ...nothing, receiptMissing: 1, mended: 1 });
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received' }]);
  });

  it('does not believe a system that has the case under another id all at once', async () => {
    const { caseId } = await arrived();
    await asOwner((client) =>
      client.query(`update delivery set state = 'waiting', received_at = null where case_id = $1`, [caseId]),
    );
    await office.ask('letter', 'B');
    await tellAll(caseId);
    await office.ask('letter', 'A');
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'waiting', lastError: 'not-understood' }]);
    await tellAll(caseId);
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received', lastError: null }]);
  });

  it('asks for what the system has told and never came, and does it once', async () => {
    const { caseId, number } = await arrived();
    const told = {
      messageId: 'utskick-1',
      operation: 'record-phase',
      params: { caseId },
      body: { phase: 'being_looked_into', occurredAt: '2026-11-20T09:00:00Z' },
    };
    await office.ask('tellsOfCase', { externalId: `A-${number}`, messages: [told] });
    expect(await compare()).toMatchObject({ ...nothing, behindHere: 1, mended: 1 });
    const theCase = await read(job, (tx) =>
      tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } }),
    );
    expect(theCase.phase).toBe('being_looked_into');
    expect(await compare()).toMatchObject(nothing);
  });

  it('says what it could not mend', async () => {
    const { caseId, number } = await arrived();
    const told = { messageId: 'utskick-2', operation: 'no-such', params: { caseId }, body: {} };
    await office.ask('tellsOfCase', { externalId: `A-${number}`, messages: [told] });
    expect(await compare()).toMatchObject({ behindHere: 1, mended: 0, problem: 'not-all-mended' });
  });

  it('tells of a case that is unknown here', async () => {
    const { number, caseId } = await arrived();
    await asOwner((client) =>
      client.query('update cases set system_id = null, external_id = null where id = $1', [caseId]),
    );
    await office.ask('tellsOfCase', { externalId: `A-${number}`, messages: [] });
    expect(await compare()).toMatchObject({ unknownHere: 1, mended: 0, problem: 'not-all-mended' });
  });

  it('sends nothing to a system that seems to have been emptied', async () => {
    const all = [];
    for (let count = 0; count < 20; count++) all.push(await arrived());
    await office.ask(
      'forget',
      all.map(({ number }) => `A-${number}`),
    );
    expect(await compare()).toMatchObject({ missingThere: 20, mended: 0, problem: 'too-many-missing' });
    for (const { caseId } of all) expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received' }]);
    // Somebody has looked, and wants it filled.
    await compareWithSystem(job, { systemId: system.id, fill: 'fill' }, { signal });
    expect((await listComparisons(admin, system.id))?.[0]).toMatchObject({
      missingThere: 20,
      mended: 20,
      problem: null,
    });
    for (const { caseId } of all) expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'waiting' }]);
  });

  it('is not made of a system that is switched off', async () => {
    await asOwner((client) =>
      client.query('update back_office_system set active = false where id = $1', [system.id]),
    );
    expect(await compare()).toBeUndefined();
  });

  it('believes nothing of a list that broke off', async () => {
    const { number, caseId } = await arrived();
    await office.ask('forget', [`A-${number}`]);
    await office.behave('fails');
    expect(await compare()).toMatchObject({ ...nothing, problem: 'refused-500' });
    expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received' }]);
  });
});

describe('when it is done', () => {
  const jobs = () =>
    asOwner(async (client) => {
      await client.query('set role minasidor_worker');
      const { rows } = await client.query('select from graphile_worker.jobs where key = $1', [
        `compare:${system.id}`,
      ]);
      return rows.length;
    });

  it('each night, of systems that can list their cases', async () => {
    await planComparisons(job);
    await planComparisons(job);
    expect(await jobs()).toBe(1);
  });

  it('when an administrator asks for it, and for nobody else', async () => {
    await askForComparison(admin, system.id);
    expect(await jobs()).toBe(1);
    const { personId } = await createSubmitted(tenantId);
    await expect(askForComparison(residentOf(tenantId, personId), system.id)).rejects.toMatchObject({
      code: 'Forbidden',
    });
    await expect(listComparisons(residentOf(tenantId, personId), system.id)).rejects.toMatchObject({
      code: 'Forbidden',
    });
    await expect(askForComparison({ ...admin, tenantId: 'ekhamn' }, system.id)).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});
