import type { Metadata } from 'next';
import { cache } from 'react';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { InstantText } from '@/components/ui/date-text';
import { Details } from '@/components/ui/details';
import { InLanguage, SentenceWith } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import { type DraftInList, listOpenApplications } from '@/lib/applications/queries/list-open-applications';
import { languageOf } from '@/lib/catalogue/domain/texts';
import { getPublishedDefinition } from '@/lib/catalogue/queries/get-published-definition';
import { requireResident } from '@/lib/identity/session';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../(resident)/not-found-page';
import { publicPage } from '../../../public-page';
import { discardDraft, startDraft } from './actions';

interface Props {
  params: Promise<{ tenant: string; lang: string; slug: string }>;
}

const find = cache((tenantId: string, slug: string) =>
  orNotFound(getPublishedDefinition({ kind: 'nobody', tenantId }, slug)),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ lang, t, tenant }, { slug }] = await Promise.all([publicPage(props), props.params]);
  const { definition } = await find(tenant.id, slug);
  return {
    title: t('applications:start.title', { what: definition.appliesFor[languageOf(definition, lang)] }),
  };
}

/**
 * Between the service's page and the form: whoever isn't logged in does so first, whoever has begun goes on. Only the
 * button starts anything, since a mere link may be followed by anybody's browser on its own.
 */
export default async function StartPage(props: Props) {
  const [{ lang, t, tenant }, { slug }] = await Promise.all([publicPage(props), props.params]);
  const actor = await requireResident();
  const [{ definition }, { drafts }] = await Promise.all([
    find(tenant.id, slug),
    listOpenApplications(actor, { language: lang }),
  ]);
  const draft = drafts.find((one) => one.slug === slug);
  const spoken = languageOf(definition, lang);
  return (
    <>
      <BackLink href={href(lang, `/services/${slug}`)}>
        <InLanguage lang={spoken} on={lang}>
          {definition.name[spoken]}
        </InLanguage>
      </BackLink>
      <PageHeading lead={t('applications:start.lead', { minutes: definition.minutes })}>
        <SentenceWith
          words={{ text: definition.appliesFor[spoken] ?? '', lang: spoken }}
          on={lang}
          sentence={(what) => t('applications:start.title', { what })}
        />
      </PageHeading>
      <Prose>
        <ul>
          <li>{t('applications:start.saved')}</li>
          <li>{t('applications:start.yours')}</li>
          <li>{t('applications:start.sign')}</li>
        </ul>
      </Prose>
      {draft ? (
        <Draft draft={draft} slug={slug} lang={lang} t={t} />
      ) : (
        <form action={startDraft.bind(null, slug)}>
          <SubmitButton pendingText={t('common:working')} size="lg" iconAfter="arrow">
            {t('applications:start.begin')}
          </SubmitButton>
        </form>
      )}
    </>
  );
}

function Draft({
  draft: { applicationId, savedAt, removeOn },
  slug,
  lang,
  t,
}: {
  draft: DraftInList;
  slug: string;
  lang: Language;
  t: Translate;
}) {
  return (
    <div className="ms-stack">
      <p>
        {t('applications:start.draft')} <InstantText at={savedAt} lang={lang} />
      </p>
      {removeOn && <p>{t('applications:draft-removed', { date: dateText(removeOn, lang) })}</p>}
      <ButtonGroup>
        <ButtonLink href={href(lang, `/applications/${applicationId}`)} size="lg" iconAfter="arrow">
          {t('applications:start.go-on')}
        </ButtonLink>
      </ButtonGroup>
      <Details summary={t('applications:start.discard-title')}>
        <div className="ms-stack">
          <p>{t('applications:start.discard-text')}</p>
          <form action={discardDraft.bind(null, slug, applicationId)}>
            <SubmitButton pendingText={t('common:working')} variant="secondary" color="danger">
              {t('applications:start.discard')}
            </SubmitButton>
          </form>
        </div>
      </Details>
    </div>
  );
}
