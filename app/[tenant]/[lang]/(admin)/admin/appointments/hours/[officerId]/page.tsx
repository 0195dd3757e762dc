import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { meetingWays } from '@/lib/appointments/domain/words';
import { listOfficerHours } from '@/lib/appointments/queries/list-officer-hours';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { idle } from '@/lib/platform/action';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../../admin-page';
import { addOpening } from '../../actions';
import { staffFormTexts } from '../../staff-form-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:opening.title') };
}

interface Props {
  params: Promise<{ officerId: string }>;
}

const weeks = [0, 1, 2, 3, 4] as const;
const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** New hours of an officer, said as people say them: which days, how often, until when. */
export default async function NewHoursPage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers, places }, { officerId }] = await Promise.all([listOfficerHours(actor), params]);
  const officer = officers.find(({ id }) => id === officerId);
  if (!officer) notFound();
  const today = dateInSweden(now());
  const optional = t('hours:opening.optional');
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/appointments'), text: t('hours:title') },
          { href: href(lang, '/admin/appointments/hours'), text: t('hours:officers.title') },
        ]}
      />
      <PageHeading lead={t('hours:opening.lead')}>
        {t('hours:officers.add-for', { name: officer.name })}
      </PageHeading>
      <StaffForm
        action={addOpening}
        initial={idle}
        texts={staffFormTexts(t, t('hours:opening.save'))}
        fields={[
          { kind: 'hidden', name: 'openingId', value: newId() },
          { kind: 'hidden', name: 'officerId', value: officer.id },
          {
            kind: 'checks',
            name: 'ways',
            label: t('hours:opening.ways'),
            value: [],
            options: meetingWays.map((way) => ({ value: way, label: t(`appointments:way.${way}`) })),
          },
          {
            kind: 'select',
            name: 'placeId',
            label: t('hours:opening.place'),
            value: '',
            placeholder: t('hours:opening.no-place'),
            options: places.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'text',
            name: 'startsOn',
            label: t('hours:opening.starts-on'),
            description: t('hours:opening.starts-on-hint', { example: today }),
            value: today,
            width: 12,
          },
          { kind: 'text', name: 'from', label: t('hours:opening.from'), value: '09:00', width: 5 },
          {
            kind: 'text',
            name: 'to',
            label: t('hours:opening.to'),
            description: t('hours:opening.to-hint'),
            value: '12:00',
            width: 5,
          },
          {
            kind: 'select',
            name: 'everyWeeks',
            label: t('hours:opening.every'),
            description: t('hours:opening.every-hint'),
            value: '1',
            options: weeks.map((every) => ({
              value: String(every),
              text: t(`hours:opening.every-${every}`),
            })),
          },
          {
            kind: 'checks',
            name: 'weekdays',
            label: t('hours:opening.weekdays'),
            description: t('hours:opening.weekdays-hint'),
            value: [],
            options: days.map((day) => ({ value: String(day), label: t(`hours:opening.day-${day}`) })),
          },
          {
            kind: 'text',
            name: 'until',
            label: t('hours:opening.until'),
            optional,
            description: t('hours:opening.starts-on-hint', { example: today }),
            value: '',
            width: 12,
          },
        ]}
      />
    </>
  );
}
