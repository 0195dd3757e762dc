import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type AdministeredStatus, listStatuses } from '@/lib/cases/queries/list-statuses';
import { languages, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../admin-page';
import { CodeForm } from './code-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('admin:statuses.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the systems call their states, and which of the municipality's statuses each means: those not mapped first. */
export default async function StatusesPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ statuses, unmapped, mapped }, { done, choose, moved }] = await Promise.all([
    listStatuses(actor),
    searchParams,
  ]);
  const codes = [...unmapped, ...mapped];
  const changed = codes.find(({ id }) => id === done);
  const options = statuses
    .filter(({ isDeprecated }) => !isDeprecated)
    .map(({ id, name, phase }) => ({ value: id, text: `${t(`cases:phase.${phase}`)}: ${name}` }));
  const form = { options, choose: codes.find(({ id }) => id === choose)?.id ?? null, lang, t };
  return (
    <>
      <ErrorSummary
        title={t('common:error-summary.title', { count: 1 })}
        errors={
          form.choose ? [{ fieldId: `status-${form.choose}`, message: t('admin:statuses.choose') }] : []
        }
      />
      <PageHeading lead={t('admin:statuses.lead')}>{t('admin:statuses.title')}</PageHeading>
      {changed && (
        <Alert kind="success" live="status">
          {t('admin:statuses.done', { code: changed.code })}
        </Alert>
      )}
      {moved !== undefined && (
        <Alert kind="warning" live="alert">
          {t('admin:statuses.moved')}
        </Alert>
      )}
      <Section id="unmapped" title={t('admin:statuses.unmapped')}>
        <p>{t(unmapped.length === 0 ? 'admin:statuses.unmapped-none' : 'admin:statuses.unmapped-lead')}</p>
        {unmapped.map((code) => (
          <CodeForm key={code.id} code={code} {...form} />
        ))}
      </Section>
      {mapped.length > 0 && (
        <Section id="mapped" title={t('admin:statuses.mapped')}>
          {mapped.map((code) => (
            <CodeForm key={code.id} code={code} {...form} />
          ))}
        </Section>
      )}
      <Section id="statuses" title={t('admin:statuses.own')}>
        <StatusTable statuses={statuses} lang={lang} t={t} />
      </Section>
    </>
  );
}

const columns = ['name', 'phase', 'reads', 'after', 'open', 'late'] as const;

function StatusTable({
  statuses,
  lang,
  t,
}: {
  statuses: AdministeredStatus[];
  lang: StaffLanguage;
  t: Translate;
}) {
  const open = ({ messagesOpen, supplementsOpen }: AdministeredStatus) =>
    [messagesOpen && t('admin:statuses.messages'), supplementsOpen && t('admin:statuses.supplements')]
      .filter(Boolean)
      .join(', ') || t('admin:statuses.nothing');
  return (
    <Table
      caption={t('admin:statuses.own')}
      columns={columns.map((key) => ({ key, title: t(`admin:statuses.${key}`) }))}
      rows={statuses.map((status) => ({
        key: status.id,
        cells: {
          name: (
            <>
              <span lang="sv">{status.name}</span>{' '}
              {status.isDeprecated && <Tag>{t('admin:statuses.deprecated')}</Tag>}
            </>
          ),
          phase: t(`cases:phase.${status.phase}`),
          reads: <Texts texts={status.texts} lang={lang} />,
          after: status.after.length === 0 ? t('admin:statuses.any') : status.after.join(', '),
          open: open(status),
          late: status.lateAfterDays === null ? t('admin:statuses.never') : status.lateAfterDays,
        },
      }))}
    />
  );
}

/** What the resident reads, in each language that it is written in, Swedish first. */
const Texts = ({ texts, lang }: { texts: Record<string, string>; lang: StaffLanguage }) => (
  <ul className="ms-plain-list">
    {languages
      .filter((spoken) => texts[spoken])
      .map((spoken) => (
        <li key={spoken}>
          <InLanguage lang={spoken} on={lang}>
            {texts[spoken]}
          </InLanguage>
        </li>
      ))}
  </ul>
);
