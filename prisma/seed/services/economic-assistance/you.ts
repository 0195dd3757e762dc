import { type FieldDocument, is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { asLastTime, type Occasion } from './variant';

const contact: FieldDocument[] = [
  {
    kind: 'phone',
    id: 'own-phone',
    label: t('Ditt telefonnummer', 'Your phone number'),
    hint: t('Handläggaren ringer om något är oklart.', 'The officer rings if something is unclear.'),
    prefill: 'contact-phone',
    ...must('Skriv ditt telefonnummer', 'Write your phone number'),
  },
  {
    kind: 'email',
    id: 'own-email',
    label: t('Din e-postadress', 'Your e-mail address'),
    prefill: 'contact-email',
  },
];

const address: FieldDocument = {
  kind: 'address',
  id: 'address',
  label: t('Adressen där du bor', 'The address where you live'),
  hint: t('Lämna tomt om du inte har någon adress.', 'Leave it empty if you have no address.'),
  prefill: 'register-address',
};

export const youFirst: PageDocument = page('you', t('Om dig', 'About you'), [
  ...contact,
  address,
  {
    kind: 'choice',
    id: 'civil-status',
    label: t('Är du gift?', 'Are you married?'),
    prefill: 'register-civil-status',
    ...must('Välj om du är gift', 'Choose whether you are married'),
    options: [
      option('unmarried', 'Nej, jag har aldrig varit gift', 'No, I have never been married'),
      option('married', 'Ja, eller registrerad partner', 'Yes, or in a registered partnership'),
      option('divorced', 'Nej, jag är skild', 'No, I am divorced'),
      option(
        'widowed',
        'Nej, min make, maka eller partner har dött',
        'No, my husband, wife or partner has died',
      ),
    ],
  },
  {
    kind: 'choice',
    id: 'residence',
    label: t('Vad ger dig rätt att vara i Sverige?', 'What gives you the right to be in Sweden?'),
    hint: t(
      'Vi frågar för att veta om du i stället kan få stöd av en annan myndighet.',
      'We ask to know whether another authority could support you instead.',
    ),
    ...must(
      'Välj vad som ger dig rätt att vara i Sverige',
      'Choose what gives you the right to be in Sweden',
    ),
    options: [
      option(
        'nordic-citizen',
        'Jag är medborgare i Sverige eller ett annat nordiskt land',
        'I am a citizen of Sweden or another Nordic country',
      ),
      option(
        'eu-citizen',
        'Jag är medborgare i ett annat land i EU eller EES',
        'I am a citizen of another country in the EU or EEA',
      ),
      option('permit', 'Jag har uppehållstillstånd', 'I have a residence permit'),
      option(
        'waiting',
        'Jag väntar på besked om uppehållstillstånd',
        'I am waiting to hear about a residence permit',
      ),
      option('other', 'Något annat, eller jag vet inte', 'Something else, or I don’t know'),
    ],
  },
  {
    kind: 'date',
    id: 'permit-until',
    label: t('Till vilken dag gäller tillståndet?', 'Until which day is the permit valid?'),
    hint: t('Lämna tomt om det är permanent.', 'Leave it empty if it is permanent.'),
    shownIf: is('residence', 'permit'),
  },
  {
    kind: 'yes-no',
    id: 'interpreter',
    label: t('Behöver du tolk när vi pratar med dig?', 'Do you need an interpreter when we talk to you?'),
    hint: t('Tolken kostar ingenting för dig.', 'The interpreter costs you nothing.'),
    ...must('Välj om du behöver tolk', 'Choose whether you need an interpreter'),
  },
  {
    kind: 'text',
    id: 'interpreter-language',
    label: t('På vilket språk?', 'In which language?'),
    maxLength: 60,
    shownIf: is('interpreter', 'yes'),
    ...must('Skriv vilket språk', 'Write which language'),
  },
]);

export const youMonth: PageDocument = page('you', t('Så når vi dig', 'How we reach you'), [
  ...contact,
  address,
]);

export const together = is('apply-together', 'together');

/** Whom she lives with, and whether they apply as a couple: then the other one signs too. */
export const partner = (occasion: Occasion): PageDocument => ({
  slug: 'partner',
  title: t('Make, maka eller sambo', 'Husband, wife or partner'),
  groups: [
    {
      id: 'partner-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'has-partner',
          label: t(
            'Bor du ihop med din make, maka eller sambo?',
            'Do you live with your husband, wife or partner?',
          ),
          ...asLastTime(occasion),
          ...must(
            'Välj om du bor ihop med make, maka eller sambo',
            'Choose whether you live with a husband, wife or partner',
          ),
        },
        ...(occasion === 'first' ? [marriedApart] : []),
        {
          kind: 'choice',
          id: 'apply-together',
          label: t('Ansöker ni tillsammans?', 'Do you apply together?'),
          hint: t(
            'Par som bor ihop ansöker oftast tillsammans. Då läser och skriver båda under samma ansökan.',
            'Couples who live together usually apply together. Then both read and sign the same application.',
          ),
          shownIf: is('has-partner', 'yes'),
          ...asLastTime(occasion),
          ...must('Välj om ni ansöker tillsammans', 'Choose whether you apply together'),
          options: [
            option('together', 'Ja, vi ansöker tillsammans', 'Yes, we apply together'),
            option('alone', 'Nej, jag ansöker ensam', 'No, I apply alone'),
          ],
        },
        {
          kind: 'information',
          id: 'alone-info',
          label: t('Du får ansöka ensam', 'You may apply alone'),
          text: t(
            'Handläggaren ringer dig först, och pratar inte med din partner utan att du vet om det. Är du rädd för din partner? Ring kontaktcenter, så får du stöd och skydd. Kvinnofridslinjen, 020-50 50 50, svarar dygnet runt.',
            'The officer rings you first, and does not talk to your partner without your knowing. Are you afraid of your partner? Ring the contact centre for support and protection. The national line Kvinnofridslinjen, 020-50 50 50, answers day and night.',
          ),
          shownIf: is('apply-together', 'alone'),
        },
        {
          kind: 'long-text',
          id: 'alone-why',
          label: t('Vill du berätta varför?', 'Would you like to tell us why?'),
          shownIf: is('apply-together', 'alone'),
        },
      ],
    },
    {
      id: 'partner-details',
      title: t('Din medsökande', 'Your co-applicant'),
      text: t(
        'När du har skrivit under ber vi din medsökande att läsa ansökan och skriva under. Den skickas in när ni båda har gjort det.',
        'When you have signed, we ask your co-applicant to read the application and sign. It is sent in when you both have.',
      ),
      shownIf: together,
      fields: [
        {
          kind: 'text',
          id: 'partner-name',
          label: t('För- och efternamn', 'First name and surname'),
          ...asLastTime(occasion),
          ...must('Skriv din medsökandes namn', 'Write your co-applicant’s name'),
        },
        {
          kind: 'national-id',
          id: 'partner-national-id',
          label: t('Personnummer', 'Personal number'),
          ...asLastTime(occasion),
          ...must('Skriv din medsökandes personnummer', 'Write your co-applicant’s personal number'),
        },
      ],
    },
  ],
});

const marriedApart: FieldDocument = {
  kind: 'information',
  id: 'married-apart-info',
  label: t('Gift, men bor isär', 'Married, but living apart'),
  text: t(
    'Den som är gift har ansvar för att försörja sin make eller maka, också när de bor isär. Handläggaren kan därför fråga om din makes eller makas ekonomi.',
    'Whoever is married has a duty to support their husband or wife, also when they live apart. The officer may therefore ask about your husband’s or wife’s finances.',
  ),
  shownIf: { and: [is('civil-status', 'married'), is('has-partner', 'no')] },
};

/** What she and her co-applicant do: it decides which questions come later. */
const occupations = [
  option('jobseeking', 'Söker jobb', 'Looking for work'),
  option('works', 'Arbetar', 'Working'),
  option('self-employed', 'Har eget företag', 'Have a business of my own'),
  option('ill', 'Är sjukskriven', 'On sick leave'),
  option('parental-leave', 'Är föräldraledig', 'On parental leave'),
  option('studies', 'Studerar', 'Studying'),
  option('pension', 'Har pension eller sjukersättning', 'Have a pension or sickness compensation'),
  option('other', 'Något annat', 'Something else'),
];

export const work: PageDocument = {
  slug: 'work',
  title: t('Jobb, studier och hälsa', 'Work, studies and health'),
  groups: [
    {
      id: 'work-group',
      fields: [
        {
          kind: 'choice',
          id: 'occupation',
          label: t('Vad gör du just nu?', 'What do you do right now?'),
          hint: t('Välj det som du gör mest.', 'Choose what you do most.'),
          ...must('Välj vad du gör just nu', 'Choose what you do right now'),
          options: occupations,
        },
        {
          kind: 'text',
          id: 'occupation-other',
          label: t('Vad gör du?', 'What do you do?'),
          shownIf: is('occupation', 'other'),
          ...must('Skriv vad du gör just nu', 'Write what you do right now'),
        },
        {
          kind: 'number',
          id: 'work-percent',
          label: t('Hur mycket arbetar du?', 'How much do you work?'),
          hint: t('100 är heltid, 50 är halvtid.', '100 is full time, 50 is half time.'),
          min: 1,
          max: 100,
          unit: t('procent', 'per cent'),
          shownIf: isOneOf('occupation', 'works', 'self-employed'),
          ...must('Skriv hur mycket du arbetar', 'Write how much you work'),
        },
        {
          kind: 'yes-no',
          id: 'registered',
          label: t('Är du inskriven hos Arbetsförmedlingen?', 'Are you registered with Arbetsförmedlingen?'),
          hint: t(
            'Arbetsförmedlingen är den statliga arbetsförmedlingen.',
            'Arbetsförmedlingen is the public employment service.',
          ),
          shownIf: is('occupation', 'jobseeking'),
          ...must(
            'Välj om du är inskriven hos Arbetsförmedlingen',
            'Choose whether you are registered with Arbetsförmedlingen',
          ),
        },
        {
          kind: 'information',
          id: 'register-info',
          label: t('Skriv in dig så snart du kan', 'Register as soon as you can'),
          text: t(
            'Den som kan arbeta ska oftast vara inskriven för att få ekonomiskt bistånd. Kan du inte det, skriv varför nedan. Du kan ansöka ändå.',
            'Whoever can work must usually be registered to get economic assistance. If you can’t be, write why below. You can apply all the same.',
          ),
          instead: {
            label: t('Skriv in dig hos Arbetsförmedlingen', 'Register with Arbetsförmedlingen'),
            href: 'https://arbetsformedlingen.se',
          },
          shownIf: is('registered', 'no'),
        },
        {
          kind: 'long-text',
          id: 'job-search',
          label: t(
            'Vad har du gjort för att få ett jobb eller en utbildning?',
            'What have you done to get a job or an education?',
          ),
          shownIf: is('occupation', 'jobseeking'),
          ...must('Skriv vad du har gjort för att få ett jobb', 'Write what you have done to get a job'),
        },
      ],
    },
    {
      id: 'partner-work',
      title: t('Din medsökande', 'Your co-applicant'),
      shownIf: together,
      fields: [
        {
          kind: 'choice',
          id: 'partner-occupation',
          label: t('Vad gör din medsökande just nu?', 'What does your co-applicant do right now?'),
          ...must('Välj vad din medsökande gör just nu', 'Choose what your co-applicant does right now'),
          options: occupations,
        },
        {
          kind: 'long-text',
          id: 'partner-job-search',
          label: t(
            'Vad har din medsökande gjort för att få ett jobb eller en utbildning?',
            'What has your co-applicant done to get a job or an education?',
          ),
          shownIf: is('partner-occupation', 'jobseeking'),
          ...must(
            'Skriv vad din medsökande har gjort för att få ett jobb',
            'Write what your co-applicant has done to get a job',
          ),
        },
      ],
    },
  ],
};
