import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { listPlaces } from '@/lib/appointments/queries/list-places';
import { numberText } from '@/lib/kernel/number-text';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { ClosedTag, KeptPage } from '../kept-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:places.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const columns = ['name', 'address', 'rooms', 'booked'] as const;

/** Where residents come for visits. */
export default async function PlacesPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [places, { done }] = await Promise.all([listPlaces(actor), searchParams]);
  return (
    <KeptPage
      title={t('meetings:places.title')}
      lead={t('meetings:places.lead')}
      isSaved={done === 'saved'}
      lang={lang}
      t={t}
    >
      <p>
        <ButtonLink href={href(lang, '/admin/appointments/places/new')}>
          {t('meetings:places.add')}
        </ButtonLink>
      </p>
      {places.length === 0 ? (
        <p>{t('meetings:places.none')}</p>
      ) : (
        <Table
          caption={t('meetings:places.caption')}
          columns={columns.map((key) => ({
            key,
            title: t(`meetings:places.columns.${key}`),
            isNumber: key === 'booked',
          }))}
          rows={places.map((place) => ({
            key: place.id,
            cells: {
              name: (
                <>
                  <TextLink href={href(lang, `/admin/appointments/places/${place.id}`)}>
                    {place.name}
                  </TextLink>
                  {place.system && (
                    <>
                      {' '}
                      <span className="ms-quiet">{t('meetings:of-system', { system: place.system })}</span>
                    </>
                  )}
                  <ClosedTag isOpen={place.isOpen} t={t} />
                </>
              ),
              address: place.address,
              rooms: place.rooms.length === 0 ? '–' : place.rooms.map(({ name }) => name).join(', '),
              booked: numberText(place.booked, lang),
            },
          }))}
        />
      )}
    </KeptPage>
  );
}
