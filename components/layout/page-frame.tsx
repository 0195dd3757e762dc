import type { ReactNode } from 'react';
import { IconShapes } from '@/components/ui/icon-shapes';
import { ownPath } from '@/lib/feedback/domain/own-path';
import { spokenIn } from '@/lib/kernel/said';
import {
  direction,
  href,
  isLanguage,
  isStaffLanguage,
  type Language,
  languageNames,
  texts,
} from '@/lib/platform/i18n';
import { inLanguage, languageIn, type TenantProfile } from '@/lib/tenants/domain/tenant-profile';
import { DemoBanner } from './demo-banner';
import { Footer } from './footer';
import { Header, LogInLink, LogOutForm } from './header';
import { SkipLink } from './skip-link';

const forEverybody = [
  ['/services', 'common:nav.services'],
  ['/help', 'common:nav.help'],
] as const;
const forResidents = [
  ['/overview', 'common:nav.overview'],
  ['/cases', 'common:nav.cases'],
  ['/care', 'common:nav.care'],
  ['/messages', 'common:nav.messages'],
  ['/appointments', 'common:nav.appointments'],
  ['/services', 'common:nav.services'],
  ['/settings', 'common:nav.settings'],
] as const;

const forStaff = [
  ['/admin/services', 'common:nav.services'],
  ['/admin/statuses', 'admin:statuses.title'],
  ['/admin/appointments', 'hours:title'],
  ['/admin/systems', 'systems:title'],
] as const;

const REPORT = '/accessibility/report';

/** What stands round every page. `path` is without the language prefix, with the query. */
export function PageFrame({
  lang,
  path,
  tenant,
  person,
  isStaffs = false,
  demo,
  children,
}: {
  lang: Language;
  path: string;
  tenant: { name: string; languages: readonly string[]; profile: TenantProfile };
  /** null: nobody is logged in; undefined: it can't be known just now, and neither in nor out is offered */
  person: { name: string; logOut: () => Promise<void> } | null | undefined;
  /** a page of the administration: other ways, another log-in, and only the languages of staff */
  isStaffs?: boolean;
  demo: { hubUrl?: string } | null;
  children: ReactNode;
}) {
  const t = texts(lang);
  const { placeName, arms, contact } = tenant.profile;
  const here = path.split('?')[0] ?? '/';
  const reportedPage = here === REPORT ? '' : ownPath(here);
  const contactName = inLanguage(contact.name, lang);
  return (
    <>
      <SkipLink>{t('common:skip-link')}</SkipLink>
      {demo && (
        <DemoBanner
          label={t('common:demo.label')}
          text={t('common:demo.text')}
          linkText={t('common:demo.link')}
          hubUrl={demo.hubUrl}
        />
      )}
      <Header
        home={href(lang, isStaffs ? '/admin/services' : person ? '/overview' : '/')}
        arms={arms}
        placeName={placeName}
        siteName={isStaffs ? t('admin:name') : t('common:site-name')}
        navLabel={t('common:nav.label')}
        nav={(isStaffs ? (person ? forStaff : []) : person ? forResidents : forEverybody).map(
          ([to, key]) => ({
            href: href(lang, to),
            text: t(key),
            current: here === to || here.startsWith(`${to}/`),
          }),
        )}
        languageLabel={t('common:language-switch')}
        languages={tenant.languages
          .filter(isLanguage)
          .filter((other) => other !== lang && (!isStaffs || isStaffLanguage(other)))
          .map((other) => ({
            href: href(other, path),
            lang: other,
            name: languageNames[other],
            dir: direction(other),
          }))}
        menuText={t('common:menu')}
        session={
          person ? (
            <LogOutForm action={person.logOut} name={person.name}>
              {t('common:log-out')}
            </LogOutForm>
          ) : (
            person === null && (
              <LogInLink href={href(lang, isStaffs ? '/admin/log-in' : '/log-in')}>
                {t('common:log-in')}
              </LogInLink>
            )
          )
        }
      />
      <main className="ms-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer
        contact={{
          title: t('common:footer.contact', { name: contactName }),
          phone: { text: contact.phone, href: `tel:${contact.phoneLink}` },
          email: { text: contact.email, href: `mailto:${contact.email}` },
          address: [contact.visit.street, `${contact.visit.postCode} ${contact.visit.city}`],
          hoursTitle: t('common:footer.hours'),
          hours: contact.hours.map(({ days, times }) => ({
            days: inLanguage(days, lang),
            spoken: spokenIn(languageIn(days, lang), lang),
            times,
          })),
        }}
        linksLabel={t('common:footer.more')}
        links={[
          { href: href(lang, '/accessibility'), text: t('common:footer.accessibility') },
          {
            href: href(lang, reportedPage ? `${REPORT}?page=${encodeURIComponent(reportedPage)}` : REPORT),
            text: t('common:footer.report'),
          },
          { href: href(lang, '/help'), text: t('common:nav.help') },
          { href: href(lang, '/services'), text: t('common:nav.services') },
        ]}
        notice={t('common:footer.notice', { name: placeName })}
      />
      <IconShapes />
    </>
  );
}
