import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { createSubmitted, createSystem, type Receiver, startReceiver } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { read, write } from '../db';
import { getHealth } from '../health';
import { enqueueInTx } from './enqueue';
import { handlers } from './handlers';
import { type RunningWorker, runWorker } from './run-worker';
import { subscriptions } from './subscriptions';

const tenantId = 'granvik';
const job = { kind: 'job', tenantId, job: 'test' } as const;

let receiver: Receiver;
let worker: RunningWorker;

beforeAll(async () => {
  receiver = await startReceiver();
  await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
afterAll(async () => {
  await worker?.stop();
  await receiver.close();
});

const until = async (isSo: () => Promise<boolean> | boolean, withinMs: number) => {
  const limit = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error(`It did not come about within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const asWorker = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  asOwner(async (client) => {
    await client.query('set role minasidor_worker');
    return (await client.query(sql, values)).rows as T[];
  });

describe('the registry of jobs', () => {
  it('has a handler for everything that an event sets going', () => {
    for (const task of new Set(Object.values(subscriptions).flat()))
      expect(Object.keys(handlers)).toContain(task);
  });
});

describe('a worker', () => {
  it('shows that it lives', async () => {
    expect(await getHealth()).toMatchObject({ status: 'degraded', database: 'ok', worker: 'down' });
    worker = await runWorker();
    await until(async () => (await getHealth()).worker === 'ok', 5_000);
    expect(await getHealth()).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it('begins within 300 ms of the commit that leaves a job', async () => {
    const application = await createSubmitted(tenantId);
    const delays: number[] = [];
    for (let round = 0; round < 5; round++) {
      const heardBefore = receiver.heard.length;
      const { caseId } = round === 0 ? application : await createSubmitted(tenantId);
      const { applicationId } = (await read(job, (tx) =>
        tx.case.findFirstOrThrow({ where: { tenantId, id: caseId }, select: { applicationId: true } }),
      )) as { applicationId: string };
      await planDelivery(job, { caseId, applicationId });
      const committedAt = performance.now();
      await until(() => receiver.heard.length > heardBefore, 5_000);
      delays.push((receiver.heard.at(-1)?.at ?? 0) - committedAt);
    }
    // The middle of five: one slow moment of a busy test machine proves nothing.
    expect(delays.toSorted((a, b) => a - b)[2]).toBeLessThan(300);
  });

  it('does not keep what a failed job said: only which, and of what kind', async () => {
    await write(job, (tx) =>
      enqueueInTx(tx, {
        task: 'tell-back-office',
        payload: { tenantId, deliveryId: 'not-an-id' },
        key: 'wrong',
      }),
    );
    const failed = () =>
      asWorker<{ last_error: string | null }>(
        "select last_error from graphile_worker.jobs where key = 'wrong'",
      );
    await until(async () => (await failed())[0]?.last_error != null, 5_000);
    expect((await failed())[0]?.last_error).toBe('tell-back-office: ZodError');
  });

  it('takes over the jobs of a worker that was killed, and leaves those of one that lives', async () => {
    const killed = await createSubmitted(tenantId);
    const alive = await createSubmitted(tenantId);
    // Two jobs as two other workers hold them: one gave its last sign of life a while ago, the other just now.
    const hold = async (
      holder: string,
      { caseId, applicationId }: { caseId: string; applicationId: string },
    ) => {
      await write(job, (tx) =>
        enqueueInTx(tx, {
          task: 'plan-delivery',
          payload: { tenantId, caseId, applicationId, eventType: 'applications.submitted' },
          queue: `plan-delivery:${caseId}`,
          key: `held:${caseId}`,
          runAt: new Date(Date.now() + 3_600_000),
        }),
      );
      await asWorker(
        `with j as (update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute',
             run_at = now(), attempts = 1 where key = $2 returning job_queue_id)
           update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() - interval '1 minute'
            where id in (select job_queue_id from j)`,
        [holder, `held:${caseId}`],
      );
    };
    await asOwner((client) =>
      client.query(
        "insert into worker_heartbeat values ('pool-killed', now() - interval '20 seconds'), ('pool-alive', now())",
      ),
    );
    await hold('pool-alive', alive);
    await hold('pool-killed', killed);
    const isPlanned = async ({ caseId }: { caseId: string }) =>
      (await read(job, (tx) => tx.delivery.count({ where: { tenantId, caseId } }))) === 1;
    await until(() => isPlanned(killed), 12_000);
    expect(await isPlanned(alive)).toBe(false);
  });

  it('says good-bye when it stops', async () => {
    await worker.stop();
    const { rows } = await asOwner((client) =>
      client.query("select 1 from worker_heartbeat where worker_id not in ('pool-killed', 'pool-alive')"),
    );
    expect(rows).toEqual([]);
  });
});
