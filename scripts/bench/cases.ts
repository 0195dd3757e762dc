import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuild } from '../lib/build';
import { withClient } from '../lib/database';
import { runNode } from '../lib/processes';
import { elapsed, PlainError, say, step } from '../lib/progress';
import { type BenchServer, isFilled, noteFilled, startBenchServer } from './bench-database';
import { FEW, HUNDREDS, MANY } from './cases-fill';
import type { Asked } from './cases-process';
import { citySettings, prepareDatabase, tsx } from './city';
import { benchToken, idFor } from './city-rows';
import { loadInTurn, type Target } from './load';
import { addressOf, portalAt } from './overview';
import { type Bench, percentile, rounded, table } from './report';

const ROUNDS = 5;
const MOST_OF_FEW = 1.5;
const MOST_MS = 100;

/**
 * npm run bench -- cases: the list and a case page of a person with 400 cases and 20,000 events beside those of one with
 * four; and the list of a hundred cases among 3.5 million, beside plain SQL through the same driver. All in one run.
 */
export const run: Bench = async ({ people = 1_750_000, seconds = 6 }) => {
  const others = people * 2;
  const server = await startBenchServer();
  const stops: (() => Promise<unknown>)[] = [server.stop];
  try {
    await ensureBuild();
    const databaseUrl = await ensureCases(server, others);
    // No source is silent: the warning would stand on each page alike.
    await withClient(server.superuser(nameOf(others)), (client) =>
      client.query(`update back_office_system set last_seen_at = now() + interval '1 day'`),
    );
    const portal = await portalAt(server, databaseUrl, nameOf(others));
    stops.push(portal.stop);
    const file = join(server.dataDir, 'cases.json');
    await step(`Asking for the lists of ${HUNDREDS.people} people with ${HUNDREDS.cases} cases each`, () =>
      runNode([...tsx, 'scripts/bench/cases-process.ts', 'ask', file], {
        env: { ...portal.settings, NODE_ENV: 'production' },
      }),
    );
    const asked = JSON.parse(await readFile(file, 'utf8')) as Asked;

    const at = addressOf(portal);
    const cookie = (person: number) => `mina-sidor-session=${benchToken(person)}`;
    const pagesOf = (name: string, { person, firstCase }: typeof MANY): Target[] => [
      { name: `list, ${name}`, url: `${at}/cases`, cookies: [cookie(person)] },
      {
        name: `case page, ${name}`,
        url: `${at}/cases/${idFor('case', firstCase)}`,
        cookies: [cookie(person)],
      },
    ];
    const targets: Target[] = [
      ...pagesOf('4 cases', FEW),
      ...pagesOf('400 cases, 20,000 events', MANY),
      {
        name: 'list, 100 cases, one at a time',
        url: `${at}/cases`,
        connections: 1,
        cookies: Array.from({ length: HUNDREDS.people }, (_, n) => cookie(10 * (n + 1))),
      },
    ];
    const loads = await step(`Measuring, ${ROUNDS} rounds of ${seconds} s each`, () =>
      loadInTurn(targets, ROUNDS, seconds),
    );
    const [fewList, fewPage, manyList, manyPage, hundreds] = targets.map(({ name }) => {
      const found = loads.get(name);
      if (!found) throw new PlainError(`${name} was not measured.`);
      return found;
    });
    if (!fewList || !fewPage || !manyList || !manyPage || !hundreds)
      throw new PlainError('Something was not measured.');

    say(
      table(
        ['', 'pages/s', 'p50 ms', 'p95 ms', 'kB'],
        [...loads].map(([name, one]) => [
          name,
          one.perSecond.toFixed(0),
          one.p50.toFixed(1),
          one.p95.toFixed(1),
          one.kilobytes.toFixed(1),
        ]),
      ),
    );
    const [p50, p95] = [percentile(asked.list, 0.5), percentile(asked.list, 0.95)];
    const plain = percentile(asked.plain, 0.5);
    const ofPlain = rounded(p50 / plain);
    say(
      `\n100 cases of ${others.toLocaleString('en')}, by the list itself: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms;` +
        ` plain SQL for the same rows: p50 ${plain.toFixed(1)} ms, p95 ${percentile(asked.plain, 0.95).toFixed(1)} ms.`,
    );
    // Server time is what a page costs: under the same load, the time between two answers.
    const listOfFew = rounded(fewList.perSecond / manyList.perSecond);
    const pageOfFew = rounded(fewPage.perSecond / manyPage.perSecond);
    say(
      `Bars: with 400 cases the list takes ${listOfFew} times that with 4, the case page ${pageOfFew} (at most ${MOST_OF_FEW});` +
        ` p95 of the list of a hundred ${p95.toFixed(1)} ms, as a page ${hundreds.p95.toFixed(1)} ms (at most ${MOST_MS}).`,
    );
    return {
      ok: listOfFew <= MOST_OF_FEW && pageOfFew <= MOST_OF_FEW && p95 <= MOST_MS && hundreds.p95 <= MOST_MS,
      figures: {
        cases: others,
        listOfFew,
        casePageOfFew: pageOfFew,
        listOfFewP50: rounded(manyList.p50 / fewList.p50),
        casePageOfFewP50: rounded(manyPage.p50 / fewPage.p50),
        hundredP50: rounded(p50, 1),
        hundredP95: rounded(p95, 1),
        plainP50: rounded(plain, 2),
        ofPlainSql: ofPlain,
        hundredPageP50: rounded(hundreds.p50, 1),
        hundredPageP95: rounded(hundreds.p95, 1),
      },
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

const nameOf = (others: number) => `cases_${others}`;

/** A database with so many cases in it; filled only if it isn't yet, or with older tables. Its address. */
async function ensureCases(server: BenchServer, others: number): Promise<string> {
  const name = nameOf(others);
  const databaseUrl = await server.database(name);
  if (await isFilled(databaseUrl, others)) return databaseUrl;
  await prepareDatabase(server, name, databaseUrl);
  const startedAt = performance.now();
  say(`Filling ${others.toLocaleString('en')} cases …`);
  await runNode([...tsx, 'scripts/bench/cases-process.ts', 'fill', String(others)], {
    env: { ...(await citySettings(server, databaseUrl)), CITY_URL: server.superuser(name) },
    isShown: true,
  });
  say(`Filled in ${elapsed(startedAt)}.`);
  await noteFilled(server.superuser(name), others);
  return databaseUrl;
}
