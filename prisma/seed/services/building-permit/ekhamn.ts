import { type FormDocument, t } from '../parts';
import { granvikBuildingPermit } from './granvik';
import { planPages } from './plans';
import { propertyPages } from './property';
import type { Variant } from './variant';

const variant: Variant = { propertyExample: 'Ekhamn Kvarnen 5', siteScale: '1:400' };

/** Bygglov as applied for in Ekhamn: maps in another scale, a shorter time for small works. */
export const ekhamnBuildingPermit: FormDocument = {
  ...granvikBuildingPermit,
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Garage, förråd, plank och fasad: oftast fyra veckor från att vi har fått alla ritningar. Annat: oftast åtta till tio veckor.',
        'Garage, store, fence and facade: usually four weeks from when we have got all drawings. Other works: usually eight to ten weeks.',
      ),
      source: 'Ekhamns stad: Servicedeklaration för bygglov 2026 (påhittad, som staden)',
    },
  ],
  destination: {
    applicationType: 'lov-bygg',
    unit: t('Stadsbyggnadsnämnden', 'the City Building Board (Stadsbyggnadsnämnden)'),
  },
  pages: [...propertyPages(variant), ...planPages(variant)],
};
