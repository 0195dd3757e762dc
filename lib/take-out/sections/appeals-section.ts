import { z } from 'zod';
import { getAppeal } from '@/lib/cases/api';
import { instantText } from '@/lib/kernel/date-text';
import { asTaken, instant, iso, takenFile } from '../file-shape';
import { printed, section } from '../section';

/** The appeals that she has sent here, as she sent them. */
export const appealsSection = section({
  name: 'appeals',
  schema: z.array(
    z.strictObject({
      number: z.string(),
      sentAt: instant,
      isLate: z.boolean(),
      receivedAt: instant.nullable(),
      change: z.string(),
      reasons: z.string(),
      evidence: z.string().nullable(),
      files: z.array(takenFile),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const sent = theCase.appeals.filter(({ sentAt }) => sentAt !== null);
    return Promise.all(
      sent.map(async ({ id: appealId, decisionId }) => {
        const found = await getAppeal(actor, { caseId: theCase.id, decisionId, appealId }, lang);
        const { number, sentAt, isLate, receivedAt, content, files } = found;
        return {
          number,
          sentAt: sentAt.toISOString(),
          isLate,
          receivedAt: iso(receivedAt),
          change: content.change,
          reasons: content.reasons,
          evidence: content.evidence || null,
          files: files.map(asTaken),
        };
      }),
    );
  },
  print: (all, { t, lang }) =>
    all.map(({ sentAt, change, reasons, evidence, files }) => ({
      title: t('take-out:appeal.title', { when: instantText(new Date(sentAt), lang) }),
      groups: [
        {
          title: null,
          items: [
            printed(t('take-out:appeal.change'), change.split('\n')),
            printed(t('take-out:appeal.reasons'), reasons.split('\n')),
            ...(evidence ? [printed(t('take-out:appeal.evidence'), evidence.split('\n'))] : []),
            ...(files.length > 0
              ? [
                  printed(
                    t('take-out:files'),
                    files.map(({ name }) => name),
                    { isList: true },
                  ),
                ]
              : []),
          ],
        },
      ],
    })),
});
