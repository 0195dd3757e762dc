import type { Metadata } from 'next';
import { CaseDeeds } from '@/components/cases/case-deeds';
import { CaseSteps } from '@/components/cases/case-steps';
import { CaseTag } from '@/components/cases/case-tag';
import { CaseTimeline } from '@/components/cases/case-timeline';
import { DelaySection } from '@/components/cases/delay-section';
import { OutlookList } from '@/components/cases/outlook-list';
import { QueueSection } from '@/components/cases/queue-section';
import { SilentSources } from '@/components/cases/silent-sources';
import { TodoCards } from '@/components/cases/todo-cards';
import { contactWords } from '@/components/layout/contact-card';
import { Columns, Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Heading } from '@/components/ui/heading';
import { Icon } from '@/components/ui/icon';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { listBookableTypes } from '@/lib/appointments/queries/list-bookable-types';
import { listMyBookings } from '@/lib/appointments/queries/list-my-bookings';
import { listSilentSources } from '@/lib/back-office/queries/list-silent-sources';
import { findQueueEntry } from '@/lib/care-home-queue/queries/find-queue-entry';
import { listCaseOffers, type OfferInList } from '@/lib/care-home-queue/queries/list-case-offers';
import { markCaseSeen } from '@/lib/cases/commands/mark-case-seen';
import { hasEnded } from '@/lib/cases/domain/case-lifecycle';
import { type CaseView, getCase } from '@/lib/cases/queries/get-case';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { shortDateText } from '@/lib/kernel/date-text';
import { listCaseThreads } from '@/lib/messages/queries/list-case-threads';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { isLook } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';
import { CaseAppointments } from './case-appointments';
import { CaseMessages } from './case-messages';

type Props = ResidentParams<{ caseId: string }>;

// The title names no service: it stands in the browser's history, which others may see.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:list.title') };
}

export default async function CasePage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor, path } = await residentPage(props);
  // Whose it is, and whether there can be such a one, is asked first.
  const found = await orNotFound(getCase(actor, path.caseId, lang));
  const [offers, messages, bookings, bookable, tenant, silent] = await Promise.all([
    listCaseOffers(actor, path.caseId),
    orNotFound(listCaseThreads(actor, path.caseId, lang)),
    listMyBookings(actor, lang, { caseId: path.caseId }),
    listBookableTypes(actor, lang, { caseId: path.caseId }),
    getTenant(actor.tenantId),
    listSilentSources(actor, lang),
  ]);
  const queue = found.decisions.some(({ openedAt }) => openedAt)
    ? await findQueueEntry(actor, { caseId: found.id, applicationId: found.applicationId })
    : null;
  // A page that brings itself up to date is not somebody reading it.
  if (found.unseen > 0 && !(await isLook()))
    await markCaseSeen(actor, { caseId: found.id, news: found.news });
  const openOffers = offers.filter(({ state }) => state === 'open');
  const open = found.supplements.filter(({ status }) => status === 'asked');
  const toComment = found.commentRounds.filter(({ status }) => status === 'open');
  const unread = found.decisions.filter(({ openedAt }) => openedAt === null);
  const unsent = found.appeals.flatMap(({ decisionId, sentAt }) =>
    sentAt
      ? []
      : [
          {
            decisionId,
            lastOn: found.decisions.find(({ id }) => id === decisionId)?.appealLastOn ?? null,
          },
        ],
  );
  const ofCase = <T extends object>(one: T) => ({ ...one, caseId: found.id });
  return (
    <>
      <BackLink href={href(lang, '/cases')}>{t('cases:case.back')}</BackLink>
      <PageHeading caption={<bdi>{t('cases:case.number', { number: found.number })}</bdi>}>
        <InLanguage lang={found.title.lang} on={lang}>
          {found.title.text}
        </InLanguage>
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {!hasEnded(found.phase) && (
        <SilentSources sources={silent.filter(({ systemId }) => systemId === found.systemId)} lang={lang} />
      )}
      <p>
        <CaseTag phase={found.phase} status={found.status} lang={lang} />
      </p>
      {openOffers.length + open.length + toComment.length + unread.length + unsent.length > 0 && (
        <Section id="todo" title={t('cases:case.todo')}>
          <TodoCards
            offers={openOffers.map(ofCase)}
            supplements={open.map(ofCase)}
            commentRounds={toComment.map(ofCase)}
            unreadDecisions={unread.map(ofCase)}
            unsentAppeals={unsent.map(ofCase)}
            today={found.today}
            lang={lang}
          />
        </Section>
      )}
      <Section id="status" title={t('cases:case.status')}>
        <OutlookList
          {...found}
          home={openOffers.length > 0 ? 'offered' : queue?.state}
          answerBy={openOffers[0]?.answerBy}
          lang={lang}
        />
        <DelaySection caseId={found.id} delay={found.delay} today={found.today} lang={lang} />
      </Section>
      {queue && <QueueSection entry={queue} caseId={path.caseId} lang={lang} />}
      <Section id="steps" title={t('cases:case.steps')}>
        <CaseSteps steps={found.steps} lang={lang} />
      </Section>
      <Columns
        aside={
          <>
            <OfficerBox theCase={found} contact={contactWords(tenant.profile, lang)} t={t} />
            <Documents theCase={found} offers={offers} lang={lang} t={t} />
            <CaseDeeds caseId={found.id} phase={found.phase} lang={lang} />
          </>
        }
      >
        <CaseAppointments
          caseId={found.id}
          bookings={bookings}
          bookable={bookable}
          contact={contactWords(tenant.profile, lang)}
          lang={lang}
          t={t}
        />
        <CaseMessages caseId={found.id} found={messages} lang={lang} t={t} />
        <Section id="timeline" title={t('cases:case.timeline')}>
          <CaseTimeline events={found.events} lang={lang} />
          {found.hasEarlierEvents && (
            <p>
              <TextLink href={href(lang, `/cases/${found.id}/events`)}>{t('cases:case.earlier')}</TextLink>
            </p>
          )}
        </Section>
      </Columns>
    </>
  );
}

function OfficerBox({
  theCase: { officer, number },
  contact,
  t,
}: {
  theCase: CaseView;
  contact: { name: string; phone: string };
  t: Translate;
}) {
  const phone = officer?.phone ?? contact.phone;
  return (
    <section className="ms-fact-box" aria-labelledby="officer">
      <Heading level={2} size="xs" id="officer">
        {t('cases:case.contact')}
      </Heading>
      {officer ? (
        <p>
          {officer.name && (
            <>
              <strong>{officer.name}</strong>
              <br />
            </>
          )}
          {officer.unit}
        </p>
      ) : (
        <p>{t('cases:case.no-officer', { name: contact.name })}</p>
      )}
      <ul className="ms-plain-list ms-stack" data-gap="sm">
        <li>
          <Icon name="phone" />{' '}
          <TextLink
            href={`tel:${phone.replace(/[^\d+]/g, '')}`}
            aria-label={`${t('cases:case.officer-phone')} ${phone}`}
          >
            <bdi dir="ltr">{phone}</bdi>
          </TextLink>
        </li>
        {officer?.email && (
          <li>
            <Icon name="mail" />{' '}
            <TextLink
              href={`mailto:${officer.email}`}
              aria-label={`${t('cases:case.officer-email')} ${officer.email}`}
            >
              <bdi dir="ltr">{officer.email}</bdi>
            </TextLink>
          </li>
        )}
      </ul>
      <p>{t('cases:case.say-number', { number: `\u2066${number}\u2069` })}</p>
    </section>
  );
}

/** What she has sent and got. */
function Documents({
  theCase,
  offers,
  lang,
  t,
}: {
  theCase: CaseView;
  offers: readonly OfferInList[];
  lang: Language;
  t: Translate;
}) {
  const { id, applicationId, supplements, commentRounds, decisions, appeals, delay } = theCase;
  const day = (at: Date) => shortDateText(dateInSweden(at), lang);
  const links = [
    ...offers.map(({ id: offerId, offeredAt }) => ({
      to: `/cases/${id}/offers/${offerId}`,
      text: t('offers:doc', { date: day(offeredAt) }),
    })),
    ...decisions.map((decision) => ({
      to: `/cases/${id}/decisions/${decision.id}`,
      text: decision.openedAt
        ? t(
            decision.matter === 'delay_request'
              ? 'case-rights:delay.answer-document'
              : 'cases:case.decision-doc',
            { date: shortDateText(decision.decidedOn, lang) },
          )
        : t('cases:case.decision-unread'),
    })),
    ...appeals.flatMap(({ id: appealId, decisionId, sentAt }) =>
      sentAt
        ? [
            {
              to: `/cases/${id}/decisions/${decisionId}/appeals/${appealId}`,
              text: t('appeals:doc', { date: day(sentAt) }),
            },
          ]
        : [],
    ),
    ...commentRounds
      .filter(({ status, sentAt }) => status !== 'withdrawn' || sentAt !== null)
      .map((round) => ({
        to: `/cases/${id}/comments/${round.id}`,
        text: t('cases:comments.doc', { date: day(round.askedAt) }),
      })),
    ...supplements.flatMap((one) =>
      one.sentAt
        ? [
            {
              to: `/cases/${id}/supplements/${one.id}`,
              text: t('cases:case.supplement-doc', { date: day(one.sentAt) }),
            },
          ]
        : [],
    ),
    ...(delay.requestedAt
      ? [
          {
            to: `/cases/${id}/delay-request`,
            text: t('case-rights:delay.document', { date: day(delay.requestedAt) }),
          },
        ]
      : []),
    ...(applicationId
      ? [{ to: `/applications/${applicationId}/receipt`, text: t('cases:case.receipt') }]
      : []),
  ];
  return (
    <section className="ms-fact-box" aria-labelledby="documents">
      <Heading level={2} size="xs" id="documents">
        {t('cases:case.documents')}
      </Heading>
      {links.length === 0 && <p>{t('cases:case.no-documents')}</p>}
      <ul className="ms-plain-list ms-stack" data-gap="sm">
        {links.map(({ to, text }) => (
          <li key={to}>
            <TextLink href={href(lang, to)}>{text}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
