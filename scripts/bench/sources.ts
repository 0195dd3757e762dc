import { createServer, type Server, type Socket } from 'node:net';
import { ensureBuild } from '../lib/build';
import { say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { benchToken, idFor } from './city-rows';
import { type Load, load, type Target } from './load';
import { addressOf, portalOn } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const PEOPLE = 1_000;
/** Has four cases. */
const PERSON = { n: 9, firstCase: 9 };
const ROUNDS = 3;
const MOST_MS = 300;
const SOURCES = ['bankId', 'broker', 'register', 'backOffice', 'smtp', 'digitalMail', 'demo'] as const;
type How = 'answering' | 'hanging' | 'dead';

/**
 * npm run bench -- sources: a resident's overview, list of cases and case page while every system around the portal
 * answers, takes calls and never answers, or isn't there. In turn, so that what disturbs the machine disturbs all.
 */
export const run: Bench = async ({ seconds = 3 }) => {
  const server = await startBenchServer();
  const stops: (() => unknown)[] = [server.stop];
  try {
    await ensureBuild();
    const portal = await portalOn(server, PEOPLE);
    stops.push(portal.stop);
    const cookies = [`mina-sidor-session=${benchToken(PERSON.n)}`];
    const at = addressOf(portal);
    const targets: Target[] = [
      { name: 'overview', url: `${at}/overview`, cookies, connections: 2 },
      { name: 'list of cases', url: `${at}/cases`, cookies, connections: 2 },
      { name: 'case page', url: `${at}/cases/${idFor('case', PERSON.firstCase)}`, cookies, connections: 2 },
    ];
    const loads = new Map<string, Load[]>();
    let asked = 0;
    await step(`Measuring, ${ROUNDS} rounds`, async () => {
      for (const target of targets) {
        // The first answer waits for what a process loads once.
        await fetch(target.url, { headers: { cookie: cookies[0] ?? '' } }).then((answer) => answer.text());
        await load(target, seconds);
      }
      for (let round = 0; round < ROUNDS; round++) {
        for (const how of ['answering', 'hanging', 'dead'] as const) {
          const stand = await standIn(
            SOURCES.map((source) => server.ports[source]),
            how,
          );
          for (const target of targets) {
            const name = `${target.name}, sources ${how}`;
            loads.set(name, [...(loads.get(name) ?? []), await load(target, seconds)]);
          }
          asked += stand.calls();
          await stand.stop();
        }
      }
    });
    const p95 = (name: string, how: How) =>
      percentile(
        (loads.get(`${name}, sources ${how}`) ?? []).map((one) => one.p95),
        0.5,
      );
    const rows = targets.map(({ name }) => {
      const [usual, hanging, dead] = [p95(name, 'answering'), p95(name, 'hanging'), p95(name, 'dead')];
      return { name, usual, hanging, dead, slower: Math.max(hanging, dead) - usual };
    });
    say(
      table(
        ['p95 ms', 'sources answer', 'hang', 'are dead', 'slower by'],
        rows.map(({ name, ...ms }) => [name, ...Object.values(ms).map((one) => one.toFixed(1))]),
      ),
    );
    const slower = rounded(Math.max(...rows.map((one) => one.slower)), 1);
    say(
      `\nBars: at most ${MOST_MS} ms slower (${slower}). While the pages were shown the sources were called ${asked} times.`,
    );
    return { ok: slower <= MOST_MS && asked === 0, figures: { slowerByMs: slower, callsToSources: asked } };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

/** All that is around the portal, at the ports its settings name. Counts who calls. */
async function standIn(ports: readonly number[], how: How) {
  let calls = 0;
  const open = new Set<Socket>();
  const answer = (socket: Socket) => {
    calls += 1;
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    if (how === 'answering') socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n');
  };
  const servers: Server[] = how === 'dead' ? [] : ports.map(() => createServer(answer));
  await Promise.all(
    servers.map((one, at) => new Promise<void>((resolve) => one.listen(ports[at], '127.0.0.1', resolve))),
  );
  return {
    calls: () => calls,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}
