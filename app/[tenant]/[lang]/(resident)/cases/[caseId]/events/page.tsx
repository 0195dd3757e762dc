import type { Metadata } from 'next';
import { CaseTimeline } from '@/components/cases/case-timeline';
import { BackLink } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { readPlace, writePlace } from '@/lib/cases/domain/case-list';
import { getCaseEvents } from '@/lib/cases/queries/get-case-events';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';

interface Props extends ResidentParams<{ caseId: string }> {
  searchParams: Promise<{ after?: string | string[] }>;
}

// The title names no service: it stands in the browser's history, which others may see.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:events.title') };
}

/** All that has happened in a case, for those where that is much: the case's own page has the newest of it. */
export default async function CaseEventsPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { caseId } = path;
  const after = readPlace((await props.searchParams).after);
  const { title, number, events, earlier } = await orNotFound(getCaseEvents(actor, caseId, { lang, after }));
  const here = `/cases/${caseId}/events`;
  return (
    <>
      <BackLink href={href(lang, `/cases/${caseId}`)}>{t('cases:supplement.back')}</BackLink>
      <PageHeading
        caption={<bdi>{t('cases:case.number', { number })}</bdi>}
        lead={
          <InLanguage lang={title.lang} on={lang}>
            {title.text}
          </InLanguage>
        }
      >
        {t('cases:events.title')}
      </PageHeading>
      {events.length === 0 ? (
        <EmptyState level={2} title={t('cases:events.empty-title')}>
          {t('cases:events.empty-text')}
        </EmptyState>
      ) : (
        <CaseTimeline events={events} lang={lang} />
      )}
      <Pagination
        label={t('common:pagination.label')}
        previous={after && href(lang, here)}
        next={earlier && href(lang, `${here}?after=${writePlace(earlier)}`)}
        texts={{ previous: t('cases:events.newest'), next: t('cases:events.earlier') }}
      />
    </>
  );
}
