import type { ReactNode } from 'react';
import { SessionTimeText } from '@/components/layout/session-time-text';
import { SessionWarning } from '@/components/layout/session-warning';
import { secondsLeft } from '@/lib/identity/domain/session-limits';
import { currentSession, requireResident } from '@/lib/identity/session';
import { now } from '@/lib/platform/clock';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { logOut, stayLoggedIn } from '../session-actions';

/**
 * Round every page of a resident's own: the warning before the session ends. It sends on whoever isn't logged in, as a
 * kindness; each page, action and query asks for itself who it is.
 */
export default async function ResidentLayout({ children }: { children: ReactNode }) {
  const { tenantId } = await requireResident();
  const [session, { lang, path }, tenant] = await Promise.all([
    currentSession(),
    requestFacts(),
    getTenant(tenantId),
  ]);
  if (!session) return null;
  const t = texts(lang);
  const { idleMinutes, warningSeconds } = tenant.profile.sessions;
  const minutes = Array.from({ length: Math.floor(warningSeconds / 60) + 1 }, (_, count) =>
    count === 0 ? t('common:session.minutes_zero') : t('common:session.minutes', { count }),
  );
  return (
    <>
      <SessionTimeText>
        {t('common:session.without-script', { time: t('common:session.minutes', { count: idleMinutes }) })}
      </SessionTimeText>
      {children}
      <SessionWarning
        {...secondsLeft(session, now())}
        warningSeconds={warningSeconds}
        stay={stayLoggedIn}
        logOut={logOut}
        endedHref={href(lang, `/log-in?ended=1&next=${encodeURIComponent(path)}`)}
        texts={{
          title: t('common:session.title'),
          idle: t('common:session.idle'),
          absolute: t('common:session.absolute'),
          minutes,
          left: t('common:session.left'),
          stay: t('common:session.stay'),
          logOut: t('common:log-out'),
          close: t('common:session.close'),
        }}
      />
    </>
  );
}
