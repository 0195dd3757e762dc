import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { listOfficers } from '@/lib/appointments/queries/list-officers';
import { numberText } from '@/lib/kernel/number-text';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { ClosedTag, KeptPage } from '../kept-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:officers.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const columns = ['name', 'unit', 'types', 'booked', 'hours'] as const;

/** Whom residents can meet. */
export default async function OfficersPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers, types }, { done }] = await Promise.all([listOfficers(actor), searchParams]);
  const takes = (typeIds: readonly string[]) =>
    types
      .filter(({ id }) => typeIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <KeptPage
      title={t('meetings:officers.title')}
      lead={t('meetings:officers.lead')}
      isSaved={done === 'saved'}
      lang={lang}
      t={t}
    >
      <p>
        <ButtonLink href={href(lang, '/admin/appointments/officers/new')}>
          {t('meetings:officers.add')}
        </ButtonLink>
      </p>
      {officers.length === 0 ? (
        <p>{t('meetings:officers.none')}</p>
      ) : (
        <Table
          caption={t('meetings:officers.caption')}
          columns={columns.map((key) => ({
            key,
            title: t(`meetings:officers.columns.${key}`),
            isNumber: key === 'booked',
          }))}
          rows={officers.map((officer) => ({
            key: officer.id,
            cells: {
              name: (
                <>
                  <TextLink href={href(lang, `/admin/appointments/officers/${officer.id}`)}>
                    {officer.name}
                  </TextLink>
                  {officer.system && (
                    <>
                      {' '}
                      <span className="ms-quiet">{t('meetings:of-system', { system: officer.system })}</span>
                    </>
                  )}
                  <ClosedTag isOpen={officer.isOpen} t={t} />
                </>
              ),
              unit: officer.unit,
              types: <span lang="sv">{takes(officer.typeIds) || '–'}</span>,
              booked: numberText(officer.booked, lang),
              hours: officer.system ? (
                '–'
              ) : (
                <TextLink href={href(lang, `/admin/appointments/hours#officer-${officer.id}`)}>
                  {t('meetings:officers.hours')}
                  <span className="ds-sr-only">: {officer.name}</span>
                </TextLink>
              ),
            },
          }))}
        />
      )}
    </KeptPage>
  );
}
