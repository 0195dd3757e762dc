// The floor of bench -- delivery: graphile-worker itself, with jobs that do nothing, as many side by side as our worker
// runs. A job's payload is when it was left; its worker tells how long that is ago.
import { Logger, makeWorkerUtils, run } from 'graphile-worker';

/** A job that was done: when, and how long after it was left. */
export interface BareJob {
  at: number;
  delay: number;
}

const [role = ''] = process.argv.slice(2);
const connectionString = process.env.BARE_URL ?? '';
const schema = 'bare_worker';
const logger = new Logger(() => () => {});

if (role === 'worker') {
  const concurrency = Number(process.env.WORKER_CONCURRENCY ?? 6);
  const done: BareJob[] = [];
  await run({
    connectionString,
    schema,
    logger,
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: 1_000,
    noHandleSignals: true,
    taskList: {
      empty: async (payload) => {
        const at = Date.now();
        done.push({ at, delay: at - (payload as { at: number }).at });
      },
    },
  });
  process.on('message', () => process.send?.(done.splice(0)));
  process.send?.('ready');
} else {
  const utils = await makeWorkerUtils({ connectionString, schema, logger });
  await utils.migrate();
  process.on('message', async ({ jobs, everyMs }: { jobs: number; everyMs: number }) => {
    for (let n = 0; n < jobs; n++) {
      await utils.addJob('empty', { at: Date.now() }, { queueName: `queue-${n}` });
      if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    process.send?.('left');
  });
  process.send?.('ready');
}
process.once('disconnect', () => process.exit());
