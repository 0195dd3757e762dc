import type { Metadata } from 'next';
import { InstantText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { endsSoon } from '@/lib/back-office/domain/health';
import { listSystems } from '@/lib/back-office/queries/list-systems';
import { durationText } from '@/lib/kernel/duration-text';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../admin-page';
import { HealthTag } from './health-tag';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('systems:title') };
}

/** The systems that take in what residents send: which of them somebody should look at. */
export default async function SystemsPage() {
  const { lang, t, actor } = await adminPage();
  const systems = await listSystems(actor);
  const at = now();
  return (
    <>
      <PageHeading lead={t('systems:lead')}>{t('systems:title')}</PageHeading>
      {systems.length === 0 ? (
        <p>{t('systems:none')}</p>
      ) : (
        <Table
          caption={t('systems:caption')}
          columns={(['name', 'health', 'heard', 'waiting', 'parked', 'key'] as const).map((key) => ({
            key,
            title: t(`systems:columns.${key}`),
          }))}
          rows={systems.map((system) => ({
            key: system.id,
            cells: {
              name: <TextLink href={href(lang, `/admin/systems/${system.id}`)}>{system.name}</TextLink>,
              health: (
                <>
                  <HealthTag health={system.health} t={t} />{' '}
                  {system.certificateEndsAt && endsSoon(system.certificateEndsAt, at) && (
                    <Tag color="warning">
                      {t(`systems:certificate.${system.certificateEndsAt <= at ? 'ended' : 'warning'}`)}
                    </Tag>
                  )}
                </>
              ),
              heard: system.lastSeenAt ? (
                <InstantText at={system.lastSeenAt} lang={lang} />
              ) : (
                t('systems:never-heard')
              ),
              waiting: system.oldestWaitingAt
                ? t('systems:waiting-since', {
                    waiting: system.waiting,
                    age: durationText(at.getTime() - system.oldestWaitingAt.getTime(), lang),
                  })
                : t('systems:nothing'),
              parked: system.parked === 0 ? t('systems:nothing') : <strong>{system.parked}</strong>,
              key: system.keyEndsAt ? (
                <>
                  <InstantText at={system.keyEndsAt} lang={lang} />{' '}
                  {endsSoon(system.keyEndsAt, at) && <Tag color="warning">{t('systems:keys.ends-soon')}</Tag>}
                </>
              ) : (
                t('systems:no-key-end')
              ),
            },
          }))}
        />
      )}
    </>
  );
}
