import { z } from 'zod';
import { getCommentRound } from '@/lib/cases/api';
import { commentKinds, commentRoundStatuses } from '@/lib/cases/domain/comment-round';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { asTaken, day, instant, iso, takenFile } from '../file-shape';
import { printed, section } from '../section';

/** What the decision was to build on, and what she has said of it. */
export const commentsSection = section({
  name: 'comments',
  schema: z.array(
    z.strictObject({
      askedAt: instant,
      dueOn: day,
      status: z.enum(commentRoundStatuses),
      material: z
        .strictObject({ text: z.string(), files: z.array(takenFile) })
        .nullable()
        .meta({ description: 'null: the office has taken it back' }),
      sent: z.array(
        z.strictObject({
          kind: z.enum(commentKinds),
          sentAt: instant,
          wasLate: z.boolean(),
          receivedAt: instant.nullable().meta({ description: 'by the officers' }),
          text: z.string(),
          files: z.array(takenFile),
        }),
      ),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const oldestFirst = theCase.commentRounds.toReversed();
    return Promise.all(
      oldestFirst.map(async ({ id: roundId }) => {
        const { askedAt, dueOn, status, material, comments } = await getCommentRound(
          actor,
          { caseId: theCase.id, roundId },
          lang,
        );
        return {
          askedAt: askedAt.toISOString(),
          dueOn,
          status,
          material: material && { text: material.text, files: material.files.map(asTaken) },
          sent: comments.map(({ kind, sentAt, wasLate, receivedAt, text, files }) => ({
            kind,
            sentAt: sentAt.toISOString(),
            wasLate,
            receivedAt: iso(receivedAt),
            text,
            files: files.map(asTaken),
          })),
        };
      }),
    );
  },
  print: (rounds, { t, lang }) => {
    const lines = (text: string, files: readonly { name: string }[]) => [
      ...text.split('\n'),
      ...files.map(({ name }) => t('take-out:file', { name })),
    ];
    return rounds.map(({ askedAt, dueOn, material, sent }) => ({
      title: t('take-out:comments.title', { date: instantText(new Date(askedAt), lang) }),
      groups: [
        {
          title: null,
          items: [
            printed(
              t('cases:comments.material'),
              material ? lines(material.text, material.files) : [t('cases:comments.title-withdrawn')],
            ),
            printed(t('take-out:supplement.due'), [dateText(calendarDate(dueOn), lang)]),
            ...sent.map(({ kind, sentAt, text, files }) =>
              printed(
                t('take-out:supplement.sent', { when: instantText(new Date(sentAt), lang) }),
                kind === 'nothing_to_add' ? [t('cases:comments.nothing-sent-title')] : lines(text, files),
              ),
            ),
          ],
        },
      ],
    }));
  },
});
