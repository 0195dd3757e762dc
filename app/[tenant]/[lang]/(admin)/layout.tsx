import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SessionTimeText } from '@/components/layout/session-time-text';
import { SessionWarning } from '@/components/layout/session-warning';
import { secondsLeft } from '@/lib/identity/domain/session-limits';
import { currentStaffSession } from '@/lib/identity/staff-session';
import { now } from '@/lib/platform/clock';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { staffLanguage } from './admin-page';
import { logOutStaff, stayLoggedInStaff } from './staff-session-actions';

// Nothing here is for those who search.
export const metadata: Metadata = { robots: { index: false } };

/** How long before the end it says so: time enough to hand in what one is writing. */
const WARNING_SECONDS = 120;

/** Round every page of the administration: the warning before the log-in ends. It decides no access. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const lang = await staffLanguage();
  const [session, { tenantId, path }] = await Promise.all([currentStaffSession(), requestFacts()]);
  const rules = (await getTenant(tenantId)).profile.staff;
  if (!session || !rules) return children;
  const t = texts(lang);
  return (
    <>
      <SessionTimeText>
        {t('common:session.without-script', {
          time: t('common:session.minutes', { count: rules.idleMinutes }),
        })}
      </SessionTimeText>
      {children}
      <SessionWarning
        {...secondsLeft(session, now())}
        warningSeconds={WARNING_SECONDS}
        stay={stayLoggedInStaff}
        logOut={logOutStaff}
        endedHref={href(lang, `/admin/log-in?problem=ended&next=${encodeURIComponent(path)}`)}
        texts={{
          title: t('common:session.title'),
          idle: t('admin:session.idle'),
          absolute: t('admin:session.absolute'),
          minutes: [0, 1, 2].map((count) =>
            count === 0 ? t('common:session.minutes_zero') : t('common:session.minutes', { count }),
          ),
          left: t('common:session.left'),
          stay: t('common:session.stay'),
          logOut: t('common:log-out'),
          close: t('common:session.close'),
        }}
      />
    </>
  );
}
