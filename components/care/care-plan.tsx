import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { DateText } from '@/components/ui/date-text';
import { Heading } from '@/components/ui/heading';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import type { CareLaw } from '@/lib/care-information/domain/care-messages';
import type { Activity, Measure, PlanContent } from '@/lib/care-information/domain/care-seals';
import { type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import { instantText, shortDateText } from '@/lib/kernel/date-text';
import { type Language, type Translate, texts } from '@/lib/platform/i18n';
import { AsWritten } from './as-written';

interface Plan extends PlanContent {
  id: string;
  law: CareLaw;
  approvedOn: CalendarDate;
  fromOn: CalendarDate;
  toOn: CalendarDate | null;
  isOver: boolean;
  toldAt: Date;
}

/** What was decided and how it is carried out. Whoever planned it wrote it in Swedish. */
export function CarePlan({ plan, lang }: { plan: Plan; lang: Language }) {
  const t = texts(lang);
  const { id, title, law, isOver, decided, goals, activities, participation, toldAt } = plan;
  return (
    <Card as="li" labelledBy={`plan-${id}`}>
      <Heading level={3} id={`plan-${id}`}>
        <AsWritten lang={lang}>{title}</AsWritten>
      </Heading>
      <p className="ms-case-meta">
        {isOver && <Tag color="warning">{t('care:plan.over')}</Tag>}
        <span>{t(`care:plan.law-${law}`)}</span>
      </p>
      <SummaryList rows={facts(plan, lang, t)} />
      {decided.length > 0 && (
        <Part title={t('care:plan.decided')}>
          {decided.map((one, at) => (
            <li key={at}>
              <MeasureText measure={one} lang={lang} t={t} />
            </li>
          ))}
        </Part>
      )}
      {goals.length > 0 && (
        <Part title={t('care:plan.goals')}>
          {goals.map((goal, at) => (
            <li key={at}>
              <AsWritten lang={lang}>{goal}</AsWritten>
            </li>
          ))}
        </Part>
      )}
      {activities.length > 0 && (
        <>
          <Heading level={4} size="2xs">
            {t('care:plan.activities')}
          </Heading>
          {activities.map((one, at) => (
            <ActivityFacts key={at} activity={one} lang={lang} t={t} />
          ))}
        </>
      )}
      {participation && (
        <>
          <Heading level={4} size="2xs">
            {t('care:plan.participation')}
          </Heading>
          <p className="ms-as-written">
            <AsWritten lang={lang}>{participation}</AsWritten>
          </p>
        </>
      )}
      <p>{t('care:plan.updated', { when: instantText(toldAt, lang) })}</p>
    </Card>
  );
}

function facts(plan: Plan, lang: Language, t: Translate): SummaryRow[] {
  const { provider, contact, approvedOn, fromOn, toOn, followUpOn } = plan;
  const from = shortDateText(fromOn, lang);
  return [
    { term: t('care:plan.provider'), value: <AsWritten lang={lang}>{provider}</AsWritten> },
    ...(contact
      ? [
          {
            term: t('care:plan.contact'),
            value: (
              <>
                <AsWritten lang={lang}>{[contact.name, contact.role].filter(Boolean).join(', ')}</AsWritten>
                {contact.phone && (
                  <>
                    {' '}
                    <TextLink href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
                      <bdi dir="ltr">{contact.phone}</bdi>
                    </TextLink>
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    {
      term: t('care:plan.period'),
      value: toOn
        ? t('care:plan.until', { from, to: shortDateText(toOn, lang) })
        : t('care:plan.measure-from', { from }),
    },
    { term: t('care:plan.approved'), value: <DateText date={approvedOn} lang={lang} short /> },
    ...(followUpOn
      ? [
          {
            term: t('care:plan.follow-up'),
            value: <DateText date={calendarDate(followUpOn)} lang={lang} short />,
          },
        ]
      : []),
  ];
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <Heading level={4} size="2xs">
        {title}
      </Heading>
      <ul>{children}</ul>
    </>
  );
}

function MeasureText({
  measure: { what, fromOn, toOn },
  lang,
  t,
}: {
  measure: Measure;
  lang: Language;
  t: Translate;
}) {
  const days = [
    fromOn && t('care:plan.measure-from', { from: shortDateText(calendarDate(fromOn), lang) }),
    toOn && t('care:plan.measure-to', { to: shortDateText(calendarDate(toOn), lang) }),
  ].filter(Boolean);
  return (
    <>
      <AsWritten lang={lang}>{what}</AsWritten>
      {days.length > 0 && ` (${days.join(' ')})`}
    </>
  );
}

function ActivityFacts({
  activity: { what, when, who, lifeArea },
  lang,
  t,
}: {
  activity: Activity;
  lang: Language;
  t: Translate;
}) {
  return (
    <div className="ms-care-activity">
      <p>
        <AsWritten lang={lang}>{what}</AsWritten>
      </p>
      <SummaryList
        rows={[
          { term: t('care:plan.when'), value: <AsWritten lang={lang}>{when}</AsWritten> },
          { term: t('care:plan.who'), value: <AsWritten lang={lang}>{who}</AsWritten> },
          ...(lifeArea ? [{ term: t('care:plan.area'), value: t(`care:area.${lifeArea}`) }] : []),
        ]}
      />
    </div>
  );
}
