// The worker: runs jobs until it is told to stop.

import { runWorker } from '@/lib/platform/jobs/run-worker';
import { log } from '@/lib/platform/log';

const worker = await runWorker();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    worker.stop().catch(() => process.exit(1));
    // What still runs after this is taken over by another worker, or by this one when it is back.
    setTimeout(() => process.exit(1), 8_000).unref();
  });
}
worker.ended.then(
  () => process.exit(0),
  (error) => {
    log.error({ err: error }, 'worker ended by an error');
    process.exit(1);
  },
);
