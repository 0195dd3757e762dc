import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { getSystem, type SystemFacts } from '@/lib/back-office/queries/get-system';
import { listComparisons } from '@/lib/back-office/queries/list-comparisons';
import { listUndelivered, type UndeliveredPage } from '@/lib/back-office/queries/list-undelivered';
import { durationText } from '@/lib/kernel/duration-text';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../admin-page';
import { HealthTag } from '../health-tag';
import { SentNotice } from '../sent-notice';
import { CertificateSection } from './certificate-section';
import { ComparisonsSection } from './comparisons-section';
import { DeliveriesTable } from './deliveries-table';
import { FlowChart } from './flow-chart';
import { KeysSection } from './keys-section';
import { ParkedGroups } from './parked-groups';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('systems:title') };
}

interface Props {
  params: Promise<{ systemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How many of each list stand on the page itself. */
const SHOWN = 10;

export default async function SystemPage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ systemId }, { sent, compared }] = await Promise.all([params, searchParams]);
  const first = (state: 'parked' | 'waiting') =>
    listUndelivered(actor, { systemId, state, page: 1, limit: SHOWN });
  const system = await orNotFound(getSystem(actor, systemId));
  const [parked, waiting, comparisons] = await Promise.all([
    first('parked'),
    first('waiting'),
    listComparisons(actor, systemId),
  ]);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/admin/systems'), text: t('systems:title') }]}
      />
      <PageHeading>{system.name}</PageHeading>
      <SentNotice sent={sent} t={t} />
      <Section id="facts" title={t('systems:facts')}>
        <SummaryList rows={facts(system, lang, t)} />
      </Section>
      <Section id="parked" title={t('systems:parked.title')}>
        <p>{t(parked.total === 0 ? 'systems:parked.none' : 'systems:parked.lead')}</p>
        {parked.total > 0 && <ParkedGroups system={system} t={t} />}
        <Deliveries state="parked" systemId={systemId} deliveries={parked} lang={lang} t={t} />
      </Section>
      <Section id="waiting" title={t('systems:waiting.title')}>
        <p>{t(waiting.total === 0 ? 'systems:waiting.none' : 'systems:waiting.lead')}</p>
        <Deliveries state="waiting" systemId={systemId} deliveries={waiting} lang={lang} t={t} />
      </Section>
      <Section id="flow" title={t('systems:flow.title')}>
        <p>{t('systems:flow.lead')}</p>
        <FlowChart hours={system.hours} lang={lang} t={t} />
      </Section>
      <ComparisonsSection
        systemId={systemId}
        comparisons={comparisons}
        askedAt={Number(compared)}
        lang={lang}
        t={t}
      />
      <CertificateSection system={system} lang={lang} t={t} />
      <KeysSection system={system} lang={lang} t={t} />
    </>
  );
}

function facts(system: SystemFacts, lang: StaffLanguage, t: Translate) {
  const { health, lastSeenAt, silentSince, waiting, oldestWaitingAt, parked, unfit, spared, delay, way, at } =
    system;
  return [
    {
      term: t('systems:fact.health'),
      value: (
        <>
          <HealthTag health={health} t={t} /> {t(`systems:health.${health}.text`)}
        </>
      ),
    },
    {
      term: t('systems:fact.heard'),
      value: lastSeenAt ? <InstantText at={lastSeenAt} lang={lang} /> : t('systems:never-heard'),
    },
    ...(silentSince
      ? [{ term: t('systems:fact.silent'), value: <InstantText at={silentSince} lang={lang} /> }]
      : []),
    ...(spared
      ? [
          { term: t('systems:fact.spared'), value: <InstantText at={spared.since} lang={lang} /> },
          { term: t('systems:fact.try'), value: <InstantText at={spared.tryAt} lang={lang} /> },
        ]
      : []),
    {
      term: t('systems:fact.waiting'),
      value: oldestWaitingAt
        ? t('systems:waiting-since', {
            waiting,
            age: durationText(at.getTime() - oldestWaitingAt.getTime(), lang),
          })
        : t('systems:nothing'),
    },
    { term: t('systems:fact.parked'), value: parked === 0 ? t('systems:nothing') : parked },
    {
      term: t('systems:fact.unfit'),
      value: (
        <TextLink href={href(lang, `/admin/systems/${system.id}/inbox`)}>
          {unfit === 0 ? t('systems:nothing') : t('systems:unfit', { count: unfit })}
        </TextLink>
      ),
    },
    {
      term: t('systems:fact.delay'),
      value: delay
        ? t('systems:delay', { p50: durationText(delay.p50Ms, lang), p95: durationText(delay.p95Ms, lang) })
        : t('systems:delay-none'),
    },
    { term: t('systems:fact.way'), value: t(`systems:ways.${way}`) },
  ];
}

/** The first of a list, and the way to the rest of it. */
function Deliveries({
  state,
  systemId,
  deliveries: { items, total },
  lang,
  t,
}: {
  state: 'parked' | 'waiting';
  systemId: string;
  deliveries: UndeliveredPage;
  lang: StaffLanguage;
  t: Translate;
}) {
  if (total === 0) return null;
  return (
    <>
      <DeliveriesTable
        systemId={systemId}
        deliveries={items}
        caption={t(`systems:${state}.list`)}
        lang={lang}
        t={t}
      />
      {total > items.length && (
        <p>
          <TextLink href={href(lang, `/admin/systems/${systemId}/deliveries?state=${state}`)}>
            {t(`systems:${state}.all`, { count: total })}
          </TextLink>
        </p>
      )}
    </>
  );
}
