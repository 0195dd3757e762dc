import type { Texts } from '@/lib/catalogue/domain/form-shape';
import type { Rule } from '@/lib/catalogue/domain/rules';
import { type Behalf, behalfPages } from '../shared/behalf';
import { healthConsent, ownPhone } from '../shared/closing';
import { languageFields } from '../shared/language';
import type { PageDocument } from '../shared/page';
import { t } from '../texts';

/** Where the municipalities' forms differ. */
export interface Variant extends Behalf {
  /** from this age the alarm is given without an investigation; null where it never is */
  freeFromAge: number | null;
  /** how the staff may get in, besides by being let in */
  waysIn: { value: string; label: Texts; hint: Texts }[];
}

const age = (years: number): PageDocument => ({
  slug: 'age',
  title: t('Din ålder', 'Your age'),
  groups: [
    {
      id: 'age-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'old-enough',
          label: t(`Har du fyllt ${years} år?`, `Are you ${years} or older?`),
          hint: t(
            'Då får du larmet utan att berätta varför du behöver det.',
            'If so you get the alarm without telling why you need it.',
          ),
          required: true,
          missing: t(`Välj om du har fyllt ${years} år`, `Choose whether you are ${years} or older`),
        },
      ],
    },
  ],
});

/** Asked only where there must be an investigation. */
const why = (shownIf: Rule | undefined): PageDocument => ({
  slug: 'why',
  title: t('Varför behöver du larm?', 'Why do you need an alarm?'),
  ...(shownIf && { shownIf }),
  groups: [
    {
      id: 'why-group',
      fields: [
        {
          kind: 'choices',
          id: 'reasons',
          label: t('Vad stämmer för dig?', 'What is true of you?'),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.'),
          required: true,
          missing: t('Välj vad som stämmer för dig', 'Choose what is true of you'),
          options: [
            { value: 'falls', label: t('Jag faller lätt', 'I fall easily') },
            {
              value: 'illness',
              label: t(
                'Jag har en sjukdom som gör att jag kan behöva hjälp snabbt',
                'I have an illness that means I may need help quickly',
              ),
            },
            {
              value: 'cannot-rise',
              label: t('Jag kan inte alltid ta mig upp själv', 'I can’t always get up by myself'),
            },
            { value: 'unsafe', label: t('Jag känner mig otrygg hemma', 'I feel unsafe at home') },
            { value: 'other', label: t('Något annat', 'Something else') },
          ],
        },
        {
          kind: 'long-text',
          id: 'why-more',
          label: t('Vill du berätta mer?', 'Would you like to tell us more?'),
          hint: t(
            'Till exempel hur ofta du faller, eller vad som gör dig otrygg.',
            'For example how often you fall, or what makes you feel unsafe.',
          ),
          requiredIf: { in: ['other', { var: 'reasons' }] },
          missing: t('Skriv varför du behöver larm', 'Write why you need an alarm'),
        },
        healthConsent,
      ],
    },
  ],
});

const place: PageDocument = {
  slug: 'place',
  title: t('Var ska larmet finnas?', 'Where shall the alarm be?'),
  groups: [
    {
      id: 'place-group',
      fields: [
        {
          kind: 'address',
          id: 'alarm-address',
          label: t('Adressen där du bor', 'The address where you live'),
          hint: t('Dit kommer personalen när du larmar.', 'The staff come here when you press the alarm.'),
          required: true,
          missing: t('Skriv adressen där larmet ska finnas', 'Write the address where the alarm is to be'),
          prefill: 'register-address',
        },
        {
          kind: 'text',
          id: 'find-the-way',
          label: t('Hur hittar man till dig?', 'How does one find the way to you?'),
          hint: t(
            'Till exempel våning, uppgång eller vilket hus på gården. Skriv inte portkoden här.',
            'For example the floor, the entrance or which house in the yard. Don’t write the entry code here.',
          ),
          maxLength: 200,
        },
        {
          kind: 'yes-no',
          id: 'hears',
          label: t('Kan du höra och prata i en högtalare?', 'Can you hear and talk through a loudspeaker?'),
          hint: t(
            'När du larmar pratar personalen med dig genom larmet. Är det svårt för dig kommer de i stället alltid hem till dig.',
            'When you press the alarm, staff talk with you through it. If that is hard for you, they always come to your home instead.',
          ),
          required: true,
          missing: t(
            'Välj om du kan höra och prata i en högtalare',
            'Choose whether you can hear and talk through a loudspeaker',
          ),
        },
        ...languageFields.filter(({ id }) => id !== 'interpreter'),
      ],
    },
  ],
};

const keys = ({ waysIn }: Variant): PageDocument => ({
  slug: 'keys',
  title: t('Så kommer personalen in', 'How the staff get in'),
  groups: [
    {
      id: 'keys-group',
      fields: [
        {
          kind: 'choice',
          id: 'way-in',
          label: t(
            'Hur ska personalen komma in när du larmar?',
            'How shall the staff get in when you press the alarm?',
          ),
          hint: t(
            'Du kanske inte kan öppna själv. Utan en väg in kan vi inte sätta upp larmet.',
            'You may not be able to open the door. Without a way in we can’t put up the alarm.',
          ),
          required: true,
          missing: t('Välj hur personalen ska komma in', 'Choose how the staff shall get in'),
          options: [
            ...waysIn,
            {
              value: 'help-with-keys',
              label: t('Jag behöver hjälp att ordna det', 'I need help to arrange it'),
              hint: t('Då ringer vi dig.', 'Then we ring you.'),
            },
          ],
        },
      ],
    },
  ],
});

const hasSomebody: Rule = { '==': [{ var: 'somebody-to-ring' }, 'yes'] };

const toRing: PageDocument = {
  slug: 'to-ring',
  title: t('Vilka kan vi ringa?', 'Whom can we ring?'),
  groups: [
    {
      id: 'to-ring-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'somebody-to-ring',
          label: t(
            'Finns det någon som vi kan ringa när du har larmat?',
            'Is there somebody whom we can ring when you have pressed the alarm?',
          ),
          hint: t(
            'Till exempel ett barn eller en granne. Du får larm även om du inte har någon.',
            'For example a child or a neighbour. You can have an alarm even if there is nobody.',
          ),
          required: true,
          missing: t('Välj om det finns någon vi kan ringa', 'Choose whether there is somebody we can ring'),
        },
        {
          kind: 'rows',
          id: 'persons-to-ring',
          label: t('De vi kan ringa', 'Those we can ring'),
          hint: t(
            'Skriv dem i den ordning som du vill att vi ringer. Fråga dem först om det går bra.',
            'Write them in the order you want us to ring. Ask them first whether that is all right.',
          ),
          shownIf: hasSomebody,
          required: true,
          missing: t('Lägg till minst en person', 'Add at least one person'),
          item: t('Person', 'Person'),
          add: t('Lägg till en person', 'Add a person'),
          maxRows: 3,
          columns: [
            {
              kind: 'text',
              id: 'name',
              label: t('Namn', 'Name'),
              required: true,
              missing: t('Skriv personens namn', 'Write the person’s name'),
            },
            {
              kind: 'text',
              id: 'phone',
              label: t('Telefonnummer', 'Phone number'),
              required: true,
              missing: t('Skriv personens telefonnummer', 'Write the person’s phone number'),
              maxLength: 30,
            },
            {
              kind: 'choice',
              id: 'has-key',
              label: t('Har personen nyckel till dig?', 'Does the person have a key to your home?'),
              required: true,
              missing: t('Välj om personen har nyckel', 'Choose whether the person has a key'),
              options: [
                { value: 'yes', label: t('Ja', 'Yes') },
                { value: 'no', label: t('Nej', 'No') },
              ],
            },
          ],
        },
        {
          kind: 'consent',
          id: 'consent-to-ring',
          label: t(
            'Får vi berätta för dem att du har larmat, och varför?',
            'May we tell them that you have pressed the alarm, and why?',
          ),
          text: t(
            'Säger du ja får personalen berätta det som behövs för att de ska kunna hjälpa dig, och inget annat. Säger du nej ringer vi inte till dem.\n\n- Det gäller så länge du har larmet.\n- Vill du ta tillbaka ditt ja, eller byta personer, ringer du oss.',
            'If you say yes the staff may tell what is needed for them to help you, and nothing else. If you say no we don’t ring them.\n\n- It applies as long as you have the alarm.\n- To take back your yes, or to change who they are, ring us.',
          ),
          shownIf: hasSomebody,
          required: true,
          missing: t('Välj om vi får berätta att du har larmat', 'Choose whether we may tell them'),
        },
      ],
    },
  ],
};

const contact: PageDocument = {
  slug: 'contact',
  title: t('Så når vi dig', 'How we reach you'),
  groups: [
    {
      id: 'contact-group',
      fields: [
        {
          ...ownPhone,
          hint: t(
            'Vi ringer för att boka när vi kommer och sätter upp larmet.',
            'We ring to arrange when we come and put up the alarm.',
          ),
        },
      ],
    },
  ],
};

export const alarmPages = (variant: Variant): PageDocument[] => [
  ...behalfPages(variant),
  ...(variant.freeFromAge === null
    ? [why(undefined)]
    : [age(variant.freeFromAge), why({ '==': [{ var: 'old-enough' }, 'no'] })]),
  place,
  keys(variant),
  toRing,
  contact,
];
