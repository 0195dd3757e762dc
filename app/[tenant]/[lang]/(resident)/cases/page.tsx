import type { Metadata } from 'next';
import { CaseFilters, caseListPath } from '@/components/cases/case-filters';
import { SilentSources } from '@/components/cases/silent-sources';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ButtonLink } from '@/components/ui/button';
import { LinkCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { listMySignatures, type SignatureInList } from '@/lib/applications/queries/list-my-signatures';
import { listSilentSources } from '@/lib/back-office/queries/list-silent-sources';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { readFilter, readPlace, writePlace } from '@/lib/cases/domain/case-list';
import { listMyCases } from '@/lib/cases/queries/list-my-cases';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { type ResidentParams, residentPage } from '../resident-page';
import { CaseRow } from './case-row';

interface Props extends ResidentParams {
  searchParams: Promise<Partial<Record<'show' | 'after' | 'before', string | string[]>>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:list.title') };
}

export default async function CasesPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const asked = await props.searchParams;
  const filter = readFilter(asked.show);
  const [after, before] = [readPlace(asked.after), readPlace(asked.before)];
  const [{ cases, counts, today, sources, ...part }, signatures, allSilent] = await Promise.all([
    listMyCases(actor, lang, { filter, after, before }),
    listMySignatures(actor, { language: lang }),
    listSilentSources(actor, lang),
  ]);
  const silent = allSilent.filter(({ systemId }) => sources.includes(systemId));
  const isLastKnown = ({ systemId, phase }: (typeof cases)[number]) =>
    !hasEnded(phase) && silent.some((source) => source.systemId === systemId);
  const { all } = counts;
  const partPath = (place: Record<string, string>) => href(lang, caseListPath(filter, place));
  const isWhole = part.newer === null && part.older === null;
  return (
    <>
      <PageHeading lead={all > 0 ? t('cases:list.lead') : undefined}>{t('cases:list.title')}</PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      <SilentSources sources={silent} lang={lang} />
      {all === 0 ? (
        <EmptyState
          level={2}
          title={t('cases:list.empty-title')}
          action={<ButtonLink href={href(lang, '/services')}>{t('cases:list.empty-action')}</ButtonLink>}
        >
          {t('cases:list.empty-text')}
        </EmptyState>
      ) : (
        <>
          <CaseFilters chosen={filter} counts={counts} lang={lang} />
          {cases.length === 0 ? (
            <p>{t(`cases:list.none.${filter}`)}</p>
          ) : (
            <p>
              {isWhole
                ? t('cases:list.count', { count: counts[filter] })
                : t('cases:list.part', { from: part.from, to: part.to, total: counts[filter] })}
            </p>
          )}
          <ul className="ms-plain-list ms-stack">
            {cases.map((one) => (
              <li key={one.id}>
                <CaseRow theCase={one} isLastKnown={isLastKnown(one)} today={today} lang={lang} t={t} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Pagination
        label={t('common:pagination.label')}
        previous={part.newer && partPath({ before: writePlace(part.newer) })}
        next={part.older && partPath({ after: writePlace(part.older) })}
        texts={{ previous: t('cases:list.newer'), next: t('cases:list.older') }}
      />
      {signatures.length > 0 && filter === 'all' && part.newer === null && (
        <Section id="signatures" title={t('signatures:list.title')}>
          <p>{t('signatures:list.lead')}</p>
          <ul className="ms-plain-list ms-stack">
            {signatures.map((one) => (
              <li key={one.invitationId}>
                <SignatureRow signature={one} lang={lang} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Somebody else's application that she has signed: no case of hers, but hers to find again. */
function SignatureRow({
  signature: { invitationId, serviceName, signedAt, isSent },
  lang,
  t,
}: {
  signature: SignatureInList;
  lang: Language;
  t: Translate;
}) {
  return (
    <LinkCard
      href={href(lang, `/invitations/${invitationId}`)}
      title={
        <InLanguage lang={serviceName.lang} on={lang}>
          {serviceName.text}
        </InLanguage>
      }
    >
      <p>
        {t('signatures:list.signed', { date: dateText(dateInSweden(signedAt), lang) })}{' '}
        {t(isSent ? 'signatures:list.sent' : 'signatures:list.waiting')}
      </p>
    </LinkCard>
  );
}
