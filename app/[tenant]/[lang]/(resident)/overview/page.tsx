import type { Metadata } from 'next';
import { BookingList } from '@/components/appointments/booking-list';
import { InvitationCards } from '@/components/appointments/invitation-cards';
import { WaitingCards } from '@/components/appointments/waiting-cards';
import { TodoCards } from '@/components/cases/todo-cards';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { ButtonLink } from '@/components/ui/button';
import { LinkCard } from '@/components/ui/card';
import { InstantText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import {
  type AwaitingInList,
  type DraftInList,
  listOpenApplications,
} from '@/lib/applications/queries/list-open-applications';
import { getOverview, type Overview } from '@/lib/cases/queries/get-overview';
import { currentSession } from '@/lib/identity/session';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { type ResidentParams, residentPage } from '../resident-page';
import { DecidedCase, OngoingCase } from './case-cards';

export async function generateMetadata({ params }: ResidentParams): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:overview.title') };
}

/** The first page after log-in. What she has to do stands first; one glance answers "has anything happened?". */
export default async function OverviewPage(props: ResidentParams) {
  const since = now().getTime();
  const { lang, t, actor } = await residentPage(props);
  const [overview, { drafts, awaiting, invitations }, session] = await Promise.all([
    getOverview(actor, lang),
    listOpenApplications(actor, { language: lang }),
    currentSession(),
  ]);
  const todoCount =
    overview.offers.length +
    overview.offeredTimes.length +
    overview.lostTimes.length +
    overview.supplements.length +
    overview.commentRounds.length +
    overview.unsentAppeals.length +
    overview.unreadDecisions.length +
    overview.invitations.length +
    invitations.length;
  const { ongoing, decided, ended } = overview.count;
  const caseCount = ongoing + decided + ended;
  return (
    <>
      <PageHeading lead={lead(t, todoCount, caseCount)}>
        {t('cases:overview.hello', { name: session?.name.givenName ?? '' })}
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {todoCount > 0 && (
        <Section id="todo" title={t('cases:overview.todo')}>
          <div className="ms-stack">
            {/* Answered within hours, when all else has days. */}
            <WaitingCards
              held={[]}
              offered={overview.offeredTimes.map(({ name, ...one }) => ({ ...one, type: { name } }))}
              takenAway={overview.lostTimes.map(({ name, ...one }) => ({ ...one, type: { name } }))}
              lang={lang}
              t={t}
            />
            <TodoCards {...overview} invitations={invitations} lang={lang} />
            <InvitationCards
              invitations={overview.invitations.map(({ slug, name, ...one }) => ({
                ...one,
                type: { slug, name },
              }))}
              lang={lang}
              t={t}
            />
          </div>
        </Section>
      )}
      {overview.nextBooking && (
        <Section id="appointments" title={t('appointments:overview.title')}>
          <BookingList
            bookings={[
              {
                ...overview.nextBooking,
                type: { name: overview.nextBooking.name },
                officer: null,
                situation: 'coming',
              },
            ]}
            lang={lang}
            t={t}
          />
          <p>
            <TextLink href={href(lang, '/appointments')}>{t('appointments:overview.all')}</TextLink>
          </p>
        </Section>
      )}
      {overview.unreadMessages > 0 && (
        <Section id="messages" title={t('messages:overview.title')}>
          <LinkCard
            icon="mail"
            href={href(lang, '/messages')}
            title={t('messages:overview.unread', { count: overview.unreadMessages })}
          />
        </Section>
      )}
      {awaiting.length > 0 && (
        <Section id="awaiting" title={t('signatures:overview.awaiting')}>
          <Awaiting awaiting={awaiting} lang={lang} t={t} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section id="drafts" title={t('cases:overview.drafts')}>
          <Drafts drafts={drafts} lang={lang} t={t} />
        </Section>
      )}
      <Section id="ongoing" title={t('cases:overview.ongoing')}>
        <OngoingCases overview={overview} caseCount={caseCount} lang={lang} t={t} />
      </Section>
      {decided > 0 && (
        <Section id="decided" title={t('cases:overview.decided')}>
          <ul className="ms-plain-list ms-stack">
            {overview.decided.map((one) => (
              <DecidedCase
                key={one.id}
                theCase={one}
                hasOffer={overview.offers.some(({ caseId }) => caseId === one.id)}
                today={overview.today}
                lang={lang}
                t={t}
              />
            ))}
          </ul>
        </Section>
      )}
      {caseCount > 0 && (
        <p>
          <TextLink href={href(lang, '/cases')}>{t('cases:overview.all')}</TextLink>
        </p>
      )}
      {overview.latest.length > 0 && (
        <Section id="latest" title={t('cases:overview.latest')}>
          <Timeline
            label={t('cases:overview.latest')}
            events={overview.latest.map(({ id, kind, at, caseId, title }) => ({
              id,
              when: <InstantText at={at} lang={lang} />,
              title: t(`cases:event.${kind}`),
              children: (
                <TextLink href={href(lang, `/cases/${caseId}`)}>
                  <InLanguage lang={title.lang} on={lang}>
                    {title.text}
                  </InLanguage>
                </TextLink>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

const lead = (t: Translate, todoCount: number, caseCount: number): string => {
  if (todoCount > 0) return t('cases:overview.lead-todo', { count: todoCount });
  return caseCount > 0 ? t('cases:overview.lead-calm') : t('cases:overview.lead-new');
};

function Drafts({ drafts, lang, t }: { drafts: readonly DraftInList[]; lang: Language; t: Translate }) {
  return (
    <ul className="ms-plain-list ms-stack">
      {drafts.map(({ applicationId, serviceName, savedAt, returned, removeOn }) => (
        <li key={applicationId}>
          <LinkCard
            href={href(lang, `/applications/${applicationId}`)}
            title={
              <InLanguage lang={serviceName.lang} on={lang}>
                {serviceName.text}
              </InLanguage>
            }
            icon="document"
          >
            {returned && (
              <p>
                <strong>{t(`signatures:returned.list.${returned}`)}</strong>
              </p>
            )}
            <p>{t('cases:overview.draft-saved', { when: instantText(savedAt, lang) })}</p>
            {removeOn && (
              <p>
                <strong>{t('applications:draft-removed', { date: dateText(removeOn, lang) })}</strong>
              </p>
            )}
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}

function Awaiting({
  awaiting,
  lang,
  t,
}: {
  awaiting: readonly AwaitingInList[];
  lang: Language;
  t: Translate;
}) {
  return (
    <ul className="ms-plain-list ms-stack">
      {awaiting.map(({ applicationId, serviceName, answerBy }) => (
        <li key={applicationId}>
          <LinkCard
            href={href(lang, `/applications/${applicationId}/signatures`)}
            title={
              <InLanguage lang={serviceName.lang} on={lang}>
                {serviceName.text}
              </InLanguage>
            }
            icon="document"
          >
            <p>{t('signatures:overview.awaiting-text', { date: dateText(answerBy, lang) })}</p>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}

function OngoingCases({
  overview,
  caseCount,
  lang,
  t,
}: {
  overview: Overview;
  caseCount: number;
  lang: Language;
  t: Translate;
}) {
  if (overview.ongoing.length === 0) {
    const isNew = caseCount === 0;
    return (
      <EmptyState
        title={t(isNew ? 'cases:overview.empty-title' : 'cases:overview.none-ongoing-title')}
        action={
          <ButtonLink href={href(lang, '/services')} iconAfter="arrow">
            {t(isNew ? 'cases:overview.empty-action' : 'cases:overview.apply')}
          </ButtonLink>
        }
      >
        {t(isNew ? 'cases:overview.empty-text' : 'cases:overview.none-ongoing-text')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="ms-plain-list ms-stack">
        {overview.ongoing.map((one) => (
          <OngoingCase key={one.id} theCase={one} lang={lang} t={t} />
        ))}
      </ul>
      {overview.count.ongoing > overview.ongoing.length && <p>{t('cases:overview.more')}</p>}
    </>
  );
}
