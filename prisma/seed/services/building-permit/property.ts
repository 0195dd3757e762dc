import { is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import type { Variant } from './variant';

const property = ({ propertyExample }: Variant): PageDocument =>
  page('property', t('Fastigheten', 'The property'), [
    {
      kind: 'property',
      id: 'property',
      label: t('Vad heter fastigheten?', 'What is the property called?'),
      hint: t(
        `Till exempel ${propertyExample}. Beteckningen står på beskedet om fastighetstaxering och i köpekontraktet.`,
        `For example ${propertyExample}. The designation is on the property tax notice and in the contract of sale.`,
      ),
      ...must('Skriv fastighetens beteckning', 'Write the property’s designation'),
    },
    {
      kind: 'address',
      id: 'property-address',
      label: t('Fastighetens adress', 'The property’s address'),
      hint: t('Lämna tomt om det inte finns någon.', 'Leave it empty if there is none.'),
    },
    {
      kind: 'choice',
      id: 'owner',
      label: t('Vem äger fastigheten?', 'Who owns the property?'),
      ...must('Välj vem som äger fastigheten', 'Choose who owns the property'),
      options: [
        option('me', 'Jag', 'I do'),
        option('us', 'Jag och någon mer', 'I and somebody else'),
        option('other', 'Någon annan', 'Somebody else'),
      ],
    },
  ]);

const coOwner: PageDocument = {
  slug: 'co-owner',
  title: t('Den som äger tillsammans med dig', 'The one who owns it with you'),
  shownIf: is('owner', 'us'),
  groups: [
    {
      id: 'co-owner-group',
      fields: [
        {
          kind: 'yes-no',
          id: 'co-owner-signs',
          label: t('Ska ni ansöka tillsammans?', 'Will you apply together?'),
          hint: t(
            'Då läser och skriver båda under. Du får också ansöka ensam. Då berättar vi för den andra ägaren att du har ansökt.',
            'Then both read and sign. You may apply alone too. Then we tell the other owner that you have applied.',
          ),
          ...must('Välj om ni ska ansöka tillsammans', 'Choose whether you will apply together'),
        },
        {
          kind: 'text',
          id: 'co-owner-name',
          label: t('För- och efternamn', 'First name and surname'),
          ...must('Skriv namnet på den andra ägaren', 'Write the name of the other owner'),
        },
        {
          kind: 'national-id',
          id: 'co-owner-national-id',
          label: t('Personnummer', 'Personal number'),
          shownIf: is('co-owner-signs', 'yes'),
          ...must('Skriv personnumret för den andra ägaren', 'Write the other owner’s personal number'),
        },
        {
          kind: 'rows',
          id: 'more-owners',
          label: t('Är ni fler än två? Skriv de andra här.', 'Are you more than two? Write the others here.'),
          item: t('Ägare', 'Owner'),
          add: t('Lägg till en ägare', 'Add an owner'),
          columns: [
            {
              kind: 'text',
              id: 'name',
              label: t('För- och efternamn', 'First name and surname'),
              ...must('Skriv ägarens namn', 'Write the owner’s name'),
            },
            { kind: 'text', id: 'phone', label: t('Telefonnummer', 'Phone number') },
          ],
        },
      ],
    },
  ],
};

const otherOwner: PageDocument = page(
  'other-owner',
  t('Den som äger fastigheten', 'The one who owns the property'),
  [
    {
      kind: 'information',
      id: 'other-owner-info',
      label: t('Vi frågar ägaren', 'We ask the owner'),
      text: t(
        'Du får ansöka också om du inte äger fastigheten. Vi berättar för ägaren, som får säga vad hen tycker.',
        'You may apply also if you don’t own the property. We tell the owner, who may say what they think.',
      ),
    },
    {
      kind: 'text',
      id: 'other-owner-name',
      label: t('Vad heter ägaren?', 'What is the owner called?'),
      ...must('Skriv vad ägaren heter', 'Write what the owner is called'),
    },
    {
      kind: 'text',
      id: 'other-owner-contact',
      label: t('Hur når vi ägaren?', 'How do we reach the owner?'),
      hint: t('Telefon, e-post eller adress.', 'Phone, e-mail or address.'),
      ...must('Skriv hur vi når ägaren', 'Write how we reach the owner'),
    },
  ],
  { shownIf: is('owner', 'other') },
);

/** What is built, and how large: decides which drawings are asked for. */
const measure: PageDocument = {
  slug: 'measure',
  title: t('Det du vill göra', 'What you want to do'),
  groups: [
    {
      id: 'measure-group',
      fields: [
        {
          kind: 'choice',
          id: 'measure',
          label: t('Vad vill du göra?', 'What do you want to do?'),
          hint: t(
            'Är det flera saker väljer du den största och beskriver de andra nedan.',
            'If it is several things, choose the largest and describe the others below.',
          ),
          ...must('Välj vad du vill göra', 'Choose what you want to do'),
          options: [
            option('new', 'Bygga ett nytt hus', 'Build a new house'),
            option('extension', 'Bygga till ett hus', 'Extend a house'),
            option('outbuilding', 'Bygga garage, carport eller förråd', 'Build a garage, carport or store'),
            option('facade', 'Ändra fasad, tak eller fönster', 'Change facade, roof or windows'),
            option('use', 'Använda en byggnad till något annat', 'Use a building for something else'),
            option('wall', 'Bygga mur eller plank', 'Build a wall or fence'),
            option('other', 'Något annat', 'Something else'),
          ],
        },
        {
          kind: 'long-text',
          id: 'description',
          label: t('Beskriv det du vill göra', 'Describe what you want to do'),
          hint: t(
            'Till exempel: Jag vill bygga till köket mot trädgården, med samma fasad och tak som huset har.',
            'For example: I want to extend the kitchen towards the garden, with the same facade and roof as the house has.',
          ),
          ...must('Beskriv det du vill göra', 'Describe what you want to do'),
        },
        {
          kind: 'text',
          id: 'use-now',
          label: t('Vad används byggnaden till nu?', 'What is the building used for now?'),
          shownIf: is('measure', 'use'),
          ...must('Skriv vad byggnaden används till nu', 'Write what the building is used for now'),
        },
        {
          kind: 'text',
          id: 'use-then',
          label: t('Vad ska den användas till?', 'What will it be used for?'),
          shownIf: is('measure', 'use'),
          ...must('Skriv vad byggnaden ska användas till', 'Write what the building will be used for'),
        },
      ],
    },
    {
      id: 'size',
      title: t('Storlek', 'Size'),
      shownIf: isOneOf('measure', 'new', 'extension', 'outbuilding'),
      fields: [
        {
          kind: 'number',
          id: 'area-now',
          label: t(
            'Hur stor yta på marken har byggnaderna nu?',
            'How much ground do the buildings cover now?',
          ),
          hint: t(
            'Alla byggnader på fastigheten. Skriv 0 om det inte finns någon.',
            'All buildings on the property. Write 0 if there are none.',
          ),
          min: 0,
          max: 100_000,
          decimals: 1,
          unit: t('kvadratmeter', 'square metres'),
          ...must('Skriv hur stor yta byggnaderna har nu', 'Write how much ground the buildings cover now'),
        },
        {
          kind: 'number',
          id: 'area-new',
          label: t('Hur stor ny yta vill du bygga?', 'How much new ground do you want to build on?'),
          min: 0.1,
          max: 100_000,
          decimals: 1,
          unit: t('kvadratmeter', 'square metres'),
          ...must('Skriv hur stor yta du vill bygga', 'Write how large an area you want to build'),
        },
        {
          kind: 'computed',
          id: 'area-all',
          label: t('Yta tillsammans', 'Area in all'),
          value: { '+': [{ var: 'area-now' }, { var: 'area-new' }] },
          unit: t('kvadratmeter', 'square metres'),
        },
        {
          kind: 'number',
          id: 'floors',
          label: t('Hur många våningar?', 'How many floors?'),
          min: 1,
          max: 50,
          unit: t('våningar', 'floors'),
          ...must('Skriv hur många våningar', 'Write how many floors'),
        },
        {
          kind: 'number',
          id: 'eaves',
          label: t('Hur hög är byggnaden till takfoten?', 'How high is the building to the eaves?'),
          hint: t('Där taket möter väggen.', 'Where the roof meets the wall.'),
          min: 0.5,
          max: 200,
          decimals: 1,
          unit: t('meter', 'metres'),
        },
        {
          kind: 'number',
          id: 'ridge',
          label: t(
            'Hur hög är byggnaden till takets högsta punkt?',
            'How high is the building to the roof’s highest point?',
          ),
          min: 0.5,
          max: 200,
          decimals: 1,
          unit: t('meter', 'metres'),
          ...must('Skriv hur hög byggnaden är', 'Write how high the building is'),
        },
        {
          kind: 'number',
          id: 'homes',
          label: t('Hur många nya bostäder blir det?', 'How many new homes will there be?'),
          min: 0,
          max: 500,
          unit: t('bostäder', 'homes'),
          shownIf: is('measure', 'new'),
          ...must('Skriv hur många nya bostäder det blir', 'Write how many new homes there will be'),
        },
      ],
    },
    {
      id: 'materials',
      title: t('Utseende', 'Looks'),
      shownIf: isOneOf('measure', 'new', 'extension', 'outbuilding', 'facade', 'wall'),
      fields: [
        {
          kind: 'text',
          id: 'facade-material',
          label: t('Vilket material och vilken färg?', 'Which material and which colour?'),
          hint: t('Till exempel träpanel, faluröd.', 'For example wood panel, Falu red.'),
          ...must('Skriv material och färg', 'Write material and colour'),
        },
        {
          kind: 'text',
          id: 'roof-material',
          label: t(
            'Vilket material och vilken färg får taket?',
            'Which material and which colour will the roof have?',
          ),
          shownIf: isOneOf('measure', 'new', 'extension', 'outbuilding'),
          ...must('Skriv takets material och färg', 'Write the roof’s material and colour'),
        },
      ],
    },
  ],
  limits: [
    {
      field: 'ridge',
      holds: { '>=': [{ var: 'ridge' }, { var: 'eaves' }] },
      message: t(
        'Kontrollera höjderna. Takets högsta punkt kan inte vara lägre än takfoten.',
        'Check the heights. The roof’s highest point can’t be lower than the eaves.',
      ),
    },
  ],
};

export const propertyPages = (variant: Variant): PageDocument[] => [
  property(variant),
  coOwner,
  otherOwner,
  measure,
];
