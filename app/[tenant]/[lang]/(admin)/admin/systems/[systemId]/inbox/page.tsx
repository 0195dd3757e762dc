import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { Pagination } from '@/components/ui/pagination';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { reasonKind } from '@/lib/back-office/domain/inbox-reason';
import { type Inbox, listInbox } from '@/lib/back-office/queries/list-inbox';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../../admin-page';
import { rerunAll } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('inbox:title') };
}

interface Props {
  params: Promise<{ systemId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a system has told that did not fit, and why: each to be looked at, or all of a kind run again. */
export default async function InboxPage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ systemId }, search] = await Promise.all([params, searchParams]);
  const inbox = await orNotFound(listInbox(actor, systemId, Number(search.page) || 1));
  const place = href(lang, `/admin/systems/${systemId}/inbox`);
  const at = (page: number) => `${place}?page=${page}`;
  const { page, pages, reasons, messages, underWay } = inbox;
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/systems'), text: t('systems:title') },
          { href: href(lang, `/admin/systems/${systemId}`), text: inbox.systemName },
        ]}
      />
      <PageHeading lead={t('inbox:lead', { system: inbox.systemName })}>{t('inbox:title')}</PageHeading>
      <Outcome t={t} search={search} />
      {underWay > 0 && <p>{t('inbox:under-way', { count: underWay })}</p>}
      {messages.length === 0 ? (
        <EmptyState level={2} icon="check" title={t('inbox:empty-title')}>
          {t('inbox:empty-text')}
        </EmptyState>
      ) : (
        <>
          <Messages t={t} lang={lang} place={place} messages={messages} />
          <Pagination
            label={t('common:pagination.label')}
            previous={page > 1 ? at(page - 1) : null}
            next={page < pages ? at(page + 1) : null}
            texts={{
              previous: t('common:pagination.previous'),
              next: t('common:pagination.next'),
              position: t('common:pagination.position', { page, pages }),
            }}
          />
          <Section id="all" title={t('inbox:all.title')}>
            <p>{t('inbox:all.lead')}</p>
            {reasons.map(({ reason, count }) => (
              <form key={reason} action={rerunAll} className="ms-stack">
                <input type="hidden" name="system" value={systemId} />
                <input type="hidden" name="reason" value={reason} />
                <p>
                  {t(`inbox:why.${reasonKind(reason)}`)} ({reason}): {t('inbox:all.count', { count })}
                </p>
                <SubmitButton variant="secondary" pendingText={t('common:working')}>
                  {t('inbox:all.run', { count })}
                  <span className="ds-sr-only">: {reason}</span>
                </SubmitButton>
              </form>
            ))}
          </Section>
        </>
      )}
    </>
  );
}

/** What came of what was just pressed. */
function Outcome({ t, search }: { t: Translate; search: Record<string, unknown> }) {
  const { running } = search;
  if (typeof running === 'string')
    return (
      <Alert kind="info" live="status">
        {t('inbox:outcome.running', { count: Number(running) || 0 })}
      </Alert>
    );
  const said = (['done', 'dismissed', 'waiting', 'moved'] as const).find((name) => name in search);
  if (!said) return null;
  const kind = said === 'moved' ? 'warning' : said === 'waiting' ? 'info' : 'success';
  return (
    <Alert kind={kind} live={said === 'moved' ? 'alert' : 'status'}>
      {t(`inbox:outcome.${said}`)}
    </Alert>
  );
}

const columns = ['what', 'case', 'reason', 'since', 'attempts'] as const;

function Messages({
  t,
  lang,
  place,
  messages,
}: {
  t: Translate;
  lang: StaffLanguage;
  place: string;
  messages: Inbox['messages'];
}) {
  return (
    <Table
      caption={t('inbox:caption')}
      columns={columns.map((key) => ({ key, title: t(`inbox:columns.${key}`) }))}
      rows={messages.map(({ id, operation, caseNumber, reason, receivedAt, attempts }) => ({
        key: id,
        cells: {
          what: <TextLink href={`${place}/${id}`}>{t(`inbox:operations.${operation}`)}</TextLink>,
          case: caseNumber ?? t('inbox:no-case'),
          reason: t(`inbox:why.${reasonKind(reason)}`),
          since: <InstantText at={receivedAt} lang={lang} />,
          attempts,
        },
      }))}
    />
  );
}
