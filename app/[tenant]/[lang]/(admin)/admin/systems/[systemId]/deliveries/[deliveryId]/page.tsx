import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag, type TagColor } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import {
  type DeliveryStory,
  getDeliveryStory,
  type StoryEvent,
} from '@/lib/back-office/queries/get-delivery-story';
import { instantText } from '@/lib/kernel/date-text';
import { durationText } from '@/lib/kernel/duration-text';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../../../admin-page';
import { sendAgain } from '../../../actions';
import { OutcomeText } from '../../../outcome-text';
import { SentNotice } from '../../../sent-notice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('systems:story.title') };
}

interface Props {
  params: Promise<{ systemId: string; deliveryId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const colors: Record<DeliveryStory['state'], TagColor> = {
  waiting: 'info',
  told: 'info',
  received: 'success',
  parked: 'danger',
};

/** All that has happened to one delivery, and the button that sends it again when it has stopped. */
export default async function DeliveryPage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ systemId, deliveryId }, { sent }] = await Promise.all([params, searchParams]);
  const story = await orNotFound(getDeliveryStory(actor, deliveryId));
  if (story.systemId !== systemId) notFound();
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/systems'), text: t('systems:title') },
          { href: href(lang, `/admin/systems/${systemId}`), text: story.systemName },
        ]}
      />
      <PageHeading caption={story.caseNumber && <bdi>{story.caseNumber}</bdi>}>
        {t(`systems:kinds.${story.kind}`)}
      </PageHeading>
      <SentNotice sent={sent} t={t} />
      {story.waitsFor && story.state !== 'parked' && (
        <Alert kind="info" title={t('systems:story.behind')}>
          <p>
            {t('systems:story.behind-text')}{' '}
            <TextLink href={href(lang, `/admin/systems/${systemId}/deliveries/${story.waitsFor.id}`)}>
              {t(`systems:kinds.${story.waitsFor.kind}`)}
            </TextLink>
          </p>
        </Alert>
      )}
      <Section id="facts" title={t('systems:story.facts')}>
        <SummaryList rows={facts(story, lang, t)} />
        {story.state === 'parked' && (
          <form action={sendAgain} className="ms-stack">
            <p>{t('systems:story.send-text')}</p>
            <input type="hidden" name="system" value={systemId} />
            <input type="hidden" name="delivery" value={deliveryId} />
            <SubmitButton pendingText={t('common:working')}>{t('systems:story.send')}</SubmitButton>
          </form>
        )}
      </Section>
      <Section id="story" title={t('systems:story.title')}>
        <Timeline
          label={t('systems:story.label')}
          events={story.events.toReversed().map((event, index) => ({
            id: String(index),
            when: <InstantText at={event.at} lang={lang} />,
            title: titleOf(event, t),
            children: <More event={event} lang={lang} t={t} />,
          }))}
        />
        {story.olderTries > 0 && <p>{t('systems:story.older', { count: story.olderTries })}</p>}
        <p>{t('systems:story.forgotten')}</p>
      </Section>
    </>
  );
}

function facts(story: DeliveryStory, lang: StaffLanguage, t: Translate) {
  const { state, lastError, nextTellAt, id } = story;
  return [
    {
      term: t('systems:story.state'),
      value: <Tag color={colors[state]}>{t(`systems:states.${state}`)}</Tag>,
    },
    ...(lastError && state !== 'received'
      ? [{ term: t('systems:list.last'), value: <OutcomeText code={lastError} t={t} /> }]
      : []),
    ...(nextTellAt
      ? [{ term: t('systems:list.next'), value: <InstantText at={nextTellAt} lang={lang} /> }]
      : []),
    { term: t('systems:story.id'), value: <bdi>{id}</bdi> },
  ];
}

function titleOf(event: StoryEvent, t: Translate): string {
  if (event.kind === 'sent-again')
    return event.by === null
      ? t('systems:story.sent-again-unknown')
      : t('systems:story.sent-again', { by: event.by });
  if (event.kind === 'tried' && event.times > 1)
    return t('systems:story.tried-often', { times: event.times });
  return t(`systems:story.${event.kind}`);
}

function More({ event, lang, t }: { event: StoryEvent; lang: StaffLanguage; t: Translate }) {
  if (event.kind === 'parked') return <OutcomeText code={event.outcome} t={t} />;
  if (event.kind !== 'tried') return null;
  return (
    <>
      <p>
        <OutcomeText code={event.outcome} t={t} />
      </p>
      <p>
        {event.times > 1 && `${t('systems:story.since', { when: instantText(event.firstAt, lang) })}. `}
        {t('systems:story.took', { took: durationText(event.tookMs, lang) })}
      </p>
    </>
  );
}
