import { join } from 'node:path';
import { ensureBuild } from '../lib/build';
import { findFreePorts } from '../lib/ports';
import { keepRunning } from '../lib/processes';
import { PlainError, say, step } from '../lib/progress';
import { type Stack, startStack } from '../lib/stack';
import { type BenchServer, startBenchServer } from './bench-database';
import { citySettings, ensureCity } from './city';
import { benchToken, LOGGED_IN } from './city-rows';
import { loadInTurn, type Target } from './load';
import { type Bench, rounded, table } from './report';

const SMALL = 1_000;
const ROUNDS = 5;

/**
 * npm run bench -- overview: a logged-in overview in a small and a large city, beside an empty page of the same server
 * and a bare node:http server that runs the same SQL; all in one run on the same cores.
 */
export const run: Bench = async ({ people = 1_000_000, seconds = 8 }) => {
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    await ensureBuild();
    const small = await portalOn(server, SMALL);
    stops.push(small.stop);
    const large = await portalOn(server, people);
    stops.push(large.stop);
    const floor = await floorServer(server, large.settings);
    stops.push(floor.stop);

    const targets: Target[] = [
      { name: 'empty page', url: `${addressOf(large)}/empty` },
      {
        name: `overview, ${people.toLocaleString('en')} people`,
        url: `${addressOf(large)}/overview`,
        cookies: cookies(people),
      },
      {
        name: `overview, ${SMALL.toLocaleString('en')} people`,
        url: `${addressOf(small)}/overview`,
        cookies: cookies(SMALL),
      },
      { name: 'node:http, same SQL', url: floor.url, cookies: cookies(people) },
    ];
    const loads = await step(`Measuring, ${ROUNDS} rounds of ${seconds} s each`, () =>
      loadInTurn(targets, ROUNDS, seconds),
    );
    const [empty, big, little, bare] = targets.map(({ name }) => {
      const found = loads.get(name);
      if (!found) throw new PlainError(`${name} was not measured.`);
      return found;
    });
    if (!empty || !big || !little || !bare) throw new PlainError('Something was not measured.');

    say(
      table(
        ['', 'pages/s', 'of empty', 'p50 ms', 'p95 ms', 'p99 ms', 'kB'],
        [...loads].map(([name, one]) => [
          name,
          one.perSecond.toFixed(0),
          (one.perSecond / empty.perSecond).toFixed(2),
          one.p50.toFixed(1),
          one.p95.toFixed(1),
          one.p99.toFixed(1),
          one.kilobytes.toFixed(1),
        ]),
      ),
    );
    const ofEmpty = rounded(big.perSecond / empty.perSecond);
    const growth = rounded(big.p95 / little.p95);
    say(
      `\nBars: throughput ${ofEmpty} of the empty page's (at least 0.6); p95 grows ${growth} times (at most 1.2).`,
    );
    return {
      ok: ofEmpty >= 0.6 && growth <= 1.2,
      figures: {
        people,
        throughputOfEmptyPage: ofEmpty,
        p95GrowthFromThousand: growth,
        throughputOfBareServer: rounded(big.perSecond / bare.perSecond, 3),
        overviewPerSecond: rounded(big.perSecond, 0),
        emptyPerSecond: rounded(empty.perSecond, 0),
        barePerSecond: rounded(bare.perSecond, 0),
        p50: rounded(big.p50, 1),
        p95: rounded(big.p95, 1),
        p99: rounded(big.p99, 1),
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

/** The first people of the city, whose tokens are known. */
const cookies = (people: number): string[] =>
  Array.from({ length: Math.min(people, LOGGED_IN) }, (_, n) => `mina-sidor-session=${benchToken(n + 1)}`);

export const addressOf = (stack: Stack): string => `http://127.0.0.1:${new URL(stack.urls.granvik).port}`;

export async function portalOn(
  server: BenchServer,
  people: number,
  settings: Record<string, string> = {},
): Promise<Stack> {
  return portalAt(server, await ensureCity(server, people), `portal-${people}`, settings);
}

/** A portal on a database that is filled; `name` tells its folder from others'. */
export async function portalAt(
  server: BenchServer,
  databaseUrl: string,
  name: string,
  settings: Record<string, string> = {},
): Promise<Stack> {
  return startStack({
    appEnv: 'test',
    ports: await findFreePorts(server.ports.portal + 20),
    dataDir: join(server.dataDir, name),
    databaseUrl,
    parts: ['portal'],
    settings: { ...(await citySettings(server, databaseUrl)), LOG_LEVEL: 'error', ...settings },
  });
}

/** A bare server of ours beside the portal, with its settings; up when it answers at all. */
export async function floorServer(
  server: BenchServer,
  settings: Record<string, string>,
  script = 'scripts/bench/floor-server.ts',
) {
  const { portal: port } = await findFreePorts(server.ports.portal + 60);
  const kept = await keepRunning({
    name: 'floor',
    args: [
      '--conditions=react-server',
      '--disable-warning=ExperimentalWarning',
      '--import',
      'tsx',
      script,
      String(port),
    ],
    env: { ...settings, NODE_ENV: 'production' },
    logFile: join(server.dataDir, 'logs', 'floor.log'),
  });
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return { url, pid: kept.pid ?? 0, stop: kept.stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new PlainError('The bare server did not start.');
}
