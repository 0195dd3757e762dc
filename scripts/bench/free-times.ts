import { withClient } from '../lib/database';
import { say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { ask, child } from './children';
import { citySettings, prepareDatabase } from './city';
import { DAYS, fill } from './free-times-fill';
import type { Measured } from './free-times-process';
import { type Bench, percentile, rounded, table } from './report';

const MOST_MS = 50;
const ROUNDS = 200;

/**
 * npm run bench -- free-times: the free times of a type with so many officers (`--people`, 200) over twelve weeks, half
 * full: statement and domain, beside the bare statement in turn with it, in one process on the same cores.
 */
export const run: Bench = async ({ people = 200 }) => {
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    const databaseUrl = await server.database('free_times');
    await prepareDatabase(server, 'free_times', databaseUrl);
    const { from, meetings } = await step(`Filling the calendars of ${people} officers`, () =>
      withClient(server.superuser('free_times'), (client) => fill(client, people)),
    );
    const measuring = child('scripts/bench/free-times-process.ts', await citySettings(server, databaseUrl));
    stops.push(async () => measuring.kill());
    const { oursMs, bareMs, domainMs, times, choices, tables } = await step(`Asking ${ROUNDS} times`, () =>
      ask<Measured>(measuring, { do: 'measure', from, rounds: ROUNDS }),
    );
    const p95 = rounded(percentile(oursMs, 0.95), 1);
    const bareP95 = rounded(percentile(bareMs, 0.95), 1);
    const most = Math.max(...Object.values(tables));
    say(
      table(
        ['', 'p50 ms', 'p95 ms', 'max ms'],
        (
          [
            ['bare statement', bareMs],
            ['free times', oursMs],
            ['of which domain', domainMs],
          ] as const
        ).map(([name, ms]) => [name, ...[0.5, 0.95, 1].map((share) => percentile(ms, share).toFixed(1))]),
      ),
    );
    say(
      `\n${meetings.toLocaleString('en')} meetings in ${DAYS} days; ${times} times found at ten places, with ${choices.toLocaleString('en')} officers to choose from in all.\nBars: p95 ${p95} ms (at most ${MOST_MS}), no table read more than once (${most}).`,
    );
    return {
      ok: p95 <= MOST_MS && most <= 1,
      figures: {
        officers: people,
        meetings,
        p50: rounded(percentile(oursMs, 0.5), 1),
        p95,
        bareP50: rounded(percentile(bareMs, 0.5), 1),
        bareP95,
        domainP95: rounded(percentile(domainMs, 0.95), 1),
        times,
        mostReadsOfATable: most,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
