import type { VariantDocument } from '@/lib/catalogue/domain/definition-variant';
import { inherited } from '../inherited';
import { minorityText } from '../shared/language';
import { t } from '../texts';
import { sharedCareHome } from './shared';

/** Särskilt boende as applied for in Granvik: as shared, with the municipality's own time, board and name. */
export const granvikVariant: VariantDocument = {
  kind: 'variant',
  inherits: 'sarskilt-boende',
  changes: {
    usualTime: [
      {
        validFrom: '2026-01-01',
        text: t(
          'Oftast fyra till åtta veckor från att vi har tagit emot ansökan till beslut. Sedan väntar du på att en plats blir ledig.',
          'Usually four to eight weeks from when we have received the application to the decision. Then you wait for a place to become free.',
          'عادةً من أربعة إلى ثمانية أسابيع من استلامنا الطلب حتى صدور القرار. بعد ذلك تنتظر حتى يتوفر مكان.',
          'Tavallisesti päätös tehdään neljän–kahdeksan viikon kuluessa siitä, kun olemme saaneet hakemuksen. Sen jälkeen odotat, että paikka vapautuu.',
        ),
        weeks: 8,
        source: 'Omsorgsförvaltningens uppföljning 2025 (påhittad, som kommunen)',
      },
    ],
    destination: {
      unit: t(
        'Omsorgsnämnden',
        'the Care Board (Omsorgsnämnden)',
        'لجنة الرعاية (Omsorgsnämnden)',
        'Hoivalautakunta (Omsorgsnämnden)',
      ),
    },
    pages: {
      language: {
        groups: {
          'language-rights': {
            fields: {
              'minority-info': { text: minorityText(t('Granvik', 'Granvik', 'غرانفيك', 'Granvikissa')) },
            },
          },
        },
      },
    },
  },
};

/** What comes of it. */
export const granvikCareHome = inherited(sharedCareHome, granvikVariant);
