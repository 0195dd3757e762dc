// Long because it is a document: texts in two languages, no logic to divide.
import type { Rule } from '@/lib/catalogue/domain/rules';
import { behalfPages } from '../shared/behalf';
import { healthConsent, ownPhone } from '../shared/closing';
import { interpreter } from '../shared/language';
import type { FieldDocument, PageDocument } from '../shared/page';
import { t } from '../texts';
import { guardian } from './guardian';

const difficulty: PageDocument = {
  slug: 'difficulty',
  title: t('Det som är svårt', 'What is hard'),
  groups: [
    {
      id: 'difficulty-group',
      fields: [
        {
          kind: 'choices',
          id: 'obstacles',
          label: t(
            'Vad gör det svårt för dig att åka buss eller tåg?',
            'What makes it hard for you to go by bus or train?',
          ),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.'),
          required: true,
          missing: t(
            'Välj vad som gör det svårt att åka buss eller tåg',
            'Choose what makes it hard to go by bus or train',
          ),
          options: [
            { value: 'way-there', label: t('Att ta mig till hållplatsen', 'Getting to the stop') },
            { value: 'on-and-off', label: t('Att kliva på och av', 'Getting on and off') },
            {
              value: 'balance',
              label: t('Att hålla balansen när det kör', 'Keeping my balance while it moves'),
            },
            {
              value: 'strength',
              label: t('Att jag inte orkar eller får svårt att andas', 'I run out of strength or breath'),
            },
            { value: 'sight', label: t('Att jag ser dåligt', 'I see badly') },
            {
              value: 'find',
              label: t('Att hitta och veta var jag ska av', 'Finding the way and knowing where to get off'),
            },
            {
              value: 'people',
              label: t('Att vara bland många människor', 'Being among many people'),
            },
            { value: 'other', label: t('Något annat', 'Something else') },
          ],
        },
        {
          kind: 'long-text',
          id: 'what-happens',
          label: t('Vad händer när du åker, eller försöker?', 'What happens when you travel, or try to?'),
          hint: t(
            'Berätta med egna ord. Skriv gärna vilken sjukdom eller funktionsnedsättning det beror på.',
            'Tell us in your own words. Do write which illness or disability it comes from.',
          ),
          required: true,
          missing: t('Skriv vad som händer när du åker', 'Write what happens when you travel'),
        },
        {
          kind: 'choice',
          id: 'lasts',
          label: t('Hur länge tror du att det är så?', 'How long do you think it will be so?'),
          hint: t('Räkna från i dag. Fråga gärna din läkare.', 'Count from today. You can ask your doctor.'),
          required: true,
          missing: t('Välj hur länge du tror att det är så', 'Choose how long you think it will be so'),
          options: [
            { value: 'under-three-months', label: t('Mindre än tre månader', 'Less than three months') },
            { value: 'under-a-year', label: t('Tre månader till ett år', 'Three months to a year') },
            { value: 'longer', label: t('Längre än ett år', 'Longer than a year') },
            { value: 'unknown', label: t('Jag vet inte', 'I don’t know') },
          ],
        },
        {
          kind: 'information',
          id: 'short-time',
          tone: 'warning',
          label: t('Tre månader är gränsen', 'Three months is the limit'),
          text: t(
            'Blir du bra inom tre månader får du troligen nej. Du har ändå rätt att ansöka och få din ansökan prövad.\n\nSka du till vården kan du ha rätt till sjukresor. Dem ordnar regionen.',
            'If you get well within three months the answer is probably no. You still have the right to apply and to have your application considered.\n\nFor visits to health care you may have the right to patient transport. The region arranges that.',
          ),
          shownIf: { '==': [{ var: 'lasts' }, 'under-three-months'] },
        },
        {
          kind: 'choice',
          id: 'season',
          label: t('Är det lika svårt hela året?', 'Is it as hard all year round?'),
          required: true,
          missing: t('Välj om det är lika svårt hela året', 'Choose whether it is as hard all year round'),
          options: [
            { value: 'all-year', label: t('Ja, hela året', 'Yes, all year round') },
            { value: 'winter', label: t('Nej, bara på vintern', 'No, only in winter') },
            { value: 'varies', label: t('Det går upp och ner', 'It goes up and down') },
          ],
        },
      ],
    },
  ],
};

const usesChair: Rule = {
  or: ['wheelchair', 'electric-wheelchair', 'scooter'].map((aid) => ({ in: [aid, { var: 'aids' }] })),
};
const staysInChair: Rule = { '==': [{ var: 'stays-in-chair' }, 'yes'] };

const size = (id: string, label: { sv: string; en: string }): FieldDocument => ({
  kind: 'number',
  id,
  label: t(label.sv, label.en),
  hint: t('Ungefär räcker.', 'Roughly is enough.'),
  shownIf: staysInChair,
  min: 30,
  max: 250,
  unit: t('centimeter', 'centimetres'),
});

const moving: PageDocument = {
  slug: 'moving',
  title: t('Så tar du dig fram', 'How you move about'),
  groups: [
    {
      id: 'moving-group',
      fields: [
        {
          kind: 'choices',
          id: 'aids',
          label: t('Vad använder du när du är ute?', 'What do you use when you are out?'),
          hint: t('Välj allt som stämmer.', 'Choose all that apply.'),
          required: true,
          missing: t('Välj vad du använder, eller ”Inget”', 'Choose what you use, or “Nothing”'),
          options: [
            { value: 'cane', label: t('Käpp eller kryckor', 'Cane or crutches') },
            { value: 'rollator', label: t('Rollator', 'Rollator') },
            { value: 'wheelchair', label: t('Rullstol', 'Wheelchair') },
            { value: 'electric-wheelchair', label: t('Elrullstol', 'Electric wheelchair') },
            { value: 'scooter', label: t('Elmoped eller elscooter', 'Mobility scooter') },
            { value: 'white-cane', label: t('Vit käpp', 'White cane') },
            {
              value: 'dog',
              label: t('Ledarhund eller annan assistanshund', 'Guide dog or other assistance dog'),
            },
            { value: 'none', label: t('Inget', 'Nothing'), exclusive: true },
          ],
        },
        {
          kind: 'choice',
          id: 'walks',
          label: t('Hur långt kan du gå utan att vila?', 'How far can you walk without resting?'),
          hint: t('Med de hjälpmedel du har, en vanlig dag.', 'With the aids you have, on an ordinary day.'),
          required: true,
          missing: t('Välj hur långt du kan gå', 'Choose how far you can walk'),
          options: [
            { value: 'not-at-all', label: t('Jag kan inte gå', 'I can’t walk') },
            { value: 'fifty', label: t('Upp till 50 meter', 'Up to 50 metres') },
            { value: 'two-hundred', label: t('50 till 200 meter', '50 to 200 metres') },
            { value: 'five-hundred', label: t('200 till 500 meter', '200 to 500 metres') },
            { value: 'further', label: t('Längre än 500 meter', 'Further than 500 metres') },
          ],
        },
        {
          kind: 'yes-no',
          id: 'stays-in-chair',
          label: t(
            'Behöver du sitta kvar i rullstolen eller scootern under resan?',
            'Do you need to stay in the wheelchair or scooter during the journey?',
          ),
          shownIf: usesChair,
          required: true,
          missing: t(
            'Välj om du behöver sitta kvar under resan',
            'Choose whether you need to stay in it during the journey',
          ),
        },
        size('chair-length', { sv: 'Hur lång är den?', en: 'How long is it?' }),
        size('chair-width', { sv: 'Hur bred är den?', en: 'How wide is it?' }),
      ],
    },
  ],
};

const journey: PageDocument = {
  slug: 'journey',
  title: t('Under resan', 'During the journey'),
  groups: [
    {
      id: 'journey-group',
      fields: [
        {
          kind: 'choice',
          id: 'rides-now',
          label: t('Åker du buss eller tåg i dag?', 'Do you go by bus or train today?'),
          required: true,
          missing: t('Välj om du åker buss eller tåg', 'Choose whether you go by bus or train'),
          options: [
            { value: 'alone', label: t('Ja, ibland på egen hand', 'Yes, sometimes by myself') },
            {
              value: 'together',
              label: t('Ja, men bara ihop med någon', 'Yes, but only together with somebody'),
            },
            { value: 'never', label: t('Nej', 'No') },
          ],
        },
        {
          kind: 'yes-no',
          id: 'escort',
          label: t(
            'Behöver du ha någon med dig under resan?',
            'Do you need somebody with you during the journey?',
          ),
          hint: t(
            'Föraren hjälper dig mellan dörren och bilen, in och ur, och med bältet. Behöver du annan hjälp kan du få ta med en ledsagare utan kostnad.',
            'The driver helps you between the door and the car, in and out, and with the belt. If you need other help, you may be allowed to bring an escort free of charge.',
          ),
          required: true,
          missing: t('Välj om du behöver ha någon med dig', 'Choose whether you need somebody with you'),
        },
        {
          kind: 'long-text',
          id: 'escort-why',
          label: t(
            'Vad behöver den personen hjälpa dig med?',
            'What does that person need to help you with?',
          ),
          shownIf: { '==': [{ var: 'escort' }, 'yes'] },
          required: true,
          missing: t(
            'Skriv vad personen behöver hjälpa dig med',
            'Write what the person needs to help you with',
          ),
        },
        {
          kind: 'choices',
          id: 'vehicle',
          label: t('Måste bilen vara på ett visst sätt?', 'Must the car be in a certain way?'),
          hint: t('Välj bara det som du inte kan resa utan.', 'Choose only what you can’t travel without.'),
          required: true,
          missing: t(
            'Välj vad som måste vara så, eller ”Inget av detta”',
            'Choose what must be so, or “None of these”',
          ),
          options: [
            { value: 'front-seat', label: t('Jag måste sitta fram', 'I must sit in front') },
            { value: 'high-seat', label: t('Jag måste sitta högt', 'I must sit high up') },
            { value: 'alone', label: t('Jag kan inte åka med andra', 'I can’t ride with others') },
            { value: 'no-animals', label: t('Jag tål inte pälsdjur', 'I can’t stand furry animals') },
            { value: 'none', label: t('Inget av detta', 'None of these'), exclusive: true },
          ],
        },
      ],
    },
  ],
};

const permitNow: PageDocument = {
  slug: 'permit-now',
  title: t('Färdtjänst i dag', 'Special transport today'),
  groups: [
    {
      id: 'permit-now-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'has-permit',
          label: t('Har du färdtjänst redan?', 'Do you have special transport already?'),
          required: true,
          missing: t('Välj om du har färdtjänst redan', 'Choose whether you have special transport already'),
        },
        {
          kind: 'date',
          id: 'permit-until',
          label: t('Till och med vilken dag gäller det?', 'Until which day is it valid?'),
          hint: t(
            'Det står i beslutet. Lämna tomt om du inte vet.',
            'The decision says so. Leave empty if you don’t know.',
          ),
          shownIf: { '==': [{ var: 'has-permit' }, 'yes'] },
        },
      ],
    },
  ],
};

const certificate: PageDocument = {
  slug: 'certificate',
  title: t('Läkarintyg', 'Medical certificate'),
  groups: [
    {
      id: 'certificate-group',
      fields: [
        {
          kind: 'file',
          id: 'certificate',
          label: t('Har du ett läkarintyg?', 'Do you have a medical certificate?'),
          hint: t(
            'Det ska säga varför du har svårt att resa och hur länge. Har du inget kan du skicka det senare. Handläggaren säger till om det behövs.',
            'It should say why it is hard for you to travel, and for how long. If you have none you can send it later. The officer will tell you if it is needed.',
          ),
          accept: ['pdf', 'jpeg', 'png'],
          bringLater: true,
        },
        healthConsent,
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
          kind: 'address',
          id: 'home-address',
          label: t('Adressen där du bor', 'The address where you live'),
          hint: t('Vi tittar på hur vägen till hållplatsen ser ut.', 'We look at the way to the stop.'),
          required: true,
          missing: t('Skriv adressen där du bor', 'Write the address where you live'),
          prefill: 'register-address',
        },
        {
          ...ownPhone,
          hint: t('Handläggaren ringer om något är oklart.', 'The officer rings if anything is unclear.'),
        },
        interpreter,
      ],
    },
  ],
};

export const transportPages: PageDocument[] = [
  ...behalfPages({
    kinMayApply: false,
    guardian,
    mustSay: t(
      'Den ska säga att du får ansöka om färdtjänst.',
      'It must say that you may apply for special transport.',
    ),
  }),
  difficulty,
  moving,
  journey,
  permitNow,
  certificate,
  contact,
];
