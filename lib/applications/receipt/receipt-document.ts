import { textBlocks } from '@/lib/catalogue/domain/texts';
import { instantText } from '@/lib/kernel/date-text';
import { isLanguage, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { type PdfDocument, type PdfSection, pdfFrame, written } from '@/lib/platform/pdf/pdf-document';
import { originText } from '../domain/origin-text';
import { shortHash } from '../domain/signing-text';
import type { Snapshot, SnapshotQuestion } from '../domain/snapshot';

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
}: ReceiptFacts): PdfDocument {
  const lang = isLanguage(snapshot.language) ? snapshot.language : 'sv';
  const t = texts(lang);
  const { service } = snapshot;
  return {
    ...pdfFrame(municipality, lang, submittedAt),
    title: t('applications:pdf.title', { service: service.name }),
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
    sections: documentSections(snapshot),
    closing: closing(t, hash, service.version),
    footer: t('applications:pdf.footer', { number, service: service.name }),
  };
}

/** Every question and answer of a signed document, in its own language. */
export function documentSections(snapshot: Snapshot): PdfSection[] {
  const lang = isLanguage(snapshot.language) ? snapshot.language : 'sv';
  return snapshot.pages.map((page) => ({
    title: page.title,
    groups: page.groups.map((group) => ({
      title: group.title ?? null,
      items: group.questions.map((one) => item(one, lang)),
    })),
  }));
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

const closing = (t: Translate, hash: string, version: number): string[] => [
  t('applications:pdf.closing'),
  t('applications:pdf.fingerprint', { hash, version }),
];
