import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { ContactForm } from '@/components/identity/contact-form';
import { Section } from '@/components/layout/section';
import { Unreached } from '@/components/notices/unreached';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { LinkCard } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { isRecentLogIn } from '@/lib/identity/domain/session-limits';
import { getMyProfile } from '@/lib/identity/queries/get-my-profile';
import { currentSession, requireResident } from '@/lib/identity/session';
import { isolated } from '@/lib/kernel/isolated';
import { getNoticeChoice } from '@/lib/notifications/queries/get-notice-choice';
import { now } from '@/lib/platform/clock';
import { href, isLanguage, languageNames, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { saveContactWays, saveLanguage } from './actions';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts((await requestFacts()).lang)('settings:title') };
}

export default async function SettingsPage({ searchParams }: Props) {
  const actor = await requireResident();
  const [profile, choice, session, { lang }, tenant, { saved }] = await Promise.all([
    getMyProfile(actor),
    getNoticeChoice(actor),
    currentSession(),
    requestFacts(),
    getTenant(actor.tenantId),
    searchParams,
  ]);
  const t = texts(lang);
  const none = t('settings:contact.none');
  const mayChange = session !== null && isRecentLogIn(session, now());
  return (
    <>
      <PageHeading lead={t('settings:lead')}>{t('settings:title')}</PageHeading>
      {saved === 'contact' && (
        <Alert kind="success" live="status">
          {t('settings:contact.saved')}
        </Alert>
      )}
      {saved === 'language' && (
        <Alert kind="success" live="status">
          {t('settings:language.saved')}
        </Alert>
      )}
      {profile.protectedIdentity && <Alert kind="info">{t('settings:protected')}</Alert>}

      <Section id="contact" title={t('settings:contact.title')}>
        <p>{t('settings:contact.text')}</p>
        <Unreached offered={choice.offered} chosen={choice.inUse} lang={lang} t={t} />
        {profile.waiting.map(({ id, address }) => (
          <Alert key={id} kind="warning">
            {t('settings:contact.waiting', { address: isolated(address) })}{' '}
            <TextLink href={href(lang, `/settings/contact/${id}`)}>
              {t('settings:contact.enter-code')}
            </TextLink>
          </Alert>
        ))}
        {mayChange ? (
          <ContactForm
            action={saveContactWays}
            email={profile.email ?? ''}
            phone={profile.phone ?? ''}
            texts={{
              email: t('settings:contact.email'),
              emailHelp: t('settings:contact.email-help'),
              phone: t('settings:contact.phone'),
              phoneHelp: t('settings:contact.phone-help'),
              save: t('settings:contact.save'),
              working: t('common:working'),
              errorTitles: [1, 2].map((count) => t('common:error-summary.title', { count })),
            }}
          />
        ) : (
          <>
            <SummaryList
              rows={[
                { term: t('settings:contact.email'), value: <bdi>{profile.email ?? none}</bdi> },
                { term: t('settings:contact.phone'), value: <bdi dir="ltr">{profile.phone ?? none}</bdi> },
              ]}
            />
            <p>{t('settings:contact.change-help')}</p>
            <ButtonLink
              variant="secondary"
              href={href(lang, `/log-in?again=1&next=${encodeURIComponent('/settings')}`)}
            >
              {t('settings:contact.change')}
            </ButtonLink>
          </>
        )}
      </Section>

      <Section id="language" title={t('settings:language.title')}>
        <p>{t('settings:language.text')}</p>
        <ActionForm action={saveLanguage}>
          <div className="ms-stack">
            <Select
              name="language"
              label={t('settings:language.label')}
              defaultValue={profile.language}
              options={tenant.languages
                .filter(isLanguage)
                .map((value) => ({ value, text: languageNames[value] }))}
            />
            <div>
              <SubmitButton pendingText={t('common:working')} variant="secondary">
                {t('settings:language.save')}
              </SubmitButton>
            </div>
          </div>
        </ActionForm>
      </Section>

      <Section id="more" title={t('settings:more.title')}>
        <SummaryList
          rows={[
            {
              term: t('settings:name'),
              value: (
                <>
                  <bdi>{`${profile.name.givenName} ${profile.name.surname}`}</bdi>
                  <br />
                  <small>{t('settings:name-help')}</small>
                </>
              ),
            },
          ]}
        />
        <div className="ms-card-grid">
          <LinkCard href={href(lang, '/settings/notices')} title={t('settings:more.notices')}>
            {t('settings:more.notices-text')}
          </LinkCard>
          <LinkCard href={href(lang, '/settings/sessions')} title={t('settings:more.sessions')}>
            {t('settings:more.sessions-text')}
          </LinkCard>
          <LinkCard href={href(lang, '/settings/access-log')} title={t('settings:more.access-log')}>
            {t('settings:more.access-log-text')}
          </LinkCard>
        </div>
      </Section>
    </>
  );
}
