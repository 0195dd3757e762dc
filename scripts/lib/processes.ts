import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { elapsed, PLAIN_END, PlainError, say } from './progress';

export interface ProcessPlan {
  name: string;
  /** after `node` */
  args: string[];
  env: Record<string, string>;
  logFile: string;
  /** everything it says is shown, not only warnings and errors */
  isVerbose?: boolean;
}

/** A program that runs beside us until we stop it, and that is started again when it dies. */
export interface KeptProcess {
  readonly name: string;
  readonly pid: number | undefined;
  /** told when it died so often that starting it again is pointless */
  onGivenUp(listener: (reason: PlainError) => void): void;
  stop(): Promise<void>;
  /** after stop() */
  start(): void;
  /** at once and without warning, as an accident would; it is then started again */
  kill(): void;
}

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
const HEALTHY_AFTER_MS = 15_000;
const TRIES = 4;

export async function keepRunning(plan: ProcessPlan): Promise<KeptProcess> {
  await mkdir(dirname(plan.logFile), { recursive: true });
  const log = createWriteStream(plan.logFile, { flags: 'a' });
  let child: ChildProcess | undefined;
  let isWanted = true;
  let failures = 0;
  let lastShown: string | undefined;
  let giveUp: (reason: PlainError) => void = () => {};
  let retry: NodeJS.Timeout | undefined;

  const start = () => {
    const startedAt = performance.now();
    isWanted = true;
    log.write(`\n--- ${new Date().toISOString()} ${plan.name} starts\n`);
    const current = spawn(process.execPath, ['--import', endWithParent, ...plan.args], {
      env: { ...plan.env, STARTED_BY: String(process.pid) } as unknown as NodeJS.ProcessEnv,
      // A group of its own: Ctrl-C reaches us alone, and we stop things in the right order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = current;
    for (const stream of [current.stdout, current.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        const important = plan.isVerbose ? line : importantPart(line);
        // What repeats itself (a database that is away) is said once; the log has every line.
        if (important && (plan.isVerbose || important !== lastShown)) say(`[${plan.name}] ${important}`);
        lastShown = important ?? lastShown;
      });
    }
    current.once('exit', (code, signal) => {
      if (child !== current) return;
      child = undefined;
      if (!isWanted) return;
      failures = performance.now() - startedAt > HEALTHY_AFTER_MS ? 1 : failures + 1;
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      log.write(`--- ${plan.name} ${how}\n`);
      if (failures >= TRIES) {
        giveUp(
          new PlainError(`${plan.name} ${how}, ${failures} times in a row.\n${lastWords(plan.logFile)}`),
        );
        return;
      }
      say(`[${plan.name}] ${how} after ${elapsed(startedAt)}; starting it again (log: ${plan.logFile})`);
      retry = setTimeout(start, 500 * 2 ** (failures - 1));
    });
  };
  start();

  return {
    name: plan.name,
    get pid() {
      return child?.pid;
    },
    onGivenUp: (listener) => {
      giveUp = listener;
    },
    start: () => {
      if (!child) start();
    },
    kill: () => {
      if (child) signalGroup(child, 'SIGKILL');
    },
    stop: async () => {
      isWanted = false;
      clearTimeout(retry);
      if (child) await endGroup(child);
    },
  };
}

/** Asks the whole group to end, and after ten seconds insists. */
async function endGroup(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(insist);
  // Whatever of its own children did not follow.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** From the logs' JSON lines, what is worth a look (warnings and worse); of other lines those that tell of an error. */
function importantPart(line: string): string | undefined {
  if (!line.startsWith('{')) {
    return /error|fatal|failed/i.test(line) && !line.includes('DeprecationWarning') ? line : undefined;
  }
  try {
    const entry = JSON.parse(line) as { level?: number | string; msg?: string; err?: { message?: string } };
    const isImportant =
      typeof entry.level === 'number' ? entry.level >= 40 : /warn|error|fatal/.test(entry.level ?? '');
    return isImportant ? [entry.msg, entry.err?.message].filter(Boolean).join(': ') : undefined;
  } catch {
    return undefined;
  }
}

export function lastWords(logFile: string, lines = 12): string {
  if (!existsSync(logFile)) return '';
  const tail = readFileSync(logFile, 'utf8').trim().split('\n').slice(-lines);
  return `${tail.map((line) => `  ${line}`).join('\n')}\n  (all of it: ${logFile})`;
}

export interface RunOptions {
  env?: Record<string, string | undefined>;
  /** where everything it says is kept */
  logFile?: string;
  /** ends it */
  signal?: AbortSignal | undefined;
  /** what it says is shown as it comes, not only when it fails */
  isShown?: boolean;
}

/** Runs a program of ours to its end; quiet unless it fails. Returns what it said. */
export async function runNode(args: string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await outcomeOf(process.execPath, ['--import', endWithParent, ...args], options);
  if (code === PLAIN_END) throw new PlainError(output.trim());
  if (code !== 0) throw new PlainError(`${args.join(' ')} failed (${code}):\n${output.trim()}`);
  return output;
}

/** Runs any program to its end and tells how it went. */
export async function outcomeOf(
  file: string,
  args: string[],
  options: RunOptions = {},
): Promise<{ code: number | string; output: string }> {
  const isOurs = file === process.execPath;
  const child = spawn(file, args, {
    env: { ...process.env, ...options.env, STARTED_BY: String(process.pid) },
    stdio: isOurs ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.isShown) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'no code'));
  });
  const output = Buffer.concat(chunks).toString('utf8');
  if (options.logFile) {
    await mkdir(dirname(options.logFile), { recursive: true });
    await appendFile(options.logFile, output);
  }
  return { code, output };
}

/** What a process was started with, or undefined if there is none with this number (any more). */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}
