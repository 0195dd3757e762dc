import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { listOfficerHours } from '@/lib/appointments/queries/list-officer-hours';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../../admin-page';
import { staffFormTexts } from '../../staff-form-texts';
import { addOpening } from '../actions';
import { openingFields } from '../opening-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:opening.title') };
}

interface Props {
  params: Promise<{ officerId: string }>;
}

/** New hours of an officer. */
export default async function NewHoursPage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers, places }, { officerId }] = await Promise.all([listOfficerHours(actor), params]);
  const officer = officers.find(({ id }) => id === officerId);
  if (!officer) notFound();
  const today = dateInSweden(now());
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
        texts={staffFormTexts(t, t('hours:opening.save'))}
        fields={[
          { kind: 'hidden', name: 'openingId', value: newId() },
          { kind: 'hidden', name: 'officerId', value: officer.id },
          ...openingFields(
            { places, today, startsOn: { label: t('hours:opening.starts-on'), value: today } },
            { lang, t },
          ),
        ]}
      />
    </>
  );
}
