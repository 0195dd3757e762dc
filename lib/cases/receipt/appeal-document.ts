import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { formatNationalId } from '@/lib/kernel/national-id';
import { isLanguage, texts } from '@/lib/platform/i18n';
import { type PdfDocument, type PdfItem, pdfFrame, written } from '@/lib/platform/pdf/pdf-document';
import { titleIn } from '../domain/title';
import type { AppealAsSent } from '../queries/appeal-in-tx';

/**
 * The appeal with what it has on it from us: when it came in, and its number. One document for her to keep and for the
 * board to pass on, in her words and the language that she had the portal in.
 */
export function appealDocument(
  appeal: AppealAsSent,
  municipality: { name: string; arms: string },
): PdfDocument {
  const { content, number, sentAt, caseNumber, decidedOn, lastOn, isLate, files } = appeal;
  const lang = isLanguage(content.language) ? content.language : 'sv';
  const t = texts(lang);
  const fact = (label: string, value: string) => ({ label, value: written(value) });
  const reached = [
    ...(content.address ? [fact(t('appeals:address'), content.address.replaceAll('\n', ', '))] : []),
    ...(content.phone ? [fact(t('appeals:phone'), content.phone)] : []),
    ...(content.email ? [fact(t('appeals:email'), content.email)] : []),
  ];
  return {
    ...pdfFrame(municipality, lang, sentAt),
    title: t('appeals:pdf.title', { number: caseNumber }),
    lead: [t('appeals:pdf.lead', { name: municipality.name, when: instantText(sentAt, lang) })],
    facts: [
      fact(t('appeals:number'), number),
      fact(t('appeals:came-in'), instantText(sentAt, lang)),
      fact(t('appeals:about'), titleIn(appeal.title, lang).text),
      fact(
        t('appeals:decision'),
        t('appeals:decision-value', { date: dateText(decidedOn, lang), number: caseNumber }),
      ),
      ...(lastOn ? [fact(t('appeals:last-day'), dateText(lastOn, lang))] : []),
      fact(t('appeals:who'), `${content.name}, ${formatNationalId(content.nationalId)}`),
      ...reached,
    ],
    sections: [
      {
        title: t('appeals:pdf.section'),
        groups: [
          {
            title: null,
            items: [
              item(t('appeals:change'), content.change.split('\n')),
              item(t('appeals:reasons'), content.reasons.split('\n')),
              item(t('appeals:evidence'), (content.evidence || t('appeals:none')).split('\n')),
              item(
                t('appeals:files'),
                files.length > 0 ? files.map(({ name }) => name) : [t('appeals:none')],
                files.length > 1,
              ),
            ],
          },
        ],
      },
    ],
    closing: [
      t('appeals:pdf.identified', { date: dateText(dateInSweden(sentAt), lang) }),
      ...(isLate ? [t('appeals:late-text')] : []),
    ],
    footer: t('appeals:pdf.footer', { number }),
  };
}

const item = (question: string, answer: readonly string[], isList = false): PdfItem => ({
  question,
  text: [],
  answer: answer.filter((line) => line.trim() !== '').map(written),
  isList,
  origin: null,
});
