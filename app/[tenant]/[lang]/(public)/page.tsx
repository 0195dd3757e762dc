import { ContactCard, contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { ServiceSearch } from '@/components/layout/service-search';
import { ButtonLink } from '@/components/ui/button';
import { CardGrid } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { TextLink } from '@/components/ui/text-link';
import { findGuide } from '@/lib/catalogue/queries/find-guide';
import { listServices } from '@/lib/catalogue/queries/list-services';
import { currentSession } from '@/lib/identity/session';
import { href } from '@/lib/platform/i18n';
import { inLanguage, languageIn } from '@/lib/tenants/domain/tenant-profile';
import { type PublicParams, publicPage } from './public-page';
import { GuideCard, ServiceCard } from './service-card';

const SHOWN = 6;

/** What the place is for, a search, the way in, and what most people come for. */
export default async function StartPage(props: PublicParams) {
  const { lang, t, tenant, visitor } = await publicPage(props);
  const { profile } = tenant;
  const [services, guide, session] = await Promise.all([
    listServices(visitor, { language: lang }),
    findGuide(visitor),
    currentSession(),
  ]);
  const words = contactWords(profile, lang);
  return (
    <>
      <div className="ms-full ms-hero">
        <img className="ms-hero-scene" src={profile.scene} alt="" width="1600" height="300" />
        <div className="ms-container ms-hero-text">
          <h1 className="ds-heading ms-h1">{t('public:start.title', { place: profile.placeName })}</h1>
          <p className="ms-lead">
            <InLanguage lang={languageIn(profile.welcome, lang)} on={lang}>
              {inLanguage(profile.welcome, lang)}
            </InLanguage>
          </p>
          <ButtonLink href={href(lang, session ? '/overview' : '/log-in')} size="lg" iconAfter="arrow">
            {t(session ? 'public:start.to-overview' : 'public:start.log-in')}
          </ButtonLink>
        </div>
      </div>
      <ServiceSearch lang={lang} label={t('public:start.search-label')} button={t('common:search')} />
      <Section id="services" title={t('public:start.popular')}>
        <CardGrid>
          {services.slice(0, SHOWN).map((service) => (
            <ServiceCard key={service.slug} service={service} lang={lang} />
          ))}
        </CardGrid>
        {guide && <GuideCard guide={guide} lang={lang} />}
        {services.length > SHOWN && (
          <p>
            <TextLink href={href(lang, '/services')}>{t('public:start.all-services')}</TextLink>
          </p>
        )}
      </Section>
      <Section id="ways" title={t('public:start.ways-title')}>
        <ul className="ms-plain-list ms-ways">
          {(['apply', 'follow', 'control'] as const).map((way) => (
            <li key={way}>
              <h3>{t(`public:start.ways.${way}-title`)}</h3>
              <p>{t(`public:start.ways.${way}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <ContactCard
        profile={profile}
        title={t('public:start.help-title')}
        text={t('public:start.help', words)}
      >
        <p>
          <TextLink href={href(lang, '/help')}>{t('public:start.help-link')}</TextLink>
        </p>
      </ContactCard>
    </>
  );
}
