// The worker: runs jobs until it is told to stop. `npm start` starts one and gives it its settings; by itself
// (`npm run worker`) it is one more, with the settings of the portal beside it.
import { giveUp } from './lib/progress';

if (!process.env.STARTED_BY) {
  process.env.PROCESS_NAME = 'worker';
  const { takeOwnSettings } = await import('./lib/own-settings');
  await takeOwnSettings().catch(giveUp);
}
// Only now: the log takes its settings when it is loaded.
const { runWorker } = await import('@/lib/platform/jobs/run-worker');
const { log } = await import('@/lib/platform/log');
const { startTracing } = await import('@/lib/platform/start-tracing');

const sendSpans = await startTracing('worker');
const worker = await runWorker();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    worker.stop().catch(() => process.exit(1));
    // What still runs after this is taken over by another worker, or by this one when it is back.
    setTimeout(() => process.exit(1), 8_000).unref();
  });
}
worker.ended.then(
  () => sendSpans().finally(() => process.exit(0)),
  (error) => {
    log.error({ err: error }, 'worker ended by an error');
    process.exit(1);
  },
);
