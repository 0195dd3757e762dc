import type { Metadata } from 'next';
import { Alert } from '@/components/ui/alert';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InstantText } from '@/components/ui/date-text';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { listAdministeredServices } from '@/lib/catalogue/queries/list-administered-services';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../admin-page';
import { readOutcomes } from '../imports/outcomes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('admin:services.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AdministeredServicesPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [services, { done }] = await Promise.all([listAdministeredServices(actor), searchParams]);
  const outcomes = readOutcomes(done);
  return (
    <>
      <PageHeading lead={t('admin:services.lead')}>{t('admin:services.title')}</PageHeading>
      {outcomes.length > 0 && (
        <Alert kind="success" live="status">
          {outcomes.map(({ outcome, slug, version }) => (
            <p key={slug}>{t(`admin:services.${outcome}-one`, { slug, version })}</p>
          ))}
        </Alert>
      )}
      <ButtonGroup>
        <ButtonLink href={href(lang, '/admin/imports/new')}>{t('admin:services.import')}</ButtonLink>
        {services.length > 0 && (
          <ButtonLink variant="secondary" href="/api/definitions" download>
            {t('admin:services.export-all')}
          </ButtonLink>
        )}
      </ButtonGroup>
      <Table
        caption={t('admin:services.caption')}
        columns={(['name', 'version', 'origin', 'published'] as const).map((key) => ({
          key,
          title: t(`admin:services.${key}`),
        }))}
        rows={services.map((service) => ({
          key: service.slug,
          cells: {
            name: (
              <>
                <TextLink href={href(lang, `/admin/services/${service.slug}`)}>
                  <InLanguage lang={service.language} on={lang}>
                    {service.name}
                  </InLanguage>
                </TextLink>
                {service.heldBack && (
                  <>
                    {' '}
                    <Tag color="warning">{t('admin:services.held-back')}</Tag>
                  </>
                )}
              </>
            ),
            version: service.version,
            origin: t(`admin:services.origins.${service.origin}`),
            published: <InstantText at={service.publishedAt} lang={lang} />,
          },
        }))}
      />
    </>
  );
}
