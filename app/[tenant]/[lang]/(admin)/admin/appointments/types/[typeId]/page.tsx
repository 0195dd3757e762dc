import type { Metadata } from 'next';
import { StaffForm } from '@/components/appointments/staff-form';
import { Alert } from '@/components/ui/alert';
import { getKeptType, getTypeChoices } from '@/lib/appointments/queries/get-kept-type';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../../admin-page';
import { saveType } from '../../kept-actions';
import { KeptPage } from '../../kept-page';
import { staffFormTexts } from '../../staff-form-texts';
import { typeFields } from './type-fields';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('meetings:types.title') };
}

interface Props {
  params: Promise<{ typeId: string }>;
}

/** A kind of meeting, to make or to change. */
export default async function TypePage({ params }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ typeId }, { tenantId }] = await Promise.all([params, requestFacts()]);
  const { languages } = await getTenant(tenantId);
  const { type, choices } =
    typeId === 'new'
      ? { type: null, choices: await getTypeChoices(actor) }
      : await orNotFound(getKeptType(actor, typeId));
  return (
    <KeptPage
      title={type ? <span lang="sv">{type.name.sv}</span> : t('meetings:type.new')}
      lead={t('meetings:type.lead')}
      crumbs={[{ path: 'types', text: t('meetings:types.title') }]}
      lang={lang}
      t={t}
    >
      {type && (
        <p>
          {t('meetings:booked-ahead', { count: type.booked })}{' '}
          {t('meetings:type.invited', { count: type.invited })}
        </p>
      )}
      {type?.system && <Alert>{t('meetings:type.system', { system: type.system })}</Alert>}
      {type?.lacks && <Alert kind="warning">{t(`meetings:type.lacks.${type.lacks}`)}</Alert>}
      {type?.untold && (
        <Alert kind="warning">
          {t(`meetings:type.untold.${type.untold}`, { system: type.receiver?.name })}
        </Alert>
      )}
      <StaffForm
        action={saveType}
        texts={staffFormTexts(t, t('meetings:save'))}
        contents={t('meetings:type.contents')}
        fields={typeFields(type, choices, { offered: languages, lang, t })}
      />
    </KeptPage>
  );
}
