import type { Rule } from '@/lib/catalogue/domain/rules';
import { type FieldDocument, is, must, option, type PageDocument, page, t } from '../parts';
import type { Variant } from './variant';
import { together } from './you';

/* What is asked for each new month. */

type Labels = Record<'worked' | 'planned' | 'ill' | 'ill-child', [sv: string, en: string]>;
const own: Labels = {
  worked: ['Hur många dagar arbetade du?', 'How many days did you work?'],
  planned: [
    'Hur många dagar var du på praktik, kurs eller något annat som vi har planerat?',
    'How many days were you at a placement, a course or something else that we have planned?',
  ],
  ill: ['Hur många dagar var du sjuk?', 'How many days were you ill?'],
  'ill-child': [
    'Hur många dagar var du hemma med sjukt barn?',
    'How many days were you at home with an ill child?',
  ],
};
const theirs: Labels = {
  worked: ['Hur många dagar arbetade din medsökande?', 'How many days did your co-applicant work?'],
  planned: [
    'Hur många dagar var din medsökande på praktik, kurs eller något annat som vi har planerat?',
    'How many days was your co-applicant at a placement, a course or something else that we have planned?',
  ],
  ill: ['Hur många dagar var din medsökande sjuk?', 'How many days was your co-applicant ill?'],
  'ill-child': [
    'Hur många dagar var din medsökande hemma med sjukt barn?',
    'How many days was your co-applicant at home with an ill child?',
  ],
};

const days = (prefix: string, labels: Labels): FieldDocument[] =>
  Object.entries(labels).map(([kind, [sv, en]]) => ({
    kind: 'number',
    id: `${prefix}${kind}`,
    label: t(sv, en),
    min: 0,
    max: 31,
    unit: t('dagar', 'days'),
    ...must(
      'Skriv antalet dagar. Skriv 0 om det inte var någon.',
      'Write the number of days. Write 0 if there were none.',
    ),
  }));

/** A month has no more days than this, whatever they were spent on. */
const withinMonth = (prefix: string): Rule => ({
  '<=': [{ '+': Object.keys(own).map((kind) => ({ var: `${prefix}${kind}` })) }, 31],
});
const tooManyDays = t(
  'Kontrollera dagarna. Tillsammans kan de inte vara fler än 31.',
  'Check the days. Together they can’t be more than 31.',
);

export const activity: PageDocument = {
  slug: 'activity',
  title: t('Vad du har gjort', 'What you have done'),
  lead: t(
    'Räkna dagarna i månaden före den som ansökan gäller.',
    'Count the days in the month before the one the application is for.',
  ),
  limits: [
    { field: 'days-ill-child', holds: withinMonth('days-'), message: tooManyDays },
    { field: 'partner-days-ill-child', holds: withinMonth('partner-days-'), message: tooManyDays },
  ],
  groups: [
    { id: 'activity-group', fields: days('days-', own) },
    {
      id: 'partner-activity',
      title: t('Din medsökande', 'Your co-applicant'),
      shownIf: together,
      fields: days('partner-days-', theirs),
    },
  ],
};

const jobRows: FieldDocument = {
  kind: 'rows',
  id: 'jobs',
  label: t('Jobben du har sökt', 'The jobs you have applied for'),
  item: t('Jobb', 'Job'),
  add: t('Lägg till ett jobb', 'Add a job'),
  maxRows: 30,
  shownIf: is('looks-for-work', 'yes'),
  ...must('Skriv vilka jobb du har sökt', 'Write which jobs you have applied for'),
  columns: [
    {
      kind: 'text',
      id: 'work',
      label: t('Jobb', 'Job'),
      hint: t('Till exempel lokalvårdare.', 'For example cleaner.'),
      ...must('Skriv vilket jobb du sökte', 'Write which job you applied for'),
    },
    {
      kind: 'text',
      id: 'employer',
      label: t('Arbetsgivare', 'Employer'),
      ...must('Skriv vem arbetsgivaren är', 'Write who the employer is'),
    },
    {
      kind: 'date',
      id: 'applied-on',
      label: t('Dag då du sökte', 'Day when you applied'),
      latest: 'today',
      ...must('Skriv vilken dag du sökte', 'Write on which day you applied'),
    },
  ],
};

const jobText: FieldDocument = {
  kind: 'long-text',
  id: 'job-search',
  label: t('Vad har du gjort för att få ett jobb?', 'What have you done to get a job?'),
  hint: t(
    'Till exempel vilka jobb du har sökt, och när.',
    'For example which jobs you have applied for, and when.',
  ),
  shownIf: is('looks-for-work', 'yes'),
  ...must('Skriv vad du har gjort för att få ett jobb', 'Write what you have done to get a job'),
};

export const jobSearch = ({ listsJobs }: Variant): PageDocument =>
  page('job-search', t('Söka jobb', 'Looking for work'), [
    {
      kind: 'choice',
      id: 'looks-for-work',
      label: t(
        'Har du sökt jobb sedan din förra ansökan?',
        'Have you looked for work since your last application?',
      ),
      ...must('Välj om du har sökt jobb', 'Choose whether you have looked for work'),
      options: [
        option('yes', 'Ja', 'Yes'),
        option(
          'agreed',
          'Nej, det har jag och handläggaren kommit överens om',
          'No, as agreed with the officer',
        ),
        option('no', 'Nej', 'No'),
      ],
    },
    listsJobs ? jobRows : jobText,
    {
      kind: 'long-text',
      id: 'not-looked-why',
      label: t('Varför har du inte sökt jobb?', 'Why have you not looked for work?'),
      shownIf: is('looks-for-work', 'no'),
      ...must('Skriv varför du inte har sökt jobb', 'Write why you have not looked for work'),
    },
    {
      kind: 'long-text',
      id: 'partner-job-search',
      label: t(
        'Vad har din medsökande gjort för att få ett jobb?',
        'What has your co-applicant done to get a job?',
      ),
      hint: t(
        'Skriv också om hen inte behöver söka jobb, och varför.',
        'Write too if they don’t have to look for work, and why.',
      ),
      shownIf: together,
      ...must(
        'Skriv vad din medsökande har gjort för att få ett jobb',
        'Write what your co-applicant has done to get a job',
      ),
    },
  ]);
