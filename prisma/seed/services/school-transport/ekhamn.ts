import { type FormDocument, t } from '../parts';
import { childPages } from './child';
import { granvikSchoolTransport } from './granvik';
import { journeyPages } from './journey';
import type { Variant } from './variant';

const variant: Variant = {
  place: 'Ekhamn',
  distances: [
    { classes: ['f', '1', '2', '3'], kilometres: 2 },
    { classes: ['4', '5', '6'], kilometres: 2.5 },
    { classes: ['7', '8', '9'], kilometres: 3 },
  ],
  distancesInWords: t(
    'I Ekhamn får ett barn oftast skolskjuts från 2 kilometer i förskoleklass och årskurs 1–3, 2,5 kilometer i årskurs 4–6 och 3 kilometer i årskurs 7–9.',
    'In Ekhamn a child usually gets school transport from 2 kilometres in pre-school class and years 1–3, 2.5 kilometres in years 4–6 and 3 kilometres in years 7–9.',
  ),
  schools: [
    { value: 'ekskolan', name: 'Ekskolan' },
    { value: 'slottsskolan', name: 'Slottsskolan' },
    { value: 'strandskolan', name: 'Strandskolan' },
    { value: 'vastra-skolan', name: 'Västra skolan' },
  ],
};

/** Skolskjuts as applied for in Ekhamn: other schools, shorter distances, another last day. */
export const ekhamnSchoolTransport: FormDocument = {
  ...granvikSchoolTransport,
  forWhom: t(
    'Du som är vårdnadshavare till ett barn i förskoleklass, grundskola eller anpassad grundskola, och barnet är folkbokfört i Ekhamn.',
    'You who are guardian of a child in pre-school class, compulsory school or adapted compulsory school, registered as living in Ekhamn.',
  ),
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast två veckor från att båda vårdnadshavarna har skrivit under.',
        'Usually two weeks from when both guardians have signed.',
      ),
      source: 'Ekhamns stad: Servicedeklaration för skolskjuts 2026 (påhittad, som staden)',
    },
  ],
  deadlines: [
    {
      validFrom: '2026-11-01',
      validTo: '2027-06-30',
      text: t(
        'Ansök senast den 1 maj 2027 för läsåret 2027/2028. Då har du ett beslut innan skolan börjar. Du får ansöka senare också, till exempel om ni flyttar.',
        'Apply by 1 May 2027 for the school year 2027/2028. Then you have a decision before school begins. You may apply later too, for example if you move.',
      ),
      source: 'Ekhamns stad: Regler för skolskjuts 2026 (påhittade, som staden)',
    },
  ],
  destination: {
    applicationType: 'elevresor',
    unit: t(
      'Barn- och utbildningsnämnden',
      'the Board of Children and Education (Barn- och utbildningsnämnden)',
    ),
  },
  pages: [...childPages(variant), ...journeyPages(variant)],
};
