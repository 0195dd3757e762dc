import { z } from 'zod';
import { happening } from '@/lib/cases/domain/office-messages';
import { words } from '@/lib/kernel/told';
import { MAX_TEXT } from './draft';

/** What an office writes to her. Its files come beside, as they do with a decision. */
export const officeMessage = z.strictObject({ ...happening, text: words(MAX_TEXT) });

/** That somebody at the office has read hers. */
export const readingMessage = z.strictObject(happening);
