import { InLanguage } from '@/components/ui/in-language';
import { SummaryList } from '@/components/ui/summary-list';
import type { SignerStatus } from '@/lib/applications/domain/signing-round';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import { type Language, texts } from '@/lib/platform/i18n';

interface Signer {
  title: string | null;
  name: string | null;
  nationalId: string;
  status: SignerStatus;
  answerBy: CalendarDate | null;
  answeredAt: Date | null;
}

/** Who signs, as what, and whether they have. */
export function SignersList({
  signers,
  language,
  today,
  lang,
}: {
  signers: readonly Signer[];
  /** of the document, in which the roles are written */
  language: string;
  today: CalendarDate;
  lang: Language;
}) {
  const t = texts(lang);
  const state = ({ status, answerBy, answeredAt }: Signer): string => {
    if (status === 'signed' && answeredAt) {
      return t('signatures:page.signed', { when: instantText(answeredAt, lang) });
    }
    return status === 'invited' && answerBy
      ? t('signatures:page.invited', {
          date: dateText(answerBy, lang),
          away: daysAwayText(answerBy, today, lang),
        })
      : t('signatures:page.waiting');
  };
  return (
    <SummaryList
      rows={signers.map((signer) => ({
        term: (
          <>
            <bdi>{signer.name ?? t('signatures:number-only', { number: signer.nationalId })}</bdi>
            {', '}
            {signer.title === null ? (
              t('signatures:applicant')
            ) : (
              <InLanguage lang={language} on={lang}>
                {signer.title}
              </InLanguage>
            )}
          </>
        ),
        value: state(signer),
      }))}
    />
  );
}
