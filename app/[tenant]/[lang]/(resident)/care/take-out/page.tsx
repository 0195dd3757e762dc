import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { firstDayOf } from '@/lib/care-information/domain/days';
import { listCareYears } from '@/lib/care-information/queries/list-care-years';
import { monthText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { listPaperMonths } from '@/lib/take-out/queries/list-paper-months';
import { type ResidentParams, residentPage } from '../../resident-page';

export async function generateMetadata({ params }: ResidentParams): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('take-out:care.title') };
}

/** Her care as files, a year in each; a year of much is on paper by months. */
export default async function TakeOutCarePage(props: ResidentParams) {
  const { lang, t, actor } = await residentPage(props);
  const years: { year: number; months: number[] }[] = [];
  for (const year of await listCareYears(actor))
    years.push({ year, months: await listPaperMonths(actor, year) });
  const file = (year: number, format: 'pdf' | 'json') => `/api/files/care/${year}/${format}?lang=${lang}`;
  return (
    <>
      <BackLink href={href(lang, '/care')}>{t('take-out:care.back')}</BackLink>
      <PageHeading lead={years.length > 0 ? t('take-out:care.lead') : undefined}>
        {t('take-out:care.title')}
      </PageHeading>
      {years.length === 0 ? (
        <EmptyState level={2} title={t('care:empty-title')}>
          {t('care:empty-text')}
        </EmptyState>
      ) : (
        <>
          <Prose>
            <ul>
              <li>{t('take-out:care.swedish')}</li>
              <li>{t('take-out:care.safe')}</li>
            </ul>
          </Prose>
          {years.map(({ year, months }) => (
            <Section key={year} id={`year-${year}`} title={year}>
              {months.length > 0 && (
                <Prose>
                  <p>{t('take-out:care.by-month')}</p>
                  <ul>
                    {months.map((month) => (
                      <li key={month}>
                        <a className="ds-link" href={`${file(year, 'pdf')}&month=${month}`}>
                          {t('take-out:care.pdf', { year: monthText(firstDayOf({ year, month }), lang) })}
                        </a>
                      </li>
                    ))}
                  </ul>
                </Prose>
              )}
              <ButtonGroup>
                {months.length === 0 && (
                  <ButtonLink href={file(year, 'pdf')} icon="document">
                    {t('take-out:care.pdf', { year })}
                  </ButtonLink>
                )}
                <ButtonLink href={file(year, 'json')} variant="secondary" icon="document">
                  {t('take-out:care.json', { year })}
                </ButtonLink>
              </ButtonGroup>
            </Section>
          ))}
          <p>
            {t('take-out:page.json-for')}{' '}
            <a className="ds-link" href="/api/schemas/care/1">
              {t('take-out:page.schema')}
            </a>
          </p>
        </>
      )}
    </>
  );
}
