import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { citySources, ensureDatabaseClient } from '../lib/build';
import { ensureOwnedDatabase, withClient } from '../lib/database';
import { findFreePorts, type Ports } from '../lib/ports';
import { startPostgres } from '../lib/postgres';
import { ensureSecrets, type Secrets } from '../lib/secrets';

export interface BenchServer {
  ports: Ports;
  dataDir: string;
  secrets: Secrets;
  /** the owner's address of a database of this server, made if missing */
  database(name: string): Promise<string>;
  superuser(database: string): string;
  stop(): Promise<void>;
}

/** A PostgreSQL of the measurements' own, apart from the demo's and the tests'; its cities stay for the next run. */
export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'bench');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  await ensureDatabaseClient();
  const secrets = await ensureSecrets(dataDir);
  // Two portals side by side are measured on: their ports follow.
  const ports = await findFreePorts(5300);
  const postgres = await startPostgres({
    folder: join(dataDir, 'postgres'),
    port: ports.postgres,
    password: secrets.POSTGRES_PASSWORD,
    logFile: join(dataDir, 'logs', 'postgres.log'),
  });
  return {
    ports,
    dataDir,
    secrets,
    superuser: postgres.url,
    database: (name) => ensureOwnedDatabase(postgres.url, name, secrets.POSTGRES_OWNER_PASSWORD),
    stop: postgres.stop,
  };
}

/** Whether a city's database holds that many people, by today's tables; not when its filling was interrupted. */
export function isFilled(databaseUrl: string, people: number): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query("select obj_description('public'::regnamespace) as note");
    return rows[0]?.note === noteOf(people);
  });
}

/** Written last of all, so that half a city is never taken for a whole one. */
export async function noteFilled(superuserUrl: string, people: number): Promise<void> {
  await withClient(superuserUrl, (client) => client.query(`comment on schema public is '${noteOf(people)}'`));
}

const noteOf = (people: number): string => `city of ${people}, ${citySources()}`;
