import { z } from 'zod';
import { appealStepMessage } from '@/lib/cases/domain/office-messages';
import { file } from './file-messages';

/** An appeal that she has written here, as it goes to the board's system. */
export const appeal = z
  .strictObject({
    id: z.uuid().meta({ description: 'of the appeal; its PDF: /appeals/{appealId}/receipt' }),
    number: z.string().meta({ description: 'what she has on her receipt' }),
    decision: z.string().meta({ description: 'the decision, by the id the system gave it' }),
    sentAt: z.iso.datetime().meta({
      description: 'when it came in to the board (FL 22 and 45 §§), whenever the system fetches it',
    }),
    lastOn: z.iso
      .date()
      .optional()
      .meta({ description: 'the last day to appeal, as it was reckoned when she opened the decision' }),
    isLate: z
      .boolean()
      .meta({ description: 'it came in after that day. Whether it is too late, the board decides.' }),
    appellant: z.strictObject({
      personalNumber: z.string().meta({ description: '12 digits' }),
      name: z.string(),
      protectedIdentity: z.boolean(),
      address: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
    }),
    language: z.string().meta({ description: 'that she had the portal in' }),
    change: z.string().meta({ description: 'how she wants the decision changed' }),
    reasons: z.string(),
    evidence: z.string().optional().meta({ description: 'what she wants to prove, and with what' }),
    files: z.array(file),
  })
  .meta({ id: 'Appeal', description: 'She is known by her e-ID at log-in; nothing is signed.' });

export type AppealContent = z.infer<typeof appeal>;

export const appealStep = appealStepMessage.meta({
  id: 'AppealStep',
  description:
    'in_time: the board found that it came in time (FL 45 §). forwarded: passed on to the court (FL 46 §). court_decided: what the court did. That it came too late, or a reconsideration, is a decision.',
});
