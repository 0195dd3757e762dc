import type { Metadata } from 'next';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { type FreePlaces, type HomeInList, listHomes } from '@/lib/care-home-queue/queries/list-homes';
import { shortDateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { type PublicParams, publicPage } from '../public-page';

export async function generateMetadata(props: PublicParams): Promise<Metadata> {
  const { t } = await publicPage(props);
  return { title: t('offers:homes.title') };
}

/** The municipality's care homes to compare, and where there is room. Whoever needs it most gets it: that stands first. */
export default async function CareHomesPage(props: PublicParams) {
  const { lang, t, visitor } = await publicPage(props);
  const homes = await listHomes(visitor, lang);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/'), text: t('common:nav.home') },
          { href: href(lang, '/services'), text: t('common:nav.services') },
        ]}
      />
      <PageHeading lead={t('offers:homes.lead')}>{t('offers:homes.title')}</PageHeading>
      <Alert>{t('offers:queue.order-text')}</Alert>
      {homes.length === 0 ? (
        <EmptyState level={2} title={t('offers:homes.none-title')}>
          {t('offers:homes.none')}
        </EmptyState>
      ) : (
        <ul className="ms-plain-list ms-stack">
          {homes.map((home) => (
            <Home key={home.slug} home={home} lang={lang} t={t} />
          ))}
        </ul>
      )}
    </>
  );
}

function Home({ home, lang, t }: { home: HomeInList; lang: Language; t: Translate }) {
  const { slug, name, district, address, description, languages, free } = home;
  const names = new Intl.DisplayNames(lang, { type: 'language' });
  return (
    <Card as="li" labelledBy={`home-${slug}`}>
      <Heading level={2} size="xs" id={`home-${slug}`}>
        <bdi>{name}</bdi>
      </Heading>
      <p>
        <InLanguage lang={description.lang} on={lang}>
          {description.text}
        </InLanguage>
      </p>
      <SummaryList
        rows={[
          { term: t('offers:home.address'), value: <bdi>{`${address} (${district})`}</bdi> },
          ...(languages.length > 0
            ? [
                {
                  term: t('offers:home.languages'),
                  value: new Intl.ListFormat(lang).format(languages.map((code) => names.of(code) ?? code)),
                },
              ]
            : []),
          ...(free ? [{ term: t('offers:homes.free'), value: freeText(free, lang, t) }] : []),
        ]}
      />
    </Card>
  );
}

function freeText(free: readonly FreePlaces[], lang: Language, t: Translate) {
  if (free.length === 0) return t('offers:homes.free-none');
  return (
    <ul>
      {free.map(({ kind, persons, count, from }) => (
        <li key={`${kind} ${persons}`}>
          {t('offers:homes.free-of', {
            kind:
              persons === 2
                ? t('offers:place.two', { kind: t(`offers:place.${kind}`) })
                : t(`offers:place.${kind}`),
            places: t('offers:homes.places', { count }),
            date: shortDateText(from, lang),
          })}
        </li>
      ))}
    </ul>
  );
}
