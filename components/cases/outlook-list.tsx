import { InLanguage } from '@/components/ui/in-language';
import { SummaryList } from '@/components/ui/summary-list';
import type { QueueState } from '@/lib/care-home-queue/domain/queue-state';
import type { Outlook } from '@/lib/cases/domain/outlook';
import type { ExpectedDecision } from '@/lib/cases/domain/waiting';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText, shortDateText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

const homeActor = { waiting: 'office', offered: 'you', accepted: 'office' } as const;

/** Where the case is, what happens next, who acts, by when: a sentence each. */
export function OutlookList({
  outlook: { situation, actor, by },
  usualWeeks,
  now,
  usual,
  expected,
  waitedDays,
  home,
  answerBy,
  today,
  lang,
}: {
  outlook: Outlook;
  usualWeeks: number | null;
  /** the service's own words, where it has any */
  now: Said | null;
  usual: Said | null;
  /** what others' waits say of hers, and how long hers is */
  expected: ExpectedDecision | null;
  waitedDays: number | null;
  /** a home is waited for, or offered: the decision is not the end of it */
  home?: QueueState | undefined;
  /** of the home that is offered */
  answerBy?: Date | undefined;
  today: CalendarDate;
  lang: Language;
}) {
  const t = texts(lang);
  const when = () => {
    if (!by) {
      if (situation === 'received_by_us') return t('cases:outlook.when.minutes');
      if (situation === 'comments_before_decision') return t('cases:outlook.when.comments');
      if (situation === 'decision_unread') return t('cases:outlook.when.your-time');
      return t('cases:outlook.when.none');
    }
    // Half of the others would have theirs: what is left to look forward to is the day of nine out of ten.
    if (by.kind === 'expected' && !by.hasPassed && expected && today > expected.halfOn)
      return t('cases:outlook.when.expected-nine', { date: dateText(by.on, lang) });
    const day = t(`cases:outlook.when.${by.kind}${by.hasPassed ? '-passed' : ''}`, {
      date: dateText(by.on, lang),
      away: daysAwayText(by.on, today, lang),
      weeks: t('cases:outlook.weeks', { count: usualWeeks ?? 0 }),
    });
    if (!by.moreTime) return day;
    const { state, wishedOn } = by.moreTime;
    const asked = t(`more-time:outlook.${state}`, { date: dateText(wishedOn, lang) });
    return `${day} ${asked}`;
  };
  // What is hers to do already, and what a court does, go before it.
  const step = actor === 'you' || actor === 'court' ? undefined : home;
  const said = ({ text, lang: spoken }: Said) => (
    <InLanguage lang={spoken} on={lang}>
      {text}
    </InLanguage>
  );
  return (
    <SummaryList
      rows={[
        { term: t('cases:case.now'), value: now ? said(now) : t(`cases:outlook.${situation}.now`) },
        {
          term: t('cases:case.next'),
          value: t(step ? `offers:queue.next.${step}` : `cases:outlook.${situation}.next`),
        },
        { term: t('cases:case.who'), value: t(`cases:outlook.who.${step ? homeActor[step] : actor}`) },
        {
          term: t('cases:case.when'),
          value:
            step === 'offered' && answerBy
              ? t('offers:todo-due', { when: instantText(answerBy, lang) })
              : when(),
        },
        ...(usual ? [{ term: t('cases:case.usual'), value: said(usual) }] : []),
        ...(expected ? [{ term: t('cases:case.others'), value: othersText(expected, lang) }] : []),
        ...(waitedDays === null
          ? []
          : [{ term: t('cases:case.waited'), value: t('cases:outlook.waited', { count: waitedDays }) }]),
      ]}
    />
  );
}

/** How long others have waited, of how many and when, and which days that would be for her. */
function othersText(expected: ExpectedDecision, lang: Language): string {
  const t = texts(lang);
  const { cases, medianDays, nineOfTenDays, fromOn, toOn, halfOn, nineOfTenOn } = expected;
  return t('cases:outlook.others', {
    cases,
    half: t('cases:outlook.days', { count: medianDays }),
    nine: t('cases:outlook.days', { count: nineOfTenDays }),
    from: shortDateText(fromOn, lang),
    to: shortDateText(toOn, lang),
    halfOn: shortDateText(halfOn, lang),
    nineOn: shortDateText(nineOfTenOn, lang),
  });
}
