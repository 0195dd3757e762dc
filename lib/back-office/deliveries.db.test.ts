import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import {
  createSubmitted,
  createSystem,
  type Receiver,
  startReceiver,
  type TestSystem,
  webhookSecret,
} from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { retellDeliveries } from './commands/retell-deliveries';
import { tellBackOffice } from './commands/tell-back-office';
import { isGenuineWebhook } from './domain/webhook-signature';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const going = { signal: new AbortController().signal };

let receiver: Receiver;
let system: TestSystem;

beforeAll(async () => {
  receiver = await startReceiver();
  system = await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
beforeEach(() => {
  receiver.answer(204);
  receiver.heard.length = 0;
});
afterAll(() => receiver.close());

const deliveriesOf = (caseId: string) =>
  read(job, (tx) => tx.delivery.findMany({ where: { tenantId, caseId }, orderBy: { createdAt: 'asc' } }));

const onlyDelivery = async (caseId: string) => {
  const all = await deliveriesOf(caseId);
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
};

const jobsFor = (deliveryId: string) =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where key = $1',
      [`tell:${deliveryId}`],
    );
    return rows;
  });

const planned = async () => {
  const application = await createSubmitted(tenantId);
  await planDelivery(job, application);
  return { ...application, delivery: await onlyDelivery(application.caseId) };
};

describe('planning a delivery', () => {
  it('makes one for the system that serves the service, and gives it the case', async () => {
    const { delivery, caseId, applicationId } = await planned();
    expect(delivery).toMatchObject({
      systemId: system.id,
      kind: 'application',
      refId: applicationId,
      state: 'waiting',
    });
    const found = await read(job, (tx) => tx.case.findFirst({ where: { tenantId, id: caseId } }));
    expect(found?.systemId).toBe(system.id);
    expect(await jobsFor(delivery.id)).toHaveLength(1);
  });

  it('twice, and two at once, make one', async () => {
    const application = await createSubmitted(tenantId);
    await Promise.all([planDelivery(job, application), planDelivery(job, application)]);
    await planDelivery(job, application);
    const delivery = await onlyDelivery(application.caseId);
    expect(await jobsFor(delivery.id)).toHaveLength(1);
  });

  it('fails, to be tried again, where no system serves the service', async () => {
    const application = await createSubmitted('ekhamn');
    await expect(planDelivery({ ...job, tenantId: 'ekhamn' }, application)).rejects.toMatchObject({
      code: 'UpstreamDown',
    });
  });

  it('sends what belongs to a case where its application went, whoever serves the service now', async () => {
    const { caseId } = await planned();
    const other = await createSystem(tenantId, { services: ['sarskilt-boende'] });
    await planDelivery(job, { caseId, partId: crypto.randomUUID() });
    const all = await deliveriesOf(caseId);
    expect(all.map(({ kind, systemId }) => [kind, systemId])).toEqual([
      ['application', system.id],
      ['supplement', system.id],
    ]);
    await asOwner((client) =>
      client.query('update back_office_system set active = false where id = $1', [other.id]),
    );
  });
});

describe('a case that did not come from an application', () => {
  it('has what belongs to it delivered to the system that has it', async () => {
    const { personId } = await createSubmitted(tenantId);
    const { id: caseId } = await write(job, (tx) =>
      tx.case.create({
        data: {
          tenantId,
          personId,
          systemId: system.id,
          number: crypto.randomUUID(),
          title: { sv: 'Ärende' },
        },
      }),
    );
    const partId = crypto.randomUUID();
    await planDelivery(job, { caseId, partId });
    expect(await onlyDelivery(caseId)).toMatchObject({
      kind: 'supplement',
      refId: partId,
      systemId: system.id,
    });
  });
});

describe('telling the system', () => {
  it('sends a signed message with ids and nothing else', async () => {
    const { delivery, caseId } = await planned();
    await tellBackOffice(job, delivery.id, going);
    const [message] = receiver.heard;
    expect(message).toBeDefined();
    expect(isGenuineWebhook(webhookSecret, message?.headers as never, new Date(), message?.body ?? '')).toBe(
      true,
    );
    expect(message?.headers['webhook-id']).toBe(delivery.id);
    expect(JSON.parse(message?.body ?? '')).toEqual({
      specversion: '1.0',
      id: delivery.id,
      source: 'urn:mina-sidor:granvik',
      type: 'se.mina-sidor.delivery.waiting',
      time: expect.any(String),
      datacontenttype: 'application/json',
      data: { deliveryId: delivery.id, caseId, kind: 'application' },
    });
    expect(await onlyDelivery(caseId)).toMatchObject({ state: 'told', attempts: 1, lastError: null });
  });

  it('that answers wrongly is noted, and tried again soon', async () => {
    const { delivery, caseId } = await planned();
    receiver.answer(500);
    await tellBackOffice(job, delivery.id, going);
    const after = await onlyDelivery(caseId);
    expect(after).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'refused-500' });
    const pause = (after.nextTellAt?.getTime() ?? 0) - Date.now();
    expect(pause).toBeGreaterThan(0);
    expect(pause).toBeLessThan(3_000);
    const [next] = await jobsFor(delivery.id);
    expect(next?.run_at.getTime()).toBe(after.nextTellAt?.getTime());
  });

  it('that is not there is noted too', async () => {
    const away = await createSystem(tenantId, { webhookUrl: 'http://127.0.0.1:9/nobody' });
    const { delivery, caseId } = await planned();
    await write(job, (tx) =>
      tx.delivery.update({
        where: { tenantId_id: { tenantId, id: delivery.id } },
        data: { systemId: away.id },
      }),
    );
    await tellBackOffice(job, delivery.id, going);
    expect(await onlyDelivery(caseId)).toMatchObject({ state: 'waiting', lastError: 'unreachable' });
  });

  it('is given up after two days, and never thrown away', async () => {
    const { delivery, caseId } = await planned();
    await age(delivery.id, 48);
    receiver.answer(503);
    await tellBackOffice(job, delivery.id, going);
    expect(await onlyDelivery(caseId)).toMatchObject({
      state: 'parked',
      nextTellAt: null,
      lastError: 'refused-503',
    });
  });

  it('of what it has received already is left out', async () => {
    const { delivery, caseId } = await planned();
    await write(job, (tx) =>
      tx.delivery.update({
        where: { tenantId_id: { tenantId, id: delivery.id } },
        data: { state: 'received', receivedAt: new Date() },
      }),
    );
    await tellBackOffice(job, delivery.id, going);
    expect(receiver.heard).toEqual([]);
    expect((await onlyDelivery(caseId)).state).toBe('received');
  });

  it('keeps the order of a case: what came before must be received first', async () => {
    const { caseId } = await planned();
    await planDelivery(job, { caseId, partId: crypto.randomUUID() });
    const [, second] = await deliveriesOf(caseId);
    await tellBackOffice(job, second?.id ?? '', going);
    expect(receiver.heard).toEqual([]);
  });

  it('says nothing about the other side when the worker itself is stopping', async () => {
    const { delivery, caseId } = await planned();
    const stopping = new AbortController();
    stopping.abort();
    await expect(tellBackOffice(job, delivery.id, { signal: stopping.signal })).rejects.toThrow();
    expect(await onlyDelivery(caseId)).toMatchObject({ attempts: 0, lastError: null });
  });
});

describe('deliveries that were heard of and not fetched', () => {
  it('are told again when their time has passed', async () => {
    const { delivery } = await planned();
    await tellBackOffice(job, delivery.id, going);

    const before = await jobsFor(delivery.id);
    await retellDeliveries(job);
    expect(await jobsFor(delivery.id)).toEqual(before);
    await asOwner((client) =>
      client.query("update delivery set next_tell_at = now() - interval '5 minutes' where id = $1", [
        delivery.id,
      ]),
    );
    await retellDeliveries(job);
    expect((await jobsFor(delivery.id)).length).toBe(1);
  });

  it('are parked after two days', async () => {
    const { delivery, caseId } = await planned();
    await tellBackOffice(job, delivery.id, going);
    await age(delivery.id, 49);
    await retellDeliveries(job);
    expect(await onlyDelivery(caseId)).toMatchObject({ state: 'parked', lastError: 'never-fetched' });
  });
});

const age = (deliveryId: string, hours: number) =>
  asOwner((client) =>
    client.query(
      `update delivery set created_at = created_at - make_interval(hours => $2),
         next_tell_at = now() - interval '1 hour' where id = $1`,
      [deliveryId, hours],
    ),
  );
