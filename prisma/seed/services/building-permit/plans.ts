import type { Rule } from '@/lib/catalogue/domain/rules';
import { type FieldDocument, is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { contact } from './contact';
import type { Variant } from './variant';

const siting = isOneOf('measure', 'new', 'extension', 'outbuilding', 'wall', 'other');

const placement: PageDocument = page(
  'placement',
  t('Läget på fastigheten', 'The place on the property'),
  [
    {
      kind: 'number',
      id: 'boundary',
      label: t(
        'Hur långt är det till närmaste gräns mot en granne?',
        'How far is it to the nearest boundary with a neighbour?',
      ),
      hint: t(
        'Mät från ytterväggen. Skriv 0 om du bygger i gränsen.',
        'Measure from the outer wall. Write 0 if you build on the boundary.',
      ),
      min: 0,
      max: 10_000,
      decimals: 1,
      unit: t('meter', 'metres'),
      ...must('Skriv hur långt det är till gränsen', 'Write how far it is to the boundary'),
    },
    {
      kind: 'information',
      id: 'boundary-info',
      label: t('Nära gränsen', 'Near the boundary'),
      text: t(
        'Så nära gränsen frågar vi ofta grannen. Prata gärna med grannen redan nu, och skriv hens namn längre fram.',
        'So near the boundary we often ask the neighbour. Please talk to the neighbour already now, and write their name further on.',
      ),
      shownIf: { '<': [{ var: 'boundary' }, 4.5] },
    },
    {
      kind: 'choice',
      id: 'water',
      label: t('Hur löser du vatten och avlopp?', 'How do you arrange water and sewage?'),
      ...must('Välj hur du löser vatten och avlopp', 'Choose how you arrange water and sewage'),
      options: [
        option('unchanged', 'Som nu, eller behövs inte', 'As now, or not needed'),
        option('municipal', 'Kommunens vatten och avlopp', 'The municipality’s water and sewage'),
        option('own', 'Eget vatten eller avlopp', 'My own water or sewage'),
      ],
    },
    {
      kind: 'information',
      id: 'own-water-info',
      label: t('Eget avlopp söker du för sig', 'Your own sewage is applied for separately'),
      text: t(
        'Du behöver ett eget tillstånd från kommunens miljökontor. Ring kontaktcenter.',
        'You need a separate permit from the municipality’s environment office. Ring the contact centre.',
      ),
      shownIf: is('water', 'own'),
    },
    {
      kind: 'choice',
      id: 'shore',
      label: t(
        'Är det närmare än 100 meter till en sjö, en å eller havet?',
        'Is it nearer than 100 metres to a lake, a river or the sea?',
      ),
      ...must('Välj om det är nära vatten', 'Choose whether it is near water'),
      options: [
        option('no', 'Nej', 'No'),
        option('yes', 'Ja', 'Yes'),
        option('unknown', 'Jag vet inte', 'I don’t know'),
      ],
    },
    {
      kind: 'information',
      id: 'shore-info',
      label: t('Strandskydd', 'Shore protection'),
      text: t(
        'Nära vatten gäller ofta strandskydd. Då kan du behöva dispens också. Du kan ansöka om bygglov ändå. Handläggaren säger vad som gäller.',
        'Near water, shore protection often applies. Then you may need an exemption too. You can apply for the building permit all the same. The officer will tell you what applies.',
      ),
      shownIf: isOneOf('shore', 'yes', 'unknown'),
    },
  ],
  { shownIf: siting },
);

const drawing = (
  id: string,
  label: ReturnType<typeof t>,
  hint: ReturnType<typeof t>,
  shownIf: Rule,
): FieldDocument => ({
  kind: 'file',
  id,
  label,
  hint,
  accept: ['pdf', 'jpeg', 'png'],
  maxFiles: 10,
  maxMegabytes: 25,
  bringLater: true,
  shownIf,
  ...must(
    'Välj ritningar, eller kryssa för att du skickar dem senare',
    'Choose drawings, or tick that you will send them later',
  ),
});

const drawings = ({ siteScale }: Variant): PageDocument =>
  page('drawings', t('Ritningar', 'Drawings'), [
    {
      kind: 'information',
      id: 'drawings-info',
      label: t('Så ska ritningarna se ut', 'How the drawings should be'),
      text: t(
        '- Ritade i skala, med en skalstock eller mått.\n- Svarta linjer på vit botten, helst som PDF.\n- Med fastighetens namn, datum och vem som har ritat.\n\nTiden för beslut börjar räknas när vi har fått allt vi behöver.',
        '- Drawn to scale, with a scale bar or measurements.\n- Black lines on white, preferably as a PDF.\n- With the property’s name, the date and who made them.\n\nThe time for the decision starts when we have got all that we need.',
      ),
    },
    drawing(
      'site-plan',
      t('Situationsplan', 'Situation plan'),
      t(
        `En karta uppifrån i skala ${siteScale}. Rita in det du vill bygga och skriv måtten till gränserna. Du kan beställa kartan av oss.`,
        `A map from above in scale ${siteScale}. Draw what you want to build and write the measurements to the boundaries. You can order the map from us.`,
      ),
      siting,
    ),
    drawing(
      'facade-drawing',
      t('Fasadritning', 'Facade drawing'),
      t(
        'Huset utifrån, från alla håll som ändras, i skala 1:100. Rita marken som den är och som den blir.',
        'The house from outside, from all sides that change, in scale 1:100. Draw the ground as it is and as it will be.',
      ),
      isOneOf('measure', 'new', 'extension', 'outbuilding', 'facade', 'wall', 'other'),
    ),
    drawing(
      'floor-plan',
      t('Planritning', 'Floor plan'),
      t('Varje våning uppifrån, i skala 1:100.', 'Each floor from above, in scale 1:100.'),
      isOneOf('measure', 'new', 'extension', 'outbuilding', 'use'),
    ),
    drawing(
      'section-drawing',
      t('Sektionsritning', 'Section drawing'),
      t(
        'Ett snitt genom huset i skala 1:100, med höjder och takets lutning.',
        'A cut through the house in scale 1:100, with heights and the slope of the roof.',
      ),
      isOneOf('measure', 'new', 'extension', 'outbuilding'),
    ),
    {
      kind: 'file',
      id: 'other-papers',
      label: t('Vill du skicka något mer?', 'Would you like to send anything else?'),
      hint: t('Till exempel foton av platsen.', 'For example photos of the place.'),
      accept: ['pdf', 'jpeg', 'png'],
      maxFiles: 10,
      maxMegabytes: 25,
    },
  ]);

const control: PageDocument = page('control', t('Kontroll av bygget', 'Control of the building work'), [
  {
    kind: 'information',
    id: 'control-info',
    label: t('Kontrollplan och kontrollansvarig', 'Control plan and control officer'),
    text: t(
      'I kontrollplanen står vad som ska kontrolleras, av vem och hur. För större arbeten behövs en certifierad kontrollansvarig. För mindre räcker en enkel plan som du skriver själv. Handläggaren hjälper dig om du är osäker.',
      'The control plan says what is to be checked, by whom and how. Larger works need a certified control officer. For smaller ones a simple plan that you write yourself is enough. The officer helps you if you are unsure.',
    ),
  },
  {
    kind: 'file',
    id: 'control-plan',
    label: t('Förslag till kontrollplan', 'Proposed control plan'),
    accept: ['pdf', 'jpeg', 'png'],
    maxFiles: 5,
    bringLater: true,
    ...must(
      'Välj kontrollplanen, eller kryssa för att du skickar den senare',
      'Choose the control plan, or tick that you will send it later',
    ),
  },
  {
    kind: 'choice',
    id: 'has-control-officer',
    label: t('Har du en kontrollansvarig?', 'Do you have a control officer?'),
    ...must('Välj om du har en kontrollansvarig', 'Choose whether you have a control officer'),
    options: [
      option('yes', 'Ja', 'Yes'),
      option('not-yet', 'Nej, inte ännu', 'No, not yet'),
      option('not-needed', 'Nej, jag tror inte att det behövs', 'No, I don’t think one is needed'),
    ],
  },
  {
    kind: 'text',
    id: 'control-officer-name',
    label: t('Vad heter den kontrollansvariga?', 'What is the control officer called?'),
    shownIf: is('has-control-officer', 'yes'),
    ...must('Skriv vad den kontrollansvariga heter', 'Write what the control officer is called'),
  },
  {
    kind: 'phone',
    id: 'control-officer-phone',
    label: t('Den kontrollansvarigas telefonnummer', 'The control officer’s phone number'),
    shownIf: is('has-control-officer', 'yes'),
    ...must('Skriv den kontrollansvarigas telefonnummer', 'Write the control officer’s phone number'),
  },
  {
    kind: 'choice',
    id: 'begun',
    label: t('Har du redan börjat bygga?', 'Have you already begun to build?'),
    ...must('Välj om du har börjat bygga', 'Choose whether you have begun to build'),
    options: [option('no', 'Nej', 'No'), option('yes', 'Ja', 'Yes')],
  },
  {
    kind: 'information',
    id: 'begun-info',
    tone: 'warning',
    label: t('Sluta bygga tills du har fått startbesked', 'Stop building until you have a start notice'),
    text: t(
      'Den som börjar utan startbesked kan få betala en avgift. Du kan ansöka om bygglov ändå. Ring kontaktcenter och be att få prata med en bygglovshandläggare.',
      'Whoever begins without a start notice may have to pay a charge. You can apply for the permit all the same. Ring the contact centre and ask for a building-permit officer.',
    ),
    shownIf: is('begun', 'yes'),
  },
  {
    kind: 'date',
    id: 'starts-on',
    label: t('När vill du börja?', 'When do you want to begin?'),
    hint: t('Ungefär räcker.', 'Roughly is enough.'),
    earliest: 'today',
    latest: 'today+1825',
    shownIf: is('begun', 'no'),
  },
]);

const neighbours: PageDocument = page('neighbours', t('Grannarna', 'The neighbours'), [
  {
    kind: 'information',
    id: 'neighbours-info',
    label: t('Vi bestämmer vilka som ska få frågan', 'We decide who is to be asked'),
    text: t(
      'Ibland måste vi fråga grannarna innan vi beslutar, till exempel om det du vill göra inte följer detaljplanen. Det går fortare om du skriver vilka de är.',
      'Sometimes we must ask the neighbours before we decide, for example if what you want to do does not follow the detailed plan. It goes faster if you write who they are.',
    ),
  },
  {
    kind: 'rows',
    id: 'neighbours',
    label: t('Dina närmaste grannar', 'Your nearest neighbours'),
    hint: t(
      'Bara dem du känner till. Lämna tomt om du inte vet.',
      'Only those you know of. Leave it empty if you don’t know.',
    ),
    item: t('Granne', 'Neighbour'),
    add: t('Lägg till en granne', 'Add a neighbour'),
    maxRows: 12,
    columns: [
      {
        kind: 'text',
        id: 'name',
        label: t('Namn', 'Name'),
        ...must('Skriv grannens namn', 'Write the neighbour’s name'),
      },
      { kind: 'text', id: 'address', label: t('Adress eller fastighet', 'Address or property') },
      {
        kind: 'choice',
        id: 'agrees',
        label: t('Vad säger grannen?', 'What does the neighbour say?'),
        ...must('Välj vad grannen säger', 'Choose what the neighbour says'),
        options: [
          option('agrees', 'Har inget emot det', 'Has nothing against it'),
          option('objects', 'Är emot det', 'Is against it'),
          option('unasked', 'Jag har inte frågat', 'I have not asked'),
        ],
      },
    ],
  },
]);

export const planPages = (variant: Variant): PageDocument[] => [
  placement,
  drawings(variant),
  control,
  neighbours,
  contact,
];
