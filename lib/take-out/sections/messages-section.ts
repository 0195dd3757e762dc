import { z } from 'zod';
import { instantText } from '@/lib/kernel/date-text';
import { getThread, listCaseThreads } from '@/lib/messages/api';
import { asTaken, instant, iso, takenFile } from '../file-shape';
import { printed, section } from '../section';

/** What she and the office have written about the case. It reads nothing for her: what is new stays so. */
export const messagesSection = section({
  name: 'messages',
  schema: z.array(
    z.strictObject({
      subject: z.string().nullable().meta({ description: 'null: about the case in general' }),
      messages: z.array(
        z.strictObject({
          from: z.enum(['you', 'office']),
          by: z.string().nullable().meta({ description: 'who wrote it at the office, where that is said' }),
          to: z.string().nullable().meta({ description: 'to whom yours was addressed' }),
          sentAt: instant,
          receivedAt: instant.nullable().meta({ description: 'yours, by the office’s system' }),
          readAt: instant.nullable().meta({ description: 'yours, by somebody at the office' }),
          text: z.string(),
          files: z.array(takenFile),
        }),
      ),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const { threads } = await listCaseThreads(actor, theCase.id, lang);
    return Promise.all(
      threads.toReversed().map(async ({ id, subject }) => {
        const { messages } = await getThread(actor, id, lang);
        return {
          subject,
          messages: messages.map((one) => ({
            ...(one.author === 'resident'
              ? {
                  from: 'you' as const,
                  by: null,
                  to: named(one.to),
                  receivedAt: iso(one.receivedAt),
                  readAt: iso(one.readAt),
                }
              : {
                  from: 'office' as const,
                  by: named(one.officer),
                  to: null,
                  receivedAt: null,
                  readAt: null,
                }),
            sentAt: one.at.toISOString(),
            text: one.text,
            files: one.files.map(asTaken),
          })),
        };
      }),
    );
  },
  print: (threads, { t, lang }) =>
    threads.map(({ subject, messages }) => ({
      title: `${t('messages:list.title')}: ${subject ?? t('messages:list.about-case')}`,
      groups: [
        {
          title: null,
          items: messages.map(({ from, by, sentAt, text, files }) =>
            printed(
              `${from === 'you' ? t('messages:thread.you') : (by ?? t('messages:thread.office'))}, ${instantText(new Date(sentAt), lang)}`,
              [...text.split('\n'), ...files.map(({ name }) => t('take-out:file', { name }))],
            ),
          ),
        },
      ],
    })),
});

const named = (who: { name?: string | undefined; unit?: string | undefined } | null): string | null =>
  [who?.name, who?.unit].filter(Boolean).join(', ') || null;
