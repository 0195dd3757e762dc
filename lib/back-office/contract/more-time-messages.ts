import { z } from 'zod';
import { moreTimeAnswerMessage } from '@/lib/cases/domain/office-messages';
import { day, instant } from './times';

/* More time asked for (anstånd): what she asks, and what the office answers. */

export const moreTime = z
  .strictObject({
    id: z.uuid().meta({ description: 'to answer it by' }),
    about: z.enum(['supplement-request', 'comment-round']),
    externalId: z.string().meta({ description: 'of that request or round, by the id the system gave it' }),
    sentAt: instant,
    dueOn: day.meta({ description: 'the day that stands until it is answered' }),
    wishedOn: day.meta({ description: 'the day she asks for' }),
    reason: z.string().meta({ description: 'her own words' }),
  })
  .meta({ id: 'MoreTimeRequest', description: 'Begäran om anstånd: one at a time waits for its answer' });

export const moreTimeAnswer = moreTimeAnswerMessage.meta({
  id: 'MoreTimeAnswer',
  description: 'A later day, hers or another, or why not: she reads it as it stands',
});

export type MoreTimeContent = z.infer<typeof moreTime>;
