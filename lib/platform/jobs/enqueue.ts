import 'server-only';
import type { Tx } from '../db';
import { traceparent } from '../trace';

export interface NewJob {
  task: string;
  /** ids only: a job's payload is readable to whoever operates the queue */
  payload: Record<string, string | number>;
  /** jobs of one queue run in order, one at a time */
  queue?: string | undefined;
  /** a second job with the same key replaces the waiting first */
  key?: string | undefined;
  runAt?: Date | undefined;
  /** 25 tries is about three days with graphile-worker's growing pauses */
  maxAttempts?: number | undefined;
}

/** Leaves a job to the worker; it exists if, and only if, the transaction commits. */
export async function enqueueInTx(tx: Tx, job: NewJob): Promise<void> {
  await tx.$executeRaw`select job_queue.add(
    ${job.task}, ${JSON.stringify({ ...job.payload, ...traceparent() })}::json, ${job.queue ?? null}, ${job.key ?? null},
    ${job.runAt ?? null}::timestamptz, ${job.maxAttempts ?? 25}::int)`;
}

/** As enqueueInTx, thousands at a time: one statement. */
export async function enqueueManyInTx(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ runAt, maxAttempts, ...job }) => ({
    ...job,
    run_at: runAt ?? null,
    max_attempts: maxAttempts ?? 25,
  }));
  await tx.$executeRaw`
    select job_queue.add(j.task, j.payload, j.queue, j.key, j.run_at, j.max_attempts)
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as j(task text, payload json, queue text, key text, run_at timestamptz, max_attempts int)`;
}
