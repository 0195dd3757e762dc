import type { Rule } from '@/lib/catalogue/domain/rules';
import type { FieldDocument, PageDocument } from '../shared/page';
import { t } from '../texts';

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

export const moving: PageDocument = {
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

export const journey: PageDocument = {
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
