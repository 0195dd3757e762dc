import '@/app/styles/main.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { inter } from '@/app/styles/fonts';
import { PageFrame } from '@/components/layout/page-frame';
import { currentSession } from '@/lib/identity/session';
import { currentStaffSession } from '@/lib/identity/staff-session';
import { env } from '@/lib/platform/env';
import { hasFormErrors } from '@/lib/platform/form-errors';
import { direction, type Translate, texts } from '@/lib/platform/i18n';
import { factsOfRoute } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { logOutStaff } from './(admin)/staff-session-actions';
import { logOut } from './session-actions';

const siteName = (t: Translate, tenant: { name: string }) => `${t('common:site-name')}, ${tenant.name}`;
const titleEnd = (site: string) => ` – ${site}`;

interface Props {
  params: Promise<{ tenant: string; lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenantId, lang } = await factsOfRoute(params);
  const [tenant, isWrong] = await Promise.all([getTenant(tenantId), hasFormErrors()]);
  const t = texts(lang);
  const site = siteName(t, tenant);
  const titled = (title: string) => (isWrong ? t('common:error-summary.page-title', { title }) : title);
  return {
    title: { default: titled(site), template: titled(`%s${titleEnd(site)}`) },
    icons: { icon: { url: tenant.profile.arms, type: 'image/svg+xml' } },
    // Numbers on these pages are case numbers and dates as often as telephone numbers.
    formatDetection: { telephone: false, date: false, address: false },
  };
}

export async function generateViewport({ params }: Props): Promise<Viewport> {
  const { themeColor } = (await getTenant((await factsOfRoute(params)).tenantId)).profile;
  return { themeColor, colorScheme: 'light' };
}

/** The frame round every page, in the municipality's look. It shows who is logged in; it decides no access. */
export default async function Layout({ params, children }: Props & { children: ReactNode }) {
  const { tenantId, lang, path } = await factsOfRoute(params);
  const isStaffs = /^\/admin(\/|\?|$)/.test(path);
  const [tenant, person] = await Promise.all([getTenant(tenantId), isStaffs ? staff() : resident()]);
  const { APP_ENV, DEMO_HUB_URL } = env();
  const t = texts(lang);
  return (
    <html lang={lang} dir={direction(lang)} className={inter.variable}>
      <head>
        <link rel="stylesheet" href={tenant.themeFile} />
      </head>
      <body
        // For scripts that change the title: the error summary's, and that of a page that can't be shown.
        data-error-prefix={t('common:error-summary.page-title', { title: '' })}
        data-title-end={titleEnd(siteName(t, tenant))}
      >
        <PageFrame
          lang={lang}
          path={path}
          tenant={tenant}
          person={person}
          isStaffs={isStaffs}
          demo={APP_ENV === 'demo' ? { hubUrl: DEMO_HUB_URL } : null}
        >
          {children}
        </PageFrame>
      </body>
    </html>
  );
}

async function resident() {
  const session = await currentSession();
  return session && { name: `${session.name.givenName} ${session.name.surname}`, logOut };
}

async function staff() {
  const session = await currentStaffSession();
  return session && { name: session.actor.name, logOut: logOutStaff };
}
