import type { Metadata } from 'next';
import { CaseCaption } from '@/components/cases/case-caption';
import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList } from '@/components/ui/summary-list';
import { type AppealView, type DecisionView, getDecision } from '@/lib/cases/queries/get-decision';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import type { TenantView } from '@/lib/tenants/queries/list-tenants';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { openDecisionAction } from './actions';
import { AppealSteps, DecisionChain } from './aftermath';
import { AppealSection } from './appeal-section';

type Props = ResidentParams<{ caseId: string; decisionId: string }>;
type Opened = Extract<DecisionView, { isOpened: true }>;
interface Words {
  lang: Language;
  t: Translate;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:decision.title') };
}

/** Before it is opened: what opening means, and the button. After: what was decided and what she can do about it. */
export default async function DecisionPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const [found, tenant] = await Promise.all([
    orNotFound(getDecision(actor, path, lang)),
    getTenant(actor.tenantId),
  ]);
  const words = { lang, t };
  return (
    <>
      <BackLink href={href(lang, `/cases/${found.case.id}`)}>{t('cases:decision.back')}</BackLink>
      {found.isOpened ? (
        <OpenedDecision found={found} tenant={tenant} {...words} />
      ) : (
        <SealedDecision found={found} {...words} />
      )}
    </>
  );
}

function SealedDecision({ found, lang, t }: { found: DecisionView } & Words) {
  return (
    <>
      <PageHeading
        caption={<CaseCaption of={found.case} lang={lang} />}
        lead={t('cases:decision.sealed-lead', { date: dateText(dateInSweden(found.arrivedAt), lang) })}
      >
        {t('cases:decision.sealed-title')}
      </PageHeading>
      <Prose>
        <h2>{t('cases:decision.opening-title')}</h2>
        <ul>
          <li>{t('cases:decision.opening-1')}</li>
          <li>{appealTime(found.appeal, lang, t)}</li>
          <li>{t('cases:decision.opening-3')}</li>
          <li>{t('cases:decision.opening-4')}</li>
        </ul>
      </Prose>
      <ActionForm action={openDecisionAction.bind(null, found.id)}>
        <SubmitButton size="lg" pendingText={t('cases:decision.opening')}>
          {t('cases:decision.open')}
        </SubmitButton>
      </ActionForm>
    </>
  );
}

/** What opening means for the time to appeal: often everything, sometimes nothing. */
function appealTime(appeal: AppealView, lang: Language, t: Translate): string {
  switch (appeal.kind) {
    case 'administrative':
      return t('cases:decision.opening-2', { weeks: t('cases:outlook.weeks', { count: appeal.weeks }) });
    case 'legality':
      return t('cases:decision.opening-2-legality', { date: dateText(appeal.lastOn, lang) });
    case 'none':
      return t('cases:decision.opening-2-none');
  }
}

/** What is decided, in a few words, and what it means: of the case, of what she asked, or of her appeal. */
function titleOf(matter: Opened['matter'], outcome: Opened['outcome'], t: Translate): string {
  if (matter === 'delay_request') return t('case-rights:delay.decision-title');
  return matter === 'appeal' ? t('appeals:dismissed-title') : t(`cases:decision.outcome.${outcome}`);
}

function meaningOf(matter: Opened['matter'], outcome: Opened['outcome'], t: Translate): string {
  if (matter === 'delay_request') return t('case-rights:delay.decision-means');
  return matter === 'appeal' ? t('appeals:dismissed-means') : t(`cases:decision.means-text.${outcome}`);
}

function OpenedDecision({ found, tenant, lang, t }: { found: Opened; tenant: TenantView } & Words) {
  const { matter, outcome, content, decidedOn, openedAt, file } = found;
  const day = (date: typeof decidedOn) => dateText(date, lang);
  return (
    <>
      <PageHeading caption={<CaseCaption of={found.case} lang={lang} />}>
        {titleOf(matter, outcome, t)}
      </PageHeading>
      <DecisionChain found={found} lang={lang} t={t} />
      <Section id="means" title={t('cases:decision.means')}>
        <p>{meaningOf(matter, outcome, t)}</p>
      </Section>
      <Section id="decided" title={t('cases:decision.decided')}>
        {/* The officer's own words: in Swedish, with the line breaks they were written with. */}
        <p lang="sv" dir="auto" className="ms-as-written">
          {content.decided}
        </p>
        <SummaryList
          rows={[
            { term: t('cases:decision.decided-on'), value: day(decidedOn) },
            ...(content.validFrom
              ? [{ term: t('cases:decision.valid-from'), value: day(content.validFrom) }]
              : []),
            ...(content.lawReference
              ? [{ term: t('cases:decision.law'), value: <span lang="sv">{content.lawReference}</span> }]
              : []),
            { term: t('cases:decision.opened'), value: day(dateInSweden(openedAt)) },
          ]}
        />
      </Section>
      <Section id="reasons" title={t('cases:decision.reasons')}>
        <p lang="sv" dir="auto" className="ms-as-written">
          {content.reasons}
        </p>
      </Section>
      {file && (
        <Section id="document" title={t('cases:decision.document')}>
          {file.state === 'waiting' || file.state === 'infected' ? (
            <p>{t(`cases:decision.document-${file.state}`)}</p>
          ) : (
            <p>
              <ButtonLink href={`/api/files/${file.id}`} variant="secondary" icon="document">
                {t('cases:decision.download')}
              </ButtonLink>
            </p>
          )}
        </Section>
      )}
      <AppealSteps found={found} lang={lang} t={t} />
      <AppealSection found={found} tenant={tenant} lang={lang} t={t} />
    </>
  );
}
