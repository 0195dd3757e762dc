import { withClient } from '../lib/database';
import { say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { ask, child } from './children';
import { citySettings, prepareDatabase } from './city';
import { DAYS, fill, fillUp } from './free-times-fill';
import type { Between, Statements } from './free-times-process';
import { type Bench, percentile, rounded, table } from './report';

const MOST_MS = 50;
const WARM_UP = 20;

/** What is measured: how full the calendars are, and what happens between two readings. Those with a bar are what people meet. */
const CASES: {
  name: string;
  key: string;
  between: Between;
  rounds: number;
  hasBar: boolean;
  isFull: boolean;
}[] = [
  { name: 'nothing has changed', key: 'same', between: 'nothing', rounds: 200, hasBar: true, isFull: false },
  {
    name: '50 meetings have changed',
    key: 'changed',
    between: 'meetings',
    rounds: 200,
    hasBar: true,
    isFull: false,
  },
  {
    name: 'somebody’s hours have changed',
    key: 'hours',
    between: 'hours',
    rounds: 30,
    hasBar: false,
    isFull: false,
  },
  {
    name: 'the first after a start',
    key: 'first',
    between: 'a start',
    rounds: 10,
    hasBar: false,
    isFull: false,
  },
  {
    name: 'all is taken, nothing has changed',
    key: 'fullSame',
    between: 'nothing',
    rounds: 200,
    hasBar: true,
    isFull: true,
  },
  {
    name: 'all is taken, the first after a start',
    key: 'fullFirst',
    between: 'a start',
    rounds: 10,
    hasBar: false,
    isFull: true,
  },
  // Last: it leaves some of them free.
  {
    name: 'all is taken but what changes',
    key: 'fullChanged',
    between: 'meetings',
    rounds: 200,
    hasBar: true,
    isFull: true,
  },
];

/**
 * npm run bench -- free-times: the free times of a type with so many officers (`--people`, 200) over twelve weeks, as the page
 * asks for them: half full and full, and with what can happen between two readings.
 */
export const run: Bench = async ({ people = 200 }) => {
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    const databaseUrl = await server.database('free_times');
    await prepareDatabase(server, 'free_times', databaseUrl);
    const owner = server.superuser('free_times');
    const meetings = await step(`Filling the calendars of ${people} officers`, () =>
      withClient(owner, (client) => fill(client, people)),
    );
    const measuring = child('scripts/bench/free-times-process.ts', await citySettings(server, databaseUrl));
    stops.push(async () => measuring.kill());
    const measure = (between: Between, rounds: number) =>
      ask<{ ms: number[]; shown: { times: unknown[]; first: unknown } }>(measuring, {
        do: 'measure',
        between,
        rounds,
        owner,
      });
    await measure('nothing', WARM_UP);
    const { mostReads, megabytes } = await ask<Statements>(measuring, { do: 'statements' });
    const rows: [string, ...string[]][] = [];
    const figures: Record<string, number> = {};
    let isFull = false;
    let worst = 0;
    for (const one of CASES) {
      if (one.isFull && !isFull) {
        await step('Taking every time that is left', () =>
          withClient(owner, (client) => fillUp(client, people)),
        );
        isFull = true;
      }
      const { ms, shown } = await step(`Asking ${one.rounds} times: ${one.name}`, () =>
        measure(one.between, one.rounds),
      );
      const p95 = percentile(ms, 0.95);
      if (one.hasBar) worst = Math.max(worst, p95);
      figures[`${one.key}P50`] = rounded(percentile(ms, 0.5), 1);
      figures[`${one.key}P95`] = rounded(p95, 1);
      rows.push([
        one.name,
        ...[0.5, 0.95, 1].map((share) => percentile(ms, share).toFixed(1)),
        String(shown.times.length),
        one.hasBar ? `${MOST_MS}` : '-',
      ]);
    }
    say(table(['', 'p50 ms', 'p95 ms', 'max ms', 'times', 'at most'], rows));
    say(
      `\n${meetings.toLocaleString('en')} meetings in ${DAYS} days, half of what there is room for; a process keeps ${megabytes.toFixed(0)} MB of them.\nBars: p95 ${worst.toFixed(1)} ms (at most ${MOST_MS}), no table read more than once (${mostReads}).`,
    );
    return {
      ok: worst <= MOST_MS && mostReads <= 1,
      figures: {
        officers: people,
        meetings,
        ...figures,
        megabytes: rounded(megabytes, 0),
        mostReadsOfATable: mostReads,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
