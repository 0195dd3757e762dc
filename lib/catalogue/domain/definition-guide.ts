import * as z from 'zod';
import type { Guide } from './definition';
import type { Finding } from './definition-checks';
import type { Texts } from './form-shape';
import { fieldsIn, type Rule } from './rules';

/*
 * "Which service fits me?": a few questions, and rules that say which of the municipality's services to look at. Only
 * questions with given answers, so that nobody can say who she is; nothing is filled in and nothing stops, since the
 * guide is there to lead somewhere. There is one for each municipality, under this name.
 */
export const GUIDE = 'guide';

/** How the document writes it; the parts are those of the whole meta-schema. */
export function guideSchema<Page extends z.ZodType, Advice extends z.ZodType>({
  slug,
  language,
  texts,
  rule,
  page,
  advice,
}: {
  slug: z.ZodType<string, string>;
  language: z.ZodType<string, string>;
  texts: z.ZodType<Texts, Texts>;
  rule: z.ZodType<Rule, Rule>;
  page: Page;
  advice: Advice;
}) {
  return z.strictObject({
    kind: z.literal('guide'),
    schema: z.literal(1),
    slug: z.literal(GUIDE),
    languages: z.array(language).min(1),
    name: texts,
    /** a sentence or two under the name, on the first page */
    summary: texts,
    pages: z.array(page).min(1),
    /** said first with the answer, where it holds: what can't wait, and help that is not a service of ours */
    advice: z.array(advice),
    /** services that fit, where the rule holds; one that the municipality doesn't show is left out */
    outcomes: z.array(z.strictObject({ id: slug, when: rule, service: slug, why: texts })).min(1),
    /** what to do where none fits */
    otherwise: z.strictObject({ title: texts, text: texts }),
  });
}

type Path = Finding['path'];

/** The rules that are judged when all is answered, with where they stand. */
export const guideRules = ({ advice, outcomes }: Guide): { rule: Rule; path: Path }[] => [
  ...advice.flatMap(({ shownIf }, a) =>
    shownIf ? [{ rule: shownIf, path: ['advice', a, 'shownIf'] as Path }] : [],
  ),
  ...outcomes.map(({ when }, o) => ({ rule: when, path: ['outcomes', o, 'when'] as Path })),
];

/** A page is sent before the next is made, and nothing opens on it meanwhile: it asks the same with and without JavaScript. */
export function checkGuide({ pages, advice, outcomes }: Guide): Finding[] {
  const findings: Finding[] = [];
  pages.forEach((page, p) => {
    const own = new Set(page.groups.flatMap((group) => group.fields.map((field) => field.id)));
    page.groups.forEach((group, g) => {
      const check = (rule: unknown, path: Path) => {
        for (const name of fieldsIn(rule)) {
          if (own.has(name)) findings.push({ path, message: 'guide-same-page', params: { name } });
        }
      };
      check(group.shownIf, ['pages', p, 'groups', g, 'shownIf']);
      group.fields.forEach((field, f) => {
        const path = ['pages', p, 'groups', g, 'fields', f];
        check(field.shownIf, [...path, 'shownIf']);
        if ('requiredIf' in field) check(field.requiredIf, [...path, 'requiredIf']);
      });
    });
  });
  const seen = new Set<string>();
  for (const [list, items] of Object.entries({ advice, outcomes })) {
    items.forEach(({ id }, i) => {
      if (seen.has(id))
        findings.push({ path: [list, i, 'id'], message: 'outcome-twice', params: { name: id } });
      seen.add(id);
    });
  }
  return findings;
}

/** What the guide's owner is told, by the finding's key. */
export const guideSentences = {
  'slug-reserved': () => `”${GUIDE}” är vägledningens namn. Välj ett annat.`,
  'guide-same-page': ({ name }: Record<string, string>) =>
    `Villkoret frågar efter ”${name}”, som står på samma sida. I vägledningen får det som visas bara bero på tidigare sidor: flytta frågan till en egen sida.`,
  'outcome-twice': ({ name }: Record<string, string>) =>
    `Två förslag eller råd heter ”${name}”. Ge dem olika id.`,
  'guide-service': ({ name }: Record<string, string>) =>
    `Kommunen har ingen tjänst som heter ”${name}” i sin katalog. Rätta namnet, eller publicera tjänsten först.`,
};
