import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { ensureBuild } from '../lib/build';
import { chromiumArguments, ensureChromium } from '../lib/chromium';
import { findFreePorts } from '../lib/ports';
import { PlainError, say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { benchToken } from './city-rows';
import { addressOf, portalOn } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const BARS: Record<string, number> = { performance: 95, accessibility: 100, 'best-practices': 100 };
const RUNS = 5;
const ATTEMPTS = 3;
const WARM_UP = 20;
/** has two ongoing cases, a supplement to answer and a decision: a page with things on it */
const PERSON = 8;

const MILLISECONDS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];

/** What several runs on one page gave; `of` is the median of a score (0 to 100) or of a time (ms). */
class Figures {
  readonly names = [...Object.keys(BARS), ...MILLISECONDS];
  private readonly values = new Map<string, number[]>(this.names.map((name) => [name, []]));

  add({ categories, audits }: Result): void {
    for (const name of this.names) {
      const value = categories[name] ? (categories[name].score ?? 0) * 100 : audits[name]?.numericValue;
      this.values.get(name)?.push(value ?? Number.NaN);
    }
  }

  of(name: string): number {
    return rounded(percentile(this.values.get(name) ?? [], 0.5), 0);
  }
}

/**
 * npm run bench -- lighthouse: the logged-in overview as Lighthouse's mid-range phone on a slow network sees it, beside
 * an empty page of the same server, whose times are those of the framework and of the machine.
 */
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

    const address = (path: string) => `${addressOf(portal).replace('127.0.0.1', 'localhost')}${path}`;
    const headers = { Cookie: `mina-sidor-session=${benchToken(PERSON)}` };
    // A process's first page compiles what all later ones have ready.
    for (let n = 0; n < WARM_UP; n++) await (await fetch(address('/overview'), { headers })).text();

    const look = async (path: string, attempt = 1): Promise<Result> => {
      const result = await lighthouse(address(path), {
        port: debugging,
        output: 'json',
        logLevel: 'error',
        onlyCategories: Object.keys(BARS),
        extraHeaders: headers,
      });
      const failure = result?.lhr.runtimeError;
      // On a crowded machine a recording is now and then without its beginning; Lighthouse itself says to run again.
      if (failure?.code === 'NO_NAVSTART' && attempt < ATTEMPTS) return await look(path, attempt + 1);
      if (!result || failure) throw new PlainError(`Lighthouse: ${failure?.message}`);
      if (!result.lhr.finalDisplayedUrl.endsWith(path)) throw new PlainError(`${path} was not shown.`);
      return result.lhr;
    };
    const pages = { overview: new Figures(), empty: new Figures() };
    const remarks = new Set<string>();
    await step(`Lighthouse, ${RUNS} runs`, async () => {
      for (let n = 0; n < RUNS; n++) {
        pages.empty.add(await look('/empty'));
        const lhr = await look('/overview');
        pages.overview.add(lhr);
        for (const audit of Object.values(lhr.audits)) {
          if (audit.score !== null && audit.score < 0.9)
            remarks.add(`${audit.id}: ${audit.displayValue ?? audit.title}`);
        }
      }
    });
    const { overview, empty } = pages;
    say(
      table(
        ['', 'overview', 'empty page', 'bar'],
        overview.names.map((name) => [name, overview.of(name), empty.of(name), BARS[name] ?? '']),
      ),
    );
    for (const remark of remarks) say(`  ${remark}`);
    return {
      ok: Object.entries(BARS).every(([name, bar]) => overview.of(name) >= bar),
      figures: {
        ...Object.fromEntries(Object.keys(BARS).map((name) => [name, overview.of(name)])),
        performanceOfEmptyPage: empty.of('performance'),
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
