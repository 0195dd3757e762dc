import type { Metadata } from 'next';
import { CareNote } from '@/components/care/care-note';
import { CarePlan } from '@/components/care/care-plan';
import { CareVisit } from '@/components/care/care-visit';
import { SilentSources } from '@/components/cases/silent-sources';
import { ContactCard } from '@/components/layout/contact-card';
import { Columns, Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { Details } from '@/components/ui/details';
import { EmptyState } from '@/components/ui/empty-state';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { listSilentSources } from '@/lib/back-office/queries/list-silent-sources';
import { getMyCare, type MyCare } from '@/lib/care-information/queries/get-my-care';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { type ResidentParams, residentPage } from '../resident-page';

interface Props extends ResidentParams {
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('care:title') };
}

/** What has been decided about her care, what is planned, and what has happened. */
export default async function CarePage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const { before: asked } = await props.searchParams;
  const before = typeof asked === 'string' ? parseCalendarDate(asked) : null;
  const [care, silent, { profile }] = await Promise.all([
    getMyCare(actor, { before }),
    listSilentSources(actor, lang),
    getTenant(actor.tenantId),
  ]);
  return (
    <>
      <PageHeading lead={care.isEmpty ? undefined : t('care:lead')}>{t('care:title')}</PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      <SilentSources
        sources={silent.filter(({ systemId }) => care.sources.includes(systemId))}
        lang={lang}
        text="care:silent"
      />
      {care.isEmpty ? (
        <EmptyState
          level={2}
          title={t('care:empty-title')}
          action={<ButtonLink href={href(lang, '/services')}>{t('care:empty-action')}</ButtonLink>}
        >
          {t('care:empty-text')}
        </EmptyState>
      ) : (
        <Columns
          aside={
            <>
              <ContactCard profile={profile} title={t('care:who.title')} text={t('care:who.text')}>
                <p>{t('care:who.wrong')}</p>
              </ContactCard>
              <section className="ms-fact-box" aria-labelledby="health-care">
                <Heading level={2} size="xs" id="health-care">
                  {t('care:who.health-title')}
                </Heading>
                <p>{t('care:who.health')}</p>
              </section>
            </>
          }
        >
          {before === null && <Planned care={care} lang={lang} t={t} />}
          <Happened care={care} isLatest={before === null} lang={lang} t={t} />
          <p>
            <TextLink href={href(lang, '/care/take-out')}>{t('take-out:care.link')}</TextLink>
          </p>
        </Columns>
      )}
    </>
  );
}

interface Shown {
  care: MyCare;
  lang: Language;
  t: Translate;
}

/** Days with a visit that stand open; the others are one press away. */
const OPEN_DAYS = 3;

/** What is to come, and what it follows from. */
function Planned({ care: { coming, plans }, lang, t }: Shown) {
  const later = coming.slice(OPEN_DAYS);
  const last = later.at(-1);
  return (
    <>
      <Section id="visits" title={t('care:coming.title')}>
        {coming.length === 0 && <p>{t('care:coming.none')}</p>}
        <VisitDays days={coming.slice(0, OPEN_DAYS)} lang={lang} />
        {last && (
          <Details summary={t('care:coming.later', { date: dateText(last.day, lang) })}>
            <VisitDays days={later} lang={lang} />
          </Details>
        )}
      </Section>
      <Section id="plan" title={t('care:plan.title')}>
        {plans.length === 0 ? (
          <p>{t('care:plan.none')}</p>
        ) : (
          <ul className="ms-plain-list ms-stack">
            {plans.map((plan) => (
              <CarePlan key={plan.id} plan={plan} lang={lang} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function VisitDays({ days, lang }: { days: MyCare['coming']; lang: Language }) {
  return days.map(({ day, entries }) => (
    <div key={day} className="ms-care-day">
      <Heading level={3} size="2xs">
        <DateText date={day} lang={lang} />
      </Heading>
      <ul className="ms-plain-list ms-stack">
        {entries.map((visit) => (
          <li key={visit.id}>
            <CareVisit visit={visit} lang={lang} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** What staff have written and which visits there were, the latest day first. */
function Happened({ care: { diary }, isLatest, lang, t }: Shown & { isLatest: boolean }) {
  const { days, older } = diary;
  return (
    <Section id="happened" title={t('care:diary.title')}>
      {days.length === 0 && <p>{t(isLatest ? 'care:diary.none' : 'care:diary.none-before')}</p>}
      {days.map(({ day, entries }) => (
        <div key={day} className="ms-care-day">
          <Heading level={3} size="2xs">
            <DateText date={day} lang={lang} />
          </Heading>
          <ul className="ms-plain-list ms-stack">
            {entries.map((entry) =>
              entry.what === 'note' ? (
                <li key={entry.note.id}>
                  <CareNote note={entry.note} lang={lang} />
                </li>
              ) : (
                <li key={entry.visit.id}>
                  <CareVisit visit={entry.visit} lang={lang} isPast />
                </li>
              ),
            )}
          </ul>
        </div>
      ))}
      <Pagination
        label={t('common:pagination.label')}
        previous={isLatest ? null : href(lang, '/care')}
        next={older && href(lang, `/care?before=${older}`)}
        texts={{ previous: t('care:diary.latest'), next: t('care:diary.older') }}
      />
    </Section>
  );
}
