import type { Client } from 'pg';
import { withClient } from '../lib/database';
import { PlainError, say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { bookAll, fill, MOVES, PLAIN, RACE, type Times, typeOf } from './booking-fill';
import type { Crowd, Pressed } from './booking-process';
import { ask, child } from './children';
import { citySettings, prepareDatabase } from './city';
import { type Bench, percentile, rounded, table } from './report';

const MOST_MS = 1_000;
const MOVERS = 1_000;

/**
 * npm run bench -- booking: so many residents (`--people`) go for 500 times within so many seconds, over two instances of the
 * portal's commands, each with a pool of its own; the same rows by bare SQL in the same run; then a thousand move within half
 * that time, to times that others give up.
 */
export const run: Bench = async ({ people = 5_000, seconds = 30 }) => {
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    const databaseUrl = await server.database('booking');
    await prepareDatabase(server, 'booking', databaseUrl);
    const settings = await citySettings(server, databaseUrl);
    const bySuperuser = <T>(work: (client: Client) => Promise<T>) =>
      withClient(server.superuser('booking'), work);
    const from = await bySuperuser((client) => fill(client, Math.max(people, MOVERS)));
    const instances = [0, 1].map(() => child('scripts/bench/booking-process.ts', settings));
    stops.push(async () => {
      for (const one of instances) one.kill();
    });

    await Promise.all(instances.map((one, at) => ask(one, { do: 'awake', from, at })));

    const everybody = Array.from({ length: people }, (_, n) => n + 1);
    const inHalves = (all: readonly number[], at: number) => all.filter((n) => n % 2 === at);
    const crowd = (what: string, does: 'race' | 'plain'): Promise<Pressed[]> =>
      step(what, async () => {
        const beginsAt = Date.now() + 1_000;
        const said = await Promise.all(
          instances.map((one, at) =>
            ask<Pressed[]>(one, {
              do: does,
              from,
              people: inHalves(everybody, at),
              lastsMs: seconds * 1000,
              beginsAt,
            } satisfies Crowd & { do: string }),
          ),
        );
        return said.flat();
      });
    const plain = await crowd(`${people} go for 500 times in ${seconds} s, by bare SQL`, 'plain');
    const ours = await crowd(`${people} go for 500 times in ${seconds} s`, 'race');
    await bySuperuser((client) => bookAll(client, MOVERS, from));
    const movers = Array.from({ length: MOVERS }, (_, n) => n + 1);
    const moved = await step(`${MOVERS} move to times that others give up`, () =>
      Promise.all(
        instances.map((one, at) =>
          ask<{ said: Pressed[]; left: number }>(one, {
            do: 'move',
            from,
            people: inHalves(movers, at),
            lastsMs: (seconds * 1000) / 2,
            beginsAt: Date.now() + 1_000,
          } satisfies Crowd & { do: string }),
        ),
      ),
    );
    const moves = moved.flatMap(({ said }) => said.filter(({ said }) => said !== 'looked'));

    const rows: [string, Pressed[]][] = [
      ['bare SQL', plain],
      ['booking', ours],
      ['moving', moves],
    ];
    say(
      table(
        ['', 'presses', 'p50 ms', 'p95 ms', 'max ms', 'of bare SQL', 'faults'],
        rows.map(([name, said]) => [
          name,
          said.length,
          ...[0.5, 0.95, 1].map((share) => percentile(timesOf(said), share).toFixed(1)),
          (percentile(timesOf(said), 0.95) / percentile(timesOf(plain), 0.95)).toFixed(1),
          faults(said).length,
        ]),
      ),
    );
    for (const { said } of [...faults(ours), ...faults(moves)].slice(0, 5)) say(said);
    const found = await bySuperuser(compare);
    const p95 = rounded(percentile(timesOf(ours), 0.95), 1);
    const figures = {
      people,
      seconds,
      p95,
      p95Plain: rounded(percentile(timesOf(plain), 0.95), 1),
      p95Moving: rounded(percentile(timesOf(moves), 0.95), 1),
      faults: faults(ours).length + faults(moves).length,
      notMoved: moved.reduce((sum, { left }) => sum + left, 0),
      ...found,
    };
    say(
      `\nBars: each of the 500 times is somebody's (${found.booked}), none given twice (${found.twice}), a clear answer to each press within a second (p95 ${p95} ms, ${figures.faults} without), nobody without a time after the moves (${found.without}), and nobody with two (${found.withTwo}).`,
    );
    const ok =
      p95 <= MOST_MS &&
      figures.faults === 0 &&
      found.booked === RACE.officers * RACE.times &&
      found.bookedPlain === PLAIN.officers * PLAIN.times &&
      found.twice + found.without + found.withTwo === 0;
    return { ok, figures };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

const timesOf = (said: readonly Pressed[]) => said.map(({ ms }) => ms);
const faults = (said: readonly Pressed[]) => said.filter(({ said }) => said.startsWith('fault'));

/** What stands in the database when all is over. */
async function compare(client: Client) {
  const count = async (sql: string, values: unknown[]): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${sql}) x`, values);
    const [row] = rows;
    if (!row) throw new PlainError('Nothing was counted.');
    return row.n;
  };
  const booked = (of: Times) =>
    count(
      `select from booking b join meeting m on m.id = b.meeting_id where m.type_id = $1 and b.state = 'booked'`,
      [typeOf(of)],
    );
  return {
    booked: await booked(RACE),
    bookedPlain: await booked(PLAIN),
    twice: await count(
      `select from booking b join meeting m on m.id = b.meeting_id and m.state = 'open' where b.state = 'booked'
        group by m.officer_id, b.starts_at having count(*) > 1`,
      [],
    ),
    without: MOVERS - (await booked(MOVES)),
    withTwo: await count(
      `select from booking b join meeting m on m.id = b.meeting_id where m.type_id = $1 and b.state = 'booked'
        group by b.person_id having count(*) > 1`,
      [typeOf(MOVES)],
    ),
  };
}
