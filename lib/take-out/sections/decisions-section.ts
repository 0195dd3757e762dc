import { z } from 'zod';
import { getDecision } from '@/lib/cases/api';
import { decisionMatters, decisionOutcomes } from '@/lib/cases/domain/decision';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { day, instant } from '../file-shape';
import { printed, section } from '../section';

const common = { arrivedAt: instant, appealLastOn: day.nullable() };

/** What was decided. One that she has not opened is named, and taking the case out doesn't open it. */
export const decisionsSection = section({
  name: 'decisions',
  schema: z.array(
    z.discriminatedUnion('isOpened', [
      z.strictObject({ isOpened: z.literal(false), ...common }),
      z.strictObject({
        isOpened: z.literal(true),
        ...common,
        openedAt: instant,
        matter: z.enum(decisionMatters),
        outcome: z.enum(decisionOutcomes),
        decidedOn: day,
        decided: z.string(),
        reasons: z.string(),
        validFrom: day.nullable(),
        lawReference: z.string().nullable(),
        document: z.string().nullable().meta({ description: 'the address of the PDF; asks for a log-in' }),
      }),
    ]),
  ),
  async read({ actor, theCase, lang }) {
    return Promise.all(
      theCase.decisions.toReversed().map(async ({ id: decisionId }) => {
        const found = await getDecision(actor, { caseId: theCase.id, decisionId }, lang);
        const facts = { arrivedAt: found.arrivedAt.toISOString(), appealLastOn: found.appeal.lastOn };
        if (!found.isOpened) return { isOpened: false as const, ...facts };
        const { openedAt, matter, outcome, decidedOn, content, file } = found;
        return {
          isOpened: true as const,
          ...facts,
          openedAt: openedAt.toISOString(),
          matter,
          outcome,
          decidedOn,
          decided: content.decided,
          reasons: content.reasons,
          validFrom: content.validFrom ?? null,
          lawReference: content.lawReference ?? null,
          document: file && `/api/files/${file.id}`,
        };
      }),
    );
  },
  print: (all, { t, lang }) =>
    all.map((one) => {
      const date = (text: string) => dateText(calendarDate(text), lang);
      if (!one.isOpened)
        return {
          title: t('take-out:decision.sealed-title', { when: instantText(new Date(one.arrivedAt), lang) }),
          groups: [
            {
              title: null,
              items: [printed(t('take-out:decision.sealed'), [t('take-out:decision.sealed-text')])],
            },
          ],
        };
      return {
        title: t('take-out:decision.title', { date: date(one.decidedOn) }),
        groups: [
          {
            title: null,
            items: [
              printed(t('take-out:decision.outcome'), [
                one.matter === 'delay_request'
                  ? t('case-rights:delay.decision-title')
                  : t(`cases:decision.outcome.${one.outcome}`),
              ]),
              printed(t('cases:decision.decided'), one.decided.split('\n')),
              printed(t('cases:decision.reasons'), one.reasons.split('\n')),
              ...(one.lawReference ? [printed(t('cases:decision.law'), [one.lawReference])] : []),
              ...(one.validFrom ? [printed(t('cases:decision.valid-from'), [date(one.validFrom)])] : []),
              printed(t('cases:decision.opened'), [instantText(new Date(one.openedAt), lang)]),
              ...(one.appealLastOn
                ? [printed(t('take-out:decision.appeal-last'), [date(one.appealLastOn)])]
                : []),
            ],
          },
        ],
      };
    }),
});
