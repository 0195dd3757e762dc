import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureOwnedDatabase, withClient } from '@/scripts/lib/database';
import { findFreePorts } from '@/scripts/lib/ports';
import { startPostgres, stopLeftoverPostgres } from '@/scripts/lib/postgres';
import { commandOf, runNode } from '@/scripts/lib/processes';

export const TEMPLATE = 'mina_sidor_template';

export interface TestServer {
  /** a superuser's address of one database */
  url(database: string): string;
  roleSecret: string;
  ownerPassword: string;
  stop(): Promise<void>;
}

/** A PostgreSQL for one test run: fast, and gone afterwards. */
export async function startTestServer(): Promise<TestServer> {
  const runs = resolve(process.env.DATA_DIR ?? '.data', 'test');
  await removeDeadRuns(runs);
  const folder = join(runs, `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const ports = await findFreePorts(40_000 + (process.pid % 1000) * 20);
  const server = await startPostgres({
    folder: join(folder, 'postgres'),
    port: ports.postgres,
    password: randomBytes(16).toString('base64url'),
    logFile: join(folder, 'postgres.log'),
    isThrowaway: true,
  });
  return {
    url: server.url,
    roleSecret: randomBytes(32).toString('base64url'),
    ownerPassword: randomBytes(16).toString('base64url'),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its folder, and perhaps its database server. */
async function removeDeadRuns(runs: string): Promise<void> {
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1]);
    if (!pid || commandOf(pid)?.includes('node')) continue;
    await stopLeftoverPostgres(join(runs, name, 'postgres'));
    rmSync(join(runs, name), { recursive: true, force: true });
  }
}

/** The database that all others are copied from: migrated, with reference data, without people. */
export async function prepareTemplate(server: TestServer, settings: Record<string, string>): Promise<void> {
  const databaseUrl = await ensureOwnedDatabase(server.url, TEMPLATE, server.ownerPassword);
  const env = {
    ...process.env,
    ...settings,
    DATABASE_URL: databaseUrl,
    DATABASE_ROLE_SECRET: server.roleSecret,
    DATABASE_APP_URL: '',
    DATABASE_WORKER_URL: '',
  };
  const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
  await runNode([...tsx, 'scripts/migrate.ts'], { env });
  await runNode([...tsx, 'scripts/seed.ts', '--reference-data-only'], { env });
}

/** Makes a database anew as a copy of the template, and gives its owner's address. */
export async function copyTemplate(
  superuserUrl: string,
  ownerPassword: string,
  name: string,
): Promise<string> {
  await withClient(superuserUrl, async (client) => {
    const database = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} template ${TEMPLATE} owner minasidor_owner`);
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  url.username = 'minasidor_owner';
  url.password = ownerPassword;
  // Grants on a database are not copied with it.
  await withClient(url.href, (client) => client.query(readFileSync('prisma/roles.sql', 'utf8')));
  return url.href;
}
