import { z } from 'zod';
import { file } from './file-messages';

/* What residents and offices write to each other. */

const id = z.uuid();
const instant = z.iso.datetime();

/** A message of hers, as it is delivered. */
export const message = z
  .strictObject({
    id: id.meta({ description: 'to say by that it has been read' }),
    threadId: id.meta({ description: 'to answer in' }),
    subject: z.string().optional().meta({
      description:
        'of the thread, in her own words; without one it is about the case, or the service, in general',
    }),
    text: z.string(),
    sentAt: instant,
    addressee: z.strictObject({ name: z.string().optional(), unit: z.string().optional() }).optional().meta({
      description:
        'to whom she was told that it goes: the officer and unit that had the case then, or the board that has the service. Only they, and whoever they must consult, should read it.',
    }),
    service: z.string().optional().meta({ description: 'slug of the service, where it is about no case' }),
    files: z.array(file),
  })
  .meta({ id: 'Message' });

export type MessageContent = z.infer<typeof message>;

export const thread = z
  .strictObject({
    id,
    caseId: id.optional(),
    service: z.string().optional().meta({ description: 'slug, where it is about no case' }),
    subject: z.string().optional(),
    messages: z.array(
      z.strictObject({
        id,
        author: z.enum(['resident', 'office']),
        externalId: z.string().optional().meta({ description: 'the office’s id of its own' }),
        text: z.string(),
        sentAt: instant,
        readAt: instant.optional().meta({
          description:
            'of the office’s: when it was first shown to her. Of hers: when the office said that it was read.',
        }),
      }),
    ),
  })
  .meta({ id: 'MessageThread', description: 'In the order they were written' });
