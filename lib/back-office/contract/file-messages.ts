import { z } from 'zod';
import { scanStates } from '@/lib/kernel/scan-state';

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
