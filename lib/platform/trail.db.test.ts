import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { aJob, createPersonInTx } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { auditInTx } from './audit';
import { read, type Tx, write } from './db';
import { emitInTx } from './events';
import { enqueueInTx, enqueueManyInTx } from './jobs/enqueue';

const tenantId = 'granvik';
const actor = aJob(tenantId);

const auditsOf = (objectId: string) =>
  read(actor, (tx) =>
    tx.auditEntry.findMany({
      where: { tenantId, objectId },
      orderBy: { id: 'asc' },
      select: { action: true, reason: true },
    }),
  );
const eventsOf = (caseId: string) =>
  read(actor, (tx) =>
    tx.domainEvent.findMany({
      where: { tenantId, payload: { path: ['caseId'], equals: caseId } },
      orderBy: { id: 'asc' },
      select: { type: true, payload: true },
    }),
  );

describe('what a deed leaves behind', () => {
  it('stands when the deed stands: each entry, and the events in the order in which they happened', async () => {
    const caseId = newId();
    await write(actor, async (tx) => {
      const personId = await createPersonInTx(tx, tenantId);
      for (const action of ['test.one', 'test.two']) {
        await auditInTx(tx, actor, { action, objectType: 'case', objectId: caseId, reason: 'GRA-2026-1' });
      }
      for (let nth = 0; nth < 30; nth++) {
        await emitInTx(tx, actor, {
          type: 'cases.phase-changed',
          payload: { caseId, personId, phase: `${nth}` },
        });
      }
    });
    expect(await auditsOf(caseId)).toEqual([
      { action: 'test.one', reason: 'GRA-2026-1' },
      { action: 'test.two', reason: 'GRA-2026-1' },
    ]);
    const nths = (await eventsOf(caseId)).map(({ payload }) => (payload as { phase: string }).phase);
    expect(nths).toEqual(Array.from({ length: 30 }, (_, nth) => `${nth}`));
  });

  it('is nothing when the deed is taken back', async () => {
    const caseId = newId();
    const failing = write(actor, async (tx) => {
      await auditInTx(tx, actor, { action: 'test.fails', objectType: 'case', objectId: caseId });
      await emitInTx(tx, actor, { type: 'cases.officer-changed', payload: { caseId, personId: newId() } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await auditsOf(caseId), await eventsOf(caseId)]).toEqual([[], []]);
  });

  it('keeps words with half a character in them, as somebody hostile sends', async () => {
    const objectId = newId();
    const hostile = { action: 'test.hostile', objectType: 'case', objectId, reason: 'a\ud800b' };
    await write(actor, (tx) => auditInTx(tx, actor, hostile));
    expect(await auditsOf(objectId)).toEqual([{ action: 'test.hostile', reason: 'a\ufffdb' }]);
  });

  it('has nowhere to be gathered in a transaction that only reads', async () => {
    const auditIn = (tx: Tx) => auditInTx(tx, actor, { action: 'test.nowhere' });
    await expect(read(actor, auditIn)).rejects.toThrow('not begun by `write`');
  });

  it('is refused where it comes after all the rest, from what nobody waited for', async () => {
    let late: Tx | undefined;
    await write(actor, async (tx) => {
      late = tx;
      await auditInTx(tx, actor, { action: 'test.in-time' });
    });
    await expect(auditInTx(late as Tx, actor, { action: 'test.late' })).rejects.toThrow('would be lost');
  });

  it('has jobs with their time, tries and key: a second with the same replaces the first', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    const job = {
      task: 'scan-file',
      payload: { tenantId, fileId: newId() },
      key: `trail-test:${newId()}`,
      runAt,
    };
    await write(actor, (tx) => enqueueInTx(tx, job));
    await write(actor, async (tx) => {
      await enqueueInTx(tx, job);
      await enqueueInTx(tx, { ...job, maxAttempts: 3 });
    });
    const { rows } = await asOwner((client) =>
      client.query('select run_at, max_attempts, task_identifier from graphile_worker.jobs where key = $1', [
        job.key,
      ]),
    );
    expect(rows).toEqual([{ run_at: runAt, max_attempts: 3, task_identifier: 'scan-file' }]);
  });

  it('keeps the order of jobs of one queue, with those of others between them', async () => {
    const [one, other] = [`trail-test:${newId()}`, `trail-test:${newId()}`];
    const queues = [one, other, one, undefined, one, other, undefined, other];
    const jobs = queues.map((queue, at) => ({ task: 'scan-file', payload: { tenantId, at }, queue }));
    await write(actor, (tx) => enqueueManyInTx(tx, jobs));
    const { rows } = await asOwner((client) =>
      client.query<{ at: string[] }>(
        `select array_agg(payload ->> 'at' order by j.run_at, j.id) at
           from graphile_worker._private_jobs j join graphile_worker._private_job_queues q on q.id = j.job_queue_id
          where q.queue_name in ($1, $2) group by q.queue_name order by q.queue_name = $2`,
        [one, other],
      ),
    );
    expect(rows.map(({ at }) => at)).toEqual([
      ['0', '2', '4'],
      ['1', '5', '7'],
    ]);
  });
});
