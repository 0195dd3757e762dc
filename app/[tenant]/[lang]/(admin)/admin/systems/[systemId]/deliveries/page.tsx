import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { getSystem } from '@/lib/back-office/queries/get-system';
import { listUndelivered } from '@/lib/back-office/queries/list-undelivered';
import { href } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../../admin-page';
import { DeliveriesTable } from '../deliveries-table';

interface Props {
  params: Promise<{ systemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PER_PAGE = 50;

const stateOf = async (searchParams: Props['searchParams']) =>
  (await searchParams).state === 'parked' ? ('parked' as const) : ('waiting' as const);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await adminTexts())(`systems:list.${await stateOf(searchParams)}`) };
}

/** All that waits for a system, or has stopped, page by page. */
export default async function UndeliveredPage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ systemId }, state, { page: asked }] = await Promise.all([
    params,
    stateOf(searchParams),
    searchParams,
  ]);
  const system = await orNotFound(getSystem(actor, systemId));
  const page = Math.max(1, Math.min(9_999, Math.trunc(Number(asked)) || 1));
  const { items, total } = await listUndelivered(actor, { systemId, state, page, limit: PER_PAGE });
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const pageAt = (number: number) =>
    href(lang, `/admin/systems/${systemId}/deliveries?state=${state}&page=${number}`);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/systems'), text: t('systems:title') },
          { href: href(lang, `/admin/systems/${systemId}`), text: system.name },
        ]}
      />
      <PageHeading lead={t(total === 0 ? `systems:${state}.none` : `systems:${state}.lead`)}>
        {t(`systems:list.${state}`)}
      </PageHeading>
      {items.length > 0 && (
        <DeliveriesTable
          systemId={systemId}
          deliveries={items}
          caption={t(`systems:${state}.list`)}
          lang={lang}
          t={t}
        />
      )}
      <Pagination
        label={t('common:pagination.label')}
        previous={page > 1 ? pageAt(Math.min(page - 1, pages)) : null}
        next={page < pages ? pageAt(page + 1) : null}
        texts={{
          previous: t('common:pagination.previous'),
          next: t('common:pagination.next'),
          position: t('common:pagination.position', { page, pages }),
        }}
      />
    </>
  );
}
