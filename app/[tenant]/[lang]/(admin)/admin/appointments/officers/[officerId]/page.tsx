import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StaffForm } from '@/components/appointments/staff-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { spokenLanguages } from '@/lib/appointments/domain/officer-form';
import { listOfficers } from '@/lib/appointments/queries/list-officers';
import { newId } from '@/lib/kernel/ids';
import { languageName } from '@/lib/kernel/language-name';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../../admin-page';
import { closingField } from '../../closing-field';
import { saveOfficer } from '../../kept-actions';
import { KeptPage } from '../../kept-page';
import { staffFormTexts } from '../../staff-form-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:officers.title') };
}

interface Props {
  params: Promise<{ officerId: string }>;
}

/** Somebody whom residents can meet, to make or to change. Her hours have their own page. */
export default async function OfficerPage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers, types }, { officerId }] = await Promise.all([listOfficers(actor), params]);
  const officer = officers.find(({ id }) => id === officerId);
  if (!officer && officerId !== 'new') notFound();
  const speaks = (officer?.languages ?? []).map((language) => languageName(language, lang));
  const languages = [...new Set<string>([...spokenLanguages, ...(officer?.languages ?? [])])]
    .map((value) => ({ value, label: languageName(value, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  return (
    <KeptPage
      title={officer?.name ?? t('meetings:officer.new')}
      lead={officer?.system ? undefined : t('meetings:officer.lead')}
      crumbs={[{ path: 'officers', text: t('meetings:officers.title') }]}
      lang={lang}
      t={t}
    >
      {officer && <p>{t('meetings:booked-ahead', { count: officer.booked })}</p>}
      {officer?.system ? (
        <>
          <Alert>{t('meetings:kept-by-system', { system: officer.system })}</Alert>
          <SummaryList
            rows={[
              { term: t('meetings:officer.unit'), value: officer.unit },
              { term: t('meetings:officer.languages'), value: speaks.join(', ') || '–' },
            ]}
          />
        </>
      ) : (
        <>
          {officer && (
            <p>
              <ButtonLink
                variant="secondary"
                href={href(lang, `/admin/appointments/hours#officer-${officer.id}`)}
              >
                {t('meetings:officer.see-hours')}
              </ButtonLink>
            </p>
          )}
          <StaffForm
            action={saveOfficer}
            texts={staffFormTexts(t, t('meetings:save'))}
            fields={[
              { kind: 'hidden', name: 'officerId', value: officer?.id ?? newId() },
              { kind: 'hidden', name: 'version', value: officer ? String(officer.version) : '' },
              { kind: 'text', name: 'name', label: t('meetings:officer.name'), value: officer?.name ?? '' },
              { kind: 'text', name: 'unit', label: t('meetings:officer.unit'), value: officer?.unit ?? '' },
              {
                kind: 'checks',
                name: 'types',
                label: t('meetings:officer.types'),
                ...(types.length === 0 && { description: t('meetings:officer.no-types') }),
                value: officer?.typeIds ?? [],
                options: types.map(({ id, name }) => ({ value: id, label: name })),
              },
              {
                kind: 'fold',
                name: 'spoken',
                label: t('meetings:officer.languages'),
                note: speaks.join(', ') || t('meetings:officer.no-languages'),
                fields: [
                  {
                    kind: 'checks',
                    name: 'languages',
                    label: t('meetings:officer.languages-which'),
                    value: officer?.languages ?? [],
                    options: languages,
                  },
                ],
              },
              {
                kind: 'checks',
                name: 'isOpen',
                label: t('meetings:officer.open'),
                value: (officer?.isOpen ?? true) ? ['yes'] : [],
                options: [{ value: 'yes', label: t('meetings:officer.open-yes') }],
              },
              closingField('officer', t),
            ]}
          />
        </>
      )}
    </KeptPage>
  );
}
