import type { Rule } from '@/lib/catalogue/domain/rules';
import { type FieldDocument, has, is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { classValue, type Variant } from './variant';

const alternates = is('living', 'alternates');

const living: PageDocument = page('living', t('Var barnet bor', 'Where the child lives'), [
  {
    kind: 'choice',
    id: 'living',
    label: t('Bor barnet på en eller två adresser?', 'Does the child live at one or two addresses?'),
    ...must('Välj hur barnet bor', 'Choose how the child lives'),
    options: [
      option('one', 'På en adress', 'At one address'),
      option(
        'alternates',
        'Växelvis på två adresser',
        'By turns at two addresses',
        t(
          'Barnet bor regelbundet och ungefär lika mycket på båda.',
          'The child lives regularly and about as much at both.',
        ),
      ),
    ],
  },
  {
    kind: 'address',
    id: 'address',
    label: t('Adressen där barnet bor hos dig', 'The address where the child lives with you'),
    prefill: 'register-address',
    ...must('Skriv adressen där barnet bor hos dig', 'Write the address where the child lives with you'),
  },
  {
    kind: 'address',
    id: 'second-address',
    label: t('Den andra adressen', 'The other address'),
    shownIf: alternates,
    ...must('Skriv den andra adressen', 'Write the other address'),
  },
  {
    kind: 'schedule',
    id: 'second-schedule',
    label: t(
      'Vilka resor börjar eller slutar på den andra adressen?',
      'Which journeys begin or end at the other address?',
    ),
    hint: t(
      'Kryssa bara för dem. De andra räknar vi från adressen hos dig. Veckorna är kalenderns jämna och udda veckor.',
      'Tick only those. The others we count from the address with you. The weeks are the calendar’s even and odd weeks.',
    ),
    rows: [
      option('monday', 'Måndag', 'Monday'),
      option('tuesday', 'Tisdag', 'Tuesday'),
      option('wednesday', 'Onsdag', 'Wednesday'),
      option('thursday', 'Torsdag', 'Thursday'),
      option('friday', 'Fredag', 'Friday'),
    ],
    columns: [
      option('even-to', 'Jämn vecka, till skolan', 'Even week, to school'),
      option('even-from', 'Jämn vecka, från skolan', 'Even week, from school'),
      option('odd-to', 'Udda vecka, till skolan', 'Odd week, to school'),
      option('odd-from', 'Udda vecka, från skolan', 'Odd week, from school'),
    ],
    shownIf: alternates,
    ...must('Kryssa för minst en resa', 'Tick at least one journey'),
  },
]);

const kilometres = (id: string, label: ReturnType<typeof t>, shownIf: Rule): FieldDocument => ({
  kind: 'number',
  id,
  label,
  hint: t(
    'Mät den kortaste vägen att gå, till exempel i en karta på nätet. Skriv till exempel 2,4.',
    'Measure the shortest way to walk, for example on a map online. Write for example 2.4.',
  ),
  min: 0,
  max: 200,
  decimals: 1,
  unit: t('kilometer', 'kilometres'),
  shownIf,
  ...must('Skriv hur långt det är till skolan', 'Write how far it is to school'),
});

/** Nearer than the municipality's limit for the child's class. */
const isNear = (question: string, { distances }: Variant): Rule => ({
  or: distances.map(({ classes, kilometres: limit }) => ({
    and: [isOneOf('class', ...classes.map(classValue)), { '<': [{ var: question }, limit] }],
  })),
});

/** Too near, from both homes where there are two, and no other reason was given. */
const nothingButNear = (variant: Variant): Rule => ({
  and: [
    { '!': has('reasons', 'traffic') },
    { '!': has('reasons', 'disability') },
    { '!': has('reasons', 'other') },
    isNear('distance', variant),
    { or: [is('living', 'one'), isNear('second-distance', variant)] },
  ],
});

const reason = (variant: Variant): PageDocument =>
  page('reason', t('Varför barnet behöver skolskjuts', 'Why the child needs school transport'), [
    {
      kind: 'choices',
      id: 'reasons',
      label: t('Varför behöver barnet skolskjuts?', 'Why does the child need school transport?'),
      hint: t('Välj allt som stämmer.', 'Choose all that apply.'),
      ...must('Välj varför barnet behöver skolskjuts', 'Choose why the child needs school transport'),
      options: [
        option('distance', 'Vägen är lång', 'The way is long'),
        option('traffic', 'Vägen är farlig', 'The way is dangerous'),
        option(
          'disability',
          'Barnet har en funktionsnedsättning eller är sjukt',
          'The child has a disability or is ill',
        ),
        option('other', 'Något annat', 'Something else'),
      ],
    },
    kilometres(
      'distance',
      t('Hur långt är det från dig till skolan?', 'How far is it from you to the school?'),
      has('reasons', 'distance'),
    ),
    kilometres(
      'second-distance',
      t('Hur långt är det från den andra adressen?', 'How far is it from the other address?'),
      { and: [has('reasons', 'distance'), alternates] },
    ),
    {
      kind: 'information',
      id: 'near-info',
      label: t('Vägen är kortare än gränsen', 'The way is shorter than the limit'),
      text: t(
        `${variant.distancesInWords.sv} Du kan ansöka ändå. Är vägen farlig, eller har barnet en funktionsnedsättning, kryssa för det också. Då finns ingen gräns.`,
        `${variant.distancesInWords.en} You can apply all the same. If the way is dangerous, or the child has a disability, tick that too. Then there is no limit.`,
      ),
      shownIf: nothingButNear(variant),
    },
    {
      kind: 'long-text',
      id: 'traffic-why',
      label: t('Vad är farligt på vägen, och var?', 'What is dangerous on the way, and where?'),
      hint: t(
        'Till exempel: Barnet måste gå över riksvägen vid Kvarnen, där det saknas övergångsställe.',
        'For example: The child must cross the main road at Kvarnen, where there is no crossing.',
      ),
      shownIf: has('reasons', 'traffic'),
      ...must('Skriv vad som är farligt på vägen', 'Write what is dangerous on the way'),
    },
    {
      kind: 'long-text',
      id: 'disability-why',
      label: t(
        'Vad gör det svårt för barnet att ta sig till skolan?',
        'What makes it hard for the child to get to school?',
      ),
      hint: t('Skriv bara det som påverkar resan.', 'Write only what affects the journey.'),
      shownIf: has('reasons', 'disability'),
      ...must('Skriv vad som gör resan svår', 'Write what makes the journey hard'),
    },
    {
      kind: 'period',
      id: 'disability-time',
      label: t(
        'Hur länge behövs skolskjuts av det skälet?',
        'How long is school transport needed for that reason?',
      ),
      openEnded: true,
      shownIf: has('reasons', 'disability'),
      ...must('Skriv från vilken dag det gäller', 'Write from which day it applies'),
    },
    {
      kind: 'long-text',
      id: 'other-why',
      label: t('Berätta varför', 'Tell us why'),
      shownIf: has('reasons', 'other'),
      ...must('Skriv varför barnet behöver skolskjuts', 'Write why the child needs school transport'),
    },
  ]);

const ride: PageDocument = page('ride', t('Resan', 'The journey'), [
  {
    kind: 'choice',
    id: 'direction',
    label: t('Vilka resor behövs?', 'Which journeys are needed?'),
    hint: t(
      'Skolskjuts går mellan hemmet och skolan, inte till eller från fritids.',
      'School transport goes between home and school, not to or from after-school care.',
    ),
    ...must('Välj vilka resor som behövs', 'Choose which journeys are needed'),
    options: [
      option('both', 'Till och från skolan', 'To and from school'),
      option('to', 'Bara till skolan', 'Only to school'),
      option('from', 'Bara från skolan', 'Only from school'),
    ],
  },
  {
    kind: 'choices',
    id: 'aids',
    label: t('Behöver barnet något av det här på resan?', 'Does the child need any of this on the journey?'),
    ...must(
      'Välj vad barnet behöver, eller ”Inget av detta”',
      'Choose what the child needs, or “None of these”',
    ),
    options: [
      option('seat', 'Bilbarnstol eller bälteskudde', 'Child seat or booster cushion'),
      option('wheelchair', 'Plats för rullstol', 'Room for a wheelchair'),
      option('walker', 'Plats för rullator eller annat hjälpmedel', 'Room for a walker or other aid'),
      option('escort', 'En vuxen som följer med', 'A grown-up who comes along'),
      { ...option('none', 'Inget av detta', 'None of these'), exclusive: true },
    ],
  },
  {
    kind: 'long-text',
    id: 'driver-note',
    label: t('Finns det något som föraren behöver veta?', 'Is there anything that the driver needs to know?'),
    hint: t('Skriv bara det som behövs för en trygg resa.', 'Write only what is needed for a safe journey.'),
  },
]);

const contact: PageDocument = page('contact', t('Så når vi dig', 'How we reach you'), [
  {
    kind: 'phone',
    id: 'own-phone',
    label: t('Ditt telefonnummer', 'Your phone number'),
    hint: t(
      'Vi ringer om skjutsen blir sen eller ställs in.',
      'We ring if the transport is late or cancelled.',
    ),
    prefill: 'contact-phone',
    ...must('Skriv ditt telefonnummer', 'Write your phone number'),
  },
  {
    kind: 'email',
    id: 'own-email',
    label: t('Din e-postadress', 'Your e-mail address'),
    prefill: 'contact-email',
  },
]);

const consents: PageDocument = page(
  'consents',
  t('Det här bestämmer du', 'This is for you to decide'),
  [
    {
      kind: 'consent',
      id: 'consent-school',
      label: t('Får vi fråga skolan om barnets resor?', 'May we ask the school about the child’s journeys?'),
      text: t(
        'Handläggaren frågar då rektorn eller skolsköterskan om det som behövs för att pröva ansökan, och inget annat.\n\n- Det gäller tills ansökan är beslutad.\n- Vill du ta tillbaka ditt ja säger du det till handläggaren.\n- Säger du nej prövar vi ansökan ändå. Då kan vi behöva fråga dig om mer.',
        'The officer then asks the head or the school nurse about what is needed to consider the application, and nothing else.\n\n- It applies until the application is decided.\n- To take back your yes, tell the officer.\n- If you say no we still consider the application. We may then need to ask you more.',
      ),
      ...must('Välj om vi får fråga skolan', 'Choose whether we may ask the school'),
    },
  ],
  { shownIf: has('reasons', 'disability') },
);

const attachments: PageDocument = page(
  'attachments',
  t('Papper till ansökan', 'Papers for the application'),
  [
    {
      kind: 'file',
      id: 'certificate',
      label: t('Intyg från läkare eller annan i vården', 'Certificate from a doctor or other care staff'),
      hint: t(
        'Intyget ska säga hur resan påverkas.',
        'The certificate should say how the journey is affected.',
      ),
      accept: ['pdf', 'jpeg', 'png'],
      bringLater: true,
      shownIf: has('reasons', 'disability'),
      ...must(
        'Välj intyget, eller kryssa för att du skickar det senare',
        'Choose the certificate, or tick that you will send it later',
      ),
    },
    {
      kind: 'file',
      id: 'living-agreement',
      label: t('Schema eller avtal om växelvis boende', 'Schedule or agreement on living by turns'),
      hint: t('Om ni har något skriftligt.', 'If you have anything in writing.'),
      accept: ['pdf', 'jpeg', 'png'],
      bringLater: true,
      shownIf: alternates,
    },
    {
      kind: 'file',
      id: 'other-papers',
      label: t('Vill du skicka något annat?', 'Would you like to send anything else?'),
      hint: t(
        'Till exempel foton av vägen. Du måste inte skicka något.',
        'For example photos of the way. You don’t have to send anything.',
      ),
      accept: ['pdf', 'jpeg', 'png'],
    },
  ],
);

export const journeyPages = (variant: Variant): PageDocument[] => [
  living,
  reason(variant),
  ride,
  contact,
  consents,
  attachments,
];
