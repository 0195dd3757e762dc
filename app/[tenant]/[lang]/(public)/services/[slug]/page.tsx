import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { RichText } from '@/components/forms/rich-text';
import { ContactCard, contactWords } from '@/components/layout/contact-card';
import { Columns } from '@/components/layout/section';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { getService } from '@/lib/catalogue/queries/get-service';
import { dateInSweden } from '@/lib/kernel/calendar-date';
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
  const [{ lang, t, tenant }, { slug }] = await Promise.all([publicPage(props), props.params]);
  const service = await find(tenant.id, slug, lang);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/'), text: t('common:nav.home') },
          { href: href(lang, '/services'), text: t('common:nav.services') },
        ]}
      />
      <PageHeading lead={service.summary}>{service.name}</PageHeading>
      <Columns
        asideFirst
        aside={
          service.kind === 'form' && (
            <StartBox t={t} minutes={service.minutes} startHref={href(lang, `/services/${slug}/start`)} />
          )
        }
      >
        <Part title={t('public:service.about')}>
          <RichText text={service.about} />
        </Part>
        <Part title={t('public:service.for-whom')}>
          <RichText text={service.forWhom} />
        </Part>
        {service.kind === 'form' ? (
          <>
            {service.atHand.length > 0 && (
              <Part title={t('public:service.at-hand')}>
                <ul>
                  {service.atHand.map((thing) => (
                    <li key={thing}>{thing}</li>
                  ))}
                </ul>
              </Part>
            )}
            <Part title={t('public:service.how')}>
              <ol className="ms-number-list">
                {service.afterwards.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Part>
          </>
        ) : (
          <Part title={t('public:service.how-to-apply')}>
            <RichText text={service.howToApply} />
          </Part>
        )}
        {service.usualTime && (
          <Part title={t('public:service.usual-time')}>
            <RichText text={service.usualTime} />
          </Part>
        )}
        {service.cost && (
          <Part title={t('public:service.cost')}>
            <RichText text={service.cost} />
          </Part>
        )}
        {service.kind === 'form' && service.law && (
          <Part title={t('public:service.law')}>
            <RichText text={service.law} />
          </Part>
        )}
        <ContactCard
          profile={tenant.profile}
          title={t('public:service.help-title')}
          text={t('public:service.help', contactWords(tenant.profile, lang))}
        />
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
