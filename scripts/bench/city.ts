import { databaseSettings, emptyDatabase, withClient } from '../lib/database';
import { runNode } from '../lib/processes';
import { elapsed, say, step } from '../lib/progress';
import { demoSettings } from '../lib/settings';
import { type BenchServer, isFilled, noteFilled, startBenchServer } from './bench-database';
import { type Bench, rounded } from './report';

export const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];

/** The settings of a portal on that city. */
export async function citySettings(
  server: BenchServer,
  databaseUrl: string,
): Promise<Record<string, string>> {
  return {
    ...(await demoSettings(server.ports, server.dataDir, server.secrets)),
    ...databaseSettings(databaseUrl, server.secrets.DATABASE_ROLE_SECRET),
    APP_ENV: 'test',
  };
}

/** Empties a database, and makes it one of the portal's: migrated, and with its reference data. */
export async function prepareDatabase(server: BenchServer, name: string, databaseUrl: string): Promise<void> {
  const settings = await citySettings(server, databaseUrl);
  await emptyDatabase(databaseUrl);
  await step(`Preparing ${name}`, async () => {
    // Empty addresses: the roles' passwords are made here, from the secret.
    await runNode([...tsx, 'scripts/migrate.ts'], {
      env: { ...settings, DATABASE_APP_URL: '', DATABASE_WORKER_URL: '' },
    });
    await runNode([...tsx, 'scripts/seed.ts'], { env: settings });
  });
}

/** A migrated and seeded database with `people` invented residents in it; filled only if it isn't yet, or with older tables. Its address. */
export async function ensureCity(server: BenchServer, people: number): Promise<string> {
  const name = `city_${people}`;
  const databaseUrl = await server.database(name);
  if (await isFilled(databaseUrl, people)) return databaseUrl;
  await prepareDatabase(server, name, databaseUrl);
  // Sealing needs the city's own keys, so the filling is a process with its settings.
  const startedAt = performance.now();
  say(`Filling a city of ${people.toLocaleString('en')} …`);
  await runNode([...tsx, 'scripts/bench/city-process.ts', String(people)], {
    env: { ...(await citySettings(server, databaseUrl)), CITY_URL: server.superuser(name) },
    isShown: true,
  });
  say(`Filled in ${elapsed(startedAt)}.`);
  await noteFilled(server.superuser(name), people);
  return databaseUrl;
}

/** npm run bench -- city --people N */
export const run: Bench = async ({ people = 1_000_000 }) => {
  const server = await startBenchServer();
  try {
    const startedAt = performance.now();
    const databaseUrl = await ensureCity(server, people);
    const seconds = (performance.now() - startedAt) / 1000;
    const counts = await withClient(databaseUrl, (client) =>
      client.query(
        `select (select count(*) from person) as people, (select count(*) from cases) as cases,
                (select count(*) from case_event) as events, pg_database_size(current_database()) as bytes`,
      ),
    );
    const [row] = counts.rows;
    return {
      ok: Number(row.people) >= people,
      figures: {
        people: Number(row.people),
        cases: Number(row.cases),
        events: Number(row.events),
        gigabytes: rounded(Number(row.bytes) / 1e9),
        seconds: rounded(seconds, 1),
      },
    };
  } finally {
    await server.stop();
  }
};
