import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { direction, type Language, texts } from '../i18n';

type Direction = 'ltr' | 'rtl';

/** Something written by people or machines, in a document that may run the other way. */
export interface Written {
  text: string;
  direction: Direction;
}

/** Lines of explanation: `textBlocks` (lib/catalogue/domain/texts.ts) makes them of a form's own texts. */
export type PdfBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** Something that is asked, or has a name, and what stands under it. */
export interface PdfItem {
  question: string;
  /** help, and the text of a consent or an information */
  text: PdfBlock[];
  /** null where there is nothing to stand under it */
  answer: Written[] | null;
  /** the answer's lines are so many things, not what somebody wrote on so many lines */
  isList: boolean;
  /** small print under the answer: where it comes from */
  origin: string | null;
}

export interface PdfSection {
  title: string;
  groups: { title: string | null; items: PdfItem[] }[];
}

/** All that stands in a document, in words; the template only places it. */
export interface PdfDocument {
  municipality: { name: string; arms: string };
  language: string;
  direction: Direction;
  title: string;
  date: { year: number; month: number; day: number };
  armsText: string;
  lead: string[];
  facts: { label: string; value: Written }[];
  sections: PdfSection[];
  closing: string[];
  footer: string;
  /** with {page} and {pages} */
  page: string;
}

/** What every document of a municipality has alike, in one language. */
export function pdfFrame(
  municipality: { name: string; arms: string },
  lang: Language,
  madeAt: Date,
): Pick<PdfDocument, 'municipality' | 'language' | 'direction' | 'date' | 'armsText' | 'page'> {
  const t = texts(lang);
  return {
    municipality,
    language: lang,
    direction: direction(lang),
    date: dateParts(dateInSweden(madeAt)),
    armsText: t('common:pdf.arms', { name: municipality.name }),
    page: t('common:pdf.page', { page: '{page}', pages: '{pages}' }),
  };
}

function dateParts(on: CalendarDate): PdfDocument['date'] {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return { year, month, day };
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The way a text runs, by its first letter. Numbers alone run to the right: in an Arabic paragraph the groups of
 * a telephone number would else change places.
 */
function directionOf(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

export const written = (text: string): Written => ({ text, direction: directionOf(text) });
