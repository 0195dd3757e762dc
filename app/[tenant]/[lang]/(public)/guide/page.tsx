import type { Metadata } from 'next';
import { ContactCard, contactWords } from '@/components/layout/contact-card';
import { BackLink } from '@/components/ui/breadcrumbs';
import { spokenLanguage } from '@/lib/applications/spoken-language';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { spokenIn } from '@/lib/kernel/said';
import { href, texts } from '@/lib/platform/i18n';
import { type PublicParams, publicPage } from '../public-page';
import { takeStep } from './actions';
import { findStep, guideOf } from './find-step';
import { GuideForm } from './guide-form';

export async function generateMetadata(props: PublicParams): Promise<Metadata> {
  const { lang, tenant } = await publicPage(props);
  const guide = await guideOf(tenant.id);
  const language = spokenLanguage(guide, lang);
  return { title: guide.name[language], description: guide.summary[language] };
}

/** From a need to the service that fits it, by a few questions. Nobody is asked who she is, and nothing is kept. */
export default async function GuidePage(props: PublicParams) {
  const { lang, t, tenant, visitor } = await publicPage(props);
  const guide = await guideOf(tenant.id);
  const language = spokenLanguage(guide, lang);
  const spoken = texts(language);
  return (
    <>
      <BackLink href={href(lang, '/services')}>{t('common:nav.services')}</BackLink>
      <div {...spokenIn(language, lang)}>
        <GuideForm
          action={takeStep}
          initial={await findStep(visitor, lang)}
          form={pageTexts(spoken)}
          language={language}
          guideHref={href(lang, '/guide')}
          servicesHref={href(lang, '/services')}
          texts={{
            name: guide.name[language] ?? '',
            // The number goes in as the steps go on, in the browser too.
            question: spoken('public:guide.question', { name: guide.name[language], number: '{number}' }),
            private: spoken('public:guide.private'),
            next: spoken('public:guide.next'),
            back: spoken('common:back'),
            restart: spoken('public:guide.restart'),
            working: spoken('common:working'),
            answer: spoken('public:guide.answer'),
            fitting: spoken('public:guide.fitting'),
            allServices: spoken('public:start.all-services'),
          }}
        />
      </div>
      <ContactCard
        profile={tenant.profile}
        title={t('public:start.help-title')}
        text={t('public:guide.help', contactWords(tenant.profile, lang))}
      />
    </>
  );
}
