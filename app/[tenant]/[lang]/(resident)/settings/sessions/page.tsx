import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { listMySessions } from '@/lib/identity/queries/list-my-sessions';
import { requireResident } from '@/lib/identity/session';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { endAllOtherSessions, endOneSession } from '../actions';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts((await requestFacts()).lang)('settings:sessions.title') };
}

export default async function SessionsPage({ searchParams }: Props) {
  const actor = await requireResident();
  const [sessions, { lang }, { ended }, tenant] = await Promise.all([
    listMySessions(actor),
    requestFacts(),
    searchParams,
    getTenant(actor.tenantId),
  ]);
  const t = texts(lang);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const { idleMinutes, absoluteHours } = tenant.profile.sessions;
  const working = t('common:working');
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/settings'), text: t('settings:title') }]}
      />
      <PageHeading lead={t('settings:sessions.lead')}>{t('settings:sessions.title')}</PageHeading>
      {ended && (
        <Alert kind="success" live="status">
          {t(ended === 'others' ? 'settings:sessions.ended-others' : 'settings:sessions.ended')}
        </Alert>
      )}
      <ul className="ms-plain-list ms-stack">
        {sessions.map(({ id, device, method, createdAt, lastSeenAt, isCurrent }) => {
          const name = device === '?' ? t('settings:sessions.device-unknown') : device;
          return (
            <Card as="li" key={id}>
              <Heading level={2} size="xs">
                <bdi>{name}</bdi>
              </Heading>
              {isCurrent && <Tag color="success">{t('settings:sessions.current')}</Tag>}
              <SummaryList
                rows={[
                  { term: t('settings:sessions.since'), value: <InstantText at={createdAt} lang={lang} /> },
                  { term: t('settings:sessions.seen'), value: <InstantText at={lastSeenAt} lang={lang} /> },
                  { term: t('settings:sessions.how'), value: t(`settings:sessions.method.${method}`) },
                ]}
              />
              {!isCurrent && (
                <ActionForm action={endOneSession}>
                  <input type="hidden" name="session" value={id} />
                  <SubmitButton pendingText={working} variant="secondary">
                    {t('settings:sessions.end')}
                    <span className="ds-sr-only"> {t('settings:sessions.end-hidden', { device: name })}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            </Card>
          );
        })}
      </ul>
      {others.length > 0 ? (
        <ActionForm action={endAllOtherSessions}>
          <SubmitButton pendingText={working} variant="secondary" color="danger">
            {t('settings:sessions.end-others')}
          </SubmitButton>
        </ActionForm>
      ) : (
        <p>{t('settings:sessions.only-one')}</p>
      )}
      <p>
        {t('settings:sessions.limits', {
          idle: t('common:session.minutes', { count: idleMinutes }),
          absolute: t('settings:sessions.hours', { count: absoluteHours }),
        })}
      </p>
    </>
  );
}
