import { is, isOneOf, must, option, type PageDocument, page, t } from '../parts';
import { classes, classValue, type Variant } from './variant';

const schoolYear: PageDocument = page('school-year', t('Läsåret', 'The school year'), [
  {
    kind: 'choice',
    id: 'school-year',
    label: t('Vilket läsår gäller ansökan?', 'Which school year is the application for?'),
    hint: t('Du ansöker på nytt för varje läsår.', 'You apply anew for each school year.'),
    ...must('Välj vilket läsår ansökan gäller', 'Choose which school year the application is for'),
    options: [
      option('year-2026-2027', '2026/2027', '2026/2027', t('Läsåret som pågår', 'The present school year')),
      option('year-2027-2028', '2027/2028', '2027/2028'),
    ],
  },
  {
    kind: 'date',
    id: 'from-day',
    label: t('Från vilken dag behövs skolskjuts?', 'From which day is school transport needed?'),
    earliest: 'today',
    latest: 'today+300',
    shownIf: is('school-year', 'year-2026-2027'),
    ...must('Skriv från vilken dag skolskjuts behövs', 'Write from which day school transport is needed'),
  },
]);

const child: PageDocument = page('child', t('Barnet', 'The child'), [
  {
    kind: 'child',
    id: 'child',
    label: t('Vilket barn gäller ansökan?', 'Which child is the application for?'),
    hint: t('Gör en ansökan för varje barn.', 'Make an application for each child.'),
    ...must('Välj vilket barn ansökan gäller', 'Choose which child the application is for'),
  },
]);

/** The register knows who else has the care of her children; of another child nobody is known before we are told. */
const guardians: PageDocument = {
  slug: 'guardians',
  title: t('Barnets vårdnadshavare', 'The child’s guardians'),
  groups: [
    {
      id: 'guardians-group',
      fields: [
        {
          kind: 'information',
          id: 'guardians-info',
          label: t('Alla vårdnadshavare skriver under', 'All guardians sign'),
          text: t(
            'Har barnet två vårdnadshavare ska båda skriva under, också om de inte bor ihop. När du har skrivit under ber vi den andra att göra det. Ansökan skickas in när båda har skrivit under.\n\nVi ser i folkbokföringen vilka som är vårdnadshavare.',
            'If the child has two guardians both must sign, also if they don’t live together. When you have signed we ask the other one to. The application is sent in when both have signed.\n\nWe see in the population register who the guardians are.',
          ),
        },
      ],
    },
    {
      id: 'unknown-guardians',
      shownIf: isOneOf('child.child', 'other', ''),
      fields: [
        {
          kind: 'choice',
          id: 'other-guardian',
          label: t('Har barnet en vårdnadshavare till?', 'Does the child have another guardian?'),
          hint: t(
            'Vi frågar, eftersom folkbokföringen inte har sagt oss det om det här barnet.',
            'We ask because the population register has not told us so about this child.',
          ),
          ...must(
            'Välj om barnet har en vårdnadshavare till',
            'Choose whether the child has another guardian',
          ),
          options: [
            option('yes', 'Ja, vi är två', 'Yes, we are two'),
            option('no', 'Nej, jag har ensam vårdnad', 'No, I have sole custody'),
          ],
        },
        {
          kind: 'text',
          id: 'guardian-name',
          label: t('Den andra vårdnadshavarens namn', 'The other guardian’s name'),
          shownIf: is('other-guardian', 'yes'),
          ...must('Skriv den andra vårdnadshavarens namn', 'Write the other guardian’s name'),
        },
        {
          kind: 'national-id',
          id: 'guardian-national-id',
          label: t('Den andra vårdnadshavarens personnummer', 'The other guardian’s personal number'),
          shownIf: is('other-guardian', 'yes'),
          ...must(
            'Skriv den andra vårdnadshavarens personnummer',
            'Write the other guardian’s personal number',
          ),
        },
      ],
    },
  ],
};

const school = ({ schools, place }: Variant): PageDocument =>
  page('school', t('Skolan', 'The school'), [
    {
      kind: 'choice',
      id: 'school',
      label: t('Vilken skola går barnet i?', 'Which school does the child go to?'),
      ...must('Välj vilken skola barnet går i', 'Choose which school the child goes to'),
      options: [
        ...schools.map(({ value, name }) => option(value, name, name)),
        option('independent', `En fristående skola i ${place}`, `An independent school in ${place}`),
        option('elsewhere', 'En skola i en annan kommun', 'A school in another municipality'),
      ],
    },
    {
      kind: 'text',
      id: 'school-name',
      label: t('Vad heter skolan?', 'What is the school called?'),
      shownIf: isOneOf('school', 'independent', 'elsewhere'),
      ...must('Skriv vad skolan heter', 'Write what the school is called'),
    },
    {
      kind: 'choice',
      id: 'chosen',
      label: t('Hur fick barnet sin plats i skolan?', 'How did the child get its place at the school?'),
      shownIf: isOneOf('school', ...schools.map(({ value }) => value)),
      ...must('Välj hur barnet fick sin plats', 'Choose how the child got its place'),
      options: [
        option('placed', 'Kommunen placerade barnet där', 'The municipality placed the child there'),
        option(
          'chosen',
          'Vi valde den i stället för en skola som är närmare',
          'We chose it instead of a nearer school',
        ),
      ],
    },
    {
      kind: 'information',
      id: 'chosen-info',
      label: t('När ni har valt en annan skola', 'When you have chosen another school'),
      text: t(
        'Väljer man en annan skola än den kommunen skulle ha placerat barnet i finns det rätt till skolskjuts bara om det inte blir dyrare eller svårare att ordna. Till en skola i en annan kommun finns rätten sällan. Du kan ansöka ändå. Vi prövar varje ansökan.',
        'If one chooses another school than the one where the municipality would have placed the child, there is a right to school transport only if it does not become dearer or harder to arrange. To a school in another municipality there is seldom a right. You can apply all the same. We consider every application.',
      ),
      shownIf: {
        or: [is('chosen', 'chosen'), isOneOf('school', 'independent', 'elsewhere')],
      },
    },
    {
      kind: 'choice',
      id: 'class',
      label: t(
        'Vilken årskurs går barnet i under läsåret?',
        'Which class is the child in during the school year?',
      ),
      ...must('Välj vilken årskurs barnet går i', 'Choose which class the child is in'),
      options: classes.map((name) =>
        name === 'f'
          ? option(classValue(name), 'Förskoleklass', 'Pre-school class')
          : option(classValue(name), `Årskurs ${name}`, `Year ${name}`),
      ),
    },
    {
      kind: 'yes-no',
      id: 'adapted-school',
      label: t('Går barnet i anpassad grundskola?', 'Does the child go to adapted compulsory school?'),
      hint: t(
        'Anpassad grundskola är för barn med intellektuell funktionsnedsättning.',
        'Adapted compulsory school is for children with an intellectual disability.',
      ),
      ...must(
        'Välj om barnet går i anpassad grundskola',
        'Choose whether the child goes to adapted compulsory school',
      ),
    },
  ]);

export const childPages = (variant: Variant): PageDocument[] => [
  schoolYear,
  child,
  guardians,
  school(variant),
];
