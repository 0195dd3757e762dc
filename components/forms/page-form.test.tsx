import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { FileNote } from '@/lib/applications/domain/received-files';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { compilePage, type FormPage, judge } from '@/lib/catalogue/domain/form-page';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { inputNames } from '@/lib/catalogue/domain/input-names';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { type Language, texts } from '@/lib/platform/i18n';
import { readyFields } from '@/lib/testing/ready-fields';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { careHomes } from '@/prisma/seed/services/care-homes';
import { PageForm } from './page-form';
import type { PageFormState } from './page-form-state';
import { problemText } from './problem-text';
import { readIntent, readVersion } from './saved-form';

// The page is asked for anew by Next's router, which a test has none of.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => undefined }),
}));

await readyFields();

const checked = checkDocument(granvikCareHome);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const definition = checked.definition;
const homes = (careHomes.granvik ?? []).map((home) => ({
  ...home,
  description: { text: home.description.sv ?? '', lang: 'sv' },
}));

function compiled(slug: string, answers: Answers = {}, language: Language = 'sv'): FormPage {
  const options = { language, today: calendarDate('2026-11-24'), answers, homes, children: [], self: null };
  const page = compilePage(definition, slug, options);
  if (!page) throw new Error(`${slug} can't be reached`);
  return page;
}

/** The HTML that comes without JavaScript. */
const html = (page: FormPage, language: Language = 'sv', files: FileNote[] = []) =>
  renderToStaticMarkup(
    <PageForm
      page={page}
      texts={pageTexts(texts(language))}
      version={7}
      caption="Ansökan"
      action={async (state: PageFormState) => state}
      autosave={async () => ({ status: 'failed' })}
      latestHref="/applications/1/home"
      files={files}
    />,
  );
const all = (markup: string, pattern: RegExp) =>
  [...markup.matchAll(pattern)].map(([, found]) => found ?? '');

// Every page with every follow-up question open.
const everything: Answers = {
  mandate: 'god-man',
  'applies-for': 'other',
  'lives-with': 'partner',
  living: 'other',
  'help-now': ['home-care', 'relatives'],
  unsafe: 'often',
  'language-wanted': 'other',
  'partner-moves': 'yes',
  'contact-wanted': 'yes',
};

describe.each(definition.pages.map(({ slug }) => slug))('the page %s without JavaScript', (slug) => {
  const markup = html(compiled(slug, everything));
  const ids = all(markup, / id="([^"]+)"/g);

  it('has an input for each of its questions', () => {
    const names = all(markup, / name="([^"]+)"/g);
    const fields = definition.pages
      .find((page) => page.slug === slug)
      ?.groups.flatMap((group) => group.fields);
    for (const name of (fields ?? []).flatMap(inputNames)) {
      const isLeftOut = name.endsWith('-later') && !markup.includes(texts('sv')('forms:file.later'));
      if (!isLeftOut) expect(names).toContain(name);
    }
    expect(names).toEqual(expect.arrayContaining(['version', 'shown', 'intent']));
  });

  it('has a label for every input, and no id twice', () => {
    expect(ids).toEqual([...new Set(ids)]);
    const labelled = all(markup, / for="([^"]+)"/g);
    const inputs = all(markup, /<(?:input|select|textarea)[^>]*? id="([^"]+)"/g);
    expect(inputs.filter((id) => !labelled.includes(id))).toEqual([]);
    for (const id of all(markup, / aria-describedby="([^"]+)"/g).flatMap((list) => list.split(' '))) {
      expect(ids).toContain(id);
    }
  });

  it('has one main heading', () => {
    expect(all(markup, /<(h1)/g)).toHaveLength(1);
  });

  it('presses "go on" by Enter', () => {
    expect(/<button[^>]*value="([^"]+)"/.exec(markup)?.[1]).toBe('next');
  });
});

describe('a page that is shown again', () => {
  it('has what was answered', () => {
    const markup = html(compiled('partner', { ...everything, 'together-since': '1962-06-16' }));
    expect(markup).toMatch(/name="partner-moves"[^>]*checked[^>]*value="yes"/);
    expect(markup).toMatch(/name="together-since-day"[^>]*value="16"/);
  });

  it('shows a follow-up question only when its answer is there', () => {
    expect(html(compiled('home'))).not.toContain('name="living-other"');
    expect(html(compiled('home', { living: 'other' }))).toContain('name="living-other"');
  });

  it('marks what need not be answered, and follows the answers in that', () => {
    const optional = texts('sv')('forms:optional');
    const why = (unsafe: string) =>
      /data-form-field="unsafe-why".*?<\/label>/.exec(html(compiled('safety', { unsafe })))?.[0];
    expect(why('sometimes')).toContain(optional);
    expect(why('often')).not.toContain(optional);
  });

  it('lists received files with a button to remove each', () => {
    const file = { id: 'f-1', name: 'intyg.pdf', size: 9, mediaType: 'application/pdf' };
    const markup = html(compiled('attachments', { attachments: { files: [file], later: true } }));
    expect(markup).toContain('value="remove:f-1"');
    expect(markup).toContain('Ta bort intyg.pdf');
    expect(markup).toMatch(/name="attachments-later"[^>]*checked=""/);
  });

  it('is in the reader’s language', () => {
    expect(html(compiled('home', {}, 'ar'), 'ar')).toContain('مع من تسكن؟');
  });
});

describe('a problem', () => {
  it('is told in the question’s own words, or the general ones with their values', () => {
    const page = compiled('home');
    const words = pageTexts(texts('sv'));
    expect(problemText({ field: 'living', key: 'missing', params: {} }, page, words)).toBe(
      'Välj var du bor just nu',
    );
    expect(
      problemText({ field: 'living-other', key: 'tooLong', params: { max: 100, length: 130 } }, page, words),
    ).toBe('Korta texten. Den får vara högst 100 tecken och är nu 130.');
  });
});

describe('the button that was pressed', () => {
  const posted = (name: string, value: string) => {
    const data = new FormData();
    data.set(name, value);
    return data;
  };
  it.each([
    ['next', { kind: 'next' }],
    ['later', { kind: 'later' }],
    ['upload', { kind: 'upload' }],
    ['keep-mine', { kind: 'keep-mine' }],
    ['remove:f-1', { kind: 'remove', fileId: 'f-1' }],
    ['drop-tables', { kind: 'next' }],
  ])('%s', (value, intent) => {
    expect(readIntent(posted('intent', value))).toEqual(intent);
  });

  it.each([
    ['7', 7],
    ['', -1],
    ['-3', -1],
    ['1e9', -1],
    ['99999999999', -1],
  ])('version "%s"', (value, version) => {
    expect(readVersion(posted('version', value))).toBe(version);
  });
});

it('judges the compiled page as it says', () => {
  const page = compiled('home', { living: 'other' });
  expect(judge(page, page.answers)).toEqual({
    answers: page.answers,
    shown: page.shown,
    required: page.required,
    sums: page.sums,
  });
});

describe('files that a scanner looks through', () => {
  const reference = (id: string) => ({ id, name: `${id}.pdf`, size: 1, mediaType: 'application/pdf' });
  const note = (id: string, state: FileNote['state']): FileNote => ({
    id,
    name: `${id}.pdf`,
    field: 'attachments',
    state,
  });
  const answers = { attachments: { files: ['one', 'two'].map(reference), later: false } };
  const markup = html(compiled('attachments', answers), 'sv', [
    note('one', 'waiting'),
    note('two', 'clean'),
    note('three', 'infected'),
  ]);
  const t = texts('sv');

  it('say how it stands with each, and what to do with one that is gone', () => {
    for (const state of ['waiting', 'clean', 'infected'] as const) {
      expect(markup).toContain(t(`forms:file.${state}`));
    }
    expect(markup).toContain(t('forms:file.waitingText'));
    expect(markup).toContain(t('forms:file.infectedText'));
    expect(markup).toContain('value="remove:three"');
  });

  it('say nothing where no scanner is connected', () => {
    expect(html(compiled('attachments', answers))).not.toContain(t('forms:file.clean'));
  });
});
