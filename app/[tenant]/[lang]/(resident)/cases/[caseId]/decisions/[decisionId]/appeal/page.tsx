import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type AboutAppeal, AppealFacts } from '@/components/cases/appeal-content';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { MAX_FILES } from '@/lib/cases/domain/supplement';
import { type AppealDraftView, getAppealDraft } from '@/lib/cases/queries/get-appeal-draft';
import { fileStateTexts, saveTexts } from '@/lib/catalogue/domain/form-texts';
import { dateText, daysAwayText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { acceptedFiles, MAX_FILE_BYTES } from '@/lib/platform/upload';
import { orNotFound } from '../../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../../resident-page';
import { autosaveAppeal, postAppeal } from './actions';
import { type AppealFieldView, AppealForm } from './form';

interface Props extends ResidentParams<{ caseId: string; decisionId: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('appeals:title') };
}

/** An appeal, written: what the law wants in it that isn't known already, and by when. */
export default async function AppealPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const decision = href(lang, `/cases/${path.caseId}/decisions/${path.decisionId}`);
  const found = await orNotFound(getAppealDraft(actor, path, lang));
  // It can't be appealed here, or she hasn't opened it: the decision's own page says what can be done.
  if (!found) redirect(decision);
  const { kept } = await props.searchParams;
  return (
    <>
      <BackLink href={decision}>{t('appeals:back-to-decision')}</BackLink>
      <PageHeading lead={t('appeals:lead')}>{t('appeals:title')}</PageHeading>
      {kept === 'yes' && (
        <Alert kind="success" live="status">
          {t('appeals:saved')}
        </Alert>
      )}
      <LastDay found={found} lang={lang} t={t} />
      <Section id="known" title={t('appeals:known-title')}>
        <p>{t('appeals:known-text')}</p>
        <AppealFacts about={aboutOf(found)} lang={lang} />
      </Section>
      <AppealForm
        action={postAppeal.bind(null, path)}
        autosave={autosaveAppeal.bind(null, path)}
        latestHref={`${decision}/appeal`}
        fields={fieldsOf(found, t)}
        draft={found.draft}
        version={found.version}
        files={found.files.map(({ id, name, state }) => ({
          id,
          name,
          state,
          remove: t('appeals:remove', { name }),
        }))}
        accept={acceptedFiles()}
        texts={{
          heading: t('appeals:form'),
          files: t('appeals:files-label'),
          filesHelp: t('appeals:files-help', { count: MAX_FILES, max: MAX_FILE_BYTES / 1024 / 1024 }),
          upload: t('appeals:upload'),
          uploaded: t('appeals:files'),
          chooseAgain: t('appeals:choose-again'),
          send: t('appeals:next'),
          sending: t('appeals:saving'),
          save: t('appeals:save'),
          stale: {
            title: t('appeals:stale.title'),
            text: t('appeals:stale.text'),
            keepMine: t('appeals:stale.keep-mine'),
            showLatest: t('appeals:stale.show-latest'),
          },
          saving: saveTexts(t),
          fileStates: fileStateTexts(t),
        }}
      />
    </>
  );
}

const aboutOf = ({ case: { title, number }, decidedOn, name, nationalId }: AppealDraftView): AboutAppeal => ({
  title,
  caseNumber: number,
  decidedOn,
  name,
  nationalId,
});

function LastDay({
  found: { lastOn, today },
  lang,
  t,
}: {
  found: AppealDraftView;
  lang: Language;
  t: Translate;
}) {
  if (!lastOn) return null;
  const date = dateText(lastOn, lang);
  if (lastOn < today) {
    return (
      <Alert kind="warning" title={t('appeals:late-title', { date })}>
        {t('appeals:late')}
      </Alert>
    );
  }
  return <Alert>{t('appeals:last-day-left', { date, away: daysAwayText(lastOn, today, lang) })}</Alert>;
}

function fieldsOf({ protectedIdentity }: AppealDraftView, t: Translate): AppealFieldView[] {
  const optional = t('common:optional');
  const long = (name: 'change' | 'reasons' | 'evidence', rows: number) => ({
    name,
    label: t(`appeals:${name}`),
    description: t(`appeals:${name}-help`),
    rows,
  });
  return [
    long('change', 4),
    long('reasons', 8),
    { ...long('evidence', 4), optional },
    {
      name: 'address',
      label: t('appeals:address'),
      description: t(protectedIdentity ? 'appeals:address-protected' : 'appeals:address-help'),
      optional,
      rows: 2,
      autoComplete: 'street-address',
    },
    {
      name: 'phone',
      label: t('appeals:phone'),
      optional,
      type: 'tel',
      autoComplete: 'tel',
    },
    {
      name: 'email',
      label: t('appeals:email'),
      optional,
      type: 'email',
      autoComplete: 'email',
    },
  ];
}
