import type { Metadata } from 'next';
import { contactWords } from '@/components/layout/contact-card';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { getReportTerms } from '@/lib/feedback/queries/get-report-terms';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { shortDateText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { spokenIn } from '@/lib/kernel/said';
import { href } from '@/lib/platform/i18n';
import { inLanguage, languageIn } from '@/lib/tenants/domain/tenant-profile';
import { type PublicParams, publicPage } from '../public-page';

export async function generateMetadata(props: PublicParams): Promise<Metadata> {
  const { t } = await publicPage(props);
  return { title: t('public:accessibility.title') };
}

/** What the law on accessibility to digital public service (2018:1937) wants said, in the order it says it. */
export default async function AccessibilityPage(props: PublicParams) {
  const { t, lang, tenant, visitor } = await publicPage(props);
  const { answerWorkingDays } = await getReportTerms(visitor);
  const { contact, accessibility } = tenant.profile;
  const { knownFaults, assessedOn, publishedOn } = accessibility;
  const words = contactWords(tenant.profile, lang);
  const address = `${contact.visit.street}, ${contact.visit.postCode} ${contact.visit.city}`;
  return (
    <>
      <PageHeading lead={t('public:accessibility.lead')}>{t('public:accessibility.title')}</PageHeading>
      <Prose>
        <h2>{t('public:accessibility.who-title')}</h2>
        <p>{t('public:accessibility.who', { name: tenant.name })}</p>
        <h2>{t('public:accessibility.status-title')}</h2>
        <p>
          {t(
            knownFaults.length > 0
              ? 'public:accessibility.status-partly'
              : 'public:accessibility.status-full',
          )}
        </p>
        <h2>{t('public:accessibility.faults-title')}</h2>
        {knownFaults.length > 0 ? (
          <ul>
            {knownFaults.map((fault) => (
              <li key={fault.sv} {...spokenIn(languageIn(fault, lang), lang)}>
                {inLanguage(fault, lang)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('public:accessibility.faults-none')}</p>
        )}
        <h2>{t('public:accessibility.report-title')}</h2>
        <p>{t('public:accessibility.report', words)}</p>
        <p>
          {answerWorkingDays
            ? t('public:accessibility.report-answer', {
                time: t('feedback:working-days', { count: answerWorkingDays }),
              })
            : t('public:accessibility.report-answer-soon')}
        </p>
        <p>
          <ButtonLink href={href(lang, '/accessibility/report')}>
            {t('public:accessibility.report-link')}
          </ButtonLink>
        </p>
        <p>{t('public:accessibility.report-others')}</p>
        <ul>
          <li>
            <a href={`tel:${contact.phoneLink}`}>{t('public:accessibility.report-phone', words)}</a>
          </li>
          {contact.textPhone && (
            <li>{t('public:accessibility.report-text-phone', { phone: isolated(contact.textPhone) })}</li>
          )}
          <li>
            <a href={`mailto:${contact.email}`}>
              {t('public:accessibility.report-email', { email: isolated(contact.email) })}
            </a>
          </li>
          <li>{t('public:accessibility.report-visit', { address: isolated(address) })}</li>
        </ul>
        <h2>{t('public:accessibility.authority-title')}</h2>
        <p>{t('public:accessibility.authority')}</p>
        <p>
          <a href="https://www.digg.se/tdosanmalan">
            {t('public:accessibility.authority-link')} {t('common:opens-elsewhere')}
          </a>
        </p>
        <h2>{t('public:accessibility.how-title')}</h2>
        <p>{t('public:accessibility.how')}</p>
        <p>
          {t('public:accessibility.dates', {
            assessed: shortDateText(calendarDate(assessedOn), lang),
            published: shortDateText(calendarDate(publishedOn), lang),
          })}
        </p>
      </Prose>
    </>
  );
}
