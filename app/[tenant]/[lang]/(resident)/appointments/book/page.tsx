import type { Metadata } from 'next';
import { wayIcons } from '@/components/appointments/booking-lines';
import { contactWords } from '@/components/layout/contact-card';
import { BackLink } from '@/components/ui/breadcrumbs';
import { LinkCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Tag } from '@/components/ui/tag';
import { listBookableTypes, type TypeInList } from '@/lib/appointments/queries/list-bookable-types';
import { isId } from '@/lib/kernel/ids';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { type ResidentParams, residentPage } from '../../resident-page';

interface Props extends ResidentParams {
  searchParams: Promise<{ case?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appointments:book.title') };
}

/** What she may book: all of it, or what fits one case of hers. */
export default async function BookPage(props: Props) {
  const { lang, t, actor } = await residentPage(props);
  const asked = (await props.searchParams).case;
  const caseId = typeof asked === 'string' && isId(asked) ? asked : undefined;
  const [types, tenant] = await Promise.all([
    listBookableTypes(actor, lang, caseId ? { caseId } : {}),
    getTenant(actor.tenantId),
  ]);
  return (
    <>
      <BackLink href={href(lang, caseId ? `/cases/${caseId}` : '/appointments')}>
        {t(caseId ? 'appointments:book.for-case' : 'appointments:book.back')}
      </BackLink>
      <PageHeading
        lead={types.length > 0 ? t(`appointments:book.${caseId ? 'lead-case' : 'lead'}`) : undefined}
      >
        {t('appointments:book.title')}
      </PageHeading>
      {types.length === 0 ? (
        <EmptyState level={2} icon="calendar" title={t('appointments:book.empty-title')}>
          {t('appointments:book.empty-text', contactWords(tenant.profile, lang))}
        </EmptyState>
      ) : (
        <ul className="ms-plain-list ms-stack">
          {types.map((type) => (
            <li key={type.slug}>
              <TypeCard type={type} caseId={caseId} lang={lang} t={t} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TypeCard({
  type: { slug, name, about, ways, minutes, audience },
  caseId,
  lang,
  t,
}: {
  type: TypeInList;
  caseId: string | undefined;
  lang: Language;
  t: Translate;
}) {
  const [onlyWay] = ways;
  return (
    <LinkCard
      level={2}
      icon={ways.length === 1 && onlyWay ? wayIcons[onlyWay] : 'calendar'}
      href={href(lang, `/appointments/book/${slug}${caseId ? `?case=${caseId}` : ''}`)}
      title={
        <InLanguage lang={name.lang} on={lang}>
          {name.text}
        </InLanguage>
      }
      meta={
        audience !== 'open' && (
          <Tag color="info">
            {t(`appointments:book.${audience === 'invitation' ? 'invited' : 'for-case'}`)}
          </Tag>
        )
      }
    >
      {about && (
        <p>
          <InLanguage lang={about.lang} on={lang}>
            {about.text}
          </InLanguage>
        </p>
      )}
      <p>
        {t('appointments:book.minutes', { count: minutes })} ·{' '}
        {ways.map((way) => t(`appointments:way.${way}`)).join(' · ')}
      </p>
    </LinkCard>
  );
}
