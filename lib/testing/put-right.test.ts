import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readiness } from '@/lib/applications/domain/readiness';
import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import type { Rule } from '@/lib/catalogue/domain/rules';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';
import { inLanguages, t } from '@/prisma/seed/services/texts';
import { arbitraryAnswers } from './arbitrary-answers';
import { putRight } from './put-right';

const asked = { label: t('Fråga', 'Question'), missing: t('Svara', 'Answer'), required: true } as const;
const yes: Rule = { '==': [{ var: 'lives-here' }, 'yes'] };

/** Stops those who live elsewhere, and those whose incomes are more than their costs. */
const document = {
  ...inLanguages(granvikCareHome, ['sv', 'en']),
  onBehalf: undefined,
  pages: [
    {
      slug: 'first',
      title: t('Först', 'First'),
      groups: [
        {
          id: 'first-group',
          fields: [
            { ...asked, kind: 'yes-no', id: 'lives-here' },
            {
              kind: 'information',
              id: 'not-here',
              label: t('Inte här', 'Not here'),
              text: t('Sök där du bor.', 'Apply where you live.'),
              shownIf: { '!': yes },
              stops: true,
            },
            { ...asked, kind: 'money', id: 'income' },
            { ...asked, kind: 'money', id: 'cost' },
            {
              kind: 'computed',
              id: 'left',
              label: t('Kvar', 'Left'),
              value: { '-': [{ var: 'cost' }, { var: 'income' }] },
            },
          ],
        },
      ],
    },
    {
      slug: 'second',
      title: t('Sedan', 'Then'),
      shownIf: yes,
      limits: [
        {
          field: 'wanted',
          holds: { '<=': [{ var: 'wanted' }, { var: 'left' }] },
          message: t('Mindre', 'Less'),
        },
      ],
      groups: [{ id: 'second-group', fields: [{ ...asked, kind: 'money', id: 'wanted', min: 1 }] }],
    },
  ],
} satisfies ServiceDocument;

it('answers again what stops an application, and what does not agree', { timeout: 60_000 }, () => {
  const checked = checkDocument(document);
  if (!checked.ok || checked.definition.kind !== 'form') throw new Error(JSON.stringify(checked));
  const { definition } = checked;
  const context = { today: calendarDate('2026-11-24'), homes: [], children: [], self: null };
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryAnswers(definition, context), (start) => {
      let answers = start;
      for (let round = 0; round < 5; round += 1) {
        const problems = readiness(definition, answers, context).pages.flatMap((page) => page.problems);
        for (const { key } of problems) seen.add(key);
        answers = putRight(definition, answers, problems, context);
      }
      expect(readiness(definition, answers, context).ready).toBe(true);
    }),
    { numRuns: 50 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['stopped', 'limit', 'missing', 'notMoney']));
});
