import { z } from 'zod';
import { readingMessage, officeMessage as shape } from '@/lib/messages/domain/office-message';
import { document } from './file-messages';

/* What an office writes to a resident, and that it has read what she wrote. */

export const officeMessage = shape
  .extend({ files: z.array(document).max(5).optional() })
  .meta({ id: 'OfficeMessage', description: 'Plain text, shown as it came, in the officer’s words.' });

export const reading = readingMessage.meta({ id: 'Reading' });
