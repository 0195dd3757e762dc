import { afterAll, describe, expect, it } from 'vitest';
import { findProblems } from '@/lib/catalogue/domain/answers-schema';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checksOf } from '@/lib/catalogue/domain/form-page';
import { allFields } from '@/lib/testing/arbitrary-answers';
import { paths } from '@/lib/testing/paths/all-paths';
import { forms, sentPage, withHomes } from '@/lib/testing/service-forms';
import { CHECK, nextPage, pagesFor, previousPage, progress } from './navigation';
import { readiness } from './readiness';

/*
 * A test of a form is a path: the answers given on each page, in order. Each path is walked forward and back by the
 * real engine, and must end ready to send. A page or a question of any service that no path reaches fails the suite.
 */

describe.each(forms)('$name', (form) => {
  const { name, definition, context } = form;
  const reached = new Set<string>();
  const answered = new Set<string>();

  it.each(Object.entries(paths[name] ?? {}))('can be walked to its end and back: %s', (_, path) => {
    let answers: Answers = {};
    let page = pagesFor(definition, answers)[0];
    for (const [index, step] of path.entries()) {
      expect(page).toBe(step.page);
      expect(progress(definition, answers, step.page)?.step).toBe(index + 1);
      answers = { ...answers, ...withHomes(step.answers, context.homes) };
      const sent = sentPage(form, step.page, answers);
      if (!sent) expect.unreachable(`${step.page} is not on the way`);
      const [pages, judgedBy, elsewhere] = checksOf(sent);
      expect(findProblems(pages, sent.answers, judgedBy, elsewhere)).toEqual([]);
      expect(Object.keys(step.answers).filter((id) => !sent.shown.includes(id))).toEqual([]);
      reached.add(step.page);
      for (const field of sent.shown) answered.add(field);
      page = nextPage(definition, answers, step.page);
    }
    expect(page).toBe(CHECK);
    expect(readiness(definition, answers, context)).toMatchObject({ ready: true, firstUnready: null });

    const back: string[] = [];
    for (
      let at = previousPage(definition, answers, CHECK);
      at !== null;
      at = previousPage(definition, answers, at)
    ) {
      back.unshift(at);
    }
    expect(back).toEqual(path.map((step) => step.page));
  });

  afterAll(() => {
    // Not a test of its own: it would pass alone, without the paths having been walked.
    const pages = definition.pages.map(({ slug }) => slug).filter((slug) => !reached.has(slug));
    const questions = allFields(definition).flatMap(({ id }) => (answered.has(id) ? [] : [id]));
    expect({ pages, questions }, 'reached by no path').toEqual({ pages: [], questions: [] });
  });
});

it('has paths for every form in the catalogue', () => {
  expect(Object.keys(paths).sort()).toEqual(forms.map(({ name }) => name).sort());
});
