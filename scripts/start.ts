// npm start: everything that is needed to try or to run Mina sidor, from nothing. npm run dev: the same, with reload.
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { demoPeople } from '@/demo/people';
import { emptyDatabase } from './lib/database';
import { portsFrom } from './lib/ports';
import { stopLeftoverPostgres } from './lib/postgres';
import { elapsed, explain, PlainError, say, step } from './lib/progress';
import { claimDataFolder } from './lib/run-note';
import { type Stack, startStack } from './lib/stack';

const USAGE = `npm start [-- --reset]   set up what is missing and start everything; --reset begins with empty data
npm run dev              the same, with reload on change
Settings (PORT, DATA_DIR, DATABASE_URL, …): .env.example`;

const stopping = new AbortController();
let stack: Stack | undefined;
let giveBackFolder: (() => Promise<void>) | undefined;

async function main(): Promise<void> {
  const startedAt = performance.now();
  const args = new Set(process.argv.slice(2));
  const unknown = [...args].filter((arg) => !['--reset', '--dev', '--help'].includes(arg));
  if (unknown.length > 0) throw new PlainError(`Unknown: ${unknown.join(' ')}\n\n${USAGE}`);
  if (args.has('--help')) return say(USAGE);

  if (existsSync('.env')) process.loadEnvFile('.env');
  const appEnv = process.env.APP_ENV ?? 'demo';
  if (appEnv !== 'demo' && appEnv !== 'production')
    throw new PlainError('APP_ENV must be demo or production.');
  const ports = portsFrom(Number(process.env.PORT ?? 3000));
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');

  giveBackFolder = await claimDataFolder(dataDir, ports.portal);
  if (appEnv === 'production') requireProductionSettings(args);
  if (args.has('--reset')) await step('Clearing the data', () => reset(dataDir));
  stack = await startStack({
    appEnv,
    ports,
    dataDir,
    databaseUrl: process.env.DATABASE_URL,
    isDev: args.has('--dev'),
    signal: stopping.signal,
  });
  say(`\nReady after ${elapsed(startedAt)}.\n`);
  say(appEnv === 'demo' ? welcome(stack, dataDir) : `The portal listens on port ${ports.portal}.`);
  say('\nCtrl-C stops everything. The data stays for the next time.\n');
  throw await stack.broken;
}

/** A database is never made for a production; the rest of its settings startStack looks at. */
function requireProductionSettings(args: Set<string>): void {
  if (args.has('--reset') || args.has('--dev')) throw new PlainError('Not with APP_ENV=production.');
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_WORKER_URL } = process.env;
  if (!DATABASE_URL && !(DATABASE_APP_URL && DATABASE_WORKER_URL)) {
    throw new PlainError(
      'DATABASE_URL (or DATABASE_APP_URL and DATABASE_WORKER_URL) is missing: see .env.example.',
    );
  }
}

/** Only what is ours: DATA_DIR may be a folder with other things in it. */
async function reset(dataDir: string): Promise<void> {
  if (process.env.DATABASE_URL) await emptyDatabase(process.env.DATABASE_URL);
  else await stopLeftoverPostgres(join(dataDir, 'postgres'));
  const ours = /^(postgres.*|secrets\.json|bankid|demo-.*|back-office.*|logs)$/;
  for (const name of readdirSync(dataDir).filter((entry) => ours.test(entry))) {
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

function welcome({ urls }: Stack, dataDir: string): string {
  const people = demoPeople.map(({ nationalId, givenName, surname, note, tenantId }) => {
    const number = `${nationalId.slice(0, 8)}-${nationalId.slice(8)}`;
    return `  ${number}  ${`${givenName} ${surname}`.padEnd(26)} ${note.en}${tenantId === 'ekhamn' ? ' (Ekhamn)' : ''}`;
  });
  const short = urls.granvik.replace('granvik.', '');
  return [
    `  Mina sidor in Granvik    ${urls.granvik}   (also ${short})`,
    `  Mina sidor in Ekhamn     ${urls.ekhamn}`,
    `  The demo world           ${urls.demo}   the simulated BankID phones, and the inbox`,
    `  The back office          ${urls.backOffice}   the reference one, where an officer decides`,
    '',
    '  Log in with BankID, then choose the person on the demo world’s page of phones:',
    ...people,
    '',
    `  Data and logs: ${relative('', dataDir) || dataDir}`,
  ].join('\n');
}

let firstAskedAt = 0;

/** The same Ctrl-C arrives by several ways (terminal, npm, bootstrap): only one that comes later means impatience. */
async function stopAll(): Promise<void> {
  if (firstAskedAt > 0) {
    if (performance.now() - firstAskedAt > 2000) process.exit(1);
    return;
  }
  firstAskedAt = performance.now();
  say('\nStopping …');
  stopping.abort();
  await stack?.stop();
  await giveBackFolder?.();
  if (stack) {
    say(`Stopped after ${elapsed(firstAskedAt)}.`);
    process.exit(0);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll);
process.on('disconnect', stopAll);
// The terminal may be gone before we are.
process.stdout.on('error', () => {});

main().then(
  () => process.exit(0),
  async (error) => {
    if (stopping.signal.aborted) {
      // stopAll waits for the stack, if there is one; a start that was cut short has cleaned up after itself.
      if (!stack) process.exit(0);
      return;
    }
    process.stderr.write(`\n${explain(error)}\n`);
    await stack?.stop();
    await giveBackFolder?.();
    process.exit(1);
  },
);
