// What bench -- definition needs in a city: two forms published, begun and filled in by its first person, and the time it
// takes to judge the large one. In a process with that city's keys (scripts/bench/definition.ts starts it).
import { writeFileSync } from 'node:fs';
import { saveAnswers } from '@/lib/applications/commands/save-answers';
import { startApplication } from '@/lib/applications/commands/start-application';
import { readAnswers } from '@/lib/applications/domain/answers';
import { readiness } from '@/lib/applications/domain/readiness';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { idFor } from './city-rows';
import { largeForm, type Prepared, postedPage, smallForm } from './definition-forms';

const TIMES = 200;
const tenantId = 'granvik';
const job: Actor = { kind: 'job', tenantId, job: 'bench' };
const resident: Actor = {
  kind: 'resident',
  tenantId,
  personId: idFor('person', 1),
  sessionId: idFor('session', 1),
};

async function begin(document: unknown, slug: string, pages: number) {
  const published = await publishServiceVersion(job, document, { position: 1000 });
  if (published.outcome === 'refused') throw new Error(JSON.stringify(published.problems.slice(0, 3)));
  const { applicationId } = await startApplication(resident, { slug, language: 'sv' });
  for (let page = 1; page <= pages; page++) {
    await saveAnswers(resident, {
      applicationId,
      page: `page-${page}`,
      version: 0,
      language: 'sv',
      posted: postedPage(page),
      keepMine: true,
    });
  }
  return { applicationId };
}

function timeJudging(): number[] {
  const checked = checkDocument(largeForm);
  if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The large form is wrong');
  const { definition } = checked;
  const answers: Answers = Object.assign(
    {},
    ...definition.pages.map((page, index) => readAnswers(page, postedPage(index + 1), {})),
  );
  const context = { today: dateInSweden(new Date()), homes: [], children: [], self: null };
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const startedAt = performance.now();
    const { ready } = readiness(definition, answers, context);
    times.push(performance.now() - startedAt);
    if (!ready) throw new Error('The large form was not filled in right');
  }
  return times;
}

const prepared: Prepared = {
  large: await begin(largeForm, 'bench-large', 60),
  small: await begin(smallForm, 'bench-small', 1),
  judgedMs: timeJudging(),
};
writeFileSync(process.argv[2] ?? '', JSON.stringify(prepared));
process.exit(0);
