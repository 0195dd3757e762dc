import { PlainError, say, step } from '../lib/progress';
import { untilEqual } from './chaos';
import { compare } from './chaos-compare';
import { planChaos } from './chaos-plan';
import { ask } from './children';
import { load } from './load';
import { memoryOf } from './memory';
import { type OfficeWorld, startOfficeWorld } from './office-world';
import { type Bench, percentile, rounded, table } from './report';

const SEED = 20_261_124;
const DAY_SECONDS = 24 * 60 * 60;
/** A page may be so much slower while all that waited goes. */
const MOST_MS = 300;

/**
 * npm run bench -- outage: the case system is away for a day and a night while people apply and write, and comes back.
 * `--seconds` (240) is how long the day takes here: each second all that waits is made so much older, in deliveries,
 * breaker and queue, as if the time had passed; the product's own pauses are not touched. `--people`: applications.
 */
export const run: Bench = async ({ people: cases = 1_000, seconds = 240 }) => {
  const factor = Math.round(DAY_SECONDS / seconds);
  const lasts = seconds * 1000;
  const plan = planChaos(SEED, cases, lasts - 10_000);
  const world = await startOfficeWorld('outage');
  try {
    const page = {
      name: 'overview',
      url: `${world.stack.urls.granvik.replace('granvik.localhost', '127.0.0.1')}/overview`,
    };
    const cookie = await ask<string>(world.residents, {
      do: 'log-in',
      personId: plan.cases[0]?.personId ?? '',
    });
    const overview = { ...page, cookies: [`mina-sidor-session=${cookie}`], connections: 1 };
    await load(overview, 5);
    const before = await load(overview, 10);
    const pid = () => world.stack.process('worker').pid ?? 0;
    const memory = [await memoryOf(pid())];

    await world.office.stop();
    await ask(world.residents, { do: 'begin', cases: plan.cases });
    await step(`The case system is away for 24 hours in ${seconds} s (each second ${factor})`, () =>
      letTimePass(world, { seconds, factor }, async () => memory.push(await memoryOf(pid()))),
    );
    const waiting = await count(world, `state <> 'received'`);
    const attempts = await sum(world);
    world.office.start();
    const backAt = Date.now();
    const pages: number[] = [];
    const isDrained = drained(world, waiting);
    while (
      !(await Promise.race([
        isDrained.then(() => true),
        load(overview, 2).then(({ p95 }) => void pages.push(p95)),
      ]))
    );
    const drainSeconds = ((await isDrained) - backAt) / 1000;
    memory.push(await memoryOf(pid()));
    const wanted = plan.cases.reduce(
      (all, { messageIds }) =>
        all + 2 + Number(messageIds.first !== null) + Number(messageIds.second !== null),
      0,
    );
    const ended = await step('Until both sides are quiet', () => untilEqual(world, wanted));
    memory.push(await memoryOf(pid()));
    const found = compare(ended.acts, ended.office, ended.portal);
    const parked = await count(world, `state = 'parked'`);
    const during = percentile(pages, 0.5);
    const figures = {
      applications: cases,
      waitingAfterTheDay: waiting,
      triesDuringTheDay: attempts,
      secondsToDrain: rounded(drainSeconds, 1),
      deliveriesPerSecond: rounded(waiting / drainSeconds, 1),
      pageP95Before: rounded(before.p95, 1),
      pageP95DuringDrain: rounded(during, 1),
      workerMbFirst: rounded(memory[0] ?? 0, 0),
      workerMbMost: rounded(Math.max(...memory), 0),
      workerMbLast: rounded(memory.at(-1) ?? 0, 0),
      lost: found.lost.length,
      twice: found.twice.length,
      disorder: found.disorder.length,
      parked,
    };
    say(table(['', ''], Object.entries(figures)));
    for (const [kind, faults] of Object.entries(found))
      for (const fault of faults.slice(0, 5)) say(`${kind}: ${fault}`);
    const slower = rounded(during - before.p95, 1);
    say(
      `\nBars: 0 lost (${found.lost.length}), none parked (${parked}), a page at most ${MOST_MS} ms slower while all of it goes (${slower}).`,
    );
    const isEqual = Object.values(found).every((faults) => faults.length === 0) && ended.isQuiet;
    return { ok: isEqual && parked === 0 && slower <= MOST_MS, figures };
  } finally {
    await world.stop();
  }
};

/** Once a second: whatever waits is as much older as the factor says, and whoever waits to try comes as much sooner. */
async function letTimePass(
  world: OfficeWorld,
  { seconds, factor }: { seconds: number; factor: number },
  eachTenth: () => Promise<unknown>,
): Promise<void> {
  const begunAt = Date.now();
  // The second itself has passed too.
  const ago = `interval '${factor - 1} seconds'`;
  for (let second = 1; second <= seconds; second++) {
    await new Promise((resolve) => setTimeout(resolve, begunAt + 1000 * second - Date.now()));
    await world.sql(async (client) => {
      await client.query(
        `update delivery set created_at = created_at - ${ago}, tell_since = tell_since - ${ago}, next_tell_at = next_tell_at - ${ago}
          where state <> 'received'`,
      );
      await client.query(
        `update back_office_breaker set failing_since = failing_since - ${ago}, opened_at = opened_at - ${ago},
                try_at = try_at - ${ago}, trying_since = trying_since - ${ago}`,
      );
    });
    await world.superuserSql((client) =>
      client.query(
        `update graphile_worker._private_jobs set run_at = run_at - ${ago}
          where locked_at is null and run_at > now()
            and task_id in (select id from graphile_worker._private_tasks where identifier in ('tell-back-office', 'try-back-office'))`,
      ),
    );
    if (second % 10 === 0) await eachTenth();
  }
}

const count = (world: OfficeWorld, where: string): Promise<number> =>
  world.sql(async (client) => {
    const { rows } = await client.query(`select count(*)::int as n from delivery where ${where}`);
    return rows[0]?.n as number;
  });

const sum = (world: OfficeWorld): Promise<number> =>
  world.sql(async (client) => {
    const { rows } = await client.query('select coalesce(sum(attempts), 0)::int as n from delivery');
    return rows[0]?.n as number;
  });

/** When so many have been received. */
async function drained(world: OfficeWorld, waiting: number): Promise<number> {
  const limit = Date.now() + 400_000;
  while ((await count(world, `state = 'received'`)) < waiting) {
    if (Date.now() > limit) throw new PlainError('What waited did not go.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return Date.now();
}
