import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InstantText } from '@/components/ui/date-text';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { listAdministeredServices } from '@/lib/catalogue/queries/list-administered-services';
import { languageName } from '@/lib/kernel/language-name';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { ProblemsTable } from '../../imports/problems-table';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).slug} – ${(await adminTexts())('admin:services.title')}` };
}

interface Props {
  params: Promise<{ slug: string }>;
}

export default async function AdministeredServicePage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [service] = await listAdministeredServices(actor, (await params).slug);
  if (!service) notFound();
  const { slug, name, inherits, heldBack } = service;
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/admin/services'), text: t('admin:services.title') }]}
      />
      <PageHeading>
        <InLanguage lang={service.language} on={lang}>
          {name}
        </InLanguage>
      </PageHeading>
      {heldBack && inherits && (
        <>
          <Alert kind="warning" title={t('admin:services.held-back')}>
            {t('admin:services.held-back-text', { slug: inherits.slug, version: heldBack.sharedVersion })}
          </Alert>
          <ProblemsTable t={t} lang={lang} problems={heldBack.problems} />
        </>
      )}
      <Section id="facts" title={t('admin:service.facts')}>
        <SummaryList
          rows={[
            { term: t('admin:services.version'), value: service.version },
            {
              term: t('admin:services.published'),
              value: <InstantText at={service.publishedAt} lang={lang} />,
            },
            {
              term: t('admin:services.origin'),
              value: t(`admin:services.origins.${service.origin}`),
            },
            {
              term: t('admin:services.inherits'),
              value: inherits
                ? t('admin:services.inherits-value', inherits)
                : t('admin:services.inherits-no'),
            },
            { term: t('admin:services.kind'), value: t(`admin:services.kinds.${service.kind}`) },
            {
              term: t('admin:services.languages'),
              value: service.languages.map((code) => languageName(code, lang)).join(', '),
            },
            { term: t('admin:services.address'), value: slug },
          ]}
        />
        <p>
          <TextLink href={href(lang, service.kind === 'guide' ? '/guide' : `/services/${slug}`)}>
            {t('admin:service.see')}
          </TextLink>
        </p>
      </Section>
      <Section id="export" title={t('admin:service.export-title')}>
        <p>{t('admin:service.export-text')}</p>
        <ButtonGroup>
          <ButtonLink href={`/api/definitions/${slug}`} download>
            {t('admin:service.export')}
          </ButtonLink>
          {inherits && (
            <ButtonLink variant="secondary" href={`/api/definitions/${slug}?whole`} download>
              {t('admin:service.export-whole')}
            </ButtonLink>
          )}
          <ButtonLink variant="secondary" href={href(lang, '/admin/imports/new')}>
            {t('admin:services.import')}
          </ButtonLink>
        </ButtonGroup>
      </Section>
    </>
  );
}
