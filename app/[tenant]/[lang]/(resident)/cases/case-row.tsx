import { appealText } from '@/components/cases/appeal-text';
import { CaseTag } from '@/components/cases/case-tag';
import { LinkCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { Tag } from '@/components/ui/tag';
import type { CaseInList } from '@/lib/cases/queries/list-my-cases';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** One case of the list: what it is, where it is, and whether anything is new or asked for. */
export function CaseRow({
  theCase,
  isLastKnown,
  today,
  lang,
  t,
}: {
  theCase: CaseInList;
  /** its source is silent: it may have come further than this */
  isLastKnown: boolean;
  today: CalendarDate;
  lang: Language;
  t: Translate;
}) {
  const { id, title, number, phase, receivedAt, lastEventAt, officer, dueOn, hasUnreadDecision } = theCase;
  const { appealLastOn, status, unseen } = theCase;
  const day = (at: Date) => dateText(dateInSweden(at), lang);
  return (
    <LinkCard
      level={2}
      href={href(lang, `/cases/${id}`)}
      title={
        <InLanguage lang={title.lang} on={lang}>
          {title.text}
        </InLanguage>
      }
      meta={
        <>
          <CaseTag phase={phase} status={status} lang={lang} />
          {hasUnreadDecision && <Tag color="warning">{t('cases:list.unread')}</Tag>}
          {unseen > 0 && <Tag color="accent">{t('cases:list.news', { count: unseen })}</Tag>}
        </>
      }
    >
      {dueOn && (
        <p>
          <strong>
            {t(dueOn < today ? 'cases:list.answer-late' : 'cases:list.answer-by', {
              date: dateText(dueOn, lang),
            })}
          </strong>
        </p>
      )}
      {appealLastOn && !hasUnreadDecision && <p>{appealText(appealLastOn, { today, lang, t })}</p>}
      <p>
        <bdi>{t('cases:case.number', { number })}</bdi>. {t('cases:list.received', { date: day(receivedAt) })}
        . {t('cases:list.latest', { date: day(lastEventAt) })}.
      </p>
      {officer && <p>{t('cases:list.officer', { name: officer })}</p>}
      {isLastKnown && <p>{t('cases:source.last-known')}</p>}
    </LinkCard>
  );
}
