import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { checkFile } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('admin:import.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewImportPage({ searchParams }: Props) {
  const { lang, t } = await adminPage();
  const { problem } = await searchParams;
  const message =
    problem === 'empty' ? t('admin:import.empty') : problem === 'unfit' ? t('admin:import.unfit') : undefined;
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/admin/services'), text: t('admin:services.title') }]}
      />
      <PageHeading lead={t('admin:import.lead')}>{t('admin:import.title')}</PageHeading>
      <form action={checkFile} className="ms-stack">
        <ErrorSummary
          title={t('admin:import.error-title')}
          errors={message ? [{ fieldId: 'file', message }] : []}
        />
        <FileField
          name="file"
          label={t('admin:import.file')}
          description={t('admin:import.file-hint')}
          accept=".json,application/json"
          {...(message && { error: message })}
        />
        <TextArea
          name="content"
          label={t('admin:import.paste')}
          optional={t('admin:import.optional')}
          rows={8}
          spellCheck={false}
        />
        <SubmitButton pendingText={t('common:working')}>{t('admin:import.check')}</SubmitButton>
      </form>
    </>
  );
}
