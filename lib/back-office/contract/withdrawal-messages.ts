import { z } from 'zod';
import { withdrawalScopes } from '@/lib/cases/domain/withdrawal';
import { instant } from './times';

export const applicationWithdrawal = z
  .strictObject({
    scope: z
      .enum(withdrawalScopes)
      .meta({ description: 'all: of what she applied for. part: as `drops` says' }),
    othersHaveSigned: z.boolean().meta({
      description:
        'others have signed the application too: she speaks for herself alone, and the case goes on until the office has heard them',
    }),
    drops: z.string().optional().meta({ description: 'of a part: what she takes back, in her own words' }),
    keeps: z.string().optional().meta({ description: 'of a part: what still stands, where she has said so' }),
    reason: z.string().optional().meta({ description: 'where she has given one' }),
    language: z.string().meta({ description: 'that she wrote and signed it in' }),
    signature: z.strictObject({
      personalNumber: z.string().meta({ description: '12 digits' }),
      name: z.string(),
      signedAt: instant,
    }),
  })
  .meta({
    id: 'ApplicationWithdrawal',
    description:
      'She takes her application back, signed. All of it, by her alone: the resident reads that the case is withdrawn, and the office writes it off.',
  });

export type WithdrawalContent = z.infer<typeof applicationWithdrawal>;
