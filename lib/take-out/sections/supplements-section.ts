import { z } from 'zod';
import { getSupplement } from '@/lib/cases/api';
import { supplementStatuses } from '@/lib/cases/domain/supplement';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { asTaken, day, instant, iso, takenFile } from '../file-shape';
import { printed, section } from '../section';

/** What was asked for, and what she has sent. What she has written and not sent is hers alone, and not in the case yet. */
export const supplementsSection = section({
  name: 'supplements',
  schema: z.array(
    z.strictObject({
      askedAt: instant,
      dueOn: day,
      status: z.enum(supplementStatuses),
      text: z.string(),
      items: z.array(z.string()),
      sent: z.array(
        z.strictObject({
          sentAt: instant,
          wasLate: z.boolean(),
          receivedAt: instant.nullable().meta({ description: 'by the officers' }),
          answers: z.array(
            z.strictObject({ item: z.string(), answer: z.string(), files: z.array(takenFile) }),
          ),
        }),
      ),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const oldestFirst = theCase.supplements.toReversed();
    return Promise.all(
      oldestFirst.map(async ({ id: supplementId }) => {
        const found = await getSupplement(actor, { caseId: theCase.id, supplementId }, lang);
        return {
          askedAt: found.askedAt.toISOString(),
          dueOn: found.dueOn,
          status: found.status,
          text: found.request.text,
          items: found.items.map(({ text }) => text),
          sent: found.parts.map(({ sentAt, wasLate, receivedAt, items }) => ({
            sentAt: sentAt.toISOString(),
            wasLate,
            receivedAt: iso(receivedAt),
            answers: items.map(({ text, answer, files }) => ({
              item: text,
              answer,
              files: files.map(asTaken),
            })),
          })),
        };
      }),
    );
  },
  print: (all, { t, lang }) =>
    all.map(({ askedAt, dueOn, text, items, sent }) => ({
      title: t('take-out:supplement.title', { date: instantText(new Date(askedAt), lang) }),
      groups: [
        {
          title: null,
          items: [
            printed(t('take-out:supplement.why'), text.split('\n')),
            printed(t('take-out:supplement.items'), items, { isList: true }),
            printed(t('take-out:supplement.due'), [dateText(calendarDate(dueOn), lang)]),
            ...(sent.length === 0
              ? [printed(t('take-out:supplement.nothing-sent'), [t('take-out:none')])]
              : []),
          ],
        },
        ...sent.map(({ sentAt, answers }) => ({
          title: t('take-out:supplement.sent', { when: instantText(new Date(sentAt), lang) }),
          items: answers.map(({ item, answer, files }) =>
            printed(item, [...answer.split('\n'), ...files.map(({ name }) => t('take-out:file', { name }))]),
          ),
        })),
      ],
    })),
});
