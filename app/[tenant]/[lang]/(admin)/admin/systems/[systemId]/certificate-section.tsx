import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { endsSoon } from '@/lib/back-office/domain/health';
import type { SystemFacts } from '@/lib/back-office/queries/get-system';
import { instantText } from '@/lib/kernel/date-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** Until when the certificate is valid that is shown where the system is called, and a warning in time. */
export function CertificateSection({
  system: { certificate, at },
  lang,
  t,
}: {
  system: SystemFacts;
  lang: StaffLanguage;
  t: Translate;
}) {
  if (!certificate) return null;
  if (certificate.isPlain)
    return (
      <Section id="certificate" title={t('systems:certificate.title')}>
        <p>{t('systems:certificate.plain')}</p>
      </Section>
    );
  const { endsAt, askedAt, isUnread } = certificate;
  return (
    <Section id="certificate" title={t('systems:certificate.title')}>
      {endsAt && endsSoon(endsAt, at) && (
        <Alert
          kind="warning"
          title={t(endsAt <= at ? 'systems:certificate.ended' : 'systems:certificate.warning')}
          level={3}
        >
          {t('systems:certificate.warning-text')}
        </Alert>
      )}
      {askedAt && isUnread && (
        <Alert kind="warning" title={t('systems:certificate.unread')} level={3}>
          {t('systems:certificate.unread-text', { when: instantText(askedAt, lang) })}
        </Alert>
      )}
      {endsAt && <p>{t('systems:certificate.ends', { when: instantText(endsAt, lang) })}</p>}
      {!askedAt && <p>{t('systems:certificate.not-yet')}</p>}
    </Section>
  );
}
