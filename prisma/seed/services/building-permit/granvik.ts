import { type FormDocument, t } from '../parts';
import { planPages } from './plans';
import { propertyPages } from './property';
import type { Variant } from './variant';

const variant: Variant = { propertyExample: 'Granvik Åsen 1:23', siteScale: '1:500' };

/** Bygglov as applied for in Granvik. */
export const granvikBuildingPermit = {
  kind: 'form',
  schema: 1,
  slug: 'bygglov',
  category: 'building',
  languages: ['sv', 'en'],
  name: t('Bygglov', 'Building permit'),
  appliesFor: t('bygglov', 'a building permit'),
  summary: t(
    'Lov för att bygga nytt, bygga till eller ändra en byggnad.',
    'Permission to build, extend or change a building.',
  ),
  searchWords: t(
    'bygga, tillbyggnad, garage, carport, altan, plank, mur, fasad, ritning, hus, startbesked, attefall',
    'build, extension, garage, carport, terrace, fence, facade, drawing, house, start notice, bygglov',
  ),
  about: t(
    'Du behöver ofta bygglov för att bygga ett hus, bygga till eller ändra hur en byggnad ser ut eller används. En del mindre åtgärder behöver inget lov. Fråga oss om du är osäker.\n\nDu får inte börja bygga förrän du har fått både bygglov och startbesked.',
    'You often need a building permit to build a house, extend it or change how a building looks or is used. Some smaller works need none. Ask us if you are unsure.\n\nYou may not start building until you have got both a permit and a start notice.',
  ),
  forWhom: t(
    'Du som äger ett hus eller en tomt, eller ska bygga åt någon som gör det. Äger ni tillsammans kan ni ansöka tillsammans.',
    'You who own a house or a plot of land, or build for somebody who does. If you own it together you can apply together.',
  ),
  atHand: [
    t('Din e-legitimation', 'Your e-identification'),
    t('Fastighetens beteckning', 'The property’s designation'),
    t(
      'Ritningar i skala: situationsplan, fasad, plan och sektion',
      'Drawings to scale: situation plan, facade, floor plan and section',
    ),
    t('Förslag till kontrollplan', 'A proposed control plan'),
    t(
      'Personnummer till den som äger tillsammans med dig, om ni ansöker tillsammans',
      'The personal number of the one who owns it with you, if you apply together',
    ),
    t('Namn på dina närmaste grannar', 'The names of your nearest neighbours'),
  ],
  minutes: 30,
  cost: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Bygglov kostar pengar, också om svaret blir nej. Vad det kostar beror på vad du ska bygga och hur stort det är. Fråga oss innan du ansöker, så räknar vi ut ungefär vad det blir.',
        'A building permit costs money, also if the answer is no. What it costs depends on what you build and how large it is. Ask us before you apply, and we work out roughly what it will be.',
      ),
      source: 'Plan- och bygglagen (2010:900) 12 kap.; byggnadsnämndens taxa 2026 (påhittad, som kommunen)',
    },
  ],
  usualTime: [
    {
      validFrom: '2026-01-01',
      text: t(
        'Oftast sex till tio veckor från att vi har fått alla ritningar och andra papper.',
        'Usually six to ten weeks from when we have got all drawings and other papers.',
      ),
      source: 'Byggnadsnämndens uppföljning 2025 (påhittad, som kommunen)',
    },
  ],
  deadlines: [
    {
      validFrom: '2025-12-01',
      text: t(
        'Saknas något säger vi till inom tre veckor. När allt har kommit får du ett mottagningsbevis med sista dagen för beslutet. Vi har då tio veckor på oss. Tiden kan förlängas en gång, med högst tio veckor till, och då berättar vi varför. Är vi sena blir avgiften en femtedel lägre för varje vecka som har börjat.',
        'If something is missing we tell you within three weeks. When everything has come you get a notice of receipt with the last day for the decision. We then have ten weeks. The time can be made longer once, by at most ten weeks, and then we tell you why. If we are late the fee is a fifth lower for each week that has begun.',
      ),
      source:
        'Plan- och bygglagen (2010:900) 9 och 12 kap. i lydelsen från den 1 december 2025 (tiderna ska granskas av jurist)',
    },
  ],
  afterwards: [
    t(
      'Ansöker ni tillsammans skriver den andra ägaren också under. Sedan skickas ansökan in och ni får ett kvitto.',
      'If you apply together the other owner signs too. Then the application is sent in and you get a receipt.',
    ),
    t(
      'En handläggare ser om allt finns med. Saknas något får du veta vad. När allt har kommit får du ett mottagningsbevis.',
      'An officer sees whether everything is there. If something is missing you are told what. When everything has come you get a notice of receipt.',
    ),
    t(
      'Ibland frågar vi grannar och andra vad de tycker. Du får läsa vad de har svarat.',
      'Sometimes we ask neighbours and others what they think. You may read what they have answered.',
    ),
    t(
      'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
      'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
    ),
    t(
      'Blir det ja behöver du också ett startbesked innan du börjar bygga. Handläggaren säger vad som behövs.',
      'If it is a yes you also need a start notice before you begin to build. The officer will tell you what is needed.',
    ),
  ],
  law: [
    {
      validFrom: '2025-12-01',
      text: t(
        'När bygglov behövs, och vad som krävs för att få det, står i 9 kap. plan- och bygglagen. Reglerna är nya från den 1 december 2025: fler mindre åtgärder går att göra utan lov. Du får inte börja bygga innan du har fått startbesked (10 kap.). Beslutet kan överklagas till länsstyrelsen, av dig och av grannar som berörs (13 kap.).',
        'When a building permit is needed, and what it takes to get one, is in chapter 9 of the Planning and Building Act. The rules are new from 1 December 2025: more of the smaller works can be done without a permit. You may not begin to build until you have a start notice (chapter 10). The decision can be appealed to the county administrative board, by you and by neighbours whom it concerns (chapter 13).',
      ),
      source: 'Plan- och bygglagen (2010:900) 9, 10 och 13 kap. i lydelsen från den 1 december 2025',
    },
  ],
  phases: {
    received_by_us: t(
      'Ansökan är inskickad. Den räknas från den dag då den kom in.',
      'The application is sent in. It counts from the day it came in.',
    ),
    received_by_office: t(
      'En handläggare ser om alla ritningar och papper finns med.',
      'An officer sees whether all drawings and papers are there.',
    ),
    being_looked_into: t(
      'Handläggaren prövar ansökan mot detaljplanen och lagen, och frågar grannar om det behövs.',
      'The officer considers the application by the detailed plan and the law, and asks neighbours if needed.',
    ),
    waiting_for_you: t(
      'Vi behöver något mer av dig. Tiden för beslut räknas från att allt har kommit.',
      'We need something more from you. The time for the decision counts from when everything has come.',
    ),
    decided: t(
      'Det finns ett beslut. Börja inte bygga förrän du också har fått startbesked.',
      'There is a decision. Don’t begin to build until you have a start notice too.',
    ),
  },
  signers: {
    order: 'at-once',
    others: [
      {
        id: 'co-owner',
        role: t('medägare', 'co-owner'),
        nationalId: 'co-owner-national-id',
        name: 'co-owner-name',
      },
    ],
    answerWithinDays: 30,
    remindAfterDays: [7, 21],
  },
  destination: {
    applicationType: 'bygglov',
    unit: t('Byggnadsnämnden', 'the Building Board (Byggnadsnämnden)'),
  },
  pages: [...propertyPages(variant), ...planPages(variant)],
} satisfies FormDocument;
