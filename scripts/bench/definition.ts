import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuild } from '../lib/build';
import { runNode } from '../lib/processes';
import { PlainError, say, step } from '../lib/progress';
import { startBenchServer } from './bench-database';
import { benchToken } from './city-rows';
import { FIELDS, type Prepared, questionText } from './definition-forms';
import { loadInTurn } from './load';
import { addressOf, portalOn } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const ROUNDS = 3;
const MOST_VALIDATION_MS = 20;
const MOST_OF_SMALL = 1.5;

/**
 * npm run bench -- definition: a form of 300 questions on 60 pages, beside one of a single page with as many questions
 * as each of those. The judging of a whole submission, a page's time at the server, and what the browser is sent.
 */
export const run: Bench = async ({ people = 1_000, seconds = 6 }) => {
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    await ensureBuild();
    const portal = await portalOn(server, people);
    stops.push(portal.stop);
    const file = join(server.dataDir, 'definition.json');
    // With the city's own keys, so in a process of its own.
    await step('Publishing two forms, filling them in, and judging the large one', () =>
      runNode(
        [
          '--conditions=react-server',
          '--disable-warning=ExperimentalWarning',
          '--import',
          'tsx',
          'scripts/bench/definition-process.ts',
          file,
        ],
        { env: { ...portal.settings, NODE_ENV: 'production' } },
      ),
    );
    const prepared = JSON.parse(await readFile(file, 'utf8')) as Prepared;

    const cookies = [`mina-sidor-session=${benchToken(1)}`];
    const targets = {
      small: `${addressOf(portal)}/applications/${prepared.small.applicationId}/page-1`,
      large: `${addressOf(portal)}/applications/${prepared.large.applicationId}/page-30`,
    };
    const loads = await step(`Measuring, ${ROUNDS} rounds of ${seconds} s each`, () =>
      loadInTurn(
        Object.entries(targets).map(([name, url]) => ({ name, url, cookies })),
        ROUNDS,
        seconds,
      ),
    );
    const [small, large] = [loads.get('small'), loads.get('large')];
    if (!small || !large) throw new PlainError('Something was not measured.');
    const page = await (await fetch(targets.large, { headers: { cookie: cookies[0] ?? '' } })).text();
    const others = FIELDS.filter((field) => field.page !== 30 && page.includes(questionText(field)));
    const shown = FIELDS.filter((field) => field.page === 30 && page.includes(questionText(field)));

    const judged = rounded(percentile(prepared.judgedMs, 0.5));
    const ofSmall = rounded(large.p50 / small.p50);
    say(
      table(
        ['', 'pages/s', 'p50 ms', 'p95 ms', 'of the small one', 'kB'],
        [
          [
            'a form of one page',
            small.perSecond.toFixed(0),
            small.p50.toFixed(1),
            small.p95.toFixed(1),
            1,
            small.kilobytes.toFixed(1),
          ],
          [
            'page 30 of 60',
            large.perSecond.toFixed(0),
            large.p50.toFixed(1),
            large.p95.toFixed(1),
            ofSmall,
            large.kilobytes.toFixed(1),
          ],
        ],
      ),
    );
    say(
      `\nA whole submission of ${FIELDS.length} answers is judged in ${judged} ms (at most ${MOST_VALIDATION_MS}).`,
    );
    say(`Questions of other pages in what the browser got: ${others.length} (none).`);
    return {
      ok:
        judged <= MOST_VALIDATION_MS && ofSmall <= MOST_OF_SMALL && others.length === 0 && shown.length === 5,
      figures: {
        questions: FIELDS.length,
        judgedMs: judged,
        judgedMsP95: rounded(percentile(prepared.judgedMs, 0.95)),
        pageTimeOfSmallForm: ofSmall,
        p50: rounded(large.p50, 1),
        otherPagesQuestions: others.length,
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};
