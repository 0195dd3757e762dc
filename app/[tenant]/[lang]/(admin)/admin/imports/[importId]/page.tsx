import type { Metadata } from 'next';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { getImport, type ImportView } from '@/lib/catalogue/queries/get-import';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../admin-page';
import { checkFile, publishFile } from '../actions';
import { ProblemsTable } from '../problems-table';
import { ServiceChanges } from './service-changes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('admin:import.title') };
}

interface Props {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A file that has been handed in: its faults, or what publishing it changes and the button that does. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ importId }, { problem }] = await Promise.all([params, searchParams]);
  const view = await orNotFound(getImport(actor, importId));
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/services'), text: t('admin:services.title') },
          { href: href(lang, '/admin/imports/new'), text: t('admin:import.title') },
        ]}
      />
      {problem === 'moved' && (
        <Alert kind="warning" live="alert">
          {t('admin:import.moved')}
        </Alert>
      )}
      {view.state === 'faulty' ? (
        <Faults t={t} lang={lang} view={view} />
      ) : (
        <Preview t={t} lang={lang} view={view} importId={importId} />
      )}
    </>
  );
}

interface Part<State extends ImportView['state']> {
  t: Translate;
  lang: StaffLanguage;
  view: Extract<ImportView, { state: State }>;
}

function Faults({ t, lang, view: { problems, content } }: Part<'faulty'>) {
  return (
    <>
      <PageHeading lead={t('admin:import.faults-lead')}>
        {t('admin:import.faults-title', { count: problems.length })}
      </PageHeading>
      <ProblemsTable t={t} lang={lang} problems={problems} />
      <form action={checkFile} className="ms-stack">
        <TextArea
          name="content"
          label={t('admin:import.content')}
          rows={16}
          spellCheck={false}
          defaultValue={content}
        />
        <SubmitButton pendingText={t('common:working')}>{t('admin:import.check-again')}</SubmitButton>
      </form>
    </>
  );
}

function Preview({ t, lang, view: { services, basis }, importId }: Part<'ready'> & { importId: string }) {
  return (
    <>
      <PageHeading lead={t('admin:import.preview-lead')}>{t('admin:import.preview-title')}</PageHeading>
      {services.map((service) => (
        <ServiceChanges key={service.slug} t={t} lang={lang} service={service} />
      ))}
      <p>{t('admin:import.drafts')}</p>
      <form action={publishFile}>
        <input type="hidden" name="import" value={importId} />
        <input type="hidden" name="basis" value={basis} />
        <ButtonGroup>
          <SubmitButton pendingText={t('common:working')}>{t('admin:import.publish')}</SubmitButton>
          <ButtonLink variant="secondary" href={href(lang, '/admin/services')}>
            {t('admin:import.cancel')}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
