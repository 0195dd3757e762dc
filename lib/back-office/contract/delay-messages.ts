import { z } from 'zod';
import { delayNoticeMessage } from '@/lib/cases/domain/office-messages';
import { day, instant } from './times';

/** Of a case that takes long: what the office tells (FL 11 §), and what she may ask (FL 12 §). */
export const delayNotice = delayNoticeMessage.omit({ externalId: true }).meta({
  id: 'DelayNotice',
  description:
    'Underrättelse om försening (FL 11 §): that the case is much delayed, why, and what day is thought of now',
});

export const delayRequest = z
  .strictObject({
    requestedAt: instant,
    requestedOn: day,
    answerBy: day.meta({
      description:
        'the last day to decide the case, or to refuse the request by a decision of its own (`matter`: delay_request), which may be appealed (FL 12 §)',
    }),
    reasons: z.string().optional().meta({ description: 'her own words; the law asks for none' }),
  })
  .meta({ id: 'DelayRequest', description: 'Begäran om avgörande (FL 12 §): made once in a case' });

export type DelayRequestContent = z.infer<typeof delayRequest>;
