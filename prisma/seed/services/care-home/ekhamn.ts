import type { VariantDocument } from '@/lib/catalogue/domain/definition-variant';
import { inherited } from '../inherited';
import { minorityText } from '../shared/language';
import { t } from '../texts';
import { sharedCareHome } from './shared';

/** Särskilt boende as applied for in Ekhamn: fewer wishes, no application by kin alone, times and words of its own. */
export const ekhamnVariant: VariantDocument = {
  kind: 'variant',
  inherits: 'sarskilt-boende',
  changes: {
    languages: ['sv', 'en', 'fi'],
    name: t('Vård- och omsorgsboende', 'Care home', '', 'Hoivakoti (vård- och omsorgsboende)'),
    appliesFor: t(
      'vård- och omsorgsboende',
      'a place in a care home',
      '',
      'paikkaa hoivakodissa (vård- och omsorgsboende)',
    ),
    searchWords: t(
      'särskilt boende, äldreboende, säbo, demensboende, servicehus, ålderdomshem, flytta, gammal',
      'care home, nursing home, old people’s home, elderly, dementia, assisted living, särskilt boende, move',
      '',
      'hoivakoti, vanhainkoti, palvelutalo, hoitokoti, muistisairaus, dementia, muutto, vanhus, särskilt boende',
    ),
    usualTime: [
      {
        validFrom: '2026-07-01',
        text: t(
          'Oftast tre till sex veckor från att vi har tagit emot ansökan till beslut. Sedan väntar du på att en plats blir ledig.',
          'Usually three to six weeks from when we have received the application to the decision. Then you wait for a place to become free.',
          '',
          'Tavallisesti päätös tehdään kolmen–kuuden viikon kuluessa siitä, kun olemme saaneet hakemuksen. Sen jälkeen odotat, että paikka vapautuu.',
        ),
        weeks: 6,
        source: 'Äldreförvaltningens uppföljning första halvåret 2026 (påhittad, som staden)',
      },
    ],
    afterwards: [
      t(
        'Du får ett kvitto direkt, med allt du har svarat. Handläggarna får ansökan av oss.',
        'You get a receipt at once, with everything that you answered. We pass the application on to the officers.',
        '',
        'Saat heti kuitin, jossa on kaikki vastauksesi. Toimitamme hakemuksen käsittelijöille.',
      ),
      t(
        'En biståndshandläggare ringer dig inom några dagar. Ni kan träffas hemma hos dig, på telefon eller i ett videosamtal.',
        'A care-needs assessor rings you within a few days. You can meet in your home, by phone or in a video call.',
        '',
        'Avuntarpeen käsittelijä (biståndshandläggare) soittaa sinulle muutaman päivän kuluessa. Voitte tavata kotonasi, puhelimessa tai videopuhelussa.',
      ),
      t(
        'Handläggaren utreder vad du behöver och kan be dig om mer. Du får läsa och säga vad du tycker innan det blir ett beslut.',
        'The officer investigates what you need and may ask you for more. You may read it and say what you think before there is a decision.',
        '',
        'Käsittelijä selvittää, mitä tarvitset, ja voi pyytää sinulta lisää tietoja. Saat lukea selvityksen ja sanoa mielipiteesi ennen päätöstä.',
      ),
      t(
        'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
        'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
        '',
        'Saat päätöksen täällä Omilla sivuilla. Siinä kerrotaan perustelut ja miten voit valittaa, jos et ole tyytyväinen.',
      ),
      t(
        'Blir det ja erbjuder staden dig en plats. Behov går före önskemål.',
        'If it is a yes, the city offers you a place. Need goes before wish.',
        '',
        'Jos päätös on myönteinen, kaupunki tarjoaa sinulle paikan. Tarve menee toiveen edelle.',
      ),
    ],
    destination: {
      applicationType: 'vard-och-omsorgsboende',
      unit: t(
        'Äldrenämnden',
        'the Elder Care Board (Äldrenämnden)',
        '',
        'Vanhustenhuollon lautakunta (Äldrenämnden)',
      ),
    },
    pages: {
      representative: {
        groups: { 'representative-mandate': { fields: { mandate: { options: { kin: null } } } } },
      },
      wishes: {
        groups: {
          'wishes-group': {
            fields: {
              'home-wishes': {
                hint: t(
                  'Du kan önska upp till två boenden. Välj det du helst vill först.',
                  'You can wish for up to two homes. Choose the one you want most first.',
                  '',
                  'Voit toivoa enintään kahta kotia. Valitse ensin se, jonka haluat mieluiten.',
                ),
                max: 2,
              },
            },
          },
        },
      },
      language: {
        groups: {
          'language-rights': {
            fields: { 'minority-info': { text: minorityText(t('Ekhamn', 'Ekhamn', '', 'Ekhamnissa')) } },
          },
        },
      },
    },
  },
};

/** What comes of it. */
export const ekhamnCareHome = inherited(sharedCareHome, ekhamnVariant);
