import { z } from 'zod';
import { moreTimeOutcomes } from '@/lib/cases/domain/more-time';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { day, instant, iso } from '../file-shape';
import { printed, printedSection, section } from '../section';

/** The later days that she has asked for, to send what was asked for or to comment by, and what was answered. */
export const moreTimeSection = section({
  name: 'moreTime',
  schema: z.array(
    z.strictObject({
      about: z.enum(['supplement', 'comments']),
      sentAt: instant,
      wishedOn: day,
      reason: z.string(),
      receivedAt: instant.nullable().meta({ description: 'by the officers' }),
      outcome: z.enum(moreTimeOutcomes).nullable().meta({ description: 'null: nobody has answered' }),
      dueOn: day.nullable().meta({ description: 'the day that was given' }),
      refusal: z.string().nullable().meta({ description: 'why it was refused' }),
      answeredAt: instant.nullable(),
    }),
  ),
  async read({ theCase }) {
    return theCase.moreTime
      .toReversed()
      .map(({ supplementId, wishedOn, reason, outcome, dueOn, ...one }) => ({
        about: supplementId === null ? ('comments' as const) : ('supplement' as const),
        sentAt: one.sentAt.toISOString(),
        wishedOn,
        reason,
        receivedAt: iso(one.receivedAt),
        outcome,
        dueOn,
        refusal: one.refusal,
        answeredAt: iso(one.answeredAt),
      }));
  },
  print: (all, { t, lang }) => {
    const date = (on: string) => dateText(calendarDate(on), lang);
    return printedSection(
      t('take-out:more-time.title'),
      all.map(({ sentAt, wishedOn, reason, outcome, dueOn, refusal }) =>
        printed(t('take-out:more-time.asked', { when: instantText(new Date(sentAt), lang) }), [
          t('take-out:more-time.wished', { date: date(wishedOn) }),
          ...reason.split('\n'),
          outcome === null && t('take-out:more-time.unanswered'),
          dueOn && t('take-out:more-time.granted', { date: date(dueOn) }),
          ...(refusal === null ? [] : [t('take-out:more-time.refused'), ...refusal.split('\n')]),
        ]),
      ),
    );
  },
});
