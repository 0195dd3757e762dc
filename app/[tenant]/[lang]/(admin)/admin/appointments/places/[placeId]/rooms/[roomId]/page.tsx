import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { listPlaces } from '@/lib/appointments/queries/list-places';
import { newId } from '@/lib/kernel/ids';
import { adminPage, adminTexts } from '../../../../../../admin-page';
import { closingField } from '../../../../closing-field';
import { saveRoom } from '../../../../kept-actions';
import { KeptPage } from '../../../../kept-page';
import { staffFormTexts } from '../../../../staff-form-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:places.title') };
}

interface Props {
  params: Promise<{ placeId: string; roomId: string }>;
}

/** A room of a place, to make or to change. */
export default async function RoomPage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [places, { placeId, roomId }] = await Promise.all([listPlaces(actor), params]);
  const place = places.find(({ id }) => id === placeId);
  const room = place?.rooms.find(({ id }) => id === roomId);
  if (!place || place.system || (!room && roomId !== 'new')) notFound();
  return (
    <KeptPage
      title={room?.name ?? t('meetings:room.new')}
      lead={t('meetings:room.of', { place: place.name })}
      crumbs={[
        { path: 'places', text: t('meetings:places.title') },
        { path: `places/${place.id}`, text: place.name },
      ]}
      lang={lang}
      t={t}
    >
      {room && <p>{t('meetings:booked-ahead', { count: room.booked })}</p>}
      <StaffForm
        action={saveRoom}
        texts={staffFormTexts(t, t('meetings:save'))}
        fields={[
          { kind: 'hidden', name: 'placeId', value: place.id },
          { kind: 'hidden', name: 'roomId', value: room?.id ?? newId() },
          { kind: 'hidden', name: 'version', value: room ? String(room.version) : '' },
          { kind: 'text', name: 'name', label: t('meetings:room.name'), value: room?.name ?? '' },
          {
            kind: 'text',
            name: 'seats',
            label: t('meetings:room.seats'),
            value: String(room?.seats ?? 4),
            width: 5,
          },
          {
            kind: 'checks',
            name: 'isOpen',
            label: t('meetings:room.open'),
            value: (room?.isOpen ?? true) ? ['yes'] : [],
            options: [{ value: 'yes', label: t('meetings:room.open-yes') }],
          },
          closingField('room', t),
        ]}
      />
    </KeptPage>
  );
}
