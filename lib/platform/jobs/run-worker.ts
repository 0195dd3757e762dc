import 'server-only';
import { EventEmitter } from 'node:events';
import {
  Logger,
  makeWorkerUtils,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerUtils,
} from 'graphile-worker';
import { disconnect } from '../db';
import { env } from '../env';
import { log } from '../log';
import { spanOf, traced } from '../trace';
import { type Handler, handlers, schedule } from './handlers';
import { beat, deadAmong, endBeat, HEARTBEAT_EVERY_MS } from './heartbeat';

export interface RunningWorker {
  /** takes no new jobs, lets the running ones finish, says good-bye */
  stop(): Promise<void>;
  /** settles when the worker has ended, whoever ended it */
  ended: Promise<void>;
}

/** Jobs that are under way when the worker is asked to stop get this long before their signal is raised. */
const FINISH_WITHIN_MS = 4_000;

/**
 * Runs jobs until it is stopped. New ones are told of by LISTEN/NOTIFY, so that at rest a job begins within milliseconds
 * of the commit that left it. Several workers may run: PostgreSQL hands out each job once.
 */
export async function runWorker(): Promise<RunningWorker> {
  const connectionString = env().DATABASE_WORKER_URL;
  if (!connectionString)
    throw new Error('DATABASE_WORKER_URL is missing: the worker has a database role of its own');

  // The pool's id, which stands on each job it holds, is made up inside; the event is the documented way to learn it.
  const events: WorkerEvents = new EventEmitter();
  const poolId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  tellOfFailures(events);
  const logger = quietLogger();
  const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 2, logger });
  const runner = await run({
    connectionString,
    concurrency: env().WORKER_CONCURRENCY,
    maxPoolSize: env().WORKER_CONCURRENCY + 2,
    // New jobs are told of; this is for retries that fall due, and for the case that a notice is lost.
    pollInterval: 1_000,
    gracefulShutdownAbortTimeout: FINISH_WITHIN_MS,
    noHandleSignals: true,
    events,
    logger,
    taskList: { ...taskList(), 'tidy-job-queues': () => utils.cleanup({ tasks: ['GC_JOB_QUEUES'] }) },
    parsedCronItems: parseCronItems([
      ...schedule.map((item) => ({
        ...item,
        options: { backfillPeriod: 24 * 60 * 60_000, ...item.options },
      })),
      // Each case has queues of its own; empty ones are swept out, or picking the next job grows slow.
      { task: 'tidy-job-queues', match: '*/30 * * * *' },
    ]),
  });
  const workerId = await poolId;
  const pulse = startPulse(workerId, utils);
  log.info({ workerId }, 'worker started');

  let stopping: Promise<void> | undefined;
  const leave = async () => {
    clearInterval(pulse);
    await endBeat(workerId).catch((error) => log.warn({ err: error }, 'good-bye could not be said'));
    await utils.release();
    await disconnect();
    log.info({ workerId }, 'worker ended');
  };
  const ended = runner.promise.then(leave, async (error) => {
    await leave();
    throw error;
  });
  return {
    ended,
    stop: () => {
      stopping ??= runner.stop().then(() => ended);
      return stopping;
    },
  };
}

function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      (payload: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
        guarded(task, handler, payload, abortSignal),
    ]),
  );
}

/**
 * graphile-worker writes a failed job's error into its table, in the open. What it gets is a code: messages may quote
 * rows or other systems' answers. The error itself goes to the log, which leaves its message out too.
 */
async function guarded(task: string, handler: Handler, payload: unknown, signal: AbortSignal): Promise<void> {
  try {
    await traced(`job ${task}`, { kind: 'job', within: spanOf(payload) }, () => handler(payload, signal));
  } catch (error) {
    log.warn({ err: error, task }, 'job failed, to be tried again');
    const code = error instanceof Error ? error.name : typeof error;
    const plain = new Error(`${task}: ${code}`);
    delete plain.stack;
    throw plain;
  }
}

function tellOfFailures(events: WorkerEvents): void {
  events.on('job:failed', ({ job }) => {
    log.error(
      { task: job.task_identifier, jobId: job.id, attempts: job.attempts },
      'job given up: a person must look',
    );
  });
  events.on('pool:listen:error', () => log.warn('the database does not tell of new jobs; trying again'));
}

/** graphile-worker's own words: only what went wrong with itself. Jobs' failures are told by `guarded`. */
function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) {
      log.error({ source: 'graphile-worker' }, message);
    }
  });
}

/**
 * Shows that this worker lives, and gives back the jobs of those that don't. graphile-worker itself waits four hours
 * before it takes over from a worker that was killed; a resident's receipt doesn't wait that long.
 */
function startPulse(workerId: string, utils: WorkerUtils): NodeJS.Timeout {
  const once = async () => {
    try {
      await beat(workerId);
      await releaseDead(utils);
    } catch (error) {
      log.warn({ err: error }, 'heartbeat failed');
    }
  };
  void once();
  return setInterval(once, HEARTBEAT_EVERY_MS);
}

async function releaseDead(utils: WorkerUtils): Promise<void> {
  const { rows } = await utils.withPgClient((client) =>
    // A worker that has just started may hold a job before its first heartbeat: jobs taken just now prove nothing.
    client.query<{ locked_by: string }>(
      `select locked_by from graphile_worker.jobs where locked_by is not null
        group by locked_by having max(locked_at) < now() - interval '10 seconds'`,
    ),
  );
  const dead = await deadAmong(rows.map(({ locked_by }) => locked_by));
  if (dead.length === 0) return;
  await utils.forceUnlockWorkers(dead);
  log.warn({ workers: dead.length }, 'jobs of workers that died are given back');
}
