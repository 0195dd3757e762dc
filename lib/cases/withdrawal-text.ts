import { instantText } from '@/lib/kernel/date-text';
import { cleanLine } from '@/lib/kernel/plain-text';
import { type Language, texts } from '@/lib/platform/i18n';
import type { WithdrawalDocument } from './domain/withdrawal';

/**
 * What the e-ID app shows: what is taken back, of which case, from whom and when. A line each: a break of hers would let
 * her words look like ours.
 */
export function withdrawalText(document: WithdrawalDocument, lang: Language): string {
  const t = texts(lang);
  const { scope, drops, keeps, applicant, municipality, madeAt } = document;
  const line = (text: string) => cleanLine(text);
  return [
    line(t(`case-rights:withdraw.sign.${scope}`, document.case)),
    ...(drops ? [line(t('case-rights:withdraw.sign.drops', { drops }))] : []),
    ...(keeps ? [line(t('case-rights:withdraw.sign.keeps', { keeps }))] : []),
    '',
    line(t('case-rights:withdraw.sign.to', { municipality })),
    line(t('case-rights:withdraw.sign.by', applicant)),
    line(t('case-rights:withdraw.sign.at', { when: instantText(new Date(madeAt), lang) })),
  ].join('\n');
}
