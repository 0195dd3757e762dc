import { z } from 'zod';
import { commentRoundStatuses } from '@/lib/cases/domain/comment-round';
import { commentRoundMessage, dueDateMessage } from '@/lib/cases/domain/office-messages';
import { document, file } from './file-messages';
import { limits } from './limits';

/* Comments before the decision (kommunicering, FL 25 §): what she is to read, and what she says of it. */

export const commentContent = z
  .strictObject({
    externalId: z.string().meta({ description: 'the round it belongs to, by the id the system gave it' }),
    number: z.int().meta({ description: '1, 2, …: she may say something more until it is decided' }),
    kind: z.enum(['comment', 'nothing-to-add']),
    sentAt: z.iso.datetime().meta({ description: 'RFC 3339, UTC' }),
    text: z.string(),
    files: z.array(file),
  })
  .meta({ id: 'Comment', description: 'What she says of the material before the decision (FL 25 §)' });

export type CommentContent = z.infer<typeof commentContent>;

/** How a round stands, as a system sees it. */
export const commentRoundState = z.strictObject({
  externalId: z.string(),
  status: z.enum(commentRoundStatuses),
  dueOn: z.iso.date(),
  openedAt: z.iso.datetime().optional().meta({ description: 'when she first opened the material' }),
  comments: z.int().meta({ description: 'how many times she has said something' }),
});

export const commentRound = commentRoundMessage
  .omit({ externalId: true })
  .extend({ documents: z.array(document).max(limits.documents).optional() })
  .meta({
    id: 'CommentRound',
    description: 'What the decision is to build on: words, and documents where there are any, in their order',
  });

export const dueDate = dueDateMessage.meta({ id: 'DueDate' });
