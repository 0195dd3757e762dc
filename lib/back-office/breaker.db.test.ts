import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { ask, tokenFor } from '@/lib/testing/api-calls';
import {
  createSubmitted,
  createSystem,
  type Receiver,
  startReceiver,
  type TestSystem,
} from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { setBackOfficeGoing } from './commands/set-back-office-going';
import { tellBackOffice } from './commands/tell-back-office';
import { tryBackOffice } from './commands/try-back-office';
import { listSystems } from './queries/list-systems';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const going = { signal: new AbortController().signal };
const MINUTE = 60_000;

let receiver: Receiver;
let system: TestSystem;

beforeAll(async () => {
  receiver = await startReceiver();
});
beforeEach(async () => {
  receiver.answer(204);
  receiver.heard.length = 0;
  await asOwner((client) => client.query('update back_office_system set active = false'));
  system = await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
afterAll(() => receiver.close());

const set = (sql: string, values: unknown[] = []) => asOwner((client) => client.query(sql, values));
const jobs = (pattern: string) =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    const { rows } = await client.query<{ key: string; run_at: Date }>(
      'select key, run_at from graphile_worker.jobs where key like $1 order by run_at',
      [pattern],
    );
    return rows;
  });
const breaker = () =>
  read(job, (tx) =>
    tx.backOfficeBreaker.findUnique({ where: { tenantId_systemId: { tenantId, systemId: system.id } } }),
  );
const delivery = (id: string) =>
  read(job, (tx) =>
    tx.delivery.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } }, include: { tries: true } }),
  );

async function planned(): Promise<string> {
  const { caseId } = await createSubmitted(tenantId);
  await planDelivery(job, { caseId, applicationId: newId() });
  const found = await read(job, (tx) => tx.delivery.findFirstOrThrow({ where: { tenantId, caseId } }));
  return found.id;
}
const tell = (id: string) => tellBackOffice(job, id, going);
const isDue = () =>
  set("update back_office_breaker set try_at = now() - interval '1 second' where system_id = $1", [
    system.id,
  ]);

/** Five deliveries that the system answered wrongly: it is spared from then on. */
async function spared(): Promise<string[]> {
  receiver.answer(503);
  const ids = await Promise.all(Array.from({ length: 5 }, planned));
  for (const id of ids) await tell(id);
  expect((await breaker())?.state).toBe('open');
  receiver.heard.length = 0;
  return ids;
}

describe('a system to which nothing gets through', () => {
  it('is not told of more, which is no try of theirs, and is said to be waited for', async () => {
    await spared();
    const id = await planned();
    await tell(id);
    expect(receiver.heard).toEqual([]);
    const { nextTellAt, ...after } = await delivery(id);
    expect(after).toMatchObject({ state: 'waiting', attempts: 0, lastError: null, tries: [] });
    const [next] = await jobs(`tell:${id}`);
    expect(next?.run_at).toEqual(nextTellAt);
    expect((nextTellAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(7 * MINUTE);
    const [knock] = await jobs(`try:${system.id}`);
    expect(knock?.run_at).toEqual((await breaker())?.tryAt);
    const admin = { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'H' } as const;
    const shown = (await listSystems(admin)).find((one) => one.id === system.id);
    expect(shown?.spared).toEqual({ since: (await breaker())?.openedAt, tryAt: knock?.run_at });
  });

  it('holds up no other system', async () => {
    await spared();
    await set('update back_office_system set active = false where id = $1', [system.id]);
    const other = await startReceiver();
    await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: other.url });
    const id = await planned();
    await tell(id);
    expect(other.heard).toHaveLength(1);
    await other.close();
  });

  it('is not one where a single delivery fails, however often, nor one that just won’t have it', async () => {
    receiver.answer(503);
    const id = await planned();
    for (let times = 0; times < 8; times += 1) await tell(id);
    expect(await breaker()).toMatchObject({ state: 'closed', failedIds: [id] });
    receiver.answer(422);
    for (const one of await Promise.all(Array.from({ length: 6 }, planned))) await tell(one);
    expect(await breaker()).toMatchObject({ state: 'closed', failedIds: [] });
    expect(receiver.heard).toHaveLength(14);
  });

  it('is tried with one at a time when its pause is over, and longer after the next', async () => {
    const ids = await spared();
    await isDue();
    await Promise.all([tell(ids[0] ?? ''), tell(ids[1] ?? ''), tell(await planned())]);
    expect(receiver.heard).toHaveLength(1);
    const after = await breaker();
    expect(after).toMatchObject({ state: 'open', tries: 1 });
    const pause = (after?.tryAt?.getTime() ?? 0) - Date.now();
    expect(pause).toBeGreaterThan(20_000);
    expect(pause).toBeLessThan(38_000);
  });

  it('is tried with what has been tried least, and of that the oldest', async () => {
    await spared();
    const [older] = [await planned(), await planned()];
    await set("delete from graphile_worker._private_jobs where key like 'tell:%'");
    await tryBackOffice(job, system.id);
    expect((await jobs('tell:%')).map(({ key }) => key)).toEqual([`tell:${older}`]);
    await set("update back_office_breaker set state = 'closed', opened_at = null, try_at = null");
    await set("delete from graphile_worker._private_jobs where key like 'tell:%'");
    await tryBackOffice(job, system.id);
    expect(await jobs('tell:%')).toEqual([]);
  });

  it('is tried at once when it asks for a token: it is back', async () => {
    await spared();
    await tokenFor(system);
    const [knock] = await jobs(`try:${system.id}`);
    expect((knock?.run_at.getTime() ?? 0) - Date.now()).toBeLessThan(1_000);
    receiver.answer(204);
    const id = await planned();
    await tell(id);
    expect((await delivery(id)).state).toBe('told');
  });

  it('is tried at once when it calls with a token that it has still', async () => {
    const token = await tokenFor(system);
    await spared();
    expect((await breaker())?.tryAt?.getTime()).toBeGreaterThan(Date.now() + 5_000);
    await ask('GET', '/deliveries', { token });
    expect((await breaker())?.tryAt?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('has its deliveries given up when their time is up, and not before', async () => {
    await spared();
    const id = await planned();
    await set("update delivery set created_at = now() - interval '47 hours' where id = $1", [id]);
    await tell(id);
    expect((await delivery(id)).state).toBe('waiting');
    await set("update delivery set created_at = now() - interval '49 hours' where id = $1", [id]);
    await tell(id);
    expect(await delivery(id)).toMatchObject({ state: 'parked', lastError: 'held-back', attempts: 0 });
    expect(receiver.heard).toEqual([]);
  });
});

describe('a system that is back', () => {
  it('is told of all that waits, the first of each case, oldest first and a few at a time', async () => {
    const ids = await spared();
    const { caseId } = await delivery(ids[0] ?? '');
    await planDelivery(job, { caseId: caseId ?? '', partId: newId() });
    await set(
      `insert into delivery (tenant_id, id, system_id, order_id, kind, ref_id, state, created_at, next_tell_at)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), 'message', gen_random_uuid(), 'waiting',
              now() + n * interval '1 second', now() + interval '10 minutes' from generate_series(1, 200) as n`,
      [tenantId, system.id],
    );
    // However long that took: none of those that failed has had its own next try yet.
    await set(
      "update delivery set next_tell_at = now() + interval '10 minutes' where system_id = $1 and state = 'waiting'",
      [system.id],
    );
    await isDue();
    receiver.answer(204);
    await tell(ids[4] ?? '');
    expect(await breaker()).toMatchObject({ state: 'closed', openedAt: null, tryAt: null, tries: 0 });
    expect(await jobs(`set-going:${system.id}`)).toHaveLength(1);
    await set("delete from graphile_worker._private_jobs where key like 'tell:%'");
    await setBackOfficeGoing(job, system.id);
    const told = await jobs('tell:%');
    // Four that failed and 200 that waited; the fifth has been told, and what comes second in a case waits for the first.
    expect(told).toHaveLength(204);
    const waves = [...Map.groupBy(told, ({ run_at }) => run_at.getTime()).values()];
    expect(waves.map((wave) => wave.length)).toEqual([100, 100, 4]);
    expect(waves[0]?.map(({ key }) => key)).toEqual(
      expect.arrayContaining(ids.slice(0, 4).map((id) => `tell:${id}`)),
    );
  });

  it('that is gone again is left until it is back', async () => {
    await spared();
    await set("delete from graphile_worker._private_jobs where key like 'tell:%'");
    await setBackOfficeGoing(job, system.id);
    expect(await jobs('tell:%')).toEqual([]);
  });
});
