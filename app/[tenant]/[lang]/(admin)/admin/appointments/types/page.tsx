import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { listTypes } from '@/lib/appointments/queries/list-types';
import { durationText } from '@/lib/kernel/duration-text';
import { numberText } from '@/lib/kernel/number-text';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { ClosedTag, KeptPage } from '../kept-page';
import { waysText } from '../ways-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:types.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const columns = ['name', 'audience', 'ways', 'minutes', 'officers', 'booked'] as const;

/** The kinds of meetings that the municipality has made. */
export default async function TypesPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [types, { done }] = await Promise.all([listTypes(actor), searchParams]);
  return (
    <KeptPage
      title={t('meetings:types.title')}
      lead={t('meetings:types.lead')}
      isSaved={done === 'saved'}
      lang={lang}
      t={t}
    >
      <p>
        <ButtonLink href={href(lang, '/admin/appointments/types/new')}>{t('meetings:types.add')}</ButtonLink>
      </p>
      {types.length === 0 ? (
        <p>{t('meetings:types.none')}</p>
      ) : (
        <Table
          caption={t('meetings:types.caption')}
          columns={columns.map((key) => ({
            key,
            title: t(`meetings:types.columns.${key}`),
            isNumber: key === 'officers' || key === 'booked',
          }))}
          rows={types.map((type) => ({
            key: type.id,
            cells: {
              name: (
                <>
                  <TextLink href={href(lang, `/admin/appointments/types/${type.id}`)}>
                    <span lang="sv">{type.name}</span>
                  </TextLink>
                  {type.system && (
                    <>
                      {' '}
                      <span className="ms-quiet">{t('meetings:of-system', { system: type.system })}</span>
                    </>
                  )}
                  <ClosedTag isOpen={type.isOpen} t={t} />{' '}
                  {type.lacks && <Tag color="warning">{t(`meetings:types.lacks.${type.lacks}`)}</Tag>}{' '}
                  {type.untold && <Tag color="warning">{t(`meetings:types.untold.${type.untold}`)}</Tag>}
                </>
              ),
              audience: t(`meetings:type.audiences.${type.audience}`),
              ways: waysText(type.ways, lang, t),
              minutes: <span className="ms-nowrap">{durationText(type.minutes * 60_000, lang)}</span>,
              officers: type.system ? '–' : type.officers,
              booked: numberText(type.booked, lang),
            },
          }))}
        />
      )}
    </KeptPage>
  );
}
