import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { SentenceWith } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { type AccessLogEntry, getAccessLog } from '@/lib/cases/queries/get-access-log';
import { timeText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { pageNumber, type ResidentParams, residentPage } from '../../resident-page';

interface Props extends ResidentParams {
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:access.title') };
}

/** Who has read or changed her information, in plain words. */
export default async function AccessLogPage(props: Props) {
  const { lang, t, actor } = await residentPage(props);
  const { page: wanted } = await props.searchParams;
  const pageAt = (number: number) => href(lang, `/settings/access-log?page=${number}`);
  const { entries, page, pages } = await getAccessLog(actor, lang, pageNumber(wanted));
  return (
    <>
      <BackLink href={href(lang, '/settings')}>{t('cases:access.back')}</BackLink>
      <PageHeading lead={t('cases:access.lead')}>{t('cases:access.title')}</PageHeading>
      {entries.length === 0 ? (
        <EmptyState level={2} icon="person" title={t('cases:access.empty-title')}>
          {t('cases:access.empty-text')}
        </EmptyState>
      ) : (
        <Table
          caption={t('cases:access.list')}
          columns={(['when', 'who', 'what', 'why'] as const).map((key) => ({
            key,
            title: t(`cases:access.${key}`),
          }))}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: {
              when: when(entry, lang, t),
              who: <bdi>{who(entry, t)}</bdi>,
              what: what(entry, t),
              why: why(entry, lang, t),
            },
          }))}
        />
      )}
      <Pagination
        label={t('common:pagination.label')}
        previous={page > 1 ? pageAt(page - 1) : null}
        next={page < pages ? pageAt(page + 1) : null}
        texts={{
          previous: t('common:pagination.previous'),
          next: t('common:pagination.next'),
          position: t('common:pagination.position', { page, pages }),
        }}
      />
      <p>{t('cases:access.note')}</p>
    </>
  );
}

function when({ at, times, firstAt }: AccessLogEntry, lang: Language, t: Translate): ReactNode {
  return (
    <>
      <InstantText at={at} lang={lang} />
      {times > 1 && <div>{t('cases:access.times', { times, first: timeText(firstAt, lang) })}</div>}
    </>
  );
}

function who({ who }: AccessLogEntry, t: Translate): string {
  if (who.kind === 'system') return who.name;
  if (who.kind === 'admin') return t('cases:access.admin', { name: who.name });
  return t(who.kind === 'nobody' ? 'cases:access.not-logged-in' : 'cases:access.somebody');
}

function what({ deed, wasRefused }: AccessLogEntry, t: Translate): string {
  if (wasRefused) return t('cases:access.refused');
  return deed.kind === 'read' ? t(`cases:access.read.${deed.thing}`) : t(`cases:access.wrote.${deed.thing}`);
}

function why({ about, wasRefused }: AccessLogEntry, lang: Language, t: Translate): ReactNode {
  if (wasRefused) return t('cases:access.why-refused');
  if (!about) return t('cases:access.why-none');
  const { number, title: words } = about;
  return (
    <SentenceWith
      words={words}
      on={lang}
      sentence={(title) => t('cases:access.why-case', { number, title })}
    />
  );
}
