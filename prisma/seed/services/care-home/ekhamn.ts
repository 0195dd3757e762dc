import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { closingPages } from '../shared/closing';
import { inLanguages, t } from '../texts';
import { granvikCareHome } from './granvik';
import { livingPages } from './living';
import { needsPages } from './needs';
import type { Variant } from './variant';
import { wishesPages } from './wishes';

const variant: Variant = {
  place: t('Ekhamn', 'Ekhamn'),
  wishes: 2,
  kinMayApply: false,
};

/** Särskilt boende as applied for in Ekhamn: fewer wishes, no application by kin alone, times and words of its own. */
export const ekhamnCareHome: ServiceDocument = inLanguages(
  {
    ...granvikCareHome,
    languages: ['sv', 'en'],
    name: t('Vård- och omsorgsboende', 'Care home', ''),
    appliesFor: t('vård- och omsorgsboende', 'a place in a care home', ''),
    searchWords: t(
      'särskilt boende, äldreboende, säbo, demensboende, servicehus, ålderdomshem, flytta, gammal',
      'care home, nursing home, old people’s home, elderly, dementia, assisted living, särskilt boende, move',
      '',
    ),
    usualTime: [
      {
        validFrom: '2026-07-01',
        text: t(
          'Oftast tre till sex veckor från att vi har tagit emot ansökan till beslut. Sedan väntar du på att en plats blir ledig.',
          'Usually three to six weeks from when we have received the application to the decision. Then you wait for a place to become free.',
          '',
        ),
        source: 'Äldreförvaltningens uppföljning första halvåret 2026 (påhittad, som staden)',
      },
    ],
    afterwards: [
      t(
        'Du får ett kvitto direkt, med allt du har svarat. Handläggarna får ansökan av oss.',
        'You get a receipt at once, with everything that you answered. We pass the application on to the officers.',
        '',
      ),
      t(
        'En biståndshandläggare ringer dig inom några dagar. Ni kan träffas hemma hos dig, på telefon eller i ett videosamtal.',
        'A care-needs assessor rings you within a few days. You can meet in your home, by phone or in a video call.',
        '',
      ),
      t(
        'Handläggaren utreder vad du behöver och kan be dig om mer. Du får läsa och säga vad du tycker innan det blir ett beslut.',
        'The officer investigates what you need and may ask you for more. You may read it and say what you think before there is a decision.',
        '',
      ),
      t(
        'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
        'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
        '',
      ),
      t(
        'Blir det ja erbjuder staden dig en plats. Behov går före önskemål.',
        'If it is a yes, the city offers you a place. Need goes before wish.',
        '',
      ),
    ],
    destination: {
      applicationType: 'vard-och-omsorgsboende',
      unit: t('Äldrenämnden', 'the Elder Care Board (Äldrenämnden)', ''),
    },
    pages: [...livingPages(variant), ...needsPages, ...wishesPages(variant), ...closingPages],
  },
  ['sv', 'en'],
);
