import type { Metadata } from 'next';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { MessageList } from '@/components/messages/message-list';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { markThreadRead } from '@/lib/messages/commands/mark-thread-read';
import { type AboutView, getThread } from '@/lib/messages/queries/get-thread';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { isLook } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../not-found-page';
import { type ResidentParams, residentPage } from '../../resident-page';
import { WriteMessage } from '../write-message';

interface Props extends ResidentParams<{ threadId: string }> {
  searchParams: Promise<{ sent?: string | string[]; kept?: string | string[] }>;
}

// The title names neither case nor subject: it stands in the browser's history, which others may see.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('messages:list.title') };
}

/** A thread: what has been written, how far hers have come, and where she writes the next. */
export default async function ThreadPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor, path } = await residentPage(props);
  const [{ sent, kept }, thread, tenant] = await Promise.all([
    props.searchParams,
    orNotFound(getThread(actor, path.threadId, lang)),
    getTenant(actor.tenantId),
  ]);
  const { about, subject, messages } = thread;
  // A page that brings itself up to date is not somebody reading it.
  if (messages.some((one) => one.author === 'office' && one.isNew) && !(await isLook()))
    await markThreadRead(actor, thread.id);
  return (
    <>
      <BackLink href={href(lang, '/messages')}>{t('messages:thread.back')}</BackLink>
      <PageHeading caption={<About about={about} lang={lang} t={t} />}>
        <bdi>
          {subject ?? t(about.kind === 'case' ? 'messages:list.about-case' : 'messages:list.about-service')}
        </bdi>
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      <Section id="written" title={t('messages:thread.written')}>
        <MessageList messages={messages} lang={lang} help={contactWords(tenant.profile, lang)} />
      </Section>
      {sent === 'yes' && (
        <div id="sent">
          <Alert kind="success" live="status">
            {t('messages:thread.sent')}
          </Alert>
        </div>
      )}
      {kept === 'yes' && (
        <Alert kind="success" live="status">
          {t('messages:form.saved')}
        </Alert>
      )}
      <Section id="write" title={t('messages:thread.write')}>
        <WriteMessage
          {...thread}
          place={{ kind: 'thread', threadId: thread.id }}
          profile={tenant.profile}
          formKey={messages.filter(({ author }) => author === 'resident').length}
          lang={lang}
          t={t}
        />
      </Section>
    </>
  );
}

function About({ about, lang, t }: { about: AboutView; lang: Language; t: Translate }) {
  const { title } = about;
  const to = about.kind === 'case' ? `/cases/${about.caseId}` : `/services/${about.slug}`;
  return (
    <>
      <TextLink href={href(lang, to)}>
        <InLanguage lang={title.lang} on={lang}>
          {title.text}
        </InLanguage>
      </TextLink>
      {about.kind === 'case' && (
        <>
          {' · '}
          <bdi>{t('cases:case.number', { number: about.number })}</bdi>
        </>
      )}
    </>
  );
}
