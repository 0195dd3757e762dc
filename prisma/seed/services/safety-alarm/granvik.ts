import type { ServiceDocument } from '@/lib/catalogue/domain/definition';
import { onBehalf } from '../shared/behalf';
import { inLanguages, t } from '../texts';
import { alarmPages } from './pages';

const languages = ['sv', 'en'];

/** Trygghetslarm as applied for in Granvik. */
export const granvikSafetyAlarm = inLanguages(
  {
    kind: 'form',
    schema: 1,
    slug: 'trygghetslarm',
    category: 'care',
    languages,
    name: t('Trygghetslarm', 'Safety alarm'),
    appliesFor: t('trygghetslarm', 'a safety alarm'),
    summary: t(
      'En knapp på armen eller runt halsen som du trycker på när du behöver hjälp.',
      'A button on your wrist or round your neck that you press when you need help.',
    ),
    searchWords: t(
      'larm, larmknapp, trygghet, falla, äldre',
      'alarm, alarm button, fall, elderly, trygghetslarm',
    ),
    about: t(
      'När du trycker på larmet får du prata med personal, dygnet runt. De kommer hem till dig om det behövs. Larmet fungerar i och nära ditt hem.\n\nLarmet är för hjälp som inte går att planera, till exempel om du har fallit. Är det fara för livet ska du ringa 112.',
      'When you press the alarm you talk to staff, day and night. They come to your home if needed. The alarm works in and near your home.\n\nThe alarm is for help that can’t be planned, for example if you have fallen. If life is in danger, ring 112.',
    ),
    forWhom: t(
      'Du som bor hemma och lätt faller, är sjuk eller känner dig otrygg. Har du fyllt 65 år får du larm utan utredning. Bor ni två ansöker var och en för sig.',
      'You who live at home and fall easily, are ill or feel unsafe. If you are 65 or older you get an alarm without an investigation. If you are two, each applies separately.',
    ),
    atHand: [
      t('Din e-legitimation', 'Your e-identification'),
      t(
        'Namn och telefonnummer till dem som vi kan ringa, om det finns några',
        'Names and phone numbers of those we can ring, if there are any',
      ),
      t(
        'Fullmakt eller registerutdrag, om du ansöker för någon annan',
        'A power of attorney or an extract from the register, if you apply for somebody else',
      ),
    ],
    minutes: 10,
    usualTime: [
      {
        validFrom: '2026-01-01',
        text: t(
          'Har du fyllt 65 år sitter larmet oftast uppe inom fem arbetsdagar. Annars tar det ungefär två veckor.',
          'If you are 65 or older the alarm is usually in place within five working days. Otherwise it takes about two weeks.',
        ),
        weeks: 2,
        source: 'Granviks kommun: Värdighetsgarantier för äldreomsorgen 2026 (påhittad, som kommunen)',
      },
    ],
    cost: [
      {
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        text: t(
          'Larmet kostar 245 kronor i månaden under 2026, eller mindre om du har låg inkomst. Det räknas in i högsta avgiften på 2 660 kronor i månaden för all omsorg.',
          'The alarm costs 245 kronor a month in 2026, or less if your income is low. It counts towards the highest fee, 2,660 kronor a month for all care.',
        ),
        source:
          'Granviks kommun: Avgifter i äldreomsorgen 2026 (påhittad, som kommunen); prisbasbelopp 2026 (59 200 kr) × 0,5392 / 12',
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
        'Du får ett kvitto direkt, med allt du har svarat.',
        'You get a receipt at once, with everything that you answered.',
      ),
      t(
        'Har du fyllt 65 år får du ett besked här på Mina sidor. Annars ringer en biståndshandläggare dig innan det blir ett beslut.',
        'If you are 65 or older you get an answer here on Mina sidor. Otherwise a care-needs assessor rings you before there is a decision.',
      ),
      t(
        'Vi ringer och bokar en tid. Då sätter vi upp larmet, provar det med dig och ser till att personalen kan komma in.',
        'We ring and arrange a time. Then we put up the alarm, try it with you and see to it that the staff can get in.',
      ),
      t(
        'Vill du inte ha larmet längre ringer du oss. Du slutar betala den dag då vi hämtar det.',
        'When you no longer want the alarm, ring us. You stop paying on the day we fetch it.',
      ),
    ],
    law: [
      {
        validFrom: '2025-07-01',
        text: t(
          'Kommunen får erbjuda larm utan att pröva vad var och en behöver (10 kap. 1 § socialtjänstlagen). Den som inte får det så har rätt till larm om det behövs för skäliga levnadsförhållanden (11 kap. 1 §).',
          'The municipality may offer alarms without testing what each person needs (Social Services Act, chapter 10 section 1). Those who don’t get one that way have the right to an alarm if they need it for reasonable living conditions (chapter 11 section 1).',
        ),
        source: 'Socialtjänstlagen (2025:400) 10 kap. 1 § och 11 kap. 1 §',
      },
    ],
    deadlines: [
      {
        validFrom: '2025-07-01',
        text: t(
          'Säger vi ja ska du få larmet genast. Har du inte fått det inom tre månader ska vi rapportera det till Inspektionen för vård och omsorg.',
          'If we say yes you must get the alarm at once. If you have not got it within three months we must report that to the Health and Social Care Inspectorate.',
        ),
        source: 'Socialtjänstlagen (2025:400); ivo.se om ej verkställda beslut',
      },
    ],
    signers: 'applicant',
    onBehalf,
    destination: {
      applicationType: 'trygghetslarm',
      unit: t('Omsorgsnämnden', 'the Care Board (Omsorgsnämnden)'),
    },
    phases: {
      decided: t(
        'Det finns ett beslut. Är det ja ringer vi dig och bokar när vi sätter upp larmet.',
        'There is a decision. If it is a yes, we ring you and arrange when we put up the alarm.',
      ),
    },
    pages: alarmPages({
      kinMayApply: true,
      freeFromAge: 65,
      waysIn: [
        {
          value: 'digital-lock',
          label: t('Ni får sätta upp ett digitalt lås', 'You may put up a digital lock'),
          hint: t(
            'Låset sitter på insidan av din dörr och syns inte utifrån. Det kostar inget.',
            'The lock sits on the inside of your door and can’t be seen from outside. It costs nothing.',
          ),
        },
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
  } satisfies ServiceDocument,
  languages,
);
