import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { inLanguages, t } from '../texts';
import { granvikSafetyAlarm } from './granvik';
import { alarmPages } from './pages';

/** Trygghetslarm as applied for in Ekhamn: always investigated, two sets of keys, a fee and a time of its own. */
export const ekhamnSafetyAlarm: ServiceDocument = inLanguages(
  {
    ...granvikSafetyAlarm,
    forWhom: t(
      'Du som bor hemma och lätt faller, är sjuk eller känner dig otrygg. Behovet avgör, inte åldern. Bor ni två ansöker var och en för sig.',
      'You who live at home and fall easily, are ill or feel unsafe. What decides is your need, not your age. If you are two, each applies separately.',
    ),
    usualTime: [
      {
        validFrom: '2026-07-01',
        text: t(
          'Oftast en till två veckor till beslut. Sedan sitter larmet uppe inom tre arbetsdagar från att du har lämnat nycklar.',
          'Usually one to two weeks to the decision. Then the alarm is in place within three working days from when you have handed over keys.',
        ),
        weeks: 2,
        source: 'Äldreförvaltningens uppföljning första halvåret 2026 (påhittad, som staden)',
      },
    ],
    cost: [
      {
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        text: t(
          'Larmet kostar 198 kronor i månaden under 2026, eller mindre om du har låg inkomst. Tappar du bort knappen kostar en ny 400 kronor.',
          'The alarm costs 198 kronor a month in 2026, or less if your income is low. If you lose the button, a new one costs 400 kronor.',
        ),
        source: 'Ekhamns stad: Avgifter och taxor 2026 (påhittad, som staden)',
      },
      {
        validFrom: '2027-01-01',
        text: t(
          'Larmet har en avgift som beslutas varje år och är lägre om du har låg inkomst. Fråga oss om årets belopp.',
          'The alarm has a fee that is decided each year and is lower if your income is low. Ask us for this year’s amount.',
        ),
        source: 'Socialtjänstlagen (2025:400) 32 kap.',
      },
    ],
    afterwards: [
      t(
        'Du får ett kvitto direkt, med allt du har svarat. Handläggarna får ansökan av oss.',
        'You get a receipt at once, with everything that you answered. We pass the application on to the officers.',
      ),
      t(
        'En biståndshandläggare ringer dig. Ni pratar om varför du behöver larm.',
        'A care-needs assessor rings you. You talk about why you need an alarm.',
      ),
      t(
        'Du får beslutet här på Mina sidor. Där står varför, och hur du överklagar om du inte är nöjd.',
        'You get the decision here on Mina sidor. It says why, and how to appeal if you are not content.',
      ),
      t(
        'Blir det ja hämtar vi nycklarna hos dig, sätter upp larmet och provar det med dig.',
        'If it is a yes, we collect the keys from you, put up the alarm and try it with you.',
      ),
    ],
    law: [
      {
        validFrom: '2025-07-01',
        text: t(
          'Du har rätt till larm om du behöver det för att få skäliga levnadsförhållanden och behovet inte kan mötas på annat sätt (11 kap. 1 § socialtjänstlagen).',
          'You have the right to an alarm if you need it for reasonable living conditions and the need can’t be met in another way (Social Services Act, chapter 11 section 1).',
        ),
        source: 'Socialtjänstlagen (2025:400) 11 kap. 1 §',
      },
    ],
    destination: {
      applicationType: 'trygghetslarm',
      unit: t('Äldrenämnden', 'the Elder Care Board (Äldrenämnden)'),
    },
    pages: alarmPages({
      kinMayApply: false,
      freeFromAge: null,
      waysIn: [
        {
          value: 'keys',
          label: t('Jag lämnar två uppsättningar nycklar', 'I hand over two sets of keys'),
          hint: t(
            'En uppsättning är alla nycklar som behövs för att komma in. Du får kvitto på dem.',
            'A set is all the keys that are needed to get in. You get a receipt for them.',
          ),
        },
      ],
    }),
  },
  ['sv', 'en'],
);
