import '@/app/styles/main.css';
import type { ReactNode } from 'react';
import { inter } from '@/app/styles/fonts';
import { PageFrame } from '@/components/layout/page-frame';
import { env } from '@/lib/platform/env';
import { direction } from '@/lib/platform/i18n';
import { factsOfRoute } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';

interface Props {
  params: Promise<{ tenant: string; lang: string }>;
  children: ReactNode;
}

/** As the frame of all other pages, but asks the database for nothing: its silence may be why the page failed. */
export default async function FailedLayout({ params, children }: Props) {
  const { tenantId, lang, path } = await factsOfRoute(params);
  const tenant = await getTenant(tenantId);
  const { APP_ENV, DEMO_HUB_URL } = env();
  return (
    <html lang={lang} dir={direction(lang)} className={inter.variable}>
      <head>
        <link rel="stylesheet" href={tenant.themeFile} />
        <link rel="icon" type="image/svg+xml" href={tenant.profile.arms} />
      </head>
      <body>
        <PageFrame
          lang={lang}
          path={path}
          tenant={tenant}
          person={undefined}
          demo={APP_ENV === 'demo' ? { hubUrl: DEMO_HUB_URL } : null}
        >
          {children}
        </PageFrame>
      </body>
    </html>
  );
}
