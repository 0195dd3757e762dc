import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { staffProvider } from '@/lib/identity/broker/staff-provider';
import { isStaffLogInProblem, staffPath } from '@/lib/identity/domain/staff-path';
import { currentStaffSession } from '@/lib/identity/staff-session';
import { href, texts } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { adminTexts, staffLanguage } from '../../admin-page';
import { startStaffLogIn } from '../../staff-session-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('admin:log-in.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function StaffLogInPage({ searchParams }: Props) {
  const lang = await staffLanguage();
  const t = texts(lang);
  const [{ tenantId }, { next: wanted, problem }] = await Promise.all([requestFacts(), searchParams]);
  const next = staffPath(typeof wanted === 'string' ? wanted : null);
  if (!problem && (await currentStaffSession())) redirect(href(lang, next));
  const tenant = await getTenant(tenantId);
  return (
    <>
      <PageHeading lead={t('admin:log-in.lead', { name: tenant.name })}>
        {t('admin:log-in.title')}
      </PageHeading>
      {isStaffLogInProblem(problem) && (
        <Alert
          kind={problem === 'ended' ? 'info' : 'danger'}
          {...(problem !== 'ended' && { title: t('admin:log-in.problem-title') })}
          live="alert"
        >
          {t(`admin:log-in.problems.${problem}`)}
        </Alert>
      )}
      {staffProvider(tenant) ? (
        <form action={startStaffLogIn} className="ms-stack">
          <p>{t('admin:log-in.text')}</p>
          <input type="hidden" name="next" value={next} />
          <SubmitButton pendingText={t('common:working')}>{t('admin:log-in.button')}</SubmitButton>
        </form>
      ) : (
        <p>{t('admin:log-in.none')}</p>
      )}
    </>
  );
}
