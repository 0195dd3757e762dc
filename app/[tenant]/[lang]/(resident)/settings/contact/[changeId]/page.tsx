import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { CodeForm } from '@/components/notices/code-form';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { getContactChange } from '@/lib/identity/queries/get-contact-change';
import { instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { askForNewCode, confirmCode } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts((await requestFacts()).lang)('settings:code.label') };
}

/** Where the code is told that was sent to a new address; opened from the message on another device it asks to log in first. */
export default async function ContactChangePage({ params }: ResidentParams<{ changeId: string }>) {
  const { lang, t, actor, path } = await residentPage({ params });
  const {
    field,
    address: typed,
    state,
    expiresAt,
  } = await orNotFound(getContactChange(actor, path.changeId));
  const address = isolated(typed);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/settings'), text: t('settings:title') }]}
      />
      <PageHeading {...(state === 'open' && { lead: t('settings:code.sent', { address }) })}>
        {t(`settings:code.title-${field}`)}
      </PageHeading>
      {state === 'open' && (
        <>
          <p>{t('settings:code.until', { time: instantText(expiresAt, lang) })}</p>
          <CodeForm
            action={confirmCode}
            changeId={path.changeId}
            texts={{
              label: t('settings:code.label'),
              help: t('settings:code.help'),
              confirm: t('settings:code.confirm'),
              working: t('common:working'),
              errorTitle: t('common:error-summary.title', { count: 1 }),
            }}
          />
        </>
      )}
      {state === 'refused' && <Alert kind="warning">{t('settings:code.refused', { address })}</Alert>}
      {state === 'over' && <Alert kind="warning">{t('settings:code.over')}</Alert>}
      {state === 'confirmed' && <Alert kind="success">{t('settings:code.confirmed', { address })}</Alert>}
      {(state === 'open' || state === 'over') && (
        <Section id="missing" title={t('settings:code.missing')}>
          <p>{t('settings:code.missing-text')}</p>
          <ActionForm action={askForNewCode}>
            <input type="hidden" name="change" value={path.changeId} />
            <SubmitButton variant="secondary" pendingText={t('common:working')}>
              {t('settings:code.new')}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
      {state !== 'open' && (
        <p>
          <ButtonLink variant="secondary" href={href(lang, '/settings')}>
            {t('settings:code.back')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
