import 'server-only';
import type { Tx } from '../db';
import { traceparent } from '../trace';
import { trailOf } from '../trail';

type Payload = Record<string, string | number>;

export interface NewJob {
  task: string;
  /** ids only: a job's payload is readable to whoever operates the queue. A list is added to that of the waiting job with its key */
  payload: Payload | readonly Payload[];
  /** jobs of one queue run in order, one at a time */
  queue?: string | undefined;
  /** a second job with the same key replaces the waiting first */
  key?: string | undefined;
  runAt?: Date | undefined;
  /** 25 tries is about three days with graphile-worker's growing pauses */
  maxAttempts?: number | undefined;
}

/** Leaves a job to the worker; it exists if, and only if, the transaction commits. It goes on with the trace that left it. */
export const enqueueInTx = (tx: Tx, job: NewJob & { payload: Payload }): Promise<void> =>
  enqueueManyInTx(tx, [{ ...job, payload: { ...job.payload, ...traceparent() } }]);

/** As enqueueInTx, thousands at a time; each begins a trace of its own. */
export async function enqueueManyInTx(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  const { jobs: left } = trailOf(tx);
  for (const { maxAttempts = 25, ...job } of jobs) left.push({ ...job, maxAttempts });
}
