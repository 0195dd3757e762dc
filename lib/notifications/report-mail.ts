import 'server-only';
import type { WaitingReport } from '@/lib/feedback/api';
import { dateText } from '@/lib/kernel/date-text';
import { isLanguage, type Language, languageNames, texts } from '@/lib/platform/i18n';

/** What the municipality is told of a report: what stands in it, and by when somebody waits for an answer. */
export function reportMail(
  municipality: string,
  report: WaitingReport,
  lang: Language,
): { subject: string; text: string } {
  const t = texts(lang);
  const { what, page, email, answerBy, language } = report;
  const answer = !email
    ? t('notices:report.no-answer')
    : answerBy
      ? t('notices:report.answer-by', { email, date: dateText(answerBy, lang) })
      : t('notices:report.answer', { email });
  const facts = [
    page && t('notices:report.page', { page }),
    isLanguage(language) && t('notices:report.language', { language: languageNames[language] }),
    answer,
  ];
  const paragraphs = [
    t('notices:report.intro', { municipality }),
    `${t('notices:report.what')}\n\n${quoted(what)}`,
    facts.filter(Boolean).join('\n'),
    t('notices:sender', { municipality }),
  ];
  return { subject: t('notices:report.subject'), text: `${paragraphs.join('\n\n')}\n` };
}

/** Marked as somebody's words, so that nothing in them passes for ours: anybody may have written them. */
const quoted = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
