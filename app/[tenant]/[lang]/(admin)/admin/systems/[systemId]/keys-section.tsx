import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { InstantText } from '@/components/ui/date-text';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { endsSoon } from '@/lib/back-office/domain/health';
import type { SystemFacts } from '@/lib/back-office/queries/get-system';
import { instantText } from '@/lib/kernel/date-text';
import type { StaffLanguage, Translate } from '@/lib/platform/i18n';

/** The keys that the system proves itself with, and a warning in time of one that ends. */
export function KeysSection({
  system: { keys, keyEndsAt, at },
  lang,
  t,
}: {
  system: SystemFacts;
  lang: StaffLanguage;
  t: Translate;
}) {
  return (
    <Section id="keys" title={t('systems:keys.title')}>
      {keyEndsAt && endsSoon(keyEndsAt, at) && (
        <Alert kind="warning" title={t('systems:keys.warning')} level={3}>
          {t('systems:keys.warning-text', { when: instantText(keyEndsAt, lang) })}
        </Alert>
      )}
      <p>{t(keys.length === 0 ? 'systems:keys.none' : 'systems:keys.lead')}</p>
      {keys.length > 0 && (
        <Table
          caption={t('systems:keys.caption')}
          columns={(['kid', 'ends', 'used'] as const).map((key) => ({
            key,
            title: t(`systems:keys.${key}`),
          }))}
          rows={keys.map(({ kid, expiresAt, lastUsedAt }) => ({
            key: kid,
            cells: {
              kid: <bdi>{kid}</bdi>,
              ends: expiresAt ? (
                <>
                  <InstantText at={expiresAt} lang={lang} />{' '}
                  {expiresAt <= at ? (
                    <Tag>{t('systems:keys.ended')}</Tag>
                  ) : (
                    endsSoon(expiresAt, at) && <Tag color="warning">{t('systems:keys.ends-soon')}</Tag>
                  )}
                </>
              ) : (
                t('systems:keys.without-end')
              ),
              used: lastUsedAt ? <InstantText at={lastUsedAt} lang={lang} /> : t('systems:keys.never-used'),
            },
          }))}
        />
      )}
    </Section>
  );
}
