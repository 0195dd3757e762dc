import { ButtonLink } from '@/components/ui/button';
import { ActionCard } from '@/components/ui/card';
import { SentenceWith } from '@/components/ui/in-language';
import { dueState } from '@/lib/cases/domain/supplement';
import { type CalendarDate, dateInSweden, daysBetween } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, texts } from '@/lib/platform/i18n';

export interface Todo {
  /** homes that she is offered */
  offers?: readonly { id: string; caseId: string; home: string; answerBy: Date; title?: Said }[];
  supplements: readonly { id: string; caseId: string; dueOn: CalendarDate; title?: Said }[];
  commentRounds: readonly { id: string; caseId: string; dueOn: CalendarDate; title?: Said }[];
  unreadDecisions: readonly { id: string; caseId: string; arrivedAt: Date; title?: Said }[];
  /** appeals that she has begun and not sent */
  unsentAppeals?: readonly {
    decisionId: string;
    caseId: string;
    lastOn: CalendarDate | null;
    title?: Said;
  }[];
  /** others' applications that she is asked to sign */
  invitations?: readonly { invitationId: string; answerBy: CalendarDate; serviceName: Said }[];
}

const dueTexts = {
  asked: { ahead: 'cases:supplement.due-away', late: 'cases:list.answer-late' },
  appeal: { ahead: 'appeals:draft-due', late: 'appeals:draft-late' },
} as const;
/** Stands after every day. */
const NEVER = '9999-12-31' as CalendarDate;

/** What waits for her: homes offered first, then the nearest day; decisions to read come last, since they have no day. */
export function TodoCards({
  offers = [],
  supplements,
  commentRounds,
  unreadDecisions,
  unsentAppeals = [],
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
  const due = (on: CalendarDate, kind: 'asked' | 'appeal') => {
    const { state } = dueState(on, today);
    const words = { date: dateText(on, lang), away: daysAwayText(on, today, lang) };
    return { text: t(dueTexts[kind][state === 'late' ? 'late' : 'ahead'], words), urgent: state !== 'ahead' };
  };
  const asked = [
    ...supplements.map(({ id, caseId, dueOn, title }) => ({
      id,
      title,
      dueOn,
      due: due(dueOn, 'asked'),
      to: `/cases/${caseId}/supplements/${id}`,
      words: ['cases:overview.supplement-title', 'cases:overview.supplement-action'] as const,
    })),
    ...commentRounds.map(({ id, caseId, dueOn, title }) => ({
      id,
      title,
      dueOn,
      due: due(dueOn, 'asked'),
      to: `/cases/${caseId}/comments/${id}`,
      words: ['cases:overview.comments-title', 'cases:overview.comments-action'] as const,
    })),
    ...unsentAppeals.map(({ decisionId, caseId, lastOn, title }) => ({
      id: decisionId,
      title,
      dueOn: lastOn ?? NEVER,
      due: lastOn && due(lastOn, 'appeal'),
      to: `/cases/${caseId}/decisions/${decisionId}/appeal`,
      words: ['appeals:draft-title', 'appeals:go-on'] as const,
    })),
  ].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <ul className="ms-plain-list ms-stack">
      {offers.map(({ id, caseId, home, answerBy, title }) => (
        <li key={id}>
          <ActionCard
            title={t('offers:todo-title')}
            due={t('offers:todo-due', { when: instantText(answerBy, lang) })}
            urgent={daysBetween(today, dateInSweden(answerBy)) <= 1}
            action={
              <ButtonLink href={href(lang, `/cases/${caseId}/offers/${id}`)} iconAfter="arrow">
                {t('offers:todo-action')}
              </ButtonLink>
            }
          >
            <p>
              <bdi>{home}</bdi>
            </p>
            {about(title)}
          </ActionCard>
        </li>
      ))}
      {asked.map(({ id, to, words: [heading, action], due, title }) => (
        <li key={id}>
          <ActionCard
            title={t(heading)}
            due={due?.text}
            urgent={due?.urgent ?? false}
            action={
              <ButtonLink href={href(lang, to)} iconAfter="arrow">
                {t(action)}
              </ButtonLink>
            }
          >
            {about(title)}
          </ActionCard>
        </li>
      ))}
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
