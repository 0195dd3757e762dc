import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import packageJson from '@/package.json';
import { isAnyWorkerAlive } from './jobs/heartbeat';
import { log } from './log';

export interface Health {
  /** degraded: pages work, but nothing is delivered or sent until a worker is back */
  status: 'ok' | 'degraded' | 'down';
  database: 'ok' | 'down';
  worker: 'ok' | 'down';
  version: string;
}

// Monitoring asks often and must get an answer while the database hangs.
const PATIENCE_MS = 2_000;

export async function getHealth(): Promise<Health> {
  const version = packageJson.version;
  const patience = new AbortController();
  try {
    const isAlive = await Promise.race([
      isAnyWorkerAlive(),
      wait(PATIENCE_MS, undefined, { signal: patience.signal, ref: false }).then(() => {
        throw new Error('The database did not answer in time');
      }),
    ]);
    return isAlive
      ? { status: 'ok', database: 'ok', worker: 'ok', version }
      : { status: 'degraded', database: 'ok', worker: 'down', version };
  } catch (error) {
    log.warn({ err: error }, 'health: the database does not answer');
    // Whether a worker lives is unknown then, and it can do nothing either.
    return { status: 'down', database: 'down', worker: 'down', version };
  } finally {
    patience.abort();
  }
}
