import { inLanguages } from '../texts';
import { granvikGuide } from './granvik';

/** The same questions in the city, in its two languages. */
export const ekhamnGuide = inLanguages(granvikGuide, ['sv', 'en']);
