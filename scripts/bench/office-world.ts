import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import type { TestSystem } from '@/lib/testing/back-office-world';
import { withClient } from '../lib/database';
import { findFreePorts } from '../lib/ports';
import { stopLeftoverPostgres } from '../lib/postgres';
import { type KeptProcess, keepRunning } from '../lib/processes';
import { ensureSecrets } from '../lib/secrets';
import { type Part, type Stack, startStack } from '../lib/stack';
import type { OfficeState } from './chaos-compare';
import { ask, child } from './children';
import type { Manner } from './office-process';

/** A portal, its worker and its PostgreSQL, all of processes that can be killed; residents; and a case system. */
export interface OfficeWorld {
  stack: Stack;
  dataDir: string;
  residents: ChildProcess;
  office: KeptProcess;
  behave(as: Manner, forMs: number): Promise<void>;
  /** null while it does not answer */
  officeState(): Promise<OfficeState | null>;
  /** as the database's owner */
  sql<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** also behind the queue's own door */
  superuserSql<T>(work: (client: Client) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function startOfficeWorld(
  name: string,
  settings: Record<string, string> = {},
  parts: readonly Part[] = ['portal', 'worker'],
): Promise<OfficeWorld> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'bench', name);
  // Nothing of an earlier run: what is counted is this one's.
  await stopLeftoverPostgres(join(dataDir, 'postgres'));
  await rm(dataDir, { recursive: true, force: true });
  const stops: (() => unknown)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const ports = await findFreePorts(5400);
    const stack = await startStack({
      appEnv: 'test',
      ports,
      dataDir,
      parts,
      settings: { LOG_LEVEL: 'error', BACK_OFFICE_CALLS_PER_MINUTE: '1000000', ...settings },
    });
    stops.push(stack.stop);
    const sql: OfficeWorld['sql'] = (work) => withClient(stack.databaseUrl ?? '', work);
    await sql((client) => client.query(`update back_office_system set services = '{}'`));
    const residents = child('scripts/bench/chaos-residents.ts', stack.settings);
    stops.push(() => residents.kill());
    const address = `http://127.0.0.1:${ports.backOffice}`;
    const system = await ask<TestSystem>(residents, { do: 'connect', address: `${address}/webhooks` });
    const office = await keepRunning({
      name: 'office',
      args: ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'scripts/bench/office-process.ts'],
      env: {
        ...(process.env as Record<string, string>),
        API: `http://127.0.0.1:${ports.portal}/api/back-office/v1`,
        CLIENT_ID: system.clientId,
        CLIENT_SECRET: system.clientSecret,
        OFFICE_STORE: join(dataDir, 'office.sqlite'),
        OFFICE_PORT: String(ports.backOffice),
      },
      logFile: join(dataDir, 'logs', 'office.log'),
    });
    stops.push(office.stop);
    // Here they are killed more often than anything is that is worth starting again.
    for (const kept of [...parts.map(stack.process), office])
      kept.onGivenUp(() => setTimeout(kept.start, 1_000));
    return {
      stack,
      dataDir,
      residents,
      office,
      behave: async (as, forMs) => {
        await fetch(`${address}/behave?as=${as}&for=${forMs}`, { method: 'POST' }).catch(() => {});
      },
      officeState: () =>
        fetch(`${address}/state`).then(
          (answer) => answer.json() as Promise<OfficeState>,
          () => null,
        ),
      sql,
      superuserSql: async (work) => {
        const { POSTGRES_PASSWORD } = await ensureSecrets(dataDir);
        const url = new URL(stack.databaseUrl ?? '');
        url.username = 'postgres';
        url.password = POSTGRES_PASSWORD;
        return withClient(url.href, work);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
