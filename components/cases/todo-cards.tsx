import { ButtonLink } from '@/components/ui/button';
import { ActionCard } from '@/components/ui/card';
import { SentenceWith } from '@/components/ui/in-language';
import { dueState } from '@/lib/cases/domain/supplement';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, texts } from '@/lib/platform/i18n';

export interface Todo {
  supplements: readonly { id: string; caseId: string; dueOn: CalendarDate; title?: Said }[];
  commentRounds: readonly { id: string; caseId: string; dueOn: CalendarDate; title?: Said }[];
  unreadDecisions: readonly { id: string; caseId: string; arrivedAt: Date; title?: Said }[];
  /** others' applications that she is asked to sign */
  invitations?: readonly { invitationId: string; answerBy: CalendarDate; serviceName: Said }[];
}

/** What waits for her, the nearest day first; decisions to read come last, since they have no day. */
export function TodoCards({
  supplements,
  commentRounds,
  unreadDecisions,
  invitations = [],
  today,
  lang,
}: Todo & { today: CalendarDate; lang: Language }) {
  const t = texts(lang);
  const about = (words: Said | undefined) =>
    words && (
      <p>
        <SentenceWith words={words} on={lang} sentence={(title) => t('cases:overview.about', { title })} />
      </p>
    );
  const asked = [
    ...supplements.map((one) => ({
      ...one,
      kind: 'supplement' as const,
      to: `/cases/${one.caseId}/supplements/${one.id}`,
    })),
    ...commentRounds.map((one) => ({
      ...one,
      kind: 'comments' as const,
      to: `/cases/${one.caseId}/comments/${one.id}`,
    })),
  ].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <ul className="ms-plain-list ms-stack">
      {asked.map(({ id, to, kind, dueOn, title }) => {
        const due = dueState(dueOn, today);
        const date = dateText(dueOn, lang);
        return (
          <li key={id}>
            <ActionCard
              title={t(`cases:overview.${kind}-title`)}
              due={
                due.state === 'late'
                  ? t('cases:list.answer-late', { date })
                  : t('cases:supplement.due-away', { date, away: daysAwayText(dueOn, today, lang) })
              }
              urgent={due.state !== 'ahead'}
              action={
                <ButtonLink href={href(lang, to)} iconAfter="arrow">
                  {t(`cases:overview.${kind}-action`)}
                </ButtonLink>
              }
            >
              {about(title)}
            </ActionCard>
          </li>
        );
      })}
      {invitations.map(({ invitationId, answerBy, serviceName }) => (
        <li key={invitationId}>
          <ActionCard
            title={t('signatures:overview.todo-title')}
            due={t('cases:supplement.due-away', {
              date: dateText(answerBy, lang),
              away: daysAwayText(answerBy, today, lang),
            })}
            urgent={dueState(answerBy, today).state !== 'ahead'}
            action={
              <ButtonLink href={href(lang, `/invitations/${invitationId}`)} iconAfter="arrow">
                {t('signatures:overview.todo-action')}
              </ButtonLink>
            }
          >
            {about(serviceName)}
          </ActionCard>
        </li>
      ))}
      {unreadDecisions.map(({ id, caseId, arrivedAt, title }) => (
        <li key={id}>
          <ActionCard
            title={t('cases:overview.decision-title')}
            due={t('cases:overview.decision-due', { date: dateText(dateInSweden(arrivedAt), lang) })}
            action={
              <ButtonLink href={href(lang, `/cases/${caseId}/decisions/${id}`)} iconAfter="arrow">
                {t('cases:overview.decision-action')}
              </ButtonLink>
            }
          >
            {about(title)}
          </ActionCard>
        </li>
      ))}
    </ul>
  );
}
