import type { Metadata } from 'next';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { ErrorSummary } from '@/components/ui/error-summary';
import { PageHeading } from '@/components/ui/page-heading';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { dismissals } from '@/lib/back-office/domain/inbox';
import { reasonKind } from '@/lib/back-office/domain/inbox-reason';
import { getParkedMessage, type ParkedView } from '@/lib/back-office/queries/get-parked-message';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { orNotFound } from '../../../../../../(resident)/not-found-page';
import { adminPage, adminTexts } from '../../../../../admin-page';
import { correct, dismiss, rerun } from '../actions';
import { CorrectForm } from './correct-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('inbox:one-title') };
}

interface Props {
  params: Promise<{ systemId: string; inboxId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One message that did not fit: why, what can be done about it, and what it says. Opening it is a reading. */
export default async function ParkedMessagePage({ params, searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ systemId, inboxId }, { again, choose }] = await Promise.all([params, searchParams]);
  const view = await orNotFound(getParkedMessage(actor, systemId, inboxId));
  const kind = reasonKind(view.reason);
  const which = (
    <>
      <input type="hidden" name="system" value={systemId} />
      <input type="hidden" name="message" value={inboxId} />
    </>
  );
  return (
    <>
      <ErrorSummary
        title={t('common:error-summary.title', { count: 1 })}
        errors={choose === undefined ? [] : [{ fieldId: 'why', message: t('inbox:dismiss.choose') }]}
      />
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[
          { href: href(lang, '/admin/systems'), text: t('systems:title') },
          { href: href(lang, `/admin/systems/${systemId}`), text: view.systemName },
          { href: href(lang, `/admin/systems/${systemId}/inbox`), text: t('inbox:title') },
        ]}
      />
      <PageHeading lead={t(`inbox:why.${kind}`)}>{t(`inbox:operations.${view.operation}`)}</PageHeading>
      {again !== undefined && (
        <Alert kind="warning" live="alert">
          {t('inbox:outcome.again')}
        </Alert>
      )}
      <Section id="todo" title={t('inbox:todo-title')}>
        <p>{t(`inbox:todo.${kind}`)}</p>
        <Facts view={view} lang={lang} t={t} />
      </Section>
      <Section id="rerun" title={t('inbox:rerun.title')}>
        <p>{t('inbox:rerun.lead')}</p>
        <form action={rerun}>
          {which}
          <SubmitButton pendingText={t('common:working')}>{t('inbox:rerun.button')}</SubmitButton>
        </form>
      </Section>
      <Section id="correct" title={t('inbox:correct.title')}>
        <p>{t('inbox:correct.lead')}</p>
        <CorrectForm
          action={correct}
          hidden={which}
          content={view.content}
          caseNumber={view.namesCase ? (view.caseNumber ?? '') : null}
          words={{
            errorTitle: t('inbox:correct.error-title'),
            caseNumber: t('inbox:correct.case-number'),
            caseHint: t('inbox:correct.case-hint', { system: view.systemName }),
            content: t('inbox:correct.content'),
            contentHint: t('inbox:correct.content-hint'),
            button: t('inbox:correct.button'),
            working: t('common:working'),
          }}
        />
      </Section>
      <Section id="dismiss" title={t('inbox:dismiss.title')}>
        <p>{t('inbox:dismiss.lead')}</p>
        <form action={dismiss} className="ms-stack">
          {which}
          <RadioGroup
            name="why"
            label={t('inbox:dismiss.why')}
            error={choose === undefined ? undefined : t('inbox:dismiss.choose')}
            options={dismissals.map((value) => ({ value, label: t(`inbox:dismiss.reasons.${value}`) }))}
          />
          <SubmitButton variant="secondary" pendingText={t('common:working')}>
            {t('inbox:dismiss.button')}
          </SubmitButton>
        </form>
      </Section>
    </>
  );
}

function Facts({ view, lang, t }: { view: ParkedView; lang: StaffLanguage; t: Translate }) {
  const { caseNumber, params, reason, fields, receivedAt, triedAt, attempts, officer } = view;
  const wrong = Object.entries(fields).map(([name, problem]) => `${name}: ${problem}`);
  const rows = [
    { term: t('inbox:columns.case'), value: caseNumber ?? t('inbox:no-case') },
    ...params.map(({ name, value }) => ({ term: name, value: <bdi>{value}</bdi> })),
    { term: t('inbox:facts.code'), value: [reason, ...wrong].join(', ') },
    ...(officer ? [{ term: t('inbox:facts.officer'), value: officer }] : []),
    { term: t('inbox:columns.since'), value: <InstantText at={receivedAt} lang={lang} /> },
    { term: t('inbox:facts.tried'), value: <InstantText at={triedAt} lang={lang} /> },
    { term: t('inbox:columns.attempts'), value: attempts },
  ];
  return <SummaryList rows={rows} />;
}
