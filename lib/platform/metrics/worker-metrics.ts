import 'server-only';
import { now } from '../clock';
import { outsideTenants, read } from '../db';
import { MISSED_AFTER_MS } from '../jobs/heartbeat';
import type { Metric } from './metric';

interface JobCounts {
  task: string;
  due: bigint;
  later: bigint;
  failed: bigint;
  oldest_due: Date | null;
}

/** How it goes with the worker's jobs and the workers themselves, over all municipalities. */
export async function workerMetrics(): Promise<Metric[]> {
  // Of no municipality: all that it sees is the function, which counts by task and tells nothing else.
  const jobs = await read(
    { tenantId: '' },
    (tx) => tx.$queryRaw<JobCounts[]>`select task, due, later, failed, oldest_due from job_queue.counts()`,
  );
  const beats = await outsideTenants((db) => db.workerHeartbeat.findMany({ select: { seenAt: true } }));
  const at = now().getTime();
  const silence = beats.map(({ seenAt }) => at - seenAt.getTime());
  return [
    {
      name: 'minasidor_jobs',
      help: 'Jobs by task: due now, later, or failed (given up, a person must look).',
      type: 'gauge',
      samples: jobs.flatMap(({ task, ...counts }) =>
        (['due', 'later', 'failed'] as const).map((state) => ({
          labels: { task, state },
          value: Number(counts[state]),
        })),
      ),
    },
    {
      name: 'minasidor_job_oldest_due_seconds',
      help: 'How long the oldest job that is due has waited for a worker, by task.',
      type: 'gauge',
      samples: jobs.flatMap(({ task, oldest_due: due }) =>
        due ? [{ labels: { task }, value: seconds(at - due.getTime()) }] : [],
      ),
    },
    {
      name: 'minasidor_workers',
      help: 'Workers that have shown themselves within half a minute.',
      type: 'gauge',
      samples: [{ labels: {}, value: silence.filter((ms) => ms <= MISSED_AFTER_MS).length }],
    },
    {
      name: 'minasidor_worker_silence_seconds',
      help: 'Since any worker last showed itself.',
      type: 'gauge',
      samples: silence.length === 0 ? [] : [{ labels: {}, value: seconds(Math.min(...silence)) }],
    },
  ];
}

const seconds = (ms: number): number => Math.max(0, ms / 1_000);
