import { z } from 'zod';
import { getDelayRequest } from '@/lib/cases/api';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { day, instant, iso } from '../file-shape';
import { printed, printedSection, section } from '../section';

/** What the office has told of a delay (FL 11 §), and her request that the case be decided (FL 12 §). */
export const delaySection = section({
  name: 'delay',
  schema: z.strictObject({
    notices: z.array(z.strictObject({ toldAt: instant, reason: z.string(), expectedOn: day.nullable() })),
    request: z
      .strictObject({
        requestedAt: instant,
        reasons: z.string(),
        answerBy: day.meta({ description: 'by when the municipality must have answered it' }),
        receivedAt: instant.nullable(),
      })
      .nullable(),
  }),
  async read({ actor, theCase, lang }) {
    const { sent } = await getDelayRequest(actor, theCase.id, lang);
    return {
      notices: theCase.delay.notices.toReversed().map(({ toldAt, reason, expectedOn }) => ({
        toldAt: toldAt.toISOString(),
        reason,
        expectedOn,
      })),
      request: sent && {
        requestedAt: sent.at.toISOString(),
        reasons: sent.reasons,
        answerBy: sent.answerBy,
        receivedAt: iso(sent.receivedAt),
      },
    };
  },
  print: ({ notices, request }, { t, lang }) =>
    printedSection(t('take-out:delay.title'), [
      ...notices.map(({ toldAt, reason, expectedOn }) =>
        printed(t('take-out:delay.told', { when: instantText(new Date(toldAt), lang) }), [
          ...reason.split('\n'),
          expectedOn &&
            t('case-rights:delay.told-expected', { date: dateText(calendarDate(expectedOn), lang) }),
        ]),
      ),
      ...(request
        ? [
            printed(t('take-out:delay.asked', { when: instantText(new Date(request.requestedAt), lang) }), [
              ...request.reasons.split('\n'),
              t('take-out:delay.answer-by', { date: dateText(calendarDate(request.answerBy), lang) }),
            ]),
          ]
        : []),
    ]),
});
