import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import type { Place } from '@/lib/messages/domain/place';
import { getNewMessage } from '@/lib/messages/queries/get-new-message';
import type { ResidentActor } from '@/lib/platform/actor';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../not-found-page';
import { WriteMessage } from './write-message';

/** The page on which a thread is begun, about a case or to a service. */
export async function NewMessage({
  place,
  kept,
  actor,
  lang,
  t,
}: {
  place: Exclude<Place, { kind: 'thread' }>;
  /** she has just saved it for later */
  kept: boolean;
  actor: ResidentActor;
  lang: Language;
  t: Translate;
}) {
  const [found, tenant] = await Promise.all([
    orNotFound(getNewMessage(actor, place, lang)),
    getTenant(actor.tenantId),
  ]);
  const { title } = found.about;
  const said = (
    <InLanguage lang={title.lang} on={lang}>
      {title.text}
    </InLanguage>
  );
  const isCase = found.about.kind === 'case';
  return (
    <>
      <BackLink
        href={href(lang, place.kind === 'case' ? `/cases/${place.caseId}` : `/services/${place.slug}`)}
      >
        {said}
      </BackLink>
      <PageHeading
        caption={
          found.about.kind === 'case' ? (
            <>
              {said} · <bdi>{t('cases:case.number', { number: found.about.number })}</bdi>
            </>
          ) : (
            said
          )
        }
      >
        {t(isCase ? 'messages:new.title-case' : 'messages:new.title-service')}
      </PageHeading>
      {!isCase && <p className="ms-lead">{t('messages:new.service-lead')}</p>}
      {kept && (
        <Alert kind="success" live="status">
          {t('messages:form.saved')}
        </Alert>
      )}
      <WriteMessage {...found} place={place} profile={tenant.profile} lang={lang} t={t} />
    </>
  );
}
