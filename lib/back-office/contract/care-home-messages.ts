import { z } from 'zod';
import { careHomeMessage, careHomeOutcomes } from '@/lib/catalogue/domain/care-home';

/** Care homes, as residents read about them and wish for them. */
export const careHome = careHomeMessage.meta({
  id: 'CareHome',
  description:
    'A care home as it is now. Texts are plain; `description` has one for each language, Swedish always.',
});

export const careHomeKept = z
  .strictObject({
    slug: z.string(),
    state: z.enum(careHomeOutcomes).meta({
      description: 'older: something newer is known already, and nothing was changed',
    }),
  })
  .meta({ id: 'CareHomeKept' });
