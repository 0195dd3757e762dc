import { ensureBuild } from '../lib/build';
import { findFreePorts } from '../lib/ports';
import { PlainError, say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { ask, child } from './children';
import { LOGGED_IN } from './city-rows';
import type { ClientsPlan, Heard } from './live-clients';
import type { Sent } from './live-events';
import { heldBy, memoryOf, watchMemory } from './memory';
import { addressOf, floorServer, portalOn } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const LIMIT_MS = 2_000;
/** What the portal may hold on to at the end, of what it held when all pages were open, and still be called flat. */
const MOST_GROWTH = 1.1;

/**
 * npm run bench -- live: so many open pages on one portal, and as many on a bare node:http server with the same LISTEN;
 * each second something happens to somebody, by the portal's own way of telling. All in one run, on the same events.
 */
export const run: Bench = async ({ people = LOGGED_IN, seconds = 600 }) => {
  if (people > LOGGED_IN) throw new PlainError(`Only ${LOGGED_IN} people of a city are logged in.`);
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    await ensureBuild();
    const inspector = (await findFreePorts(server.ports.portal + 80)).portal;
    const portal = await portalOn(server, LOGGED_IN, {
      NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspector}`,
    });
    stops.push(portal.stop);
    const floor = await floorServer(server, portal.settings, 'scripts/bench/live-floor-server.ts');
    stops.push(floor.stop);
    const sides = [
      { name: 'portal', url: `${addressOf(portal)}/api/live`, pid: portal.process('portal').pid ?? 0 },
      { name: 'node:http, same LISTEN', url: `${floor.url}live`, pid: floor.pid },
    ] as const;
    const empty = await Promise.all(sides.map(({ pid }) => memoryOf(pid)));

    const clients = sides.map(() => child('scripts/bench/live-clients.ts', {}));
    stops.push(async () => {
      for (const one of clients) one.kill();
    });
    await step(`Opening ${people.toLocaleString('en')} pages on each`, () =>
      Promise.all(
        clients.map((one, at) =>
          ask(one, { url: sides[at]?.url ?? '', pages: people } satisfies ClientsPlan),
        ),
      ),
    );
    const pid = portal.process('portal').pid ?? 0;
    const heldFirst = await heldBy(pid, inspector);
    const watches = sides.map(({ pid }) => watchMemory(pid));
    const events = child('scripts/bench/live-events.ts', portal.settings);
    stops.push(async () => events.kill());
    const sent = await step(`Telling of something each second, ${seconds} s`, () =>
      ask<Sent[]>(events, { people, seconds }),
    );
    // What came late is late; what comes later than this never came.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const memory = watches.map((watch) => watch.stop());
    const heldLast = await heldBy(pid, inspector);
    const results = await Promise.all(
      clients.map(async (one, at) => ({
        ...judge(sent, await ask<Heard[]>(one, 'what was heard?')),
        ...(memory[at] ?? { first: Number.NaN, last: Number.NaN }),
        perPage: (1000 * ((memory[at]?.first ?? 0) - (empty[at] ?? 0))) / people,
      })),
    );
    const [ours, bare] = results;
    if (!ours || !bare) throw new PlainError('Something was not measured.');
    say(
      table(
        ['', 'in 2 s', 'p50 ms', 'p95 ms', 'max ms', 'wrong', 'MB first', 'MB last', 'kB a page'],
        results.map((one, at) => [
          sides[at]?.name ?? '',
          `${(100 * one.inTime).toFixed(2)} %`,
          one.p50.toFixed(1),
          one.p95.toFixed(1),
          one.max.toFixed(0),
          one.wrong,
          one.first.toFixed(0),
          one.last.toFixed(0),
          one.perPage.toFixed(0),
        ]),
      ),
    );
    const growth = rounded(heldLast / heldFirst);
    say(
      `\nBars: all within 2 s (${ours.late} were not), nobody told of another's (${ours.wrong}), what the portal holds on to grows ${growth} times (at most ${MOST_GROWTH}): ${heldFirst.toFixed(0)} MB, then ${heldLast.toFixed(0)}.`,
    );
    return {
      ok: sent.length > 0 && ours.inTime === 1 && ours.wrong === 0 && growth <= MOST_GROWTH,
      figures: {
        pages: people,
        seconds,
        events: sent.length,
        withinTwoSeconds: rounded(ours.inTime, 4),
        wrong: ours.wrong,
        p50: rounded(ours.p50, 1),
        p95: rounded(ours.p95, 1),
        max: rounded(ours.max, 0),
        p95OfBareServer: rounded(ours.p95 / bare.p95),
        bareP95: rounded(bare.p95, 1),
        memoryFirstMb: rounded(ours.first, 0),
        memoryLastMb: rounded(ours.last, 0),
        memoryGrowth: rounded(ours.last / ours.first),
        heldFirstMb: rounded(heldFirst, 0),
        heldLastMb: rounded(heldLast, 0),
        heldGrowth: growth,
        kilobytesPerPage: rounded(ours.perPage, 0),
        memoryOfBareServer: rounded(ours.last / bare.last),
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

/** How long each event took to its person; told twice counts once, by the first. */
function judge(sent: readonly Sent[], heard: readonly Heard[]) {
  const events = new Map(sent.map((one) => [one.eventId, one]));
  const first = new Map<string, number>();
  let wrong = 0;
  for (const { eventId, person, at } of heard) {
    const event = events.get(eventId);
    if (!event) continue;
    if (event.person !== person) wrong += 1;
    else first.set(eventId, Math.min(first.get(eventId) ?? Number.POSITIVE_INFINITY, at));
  }
  const times = sent.map(({ eventId, at }) => (first.get(eventId) ?? Number.POSITIVE_INFINITY) - at);
  const late = times.filter((time) => time > LIMIT_MS).length;
  return {
    wrong,
    late,
    inTime: 1 - late / sent.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    max: Math.max(...times),
  };
}
