import type { Metadata } from 'next';
import { appealText } from '@/components/cases/appeal-text';
import { CaseTag } from '@/components/cases/case-tag';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ButtonLink } from '@/components/ui/button';
import { LinkCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { listMySignatures, type SignatureInList } from '@/lib/applications/queries/list-my-signatures';
import { type CaseInList, listMyCases } from '@/lib/cases/queries/list-my-cases';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { pageNumber, type ResidentParams, residentPage } from '../resident-page';

interface Props extends ResidentParams {
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:list.title') };
}

export default async function CasesPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const { page: wanted } = await props.searchParams;
  const [{ cases, total, page, pages, today }, signatures] = await Promise.all([
    listMyCases(actor, lang, pageNumber(wanted)),
    listMySignatures(actor, { language: lang }),
  ]);
  return (
    <>
      <PageHeading lead={total > 0 ? t('cases:list.lead') : undefined}>{t('cases:list.title')}</PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {total === 0 ? (
        <EmptyState
          level={2}
          title={t('cases:list.empty-title')}
          action={<ButtonLink href={href(lang, '/services')}>{t('cases:list.empty-action')}</ButtonLink>}
        >
          {t('cases:list.empty-text')}
        </EmptyState>
      ) : (
        <>
          <p>{t('cases:list.count', { count: total })}</p>
          <ul className="ms-plain-list ms-stack">
            {cases.map((one) => (
              <li key={one.id}>
                <CaseRow theCase={one} today={today} lang={lang} t={t} />
              </li>
            ))}
          </ul>
        </>
      )}
      {signatures.length > 0 && page === 1 && (
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
      <Pagination
        label={t('common:pagination.label')}
        page={page}
        pages={pages}
        hrefFor={(number) => href(lang, `/cases?page=${number}`)}
        texts={{
          previous: t('common:pagination.previous'),
          next: t('common:pagination.next'),
          position: t('common:pagination.position', { page, pages }),
        }}
      />
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

function CaseRow({
  theCase,
  today,
  lang,
  t,
}: {
  theCase: CaseInList;
  today: CalendarDate;
  lang: Language;
  t: Translate;
}) {
  const { id, title, number, phase, receivedAt, lastEventAt, officer, dueOn, hasUnreadDecision } = theCase;
  const { appealLastOn, status } = theCase;
  const day = (at: Date) => dateText(dateInSweden(at), lang);
  return (
    <LinkCard
      level={2}
      href={href(lang, `/cases/${id}`)}
      title={
        <InLanguage lang={title.lang} on={lang}>
          {title.text}
        </InLanguage>
      }
      meta={
        <>
          <CaseTag phase={phase} status={status} lang={lang} />
          {hasUnreadDecision && <Tag color="warning">{t('cases:list.unread')}</Tag>}
        </>
      }
    >
      {dueOn && (
        <p>
          <strong>
            {t(dueOn < today ? 'cases:list.answer-late' : 'cases:list.answer-by', {
              date: dateText(dueOn, lang),
            })}
          </strong>
        </p>
      )}
      {appealLastOn && !hasUnreadDecision && <p>{appealText(appealLastOn, { today, lang, t })}</p>}
      <p>
        <bdi>{t('cases:case.number', { number })}</bdi>. {t('cases:list.received', { date: day(receivedAt) })}
        . {t('cases:list.latest', { date: day(lastEventAt) })}.
      </p>
      {officer && <p>{t('cases:list.officer', { name: officer })}</p>}
    </LinkCard>
  );
}
