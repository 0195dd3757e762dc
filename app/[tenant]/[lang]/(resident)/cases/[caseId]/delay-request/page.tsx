import type { Metadata } from 'next';
import { CaseCaption } from '@/components/cases/case-caption';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { type DelayRequest, MAX_REASONS } from '@/lib/cases/domain/delay';
import { type DelayRequestView, getDelayRequest } from '@/lib/cases/queries/get-delay-request';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { postDelayRequest } from './actions';
import { DelayRequestForm } from './form';

type Props = ResidentParams<{ caseId: string }>;
interface Words {
  lang: Language;
  t: Translate;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('case-rights:delay.may-action') };
}

/** FL 12 §: asking that the case be decided, when and only when it may be done; afterwards what was asked and when. */
export default async function DelayRequestPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getDelayRequest(actor, path.caseId, lang));
  const { delay } = found;
  const words = { lang, t };
  return (
    <>
      <BackLink href={href(lang, `/cases/${path.caseId}`)}>{t('case-rights:delay.back')}</BackLink>
      <PageHeading caption={<CaseCaption of={found.case} lang={lang} />}>
        {t(found.sent ? 'case-rights:delay.asked-title' : 'case-rights:delay.may-action')}
      </PageHeading>
      {found.sent && <Sent found={found} sent={found.sent} {...words} />}
      {found.answeredBy && <Answered found={found} decisionId={found.answeredBy} {...words} />}
      {delay?.state === 'may' && (
        <Form found={found} delay={delay} municipality={(await getTenant(actor.tenantId)).name} {...words} />
      )}
      {delay?.state === 'not-yet' && (
        <p className="ms-lead">
          {t('case-rights:delay.not-yet', {
            from: dateText(delay.from, lang),
            received: dateText(found.case.receivedOn, lang),
          })}
        </p>
      )}
      {(delay === null || delay.state === 'no') && !found.sent && (
        <p className="ms-lead">{t('case-rights:delay.no')}</p>
      )}
    </>
  );
}

function Form({
  found,
  delay,
  municipality,
  lang,
  t,
}: {
  found: DelayRequestView;
  delay: Extract<DelayRequest, { state: 'may' | 'not-yet' }>;
  municipality: string;
} & Words) {
  const weeks = t('cases:outlook.weeks', { count: delay.answerWeeks });
  return (
    <>
      <p className="ms-lead">
        {t('case-rights:delay.lead', {
          received: dateText(found.case.receivedOn, lang),
          from: dateText(delay.from, lang),
        })}
      </p>
      <Prose>
        <h2>{t('case-rights:delay.how-title')}</h2>
        <ul>
          <li>{t('case-rights:delay.how-1')}</li>
          <li>{t('case-rights:delay.how-2', { weeks })}</li>
          <li>{t('case-rights:delay.how-3')}</li>
          <li>{t('case-rights:delay.how-4')}</li>
        </ul>
      </Prose>
      <DelayRequestForm
        action={postDelayRequest.bind(null, found.case.id)}
        rows={[
          { term: t('case-rights:delay.row-case'), value: isolated(found.case.number) },
          { term: t('case-rights:delay.row-to'), value: municipality },
          { term: t('case-rights:delay.row-what'), value: t('case-rights:delay.row-what-text') },
        ]}
        words={{
          reasons: t('case-rights:delay.reasons'),
          help: t('case-rights:delay.reasons-help', { max: MAX_REASONS }),
          optional: t('common:optional'),
          check: t('case-rights:delay.check'),
          checkTitle: t('case-rights:delay.check-title'),
          written: t('case-rights:delay.row-reasons'),
          nothing: t('case-rights:delay.row-none'),
          send: t('case-rights:delay.send'),
          sending: t('cases:supplement.sending'),
          change: t('case-rights:delay.change'),
          errorTitle: t('common:error-summary.title', { count: 1 }),
        }}
      />
    </>
  );
}

function Sent({
  found,
  sent,
  lang,
  t,
}: { found: DelayRequestView; sent: NonNullable<DelayRequestView['sent']> } & Words) {
  const date = dateText(sent.answerBy, lang);
  const isWaiting = found.delay?.state === 'asked';
  return (
    <>
      <Alert kind="success" title={t('case-rights:delay.sent-title')}>
        <p>{t('case-rights:delay.sent-text', { when: instantText(sent.at, lang) })}</p>
        <p>{t(sent.receivedAt ? 'case-rights:delay.sent-office' : 'case-rights:delay.sent-not-office')}</p>
      </Alert>
      {isWaiting && (
        <p className="ms-lead">
          {t(`case-rights:delay.asked-${sent.answerBy < found.today ? 'passed' : 'text'}`, { date })}
        </p>
      )}
      <Section id="written" title={t('case-rights:delay.your-text')}>
        {sent.reasons ? (
          <p dir="auto" className="ms-as-written">
            {sent.reasons}
          </p>
        ) : (
          <p>{t('case-rights:delay.row-none')}</p>
        )}
      </Section>
    </>
  );
}

function Answered({ found, decisionId, lang, t }: { found: DelayRequestView; decisionId: string } & Words) {
  return (
    <Alert>
      <p>{t('case-rights:delay.answered')}</p>
      <ButtonLink
        href={href(lang, `/cases/${found.case.id}/decisions/${decisionId}`)}
        variant="secondary"
        iconAfter="arrow"
      >
        {t('case-rights:delay.answered-action')}
      </ButtonLink>
    </Alert>
  );
}
