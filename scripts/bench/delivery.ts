import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { withClient } from '../lib/database';
import { type KeptProcess, keepRunning } from '../lib/processes';
import { PlainError, say, step } from '../lib/progress';
import type { BareJob } from './bare-worker';
import { startBenchServer } from './bench-database';
import { ask, child } from './children';
import { citySettings, prepareDatabase, tsx } from './city';
import type { Connector } from './delivery-process';
import type { HeardDelivery } from './delivery-receiver';
import { type Bench, percentile, rounded, table } from './report';
import type { Applied } from './resident-acts';

const NAME = 'delivery';
const COUNTS = [1, 2, 4];
const MOST_MS = 300;
const EVERY_MS = 400;
const LOAD_EVERY_MS = 125;
const MESSAGES = 2;

interface Measured {
  restP50: number;
  restP95: number;
  loadP50: number;
  loadP95: number;
  perSecond: number;
}

/**
 * npm run bench -- delivery: how long after the commit an application is at the case system, at rest and with eight a
 * second, and how fast a backlog goes, by one, two and four workers; beside graphile-worker itself with empty jobs on the
 * same server. `--people`: how many deliveries wait; `--seconds`: how long it is looked at at rest.
 */
export const run: Bench = async ({ people: waiting = 450, seconds = 15 }) => {
  const server = await startBenchServer();
  const stops: (() => unknown)[] = [server.stop];
  try {
    const databaseUrl = await server.database(NAME);
    await prepareDatabase(server, NAME, databaseUrl);
    const settings = { ...(await citySettings(server, databaseUrl)), LOG_LEVEL: 'warn' };
    const superuser = server.superuser(NAME);
    const sql = (text: string) => withClient(superuser, async (client) => (await client.query(text)).rows);
    const receiver = child('scripts/bench/delivery-receiver.ts', {});
    const driver = child('scripts/bench/delivery-process.ts', settings);
    stops.push(
      () => receiver.kill(),
      () => driver.kill(),
    );
    await sql(`update back_office_system set services = '{}'`);
    await ask(driver, { do: 'connect', address: await ask<string>(receiver, { do: 'address' }) });

    const world: World = { settings, logs: join(server.dataDir, 'logs'), sql, receiver, driver };
    const rows: (string | number)[][] = [];
    const found = new Map<string, Measured>();
    let isInOrder = true;
    for (const count of COUNTS) {
      for (const connector of ['reference', 'bundle-push'] as const) {
        const measured = await step(`${connector}, workers: ${count}`, () =>
          measure(world, { connector, count, waiting, seconds }),
        );
        isInOrder &&= measured.isInOrder;
        found.set(`${connector} ${count}`, measured);
      }
      const bare = await step(`graphile-worker, empty jobs, workers: ${count}`, () =>
        measureBare(superuser, { count, jobs: 5 * waiting, seconds }),
      );
      found.set(`empty jobs ${count}`, bare);
    }
    for (const [name, one] of found) {
      const floor = found.get(`empty jobs ${name.split(' ').at(-1)}`);
      rows.push([
        name,
        ...[one.restP50, one.restP95, one.loadP50, one.loadP95].map((ms) => ms.toFixed(0)),
        one.perSecond.toFixed(0),
        (one.perSecond / (floor?.perSecond ?? 1)).toFixed(3),
      ]);
    }
    const head = ['by, workers', 'rest p50 ms', 'p95', 'load p50', 'p95', 'a second', 'of empty jobs'];
    say(table(head, rows));
    const rest = COUNTS.flatMap((count) =>
      ['reference', 'bundle-push'].map((name) => found.get(`${name} ${count}`)?.restP95 ?? Number.NaN),
    );
    const worst = Math.max(...rest);
    say(
      `\nBars: p95 from commit to the case system at rest ${worst} ms at most (${MOST_MS} allowed); per case in order: ${isInOrder ? 'always' : 'NOT ALWAYS'}.`,
    );
    const figures = [...found].flatMap(([name, one]) => {
      const key = name.replaceAll(/[- ](\w)/g, (_, letter: string) => letter.toUpperCase());
      return Object.entries(one).map(([of, value]) => [
        `${key}.${of}`,
        typeof value === 'number' ? rounded(value, 1) : value,
      ]);
    });
    return { ok: worst <= MOST_MS && isInOrder, figures: Object.fromEntries(figures) };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

interface World {
  settings: Record<string, string>;
  logs: string;
  sql(text: string): Promise<Record<string, unknown>[]>;
  receiver: ChildProcess;
  driver: ChildProcess;
}

async function measure(
  world: World,
  {
    connector,
    count,
    waiting,
    seconds,
  }: { connector: Connector; count: number; waiting: number; seconds: number },
): Promise<Measured & { isInOrder: boolean }> {
  const { receiver, driver } = world;
  const workers = await startWorkers(world, count);
  const delaysOf = async (applications: number, everyMs: number) => {
    await quiet(world);
    await ask(receiver, { do: 'heard' });
    const applied = await ask<Applied[]>(driver, { do: 'apply', connector, count: applications, everyMs });
    await until(async () => (await ask<number>(receiver, { do: 'count' })) >= applications);
    const heard = new Map(
      (await ask<HeardDelivery[]>(receiver, { do: 'heard' })).map((one) => [one.caseId, one.at]),
    );
    return applied.map(({ caseId, at }) => (heard.get(caseId) ?? Number.POSITIVE_INFINITY) - at);
  };
  // The first ones wait for what a process loads once.
  await delaysOf(10, EVERY_MS);
  const rest = await delaysOf(Math.ceil((seconds * 1000) / EVERY_MS), EVERY_MS);
  const load = await delaysOf(Math.ceil((seconds * 1000) / LOAD_EVERY_MS), LOAD_EVERY_MS);
  await quiet(world);
  for (const worker of workers) await worker.stop();

  // The next one of a case goes when the one before it is received; by our API that takes a call of the system's own.
  const messages = connector === 'reference' ? 0 : MESSAGES;
  const cases = Math.ceil(waiting / (messages + 1));
  await ask(driver, { do: 'backlog', connector, cases, messages });
  // Receipts, notices and the like are jobs too; here it is deliveries that are measured.
  await world.sql(
    `delete from graphile_worker._private_jobs where task_id not in
       (select id from graphile_worker._private_tasks where identifier = 'tell-back-office')`,
  );
  const again = await startWorkers(world, count);
  await until(async () => (await ask<number>(receiver, { do: 'count' })) >= cases * (messages + 1));
  const heard = await ask<HeardDelivery[]>(receiver, { do: 'heard' });
  await quiet(world);
  for (const worker of again) await worker.stop();
  return { ...summed(rest, load), perSecond: rate(heard.map(({ at }) => at)), isInOrder: inOrder(heard) };
}

const summed = (rest: number[], load: number[]) => ({
  restP50: percentile(rest, 0.5),
  restP95: percentile(rest, 0.95),
  loadP50: percentile(load, 0.5),
  loadP95: percentile(load, 0.95),
});

const rate = (times: number[]): number =>
  (1000 * (times.length - 1)) / (Math.max(...times) - Math.min(...times));

/** Whether each case's came one after the other, as they were made. */
function inOrder(heard: readonly HeardDelivery[]): boolean {
  const last = new Map<string, number>();
  return heard.every(({ caseId, number }) => {
    const before = last.get(caseId) ?? -1;
    last.set(caseId, number);
    // A repeat of the last one is no disorder.
    return number === before || number === before + 1;
  });
}

async function startWorkers({ settings, logs, sql }: World, count: number): Promise<KeptProcess[]> {
  await sql('delete from worker_heartbeat');
  const workers = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      keepRunning({
        name: `worker-${n + 1}`,
        args: [...tsx, 'scripts/worker.ts'],
        env: { ...settings, NODE_ENV: 'production', PROCESS_NAME: 'worker' },
        logFile: join(logs, `worker-${n + 1}.log`),
      }),
    ),
  );
  await until(async () => (await sql('select 1 from worker_heartbeat')).length === count);
  return workers;
}

/** Until no job is due. */
const quiet = ({ sql }: World) =>
  until(
    async () => (await sql('select 1 from graphile_worker.jobs where run_at <= now() limit 1')).length === 0,
  );

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 180_000;
  while (!(await isSo())) {
    if (Date.now() > limit) throw new PlainError('It did not come about within three minutes.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The same by graphile-worker alone. */
async function measureBare(
  databaseUrl: string,
  { count, jobs, seconds }: { count: number; jobs: number; seconds: number },
): Promise<Measured> {
  const start = async (role: string) => {
    const one = fork('scripts/bench/bare-worker.ts', [role], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'],
      env: { ...process.env, BARE_URL: databaseUrl },
    });
    await new Promise((resolve, reject) => one.once('message', resolve).once('exit', reject));
    return one;
  };
  const leaver = await start('leave');
  let workers = await Promise.all(Array.from({ length: count }, () => start('worker')));
  const done = async () => (await Promise.all(workers.map((one) => ask<BareJob[]>(one, 'done?')))).flat();
  const delaysOf = async (everyMs: number) => {
    const left = Math.ceil((seconds * 1000) / everyMs);
    await ask(leaver, { jobs: left, everyMs });
    const delays: number[] = [];
    await until(async () => delays.push(...(await done()).map(({ delay }) => delay)) >= left);
    return delays;
  };
  const rest = await delaysOf(EVERY_MS);
  const load = await delaysOf(LOAD_EVERY_MS);
  for (const one of workers) one.kill();
  await ask(leaver, { jobs, everyMs: 0 });
  workers = await Promise.all(Array.from({ length: count }, () => start('worker')));
  const times: number[] = [];
  await until(async () => times.push(...(await done()).map(({ at }) => at)) >= jobs);
  for (const one of [...workers, leaver]) one.kill();
  return { ...summed(rest, load), perSecond: rate(times) };
}
