import { Section } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { QueueState, RealWaits } from '@/lib/care-home-queue/domain/queue-state';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText, shortDateText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';

/** Her wait for a home: since when, for what, what decides, and how long others have waited. Never a place in a line. */
export function QueueSection({
  entry: { today, state, takenBack, decidedOn, waitedDays, reportAfter, wishes, waits },
  caseId,
  lang,
}: {
  entry: {
    today: CalendarDate;
    state: QueueState;
    takenBack: { offerId: string; at: Date } | null;
    decidedOn: CalendarDate;
    waitedDays: number;
    reportAfter: CalendarDate | null;
    wishes: readonly string[];
    waits: RealWaits | null;
  };
  caseId: string;
  lang: Language;
}) {
  const t = texts(lang);
  const isWaiting = state !== 'accepted';
  const rows = [
    {
      term: t('offers:queue.now'),
      value: t(`offers:queue.state.${state}`, { date: dateText(decidedOn, lang) }),
    },
    ...(takenBack
      ? [
          {
            term: t('offers:queue.taken-back'),
            value: (
              <TextLink href={href(lang, `/cases/${caseId}/offers/${takenBack.offerId}`)}>
                {t('offers:queue.taken-back-text', { when: instantText(takenBack.at, lang) })}
              </TextLink>
            ),
          },
        ]
      : []),
    ...(isWaiting && waitedDays > 0
      ? [{ term: t('cases:case.waited'), value: t('cases:outlook.waited', { count: waitedDays }) }]
      : []),
    ...(wishes.length > 0
      ? [
          {
            term: t('offers:queue.wishes'),
            value: (
              <ol>
                {wishes.map((home) => (
                  <li key={home}>
                    <bdi>{home}</bdi>
                  </li>
                ))}
              </ol>
            ),
          },
        ]
      : []),
    ...(isWaiting ? [{ term: t('offers:queue.order'), value: t('offers:queue.order-text') }] : []),
    ...(isWaiting && waits ? [{ term: t('offers:queue.others'), value: othersText(waits, lang) }] : []),
    ...(isWaiting && reportAfter
      ? [
          {
            term: t('offers:queue.by'),
            value: t(reportAfter < today ? 'offers:queue.by-passed' : 'offers:queue.by-text', {
              date: dateText(reportAfter, lang),
            }),
          },
        ]
      : []),
  ];
  return (
    <Section id="queue" title={t('offers:queue.title')}>
      <SummaryList rows={rows} />
      <p>
        <TextLink href={href(lang, '/care-homes')}>{t('offers:homes.compare')}</TextLink>
      </p>
    </Section>
  );
}

function othersText({ people, medianDays, nineOfTenDays, fromOn, toOn }: RealWaits, lang: Language): string {
  const t = texts(lang);
  return t('offers:queue.others-text', {
    people,
    half: t('cases:outlook.waited', { count: medianDays }),
    nine: t('cases:outlook.waited', { count: nineOfTenDays }),
    from: shortDateText(fromOn, lang),
    to: shortDateText(toOn, lang),
  });
}
