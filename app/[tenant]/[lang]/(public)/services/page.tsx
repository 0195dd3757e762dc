import type { Metadata } from 'next';
import { contactWords } from '@/components/layout/contact-card';
import { ServiceSearch } from '@/components/layout/service-search';
import { ButtonLink } from '@/components/ui/button';
import { CardGrid } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { findGuide } from '@/lib/catalogue/queries/find-guide';
import { listServices, type ServiceListItem } from '@/lib/catalogue/queries/list-services';
import { href } from '@/lib/platform/i18n';
import { type PublicParams, publicPage } from '../public-page';
import { GuideCard, ServiceCard } from '../service-card';

type Props = PublicParams & { searchParams: Promise<{ q?: string | string[] }> };

const askedFor = async ({ searchParams }: Props): Promise<string> => {
  const { q } = await searchParams;
  return (typeof q === 'string' ? q : '').trim().slice(0, 100);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t } = await publicPage(props);
  const query = await askedFor(props);
  return { title: query ? `${query} – ${t('public:services.title')}` : t('public:services.title') };
}

/** The whole catalogue by kind, or what a search finds, best first. */
export default async function ServicesPage(props: Props) {
  const [{ lang, t, tenant, visitor }, query] = await Promise.all([publicPage(props), askedFor(props)]);
  const [services, guide] = await Promise.all([
    listServices(visitor, { language: lang, query }),
    findGuide(visitor),
  ]);
  const cards = (list: readonly ServiceListItem[], level: 2 | 3) => (
    <CardGrid>
      {list.map((service) => (
        <ServiceCard key={service.slug} service={service} lang={lang} level={level} />
      ))}
    </CardGrid>
  );
  return (
    <>
      <PageHeading lead={t('public:services.lead')}>{t('public:services.title')}</PageHeading>
      <ServiceSearch
        lang={lang}
        label={t('public:services.search-label')}
        button={t('common:search')}
        query={query}
      />
      {guide && <GuideCard guide={guide} lang={lang} level={2} />}
      {query ? (
        <>
          <p role="status">
            {t('public:services.result', { count: services.length, query })}{' '}
            {services.length > 0 && (
              <TextLink href={href(lang, '/services')}>{t('public:services.show-all')}</TextLink>
            )}
          </p>
          {services.length > 0 ? (
            cards(services, 2)
          ) : (
            <EmptyState
              level={2}
              icon="search"
              title={t('public:services.none-title')}
              action={
                <ButtonLink href={href(lang, '/services')} variant="secondary">
                  {t('public:services.show-all')}
                </ButtonLink>
              }
            >
              {t('public:services.none', contactWords(tenant.profile, lang))}
            </EmptyState>
          )}
        </>
      ) : (
        [...Map.groupBy(services, ({ category }) => category)].map(([category, list]) => (
          <section key={category} className="ms-category" aria-labelledby={category}>
            <Heading id={category}>{t(`public:services.category.${category}`)}</Heading>
            {cards(list, 3)}
          </section>
        ))
      )}
    </>
  );
}
