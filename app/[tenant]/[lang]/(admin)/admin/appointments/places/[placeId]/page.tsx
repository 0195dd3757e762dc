import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { type KeptPlace, listPlaces } from '@/lib/appointments/queries/list-places';
import { newId } from '@/lib/kernel/ids';
import { numberText } from '@/lib/kernel/number-text';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { adminPage, adminTexts } from '../../../../admin-page';
import { closingField } from '../../closing-field';
import { savePlace } from '../../kept-actions';
import { ClosedTag, KeptPage } from '../../kept-page';
import { staffFormTexts } from '../../staff-form-texts';
import { textFields } from '../../text-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:places.title') };
}

interface Props {
  params: Promise<{ placeId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A place, to make or to change, and its rooms. */
export default async function PlacePage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [places, { placeId }, { done }] = await Promise.all([listPlaces(actor), params, searchParams]);
  const place = places.find(({ id }) => id === placeId);
  if (!place && placeId !== 'new') notFound();
  const { languages } = await getTenant(actor.tenantId);
  return (
    <KeptPage
      title={place?.name ?? t('meetings:place.new')}
      lead={place && !place.system ? t('meetings:place.lead') : undefined}
      crumbs={[{ path: 'places', text: t('meetings:places.title') }]}
      isSaved={done === 'saved'}
      lang={lang}
      t={t}
    >
      {place && <p>{t('meetings:booked-ahead', { count: place.booked })}</p>}
      {place?.system ? (
        <SystemsPlace place={place} system={place.system} t={t} />
      ) : (
        <>
          {place && <Rooms place={place} lang={lang} t={t} />}
          <Section id="facts" title={t('meetings:place.facts')}>
            <StaffForm
              action={savePlace}
              texts={staffFormTexts(t, t('meetings:save'))}
              fields={[
                { kind: 'hidden', name: 'placeId', value: place?.id ?? newId() },
                { kind: 'hidden', name: 'version', value: place ? String(place.version) : '' },
                { kind: 'text', name: 'name', label: t('meetings:place.name'), value: place?.name ?? '' },
                {
                  kind: 'text',
                  name: 'address',
                  label: t('meetings:place.address'),
                  value: place?.address ?? '',
                },
                ...textFields(
                  [
                    {
                      name: 'directions',
                      value: place?.directions ?? {},
                      label: (language) => t('meetings:place.directions', { language }),
                      description: t('meetings:place.directions-lead'),
                      rows: 3,
                    },
                  ],
                  { offered: languages, lang, t },
                  t('meetings:in-others'),
                ),
                {
                  kind: 'checks',
                  name: 'isStepFree',
                  label: t('meetings:place.step-free'),
                  value: place?.isStepFree ? ['yes'] : [],
                  options: [{ value: 'yes', label: t('meetings:place.step-free-yes') }],
                },
                {
                  kind: 'checks',
                  name: 'isOpen',
                  label: t('meetings:place.open'),
                  value: (place?.isOpen ?? true) ? ['yes'] : [],
                  options: [{ value: 'yes', label: t('meetings:place.open-yes') }],
                },
                closingField('place', t),
              ]}
            />
          </Section>
        </>
      )}
    </KeptPage>
  );
}

/** As the system told of it; it is changed there. */
const SystemsPlace = ({ place, system, t }: { place: KeptPlace; system: string; t: Translate }) => (
  <>
    <Alert>{t('meetings:kept-by-system', { system })}</Alert>
    <SummaryList
      rows={[
        { term: t('meetings:place.address'), value: place.address },
        {
          term: t('meetings:place.step-free'),
          value: t(place.isStepFree ? 'meetings:place.step-free-yes' : 'meetings:place.not-step-free'),
        },
        ...(place.rooms.length > 0
          ? [{ term: t('meetings:place.rooms'), value: place.rooms.map(({ name }) => name).join(', ') }]
          : []),
      ]}
    />
  </>
);

const columns = ['name', 'seats', 'booked'] as const;

function Rooms({ place, lang, t }: { place: KeptPlace; lang: StaffLanguage; t: Translate }) {
  const path = `/admin/appointments/places/${place.id}/rooms`;
  return (
    <Section id="rooms" title={t('meetings:place.rooms')}>
      {place.rooms.length === 0 ? (
        <p>{t('meetings:place.rooms-none')}</p>
      ) : (
        <Table
          caption={t('meetings:place.rooms-caption', { place: place.name })}
          columns={columns.map((key) => ({
            key,
            title: t(`meetings:place.columns.${key}`),
            isNumber: key !== 'name',
          }))}
          rows={place.rooms.map((room) => ({
            key: room.id,
            cells: {
              name: (
                <>
                  <TextLink href={href(lang, `${path}/${room.id}`)}>{room.name}</TextLink>
                  <ClosedTag isOpen={room.isOpen} t={t} />
                </>
              ),
              seats: room.seats,
              booked: numberText(room.booked, lang),
            },
          }))}
        />
      )}
      <p>
        <ButtonLink variant="secondary" href={href(lang, `${path}/new`)}>
          {t('meetings:room.add')}
        </ButtonLink>
      </p>
    </Section>
  );
}
