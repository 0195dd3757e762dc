import { inLanguages } from '../texts';
import { granvikGuide } from './granvik';

/** The same questions in the city, in its three languages. */
export const ekhamnGuide = inLanguages(granvikGuide, ['sv', 'en', 'fi']);
