import { type TextBlock, textBlocks } from '@/lib/catalogue/domain/texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { instantText } from '@/lib/kernel/date-text';
import { direction, isLanguage, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { originText } from '../domain/origin-text';
import { shortHash } from '../domain/signing-text';
import type { Snapshot, SnapshotQuestion } from '../domain/snapshot';

type Direction = 'ltr' | 'rtl';

/** Something written by people or machines, in a document that may run the other way. */
interface Written {
  text: string;
  direction: Direction;
}

/** All that stands in a receipt, in words; the template only places it. */
export interface ReceiptDocument {
  municipality: { name: string; arms: string };
  language: string;
  direction: Direction;
  title: string;
  /** year, month, day of the submission */
  date: { year: number; month: number; day: number };
  armsText: string;
  lead: string[];
  facts: { label: string; value: Written }[];
  sections: {
    title: string;
    groups: {
      title: string | null;
      items: {
        question: string;
        /** help, and the text of a consent or an information */
        text: TextBlock[];
        /** null where nothing was asked */
        answer: Written[] | null;
        /** the answer's lines are so many things, not what somebody wrote on so many lines */
        isList: boolean;
        /** where the answer stood beforehand; null where she gave it */
        origin: string | null;
      }[];
    }[];
  }[];
  closing: string[];
  footer: string;
  /** with {page} and {pages} */
  page: string;
}

export interface ReceiptFacts {
  snapshot: Snapshot;
  number: string;
  submittedAt: Date;
  /** SHA-256 of the snapshot, in hex */
  hash: string;
  municipality: { name: string; arms: string };
  /** everybody who has signed it, the applicant first */
  signatures: readonly SignatureGiven[];
}

interface SignatureGiven {
  /** what she is, in the document's words; null for the applicant */
  title: string | null;
  name: string | null;
  nationalId: string;
  signedAt: Date;
}

/** What is shown is the signed document, word for word and in its language; around it only number, time and code. */
export function receiptDocument({
  snapshot,
  number,
  submittedAt,
  hash,
  municipality,
  signatures,
}: ReceiptFacts): ReceiptDocument {
  const lang = isLanguage(snapshot.language) ? snapshot.language : 'sv';
  const t = texts(lang);
  const [year = 0, month = 0, day = 0] = dateInSweden(submittedAt).split('-').map(Number);
  const { service } = snapshot;
  return {
    municipality,
    language: lang,
    direction: direction(lang),
    title: t('applications:pdf.title', { service: service.name }),
    date: { year, month, day },
    armsText: t('applications:pdf.arms', { name: municipality.name }),
    lead: [t('applications:pdf.lead', { name: municipality.name })],
    facts: [
      { label: t('applications:pdf.number'), value: written(number) },
      { label: t('applications:pdf.received'), value: written(instantText(submittedAt, lang)) },
      ...signatures.map((one) => ({
        label: t('applications:pdf.signed-by'),
        value: written(signatureText(one, signatures.length > 1, lang)),
      })),
      { label: t('applications:pdf.code'), value: written(shortHash(hash)) },
    ],
    sections: snapshot.pages.map((page) => ({
      title: page.title,
      groups: page.groups.map((group) => ({
        title: group.title ?? null,
        items: group.questions.map((one) => item(one, lang)),
      })),
    })),
    closing: closing(t, hash, service.version),
    footer: t('applications:pdf.footer', { number, service: service.name }),
    page: t('applications:pdf.page', { page: '{page}', pages: '{pages}' }),
  };
}

/** Who, and, where several have signed, as what and when. */
function signatureText(
  { title, name, nationalId, signedAt }: SignatureGiven,
  isOneOfSeveral: boolean,
  lang: Language,
): string {
  const who = [name, nationalId].filter((part) => part !== null).join(', ');
  if (!isOneOfSeveral) return who;
  const t = texts(lang);
  return t('applications:pdf.signature', {
    who,
    role: title ?? t('applications:pdf.applicant'),
    when: instantText(signedAt, lang),
  });
}

const listed: readonly SnapshotQuestion['kind'][] = [
  'choices',
  'file',
  'care-home-wishes',
  'schedule',
  'rows',
];

const item = ({ kind, question, help, text, answer = [], prefilled }: SnapshotQuestion, lang: Language) => ({
  question,
  text: [help, text].flatMap((part) => (part === undefined ? [] : textBlocks(part))),
  answer: kind === 'information' ? null : answer.map(written),
  isList: listed.includes(kind) && answer.length > 1,
  origin: prefilled ? originText(prefilled, lang, texts(lang)) : null,
});

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The way a text runs, by its first letter. Numbers alone run to the right: in an Arabic paragraph the groups of
 * a telephone number would else change places.
 */
function directionOf(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

const written = (text: string): Written => ({ text, direction: directionOf(text) });

const closing = (t: Translate, hash: string, version: number): string[] => [
  t('applications:pdf.closing'),
  t('applications:pdf.fingerprint', { hash, version }),
];
