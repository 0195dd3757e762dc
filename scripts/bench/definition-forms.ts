import { granvikCareHome } from '@/prisma/seed/services/care-home/granvik';

export interface Prepared {
  /** milliseconds for each judging of the whole large form */
  judgedMs: number[];
  large: { applicationId: string };
  small: { applicationId: string };
}

interface BenchField {
  page: number;
  place: number;
}

const PAGES = 60;
const PER_PAGE = 5;

export const FIELDS: BenchField[] = Array.from({ length: PAGES * PER_PAGE }, (_, index) => ({
  page: Math.floor(index / PER_PAGE) + 1,
  place: (index % PER_PAGE) + 1,
}));

const t = (text: string) => ({ sv: text });
export const fieldId = ({ page, place }: BenchField) => `q-${page}-${place}`;
export const questionText = ({ page, place }: BenchField) => `Invented question ${place} of page ${page}.`;

/** Five kinds to a page; the second question of each page hangs on an answer of the page before. */
function questionOf(field: BenchField): unknown {
  const { page, place } = field;
  const id = fieldId(field);
  const asked = { id, label: t(questionText(field)), required: true, missing: t('Answer it') };
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: t(value.toUpperCase()) }));
  switch (place) {
    case 1:
      return { kind: 'choice', ...asked, options };
    case 2:
      return {
        kind: 'text',
        ...asked,
        ...(page > 1 && { shownIf: { '==': [{ var: fieldId({ page: page - 1, place: 1 }) }, 'a'] } }),
      };
    case 3:
      return { kind: 'money', ...asked };
    case 4:
      return { kind: 'date', ...asked, latest: '2030-12-31' };
    default:
      return { kind: 'long-text', ...asked };
  }
}

const formOf = (slug: string, pages: number): unknown => ({
  ...granvikCareHome,
  slug,
  languages: ['sv'],
  name: t(`Measured form of ${pages} pages`),
  appliesFor: t('a measurement'),
  summary: t('Only for measurements.'),
  searchWords: t('measurement'),
  about: t('Only for measurements.'),
  forWhom: t('Nobody.'),
  atHand: [],
  cost: undefined,
  usualTime: undefined,
  deadlines: undefined,
  phases: undefined,
  afterwards: [t('Nothing.')],
  law: [{ validFrom: '2026-01-01', text: t('None'), source: 'None' }],
  onBehalf: undefined,
  signers: 'applicant',
  destination: { applicationType: slug, unit: t('Nobody') },
  pages: Array.from({ length: pages }, (_, index) => ({
    slug: `page-${index + 1}`,
    title: t(`Page ${index + 1}`),
    groups: [
      {
        id: `group-${index + 1}`,
        fields: FIELDS.filter(({ page }) => page === index + 1).map(questionOf),
      },
    ],
  })),
});

export const largeForm = formOf('bench-large', PAGES);
export const smallForm = formOf('bench-small', 1);

/** A right answer to each question of a page, as a browser would post them. */
export function postedPage(page: number): FormData {
  const posted = new FormData();
  for (const field of FIELDS.filter((one) => one.page === page)) {
    const id = fieldId(field);
    if (field.place === 1) posted.set(id, 'a');
    else if (field.place === 3) posted.set(id, '1 250,50');
    else if (field.place === 4) {
      posted.set(`${id}-day`, '24');
      posted.set(`${id}-month`, '11');
      posted.set(`${id}-year`, '2026');
    } else posted.set(id, `Answer ${field.place} of page ${page}`);
  }
  return posted;
}
