import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { inLanguages, t } from '../texts';
import { granvikHomeCare, homeCarePages } from './granvik';
import type { Variant } from './variant';

const variant: Variant = {
  place: t('Ekhamn', 'Ekhamn', '', 'Ekhamnissa'),
  kinMayApply: false,
  providers: [],
  withoutInvestigation: null,
};

/** Hemtjänst as applied for in Ekhamn: the city gives all of it, everything is investigated, kin need a mandate. */
export const ekhamnHomeCare: ServiceDocument = inLanguages(
  {
    ...granvikHomeCare,
    usualTime: [
      {
        validFrom: '2026-07-01',
        text: t(
          'Oftast två till tre veckor från att vi har tagit emot ansökan till beslut. Är det bråttom kan hjälpen börja tidigare: ring oss då.',
          'Usually two to three weeks from when we have received the application to the decision. If it is urgent the help can begin earlier: ring us then.',
          '',
          'Tavallisesti päätös tehdään kahden–kolmen viikon kuluessa siitä, kun olemme saaneet hakemuksen. Jos asialla on kiire, apu voi alkaa aikaisemmin: soita silloin meille.',
        ),
        weeks: 3,
        source: 'Äldreförvaltningens uppföljning första halvåret 2026 (påhittad, som staden)',
      },
    ],
    destination: {
      applicationType: 'hemtjanst',
      unit: t(
        'Äldrenämnden',
        'the Elder Care Board (Äldrenämnden)',
        '',
        'Vanhustenhuollon lautakunta (Äldrenämnden)',
      ),
    },
    pages: homeCarePages(variant),
  },
  ['sv', 'en', 'fi'],
);
