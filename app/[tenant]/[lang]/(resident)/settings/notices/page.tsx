import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { NoticeForm } from '@/components/notices/notice-form';
import { Unreached } from '@/components/notices/unreached';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import { requireResident } from '@/lib/identity/session';
import { chosenChannels } from '@/lib/notifications/domain/notice-choice';
import { noticeKinds } from '@/lib/notifications/domain/notice-table';
import type { MailboxState } from '@/lib/notifications/queries/find-mailbox';
import { getNoticeChoice, type NoticeChoice } from '@/lib/notifications/queries/get-notice-choice';
import { getOwnMailbox } from '@/lib/notifications/queries/get-own-mailbox';
import { listPushDevices } from '@/lib/notifications/queries/list-push-devices';
import { href, type Translate, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { addDevice, removeDevice, saveChoice } from './actions';
import { PushDevices } from './push-devices';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts((await requestFacts()).lang)('settings:notices.title') };
}

export default async function NoticesPage({ searchParams }: Props) {
  const actor = await requireResident();
  const [choice, mailbox, push, { lang }, { saved }] = await Promise.all([
    getNoticeChoice(actor),
    getOwnMailbox(actor),
    listPushDevices(actor),
    requestFacts(),
    searchParams,
  ]);
  const t = texts(lang);
  const { offered, ways } = choice;
  const chosen = chosenChannels(ways);
  // Whoever is told in no way has no devices to let in.
  const shownWays = offered.filter(({ channel }) => channel !== 'push' || !choice.protectedIdentity);
  const hasMailbox = mailbox !== null && mailbox.state !== 'none';
  // What leads nowhere is not offered; what is chosen can always be taken away again.
  const toChoose = offered.filter(
    ({ channel, leads }) =>
      channel === 'email' ||
      channel === 'sms' ||
      chosen.has(channel) ||
      (channel === 'push' ? leads : hasMailbox),
  );
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/settings'), text: t('settings:title') }]}
      />
      <PageHeading lead={t('settings:notices.lead')}>{t('settings:notices.title')}</PageHeading>
      {saved && (
        <Alert kind="success" live="status">
          {t(savedText(saved))}
        </Alert>
      )}
      {choice.protectedIdentity && <Alert kind="info">{t('settings:notices.protected')}</Alert>}
      <Unreached offered={offered} chosen={choice.inUse} lang={lang} t={t} />
      {chosen.has('digital-mail') && mailbox?.state === 'none' && (
        <Alert kind="warning">{t('settings:notices.mailbox.chosen-none')}</Alert>
      )}
      <Section id="address" title={t('settings:notices.address.title')}>
        <SummaryList
          rows={shownWays.map(({ channel, address }) => ({
            term: t(`settings:notices.channel.${channel}`),
            value:
              channel === 'digital-mail' ? (
                mailboxText(mailbox, t)
              ) : channel === 'push' ? (
                <DevicesText count={push?.devices.length ?? 0} t={t} />
              ) : (
                <bdi dir="ltr">{address ?? t('settings:contact.none')}</bdi>
              ),
          }))}
        />
        <p>
          <TextLink href={href(lang, '/settings')}>{t('settings:notices.address.change')}</TextLink>
        </p>
      </Section>
      <NoticeForm
        action={saveChoice}
        kinds={noticeKinds.map((kind) => ({
          kind,
          label: t(`settings:notices.kind.${kind}`),
          about: t(`settings:notices.about.${kind}`),
          chosen: ways[kind],
        }))}
        channels={toChoose.map(({ channel }) => ({
          value: channel,
          label: t(`settings:notices.channel.${channel}`),
        }))}
        quiet={
          offered.some(({ channel }) => channel === 'sms' || channel === 'push') ? quietOf(choice, t) : null
        }
        hours={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), text: clock(hour) }))}
        texts={{
          quiet: t('settings:notices.quiet.label'),
          quietAbout: t('settings:notices.quiet.about'),
          from: t('settings:notices.quiet.from'),
          to: t('settings:notices.quiet.to'),
          ownAbout: t('settings:notices.quiet.own-about'),
          save: t('settings:notices.save'),
          working: t('common:working'),
          errorTitles: [1, 2, 3].map((count) => t('common:error-summary.title', { count })),
        }}
      />
      {push && !choice.protectedIdentity && (
        <PushDevices push={push} add={addDevice} remove={removeDevice} lang={lang} t={t} />
      )}
    </>
  );
}

const savedText = (saved: string | string[]) =>
  saved === 'device'
    ? 'settings:notices.push.added'
    : saved === 'removed'
      ? 'settings:notices.push.removed'
      : 'settings:notices.saved';

/** How many, and the way to them. */
const DevicesText = ({ count, t }: { count: number; t: Translate }) => (
  <TextLink href="#devices">
    {count > 0 ? t('settings:notices.push.devices', { count }) : t('settings:notices.push.none')}
  </TextLink>
);

/** Null for whoever is told in no way. */
const mailboxText = (mailbox: MailboxState | null, t: Translate): string =>
  mailbox === null
    ? t('settings:contact.none')
    : mailbox.state === 'reached'
      ? t('settings:notices.mailbox.reached', { operator: mailbox.operator })
      : t(`settings:notices.mailbox.${mailbox.state}`);

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

function quietOf({ quiet, municipality }: NoticeChoice, t: Translate) {
  // Whoever hasn't chosen hours of her own begins from those of the municipality.
  const shown = quiet.quiet === 'own' ? quiet : (municipality ?? { from: 21, to: 7 });
  return {
    chosen: quiet.quiet,
    from: String(shown.from),
    to: String(shown.to),
    options: [
      {
        value: 'municipality',
        label: municipality
          ? t('settings:notices.quiet.municipality', {
              from: clock(municipality.from),
              to: clock(municipality.to),
            })
          : t('settings:notices.quiet.no-hours'),
      },
      { value: 'own', label: t('settings:notices.quiet.own') },
      { value: 'none', label: t('settings:notices.quiet.none') },
    ],
  };
}
