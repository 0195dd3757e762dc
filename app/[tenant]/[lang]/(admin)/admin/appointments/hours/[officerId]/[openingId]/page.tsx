import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { listOfficerHours } from '@/lib/appointments/queries/list-officer-hours';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../../../admin-page';
import { staffFormTexts } from '../../../staff-form-texts';
import { saveOpening } from '../../actions';
import { openingFields } from '../../opening-fields';
import { openingText } from '../../opening-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:change.title') };
}

interface Props {
  params: Promise<{ officerId: string; openingId: string }>;
}

/** Other hours from a day on. Who is booked outside them is told of before. */
export default async function ChangeHoursPage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers, places }, { officerId, openingId }] = await Promise.all([
    listOfficerHours(actor),
    params,
  ]);
  const officer = officers.find(({ id }) => id === officerId);
  const opening = officer?.openings.find(({ id }) => id === openingId);
  if (!officer || !opening) notFound();
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/appointments'), text: t('hours:title') },
          { href: href(lang, '/admin/appointments/hours'), text: t('hours:officers.title') },
        ]}
      />
      <PageHeading lead={t('hours:change.lead', { when: openingText(opening, lang, t) })}>
        {t('hours:change.for', { name: officer.name })}
      </PageHeading>
      {typeof opening.repetition === 'string' && <Alert>{t('hours:change.own-rule')}</Alert>}
      <StaffForm
        action={saveOpening}
        texts={staffFormTexts(t, t('hours:change.save'))}
        fields={[
          { kind: 'hidden', name: 'officerId', value: officer.id },
          { kind: 'hidden', name: 'openingId', value: opening.id },
          { kind: 'hidden', name: 'newOpeningId', value: newId() },
          { kind: 'hidden', name: 'version', value: String(opening.version) },
          { kind: 'hidden', name: 'told', value: '' },
          ...openingFields(
            {
              places,
              today: dateInSweden(now()),
              startsOn: { label: t('hours:change.starts-on'), value: opening.nextOn },
              before: opening,
            },
            { lang, t },
          ),
          {
            kind: 'checks',
            name: 'outside',
            label: t('hours:change.keeps'),
            value: [],
            options: [{ value: 'yes', label: t('hours:change.keeps-yes') }],
            onlyWhenAsked: true,
          },
        ]}
      />
    </>
  );
}
