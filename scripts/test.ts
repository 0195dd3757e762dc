// npm test: everything, from nothing, and at the very end one line: "N passed, N failed, N skipped".
// npm test -- unit            one part (types, lint, unit, database, browser, chaos), or several
// npm test -- browser apply   one part's tests whose file name has the word
import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startTestServer, type TestServer } from '@/lib/testing/test-server';
import { startBrowserWorld } from './lib/browser-world';
import { ensureDatabaseClient } from './lib/build';
import { ensureClamd } from './lib/clamd';
import { ensureOwnedDatabase } from './lib/database';
import { outcomeOf } from './lib/processes';
import { elapsed, explain, PlainError, say, step } from './lib/progress';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

type Part = (filters: string[]) => Promise<Counts>;

const results = resolve('test-results');
const tsx = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
const stopping = new AbortController();
const children = new Set<ReturnType<typeof spawn>>();
let server: TestServer | undefined;

const parts: Record<string, Part> = {
  types: () => asOneTest(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
  lint: () => asOneTest(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  unit: (filters) => vitest('unit', filters),
  database: async (filters) => {
    await ensureClamd(stopping.signal);
    return vitest('database', filters);
  },
  browser,
  // A small size of the measurement: every disturbance once.
  chaos: () => asOneTest([...tsx, 'scripts/bench.ts', 'chaos', '--people', '30']),
};

async function main(): Promise<Counts> {
  const args = process.argv.slice(2);
  const wanted = args.filter((arg) => arg in parts);
  const filters = args.filter((arg) => !(arg in parts));
  if (filters.length > 0 && wanted.length !== 1) {
    throw new PlainError(
      `Name the part that "${filters.join(' ')}" is for: ${Object.keys(parts).join(', ')}.`,
    );
  }
  mkdirSync(results, { recursive: true });
  await ensureDatabaseClient(stopping.signal);
  await step('Making the types of the routes', () => quietly(['node_modules/next/dist/bin/next', 'typegen']));

  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    if (stopping.signal.aborted) break;
    const startedAt = performance.now();
    say(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
    const counts = await runPart(name, filters);
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
    const { passed, failed, skipped } = counts;
    summary.push(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(9)} ${elapsed(startedAt).padStart(12)}   ` +
        `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    );
  }
  say(`\n${summary.join('\n')}\n`);
  return total;
}

/** A part that can't even run has failed; the others are run all the same. */
async function runPart(name: string, filters: string[]): Promise<Counts> {
  try {
    return (await parts[name]?.(filters)) ?? { passed: 0, failed: 1, skipped: 0 };
  } catch (error) {
    say(explain(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function asOneTest(args: string[]): Promise<Counts> {
  const isOk = (await show(args)) === 0;
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
}

async function vitest(project: 'unit' | 'database', filters: string[]): Promise<Counts> {
  const file = join(results, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const config = ['--config', 'lib/testing/vitest.config.ts', '--project', project];
  const code = await show(
    ['node_modules/vitest/vitest.mjs', 'run', ...config, ...reporters, ...filters],
    process.stdout.isTTY ? {} : { NO_COLOR: '1' },
  );
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  // A file that can't be loaded has no tests that could fail.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    // Whatever else made the runner unhappy counts too.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright against a production build with the whole demo world, on ports and a database of its own. */
async function browser(filters: string[]): Promise<Counts> {
  server ??= await startTestServer();
  const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'test', `run-${process.pid}`, 'world');
  const world = await startBrowserWorld({
    dataDir,
    databaseUrl: await ensureOwnedDatabase(server.url, 'browser_tests', server.ownerPassword),
    signal: stopping.signal,
  });
  try {
    // What stops parts of the stack runs alone, when nobody else needs them.
    const together = await playwright('together', filters, world.env);
    const counts = add(together, await playwright('alone', filters, world.env, ['--workers=1']));
    if (counts.failed > 0) keepLogs(join(dataDir, 'logs'));
    if (Object.values(counts).some((count) => count > 0)) return counts;
    throw new PlainError(`No browser test's file has "${filters.join('" or "')}" in its name.`);
  } finally {
    await world.stop();
  }
}

/** What portal, worker and demo world said, before the run's folder is removed. */
function keepLogs(logs: string): void {
  const kept = join(results, 'logs');
  cpSync(logs, kept, { recursive: true });
  say(`The logs of portal, worker and demo world: ${kept}`);
}

/** What stood on the page where a test failed: the run may be on a machine whose files nobody comes to see. */
function showLastPages(folder: string): void {
  for (const file of globSync('*/error-context.md', { cwd: folder })) {
    const [, page] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    // What every page has above it tells nothing.
    const main = page?.slice(Math.max(0, page.search(/^ *- main/m)));
    if (main) say(`\nThe page at the end of ${dirname(file)}:\n${main.slice(0, 2_500)}`);
  }
}

const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

async function playwright(
  project: string,
  filters: string[],
  env: Record<string, string>,
  more: string[] = [],
): Promise<Counts> {
  const file = join(results, `browser-${project}.json`);
  rmSync(file, { force: true });
  const kept = join(results, 'browser', project);
  const config = [
    '-c',
    'e2e/playwright.config.ts',
    '--project',
    project,
    '--output',
    kept,
    '--pass-with-no-tests',
  ];
  const code = await show(['node_modules/@playwright/test/cli.js', 'test', ...config, ...more, ...filters], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  showLastPages(kept);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: stats.skipped };
}

/** Runs a program of ours with its output on the terminal. */
function show(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  children.add(child);
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => {
      children.delete(child);
      done(code ?? 1);
    });
  });
}

async function quietly(args: string[]): Promise<void> {
  const { code, output } = await outcomeOf(process.execPath, args, { signal: stopping.signal });
  if (code !== 0) throw new PlainError(`${args.join(' ')} failed (${code}):\n${output.trim()}`);
}

function stopAll(): void {
  if (stopping.signal.aborted) return;
  stopping.abort();
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll);
process.on('disconnect', stopAll);

main()
  .catch((error): Counts => {
    say(explain(error));
    return { passed: 0, failed: 1, skipped: 0 };
  })
  .then(async ({ passed, failed, skipped }) => {
    await server?.stop();
    // Nothing comes after this line: it is what a reader, person or program, looks for.
    say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exit(failed > 0 || passed === 0 || stopping.signal.aborted ? 1 : 0);
  });
