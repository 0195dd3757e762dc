import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ThreadList } from '@/components/messages/thread-list';
import { ButtonLink } from '@/components/ui/button';
import { LinkCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { listMyThreads } from '@/lib/messages/queries/list-my-threads';
import { now } from '@/lib/platform/clock';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { pageNumber, type ResidentParams, residentPage } from '../resident-page';
import { pathOf } from './place-path';

interface Props extends ResidentParams {
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('messages:list.title') };
}

/** All that she and the municipality write to each other, and what she has begun to write. */
export default async function MessagesPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const { page: wanted } = await props.searchParams;
  const { threads, drafts, total, page, pages } = await listMyThreads(actor, lang, pageNumber(wanted));
  const partPath = (number: number) => href(lang, `/messages?page=${number}`);
  return (
    <>
      <PageHeading lead={total > 0 ? t('messages:list.lead') : undefined}>
        {t('messages:list.title')}
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {drafts.length > 0 && page === 1 && (
        <Section id="drafts" title={t('messages:list.drafts')}>
          <ul className="ms-plain-list ms-stack">
            {drafts.map(({ id, place, title, subject }) => (
              <li key={id}>
                <LinkCard
                  href={href(lang, pathOf(place))}
                  title={
                    subject ? (
                      <bdi>{subject}</bdi>
                    ) : (
                      <InLanguage lang={title.lang} on={lang}>
                        {title.text}
                      </InLanguage>
                    )
                  }
                >
                  <p>{t('messages:list.draft-text')}</p>
                </LinkCard>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {total === 0 ? (
        <EmptyState
          level={2}
          icon="mail"
          title={t('messages:list.empty-title')}
          action={<ButtonLink href={href(lang, '/cases')}>{t('messages:list.empty-action')}</ButtonLink>}
        >
          {t('messages:list.empty-text')}
        </EmptyState>
      ) : (
        <ThreadList threads={threads} lang={lang} level={2} />
      )}
      <Pagination
        label={t('common:pagination.label')}
        previous={page > 1 ? partPath(page - 1) : null}
        next={page < pages ? partPath(page + 1) : null}
        texts={{
          previous: t('common:pagination.previous'),
          next: t('common:pagination.next'),
          position: t('common:pagination.position', { page, pages }),
        }}
      />
    </>
  );
}
