import type { Metadata } from 'next';
import { CaseCaption } from '@/components/cases/case-caption';
import { contactWords } from '@/components/layout/contact-card';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { MAX_WITHDRAWAL_TEXT, type Withdrawing } from '@/lib/cases/domain/withdrawal';
import { type WithdrawalPage as Found, getWithdrawal } from '@/lib/cases/queries/get-withdrawal';
import { instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { postWithdrawal } from './actions';
import { WithdrawForm } from './form';

type Props = ResidentParams<{ caseId: string }>;
interface Words {
  found: Found;
  lang: Language;
  t: Translate;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('case-rights:withdraw.title') };
}

/** What taking the application back leads to, first of all; then the form, where it may be done; and what has been sent. */
export default async function WithdrawPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const [found, tenant] = await Promise.all([
    orNotFound(getWithdrawal(actor, path.caseId, lang)),
    getTenant(actor.tenantId),
  ]);
  const { number } = found.case;
  const contact = contactWords(tenant.profile, lang);
  const words = { found, lang, t };
  return (
    <>
      <BackLink href={href(lang, `/cases/${path.caseId}`)}>{t('case-rights:delay.back')}</BackLink>
      <PageHeading caption={<CaseCaption of={found.case} lang={lang} />}>
        {t('case-rights:withdraw.title')}
      </PageHeading>
      {found.sent.length > 0 && <Sent {...words} />}
      {found.withdrawing.may ? (
        <Write withdrawing={found.withdrawing} {...words} />
      ) : (
        <p className="ms-lead">{t(`case-rights:withdraw.not.${found.withdrawing.why}`)}</p>
      )}
      {(found.withdrawing.may || found.withdrawing.why !== 'done') && (
        <p>
          {found.officer?.phone
            ? t('case-rights:withdraw.call-officer', {
                name: found.officer.name ?? found.officer.unit,
                phone: isolated(found.officer.phone),
                number: isolated(number),
              })
            : t('case-rights:withdraw.call', { ...contact, number: isolated(number) })}
        </p>
      )}
    </>
  );
}

function Write({ found, withdrawing, t }: Words & { withdrawing: Extract<Withdrawing, { may: true }> }) {
  const { prepared } = found;
  const { document } = prepared ?? {};
  return (
    <>
      <Prose>
        <h2>{t('case-rights:withdraw.leads-title')}</h2>
        <ul>
          {withdrawing.endsCase ? (
            <>
              <li>{t('case-rights:withdraw.leads-all')}</li>
              {found.case.hasOpenSupplements && <li>{t('case-rights:withdraw.leads-supplements')}</li>}
            </>
          ) : (
            <li>{t('case-rights:withdraw.leads-several')}</li>
          )}
          <li>{t('case-rights:withdraw.leads-part')}</li>
          <li>{t('case-rights:withdraw.leads-undo')}</li>
          <li>{t('case-rights:withdraw.leads-sign')}</li>
        </ul>
      </Prose>
      <Section id="withdraw" title={t('case-rights:withdraw.form-title')}>
        <WithdrawForm
          action={postWithdrawal.bind(null, found.case.id)}
          before={
            document
              ? {
                  scope: document.scope,
                  drops: document.drops ?? '',
                  keeps: document.keeps ?? '',
                  reason: document.reason ?? '',
                }
              : null
          }
          errorTitles={[1, 2].map((count) => t('common:error-summary.title', { count }))}
          words={{
            scope: t('case-rights:withdraw.scope'),
            all: t(withdrawing.endsCase ? 'case-rights:withdraw.all' : 'case-rights:withdraw.all-several'),
            part: t('case-rights:withdraw.part'),
            drops: t('case-rights:withdraw.drops'),
            dropsHelp: t('case-rights:withdraw.drops-help', { max: MAX_WITHDRAWAL_TEXT }),
            keeps: t('case-rights:withdraw.keeps'),
            keepsHelp: t('case-rights:withdraw.keeps-help'),
            reason: t('case-rights:withdraw.reason'),
            reasonHelp: t('case-rights:withdraw.reason-help'),
            optional: t('common:optional'),
            next: t('case-rights:withdraw.next'),
            working: t('common:working'),
          }}
        />
      </Section>
    </>
  );
}

/** The receipt: what she took back and when, and whether the officers have it. */
function Sent({ found, lang, t }: Words) {
  return found.sent.map(({ id, scope, drops, keeps, reason, sentAt, receivedAt }) => (
    <section key={id} className="ms-stack">
      <Alert kind="success" title={t(`case-rights:withdraw.sent-${scope}`)}>
        <p>{t('case-rights:withdraw.sent-at', { when: instantText(sentAt, lang) })}</p>
        <p>{t(`case-rights:withdraw.sent-${receivedAt ? 'office' : 'not-office'}`)}</p>
      </Alert>
      {(drops || keeps || reason) && (
        <SummaryList
          rows={[
            ...(drops ? [{ term: t('case-rights:withdraw.sent-drops'), value: asWritten(drops) }] : []),
            ...(keeps ? [{ term: t('case-rights:withdraw.sent-keeps'), value: asWritten(keeps) }] : []),
            ...(reason ? [{ term: t('case-rights:withdraw.sent-reason'), value: asWritten(reason) }] : []),
          ]}
        />
      )}
    </section>
  ));
}

const asWritten = (text: string) => (
  <span dir="auto" className="ms-as-written">
    {text}
  </span>
);
