import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { ensureBuild } from '../lib/build';
import { chromiumArguments, ensureChromium } from '../lib/chromium';
import { findFreePorts } from '../lib/ports';
import { PlainError, say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { benchToken } from './city-tables';
import { addressOf, portalOn } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const BARS: Record<string, number> = { performance: 95, accessibility: 100, 'best-practices': 100 };
const RUNS = 5;
const WARM_UP = 20;
/** has two ongoing cases, a supplement to answer and a decision: a page with things on it */
const PERSON = 8;

/** npm run bench -- lighthouse: the logged-in overview as Lighthouse's mid-range phone on a slow network sees it. */
export const run: Bench = async ({ people = 1_000 }) => {
  const executablePath = await ensureChromium();
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    await ensureBuild();
    const portal = await portalOn(server, people);
    stops.push(portal.stop);
    const debugging = (await findFreePorts(server.ports.portal + 90)).portal;
    const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...chromiumArguments, `--remote-debugging-port=${debugging}`],
    });
    stops.push(
      () => rm(profile, { recursive: true, force: true }),
      () => browser.close(),
    );

    const address = `${addressOf(portal).replace('127.0.0.1', 'localhost')}/overview`;
    const headers = { Cookie: `mina-sidor-session=${benchToken(PERSON)}` };
    // A process's first page compiles what all later ones have ready.
    for (let n = 0; n < WARM_UP; n++) await (await fetch(address, { headers })).text();

    const scores = new Map<string, number[]>(Object.keys(BARS).map((name) => [name, []]));
    const remarks = new Set<string>();
    await step(`Lighthouse, ${RUNS} runs`, async () => {
      for (let n = 0; n < RUNS; n++) {
        const result = await lighthouse(address, {
          port: debugging,
          output: 'json',
          logLevel: 'error',
          onlyCategories: Object.keys(BARS),
          extraHeaders: headers,
        });
        if (!result || result.lhr.runtimeError)
          throw new PlainError(`Lighthouse: ${result?.lhr.runtimeError?.message}`);
        if (!result.lhr.finalDisplayedUrl.endsWith('/overview'))
          throw new PlainError('The overview was not shown.');
        for (const [name, category] of Object.entries(result.lhr.categories))
          scores.get(name)?.push((category.score ?? 0) * 100);
        for (const audit of Object.values(result.lhr.audits)) {
          if (audit.score !== null && audit.score < 0.9)
            remarks.add(`${audit.id}: ${audit.displayValue ?? audit.title}`);
        }
      }
    });
    const median = new Map([...scores].map(([name, values]) => [name, rounded(percentile(values, 0.5), 0)]));
    say(
      table(
        ['', 'score', 'bar'],
        [...median].map(([name, score]) => [name, score, BARS[name] ?? 0]),
      ),
    );
    for (const remark of remarks) say(`  ${remark}`);
    return {
      ok: [...median].every(([name, score]) => score >= (BARS[name] ?? 0)),
      figures: Object.fromEntries(median),
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
