import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { RichText } from '@/components/forms/rich-text';
import { ContactCard, contactWords } from '@/components/layout/contact-card';
import { Columns } from '@/components/layout/section';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { TextLink } from '@/components/ui/text-link';
import { hasQueue } from '@/lib/care-home-queue/queries/has-queue';
import { getService } from '@/lib/catalogue/queries/get-service';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { spokenIn } from '@/lib/kernel/said';
import { takesMessages } from '@/lib/messages/queries/takes-messages';
import { now } from '@/lib/platform/clock';
import { isAppError } from '@/lib/platform/errors';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { publicPage } from '../../public-page';

interface Props {
  params: Promise<{ tenant: string; lang: string; slug: string }>;
}

// The page and its title ask for the same service: once per request.
const find = cache(async (tenantId: string, slug: string, lang: Language) => {
  try {
    const today = dateInSweden(now());
    return await getService({ kind: 'nobody', tenantId }, slug, { language: lang, today });
  } catch (error) {
    if (isAppError(error, 'NotFound')) notFound();
    throw error;
  }
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ lang, tenant }, { slug }] = await Promise.all([publicPage(props), props.params]);
  const { name, summary } = await find(tenant.id, slug, lang);
  return { title: name, description: summary };
}

/** A service: what it is, for whom, what one needs, what happens, and the way in. */
export default async function ServicePage(props: Props) {
  const [{ lang, t, tenant, visitor }, { slug }] = await Promise.all([publicPage(props), props.params]);
  const [service, isWrittenTo, hasHomes] = await Promise.all([
    find(tenant.id, slug, lang),
    takesMessages(visitor, slug),
    hasQueue(visitor, slug),
  ]);
  const spoken = spokenIn(service.language, lang);
  const inItsLanguage = (words: string) => (
    <InLanguage lang={service.language} on={lang}>
      {words}
    </InLanguage>
  );
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/'), text: t('common:nav.home') },
          { href: href(lang, '/services'), text: t('common:nav.services') },
        ]}
      />
      <PageHeading lead={inItsLanguage(service.summary)}>{inItsLanguage(service.name)}</PageHeading>
      <Columns
        asideFirst
        aside={
          service.kind === 'form' ? (
            <StartBox t={t} minutes={service.minutes} startHref={href(lang, `/services/${slug}/start`)} />
          ) : (
            service.applyAt && <LinkOutBox t={t} {...service.applyAt} inItsLanguage={inItsLanguage} />
          )
        }
      >
        <Part title={t('public:service.about')}>
          <RichText text={service.about} {...spoken} />
        </Part>
        <Part title={t('public:service.for-whom')}>
          <RichText text={service.forWhom} {...spoken} />
        </Part>
        {service.kind === 'form' ? (
          <>
            {service.atHand.length > 0 && (
              <Part title={t('public:service.at-hand')}>
                <ul {...spoken}>
                  {service.atHand.map((thing) => (
                    <li key={thing}>{thing}</li>
                  ))}
                </ul>
              </Part>
            )}
            <Part title={t('public:service.how')}>
              <ol className="ms-number-list" {...spoken}>
                {service.afterwards.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Part>
          </>
        ) : (
          <Part title={t('public:service.how-to-apply')}>
            <RichText text={service.howToApply} {...spoken} />
          </Part>
        )}
        {hasHomes && (
          <p>
            <TextLink href={href(lang, '/care-homes')}>{t('offers:homes.compare')}</TextLink>
          </p>
        )}
        {service.usualTime && (
          <Part title={t('public:service.usual-time')}>
            <RichText text={service.usualTime} {...spoken} />
          </Part>
        )}
        {service.kind === 'form' && service.deadlines && (
          <Part title={t('public:service.deadlines')}>
            <RichText text={service.deadlines} {...spoken} />
          </Part>
        )}
        {service.cost && (
          <Part title={t('public:service.cost')}>
            <RichText text={service.cost} {...spoken} />
          </Part>
        )}
        {service.kind === 'form' && service.law && (
          <Part title={t('public:service.law')}>
            <RichText text={service.law} {...spoken} />
          </Part>
        )}
        <ContactCard
          profile={tenant.profile}
          title={t('public:service.help-title')}
          text={t('public:service.help', contactWords(tenant.profile, lang))}
        >
          {isWrittenTo && (
            <>
              <p>{t('messages:new.service-offer')}</p>
              <ButtonLink
                href={href(lang, `/messages/new/${slug}`)}
                variant="secondary"
                icon="mail"
                rel="nofollow"
              >
                {t('messages:new.service-write')}
              </ButtonLink>
            </>
          )}
        </ContactCard>
      </Columns>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Prose>
      <h2>{title}</h2>
      {children}
    </Prose>
  );
}

function StartBox({ t, minutes, startHref }: { t: Translate; minutes: number; startHref: string }) {
  return (
    <section className="ms-fact-box" aria-labelledby="in-short">
      <Heading level={2} size="xs" id="in-short">
        {t('public:service.facts')}
      </Heading>
      <dl>
        <div>
          <dt>{t('public:service.fact-time-to-fill')}</dt>
          <dd>{t('public:service.minutes', { count: minutes })}</dd>
        </div>
        <div>
          <dt>{t('public:service.fact-sign')}</dt>
          <dd>{t('public:service.sign')}</dd>
        </div>
      </dl>
      <ButtonLink href={startHref} size="lg" iconAfter="arrow">
        {t('public:service.start')}
      </ButtonLink>
      <p>{t('public:service.start-note')}</p>
    </section>
  );
}

/** The way to a service that lives elsewhere: said before she goes there, where it leads and how she logs in. */
function LinkOutBox({
  t,
  url,
  host,
  owner,
  logIn,
  inItsLanguage,
}: {
  t: Translate;
  url: string;
  host: string;
  owner: string;
  logIn: string;
  inItsLanguage: (words: string) => ReactNode;
}) {
  return (
    <section className="ms-fact-box" aria-labelledby="in-short">
      <Heading level={2} size="xs" id="in-short">
        {t('public:service.elsewhere-title')}
      </Heading>
      <dl>
        <div>
          <dt>{t('public:service.elsewhere-who')}</dt>
          <dd>{inItsLanguage(owner)}</dd>
        </div>
        <div>
          <dt>{t('public:service.elsewhere-log-in')}</dt>
          <dd>{inItsLanguage(logIn)}</dd>
        </div>
      </dl>
      <ButtonLink href={url} size="lg" icon="external" rel="noreferrer">
        {t('public:service.elsewhere-go')}
      </ButtonLink>
      <p>{t('public:service.elsewhere-note', { host: `\u2066${host}\u2069` })}</p>
    </section>
  );
}
