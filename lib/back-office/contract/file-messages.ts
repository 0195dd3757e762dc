import { z } from 'zod';
import { scanStates } from '@/lib/kernel/scan-state';
import { line } from '@/lib/kernel/told';
import { limits } from './limits';

/** A file that a delivery speaks of; its bytes are fetched by themselves. */
export const file = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().meta({ description: 'bytes' }),
    field: z.string().optional().meta({ description: 'the question it answers' }),
    state: z.enum(scanStates).meta({
      description:
        'clean: scanned, nothing found. waiting: not scanned yet; it can be fetched later, and a delivery of kind file says when. infected: its bytes have been removed, and she is asked for another. not-scanned: no scanner is connected; treat it with care.',
    }),
  })
  .meta({ id: 'File' });

export type FileFacts = z.infer<typeof file>;

export const document = z
  .strictObject({
    name: line(150),
    mediaType: z.literal('application/pdf'),
    content: z.base64().max(Math.ceil(limits.documentBytes / 3) * 4),
  })
  .meta({
    id: 'Document',
    description: `A PDF of at most ${limits.documentBytes / 1_000_000} MB, as base64`,
  });
