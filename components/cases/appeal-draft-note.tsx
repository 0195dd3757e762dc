import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';

/** An appeal that is begun and not sent, while its last day comes nearer. */
export function AppealDraftNote({
  theCase: { id, today, appeals, decisions },
  lang,
}: {
  theCase: {
    id: string;
    today: CalendarDate;
    appeals: readonly { id: string; decisionId: string; sentAt: Date | null }[];
    decisions: readonly { id: string; appealLastOn: CalendarDate | null }[];
  };
  lang: Language;
}) {
  const t = texts(lang);
  return appeals.map(({ id: appealId, decisionId, sentAt }) => {
    if (sentAt) return null;
    const lastOn = decisions.find((decision) => decision.id === decisionId)?.appealLastOn;
    return (
      <Alert key={appealId} kind="warning" title={t('appeals:draft-title')}>
        {lastOn && (
          <p>
            {t(lastOn < today ? 'appeals:draft-late' : 'appeals:draft-due', {
              date: dateText(lastOn, lang),
              away: daysAwayText(lastOn, today, lang),
            })}
          </p>
        )}
        <p>
          <TextLink href={href(lang, `/cases/${id}/decisions/${decisionId}/appeal`)}>
            {t('appeals:go-on')}
          </TextLink>
        </p>
      </Alert>
    );
  });
}
