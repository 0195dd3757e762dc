// Everything that runs, started and stopped as one: for `npm start`, the browser tests, pictures and measurements.
import { existsSync } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseSources, ensureBuild, ensureDatabaseClient, isUpToDate } from './build';
import { backOfficeUrl, databaseSettings, ensureOwnedDatabase } from './database';
import { isAnswered, type Ports, requireFreePorts } from './ports';
import { type Postgres, startPostgres, stopLeftoverPostgres } from './postgres';
import { type KeptProcess, keepRunning, lastWords, runNode } from './processes';
import { PlainError, say, step } from './progress';
import { ensureSecrets } from './secrets';
import { demoSettings, requireGoodSettings } from './settings';

export type Part = 'portal' | 'worker' | 'demo' | 'back-office';

export interface StackOptions {
  appEnv: 'demo' | 'test' | 'production';
  ports: Ports;
  /** absolute */
  dataDir: string;
  /** the owner's address; without one an embedded PostgreSQL is started in the data folder */
  databaseUrl?: string | undefined;
  /** restart on change, and everything said is shown */
  isDev?: boolean;
  /** all, if not said otherwise; in production never the demo world */
  parts?: readonly Part[];
  /** settings that differ from what the stack would choose */
  settings?: Record<string, string>;
  /** stops a start that is under way */
  signal?: AbortSignal;
}

export interface Stack {
  urls: { granvik: string; ekhamn: string; demo: string; backOffice: string };
  /** the settings that the processes got */
  settings: Record<string, string>;
  /** the owner's address of the database */
  databaseUrl: string | undefined;
  /** to be killed and started again by tests of what happens then */
  process(part: Part): KeptProcess;
  /** resolves if one of the processes can't be kept running; never otherwise */
  broken: Promise<PlainError>;
  stop(): Promise<void>;
}

const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
const tsxWatch = [
  'node_modules/tsx/dist/cli.mjs',
  'watch',
  '--clear-screen=false',
  '--conditions=react-server',
];

export async function startStack(options: StackOptions): Promise<Stack> {
  const { ports, signal } = options;
  const isDemo = options.appEnv !== 'production';
  const parts = (options.parts ?? ['portal', 'worker', 'demo', 'back-office']).filter(
    (part) => isDemo || part === 'portal' || part === 'worker',
  );
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne();
  };
  const { promise: broken, resolve: breakDown } = Promise.withResolvers<PlainError>();
  try {
    if (!options.databaseUrl) await stopLeftoverPostgres(postgresFolder(options));
    await requireFreePorts(ports, portsNeeded(parts, !options.databaseUrl && isDemo));
    await mkdir(options.dataDir, { recursive: true });
    await ensureDatabaseClient(signal);

    const secrets = isDemo ? await ensureSecrets(options.dataDir) : undefined;
    let { databaseUrl } = options;
    if (!databaseUrl && secrets) {
      const database = await step('Starting PostgreSQL', () =>
        keepPostgresRunning(options, secrets.POSTGRES_PASSWORD, breakDown),
      );
      stops.push(database.stop);
      databaseUrl = await ensureOwnedDatabase(database.url, 'minasidor', secrets.POSTGRES_OWNER_PASSWORD);
    }
    const settings: Record<string, string> = {
      ...inheritedSettings(),
      ...(secrets ? await demoSettings(ports, options.dataDir, secrets) : {}),
      ...databaseSettings(databaseUrl, secrets?.DATABASE_ROLE_SECRET),
      APP_ENV: options.appEnv,
      PORT: String(ports.portal),
      DATA_DIR: options.dataDir,
      NEXT_TELEMETRY_DISABLED: '1',
      ...options.settings,
    };
    requireGoodSettings(settings);
    if (databaseUrl) await prepareDatabase(options, settings, isDemo);
    if (parts.includes('portal') && !options.isDev) await ensureBuild(signal);
    signal?.throwIfAborted();

    const running = new Map<Part, KeptProcess>();
    await step(`Starting ${parts.join(', ')}`, async () => {
      stops.push(() => Promise.all([...running.values()].map((kept) => kept.stop())));
      for (const part of parts) {
        const kept = await startPart(part, options, settings);
        running.set(part, kept);
        kept.onGivenUp(breakDown);
      }
      const ready = Promise.all(parts.map((part) => waitFor(part, options, signal)));
      const failure = await Promise.race([ready.then(() => undefined), broken]);
      if (failure) throw failure;
    });
    return {
      urls: {
        granvik: `http://granvik.localhost:${ports.portal}`,
        ekhamn: `http://ekhamn.localhost:${ports.portal}`,
        demo: `http://localhost:${ports.demo}`,
        backOffice: `http://localhost:${ports.backOffice}`,
      },
      settings,
      databaseUrl,
      process: (part) => {
        const kept = running.get(part);
        if (!kept) throw new PlainError(`${part} was not started.`);
        return kept;
      },
      broken,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portsNeeded(parts: readonly Part[], isPostgresEmbedded: boolean): (keyof Ports)[] {
  return [
    ...(parts.includes('portal') ? (['portal'] as const) : []),
    ...(parts.includes('demo') ? (['bankId', 'demo', 'broker', 'register', 'smtp'] as const) : []),
    ...(parts.includes('back-office') ? (['backOffice'] as const) : []),
    ...(isPostgresEmbedded ? (['postgres'] as const) : []),
  ];
}

/** The environment we were started in, less what npm adds to it. */
function inheritedSettings(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^npm_/i.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

async function prepareDatabase(options: StackOptions, settings: Record<string, string>, isDemo: boolean) {
  const { signal } = options;
  // Our own database lies beside the note of what was done to it. Of somebody else's we can't know.
  const note = options.databaseUrl ? undefined : join(options.dataDir, 'postgres-prepared.txt');
  const sources = databaseSources();
  if (note && isUpToDate(note, sources)) return;
  // The roles whose addresses were made here get their passwords there; those that were given have theirs.
  const { DATABASE_APP_URL = '', DATABASE_WORKER_URL = '' } = process.env;
  await step('Bringing the database up to date', () =>
    runNode([...tsx, 'scripts/migrate.ts'], {
      env: { ...settings, DATABASE_APP_URL, DATABASE_WORKER_URL },
      signal,
    }),
  );
  await step(`Loading municipalities, rules and services${isDemo ? ', and demo people' : ''}`, () =>
    runNode([...tsx, 'scripts/seed.ts'], { env: settings, signal }),
  );
  if (note) await writeFile(note, sources);
}

const postgresFolder = ({ dataDir }: StackOptions) => join(dataDir, 'postgres');

/** PostgreSQL is started again when it dies: what was committed is there, and everyone connects anew. */
async function keepPostgresRunning(
  options: StackOptions,
  password: string,
  breakDown: (reason: PlainError) => void,
): Promise<{ url: Postgres['url']; stop(): Promise<void> }> {
  const logFile = join(options.dataDir, 'logs', 'postgres.log');
  await mkdir(join(options.dataDir, 'logs'), { recursive: true });
  const start = () =>
    startPostgres({
      folder: join(options.dataDir, 'postgres'),
      port: options.ports.postgres,
      password,
      logFile,
    });
  let current = await start();
  let isStopping = false;
  const restart = async () => {
    say('[postgres] ended unexpectedly; starting it again');
    // Its children hold on to the data for a moment after it was killed.
    for (let tries = 0; tries < 10 && !isStopping; tries++) {
      try {
        current = await start();
        current.onUnexpectedEnd(restart);
        say('[postgres] runs again');
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
    if (!isStopping) breakDown(new PlainError(`PostgreSQL can't be kept running.\n${lastWords(logFile)}`));
  };
  current.onUnexpectedEnd(restart);
  return {
    url: current.url,
    stop: async () => {
      isStopping = true;
      await current.stop();
    },
  };
}

async function startPart(
  part: Part,
  options: StackOptions,
  settings: Record<string, string>,
): Promise<KeptProcess> {
  const logFile = join(options.dataDir, 'logs', `${part}.log`);
  await startNewLogWhenLong(logFile);
  const script = {
    worker: 'scripts/worker.ts',
    demo: 'demo/main.ts',
    'back-office': 'demo/back-office/main.ts',
  };
  const developing = ['node_modules/next/dist/bin/next', 'dev', '-p', settings.PORT ?? '', '-H', 'localhost'];
  const portal = options.isDev ? developing : ['--disable-warning=ExperimentalWarning', 'scripts/portal.ts'];
  return keepRunning({
    name: part,
    args: part === 'portal' ? portal : [...(options.isDev ? tsxWatch : tsx), script[part]],
    env: {
      ...settingsFor(part, settings),
      NODE_ENV: options.isDev ? 'development' : 'production',
      PROCESS_NAME: part,
    },
    logFile,
    isVerbose: options.isDev === true,
  });
}

/** Each part gets what is its own: nobody the owner's way into the database, the demo world none of the keys. */
function settingsFor(part: Part, settings: Record<string, string>): Record<string, string> {
  const owners = ['DATABASE_URL', 'DATABASE_ROLE_SECRET'];
  const keys = ['DATA_KEYS', 'LOOKUP_KEY', 'NEXTAUTH_SECRET', 'DATABASE_APP_URL', 'DATABASE_WORKER_URL'];
  const withheld: Record<Part, string[]> = {
    portal: [...owners, 'DATABASE_WORKER_URL'],
    worker: owners,
    demo: [...owners, ...keys],
    'back-office': [
      ...owners,
      ...keys,
      'REGISTER_TOKEN',
      'SMS_GATEWAY_TOKEN',
      'BROKER_CLIENT_SECRET',
      'STAFF_CLIENT_SECRET',
      'STAFF_PROVIDERS',
      'BANKID_PFX_PASSPHRASE',
      'DIGITAL_MAIL_CERTIFICATES',
      'PUSH_PRIVATE_KEY',
    ],
  };
  const own = Object.entries(settings).filter(([name]) => !withheld[part].includes(name));
  if (part === 'back-office' && settings.DATABASE_URL) {
    own.push([
      'BACK_OFFICE_DATABASE_URL',
      settings.BACK_OFFICE_DATABASE_URL ?? backOfficeUrl(settings.DATABASE_URL),
    ]);
  }
  return Object.fromEntries(own);
}

const LONG_LOG_BYTES = 10_000_000;

async function startNewLogWhenLong(file: string): Promise<void> {
  if (existsSync(file) && (await stat(file)).size > LONG_LOG_BYTES) await rename(file, `${file}.old`);
}

/** A part is ready when it answers, not when it was started. */
async function waitFor(part: Part, options: StackOptions, signal?: AbortSignal): Promise<void> {
  const { ports, dataDir, parts } = options;
  // In development the first answer waits for its compilation; asking again and again would only hold it up.
  const patience = options.isDev ? 120_000 : 5000;
  const health = `http://localhost:${ports.portal}/api/health`;
  const isReady: Record<Part, () => Promise<boolean>> = {
    portal: () => answers(`${health}/live`, patience),
    // The worker listens to nobody; the portal knows of its signs of life.
    worker: async () => parts?.includes('portal') === false || workerIsSeen(health, patience),
    demo: async () => {
      const listening = [
        ports.bankId,
        ports.demo,
        ports.broker,
        ports.register,
        ports.smtp,
        ports.digitalMail,
      ];
      return (await Promise.all(listening.map((port) => isAnswered(port)))).every(Boolean);
    },
    'back-office': () => isAnswered(ports.backOffice),
  };
  const limit = Date.now() + 90_000 + patience;
  while (Date.now() < limit) {
    signal?.throwIfAborted();
    if (await isReady[part]()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError(`${part} did not answer in time.\n${lastWords(join(dataDir, 'logs', `${part}.log`))}`);
}

async function answers(url: string, patience: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

async function workerIsSeen(url: string, patience: number): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    return ((await response.json()) as { worker?: string }).worker === 'ok';
  } catch {
    return false;
  }
}
