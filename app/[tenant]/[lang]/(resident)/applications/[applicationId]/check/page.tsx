import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AwaitFiles } from '@/components/forms/await-files';
import { GoneAnswers } from '@/components/forms/move-notice';
import { inputOf, problemText } from '@/components/forms/problem-text';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { Heading } from '@/components/ui/heading';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { openDraft } from '@/lib/applications/commands/open-draft';
import { originText } from '@/lib/applications/domain/origin-text';
import type { AnswerRow } from '@/lib/applications/domain/summary';
import { getApplicationSummary } from '@/lib/applications/queries/get-application-summary';
import type { ReturnedDraft } from '@/lib/applications/queries/returned-draft-in-tx';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { spokenIn } from '@/lib/kernel/said';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { goToSigning } from './actions';

type Props = ResidentParams<{ applicationId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('applications:check.title') };
}

/** Every question and answer before signing, each with its way back, and first of all what is missing. */
export default async function CheckPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId } = path;
  const here = `/applications/${applicationId}`;
  await openDraft(actor, { applicationId, language: lang });
  const summary = await orNotFound(getApplicationSummary(actor, { applicationId, language: lang }));
  if (summary.kind === 'submitted') redirect(href(lang, `${here}/receipt`));
  const { sections, origins, unready, previous, serviceName, language, files, returned, move } = summary;
  const infected = files.filter(({ state }) => state === 'infected');
  const spoken = texts(language);
  const originOf = ({ field }: AnswerRow) => {
    const origin = origins[field];
    return origin && originText(origin, language, spoken);
  };
  const change = (page: string, field = '') =>
    href(lang, `${here}/${page}?from=check${field && `#${field}`}`);
  const lookAgain = move?.lookAgain ?? [];
  const isReady = unready.length === 0 && lookAgain.length === 0;
  return (
    <>
      {previous && <BackLink href={href(lang, `${here}/${previous}`)}>{t('common:back')}</BackLink>}
      <PageHeading
        caption={
          <InLanguage lang={language} on={lang}>
            {serviceName}
          </InLanguage>
        }
        lead={t(isReady ? 'applications:check.lead' : 'applications:check.not-ready')}
      >
        {t('applications:check.title')}
      </PageHeading>
      {returned && <ReturnedAlert returned={returned} t={t} />}
      {!isReady && (
        <Alert kind="warning" title={t('applications:check.missing-title')}>
          <ul {...spokenIn(language, lang)}>
            {unready.flatMap(({ page, problems }) =>
              problems.map((problem) => (
                <li key={`${page.slug} ${inputOf(problem)}`}>
                  <TextLink href={change(page.slug, inputOf(problem))}>
                    {problemText(problem, page, pageTexts(spoken))}
                  </TextLink>
                </li>
              )),
            )}
            {lookAgain.map(({ slug, title }) => (
              <li key={slug}>
                <TextLink href={change(slug)}>
                  {spoken('applications:move.look-again', { page: title })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {infected.length > 0 && (
        <Alert kind="warning" title={t('applications:check.infected-title')}>
          <ul>
            {infected.map(({ id, name, page, field }) => (
              <li key={id}>
                <TextLink href={change(page, field)}>{t('applications:check.infected', { name })}</TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {files.some(({ state }) => state === 'waiting') && (
        <>
          <p role="status">{t('applications:check.waiting')}</p>
          <AwaitFiles />
        </>
      )}
      {move && (
        <div {...spokenIn(language, lang)}>
          <GoneAnswers gone={move.gone} t={spoken} />
        </div>
      )}
      {sections.map((section) => (
        <div key={section.page} {...spokenIn(language, lang)}>
          <Section id={`section-${section.page}`} title={section.title}>
            {section.groups.map((group, index) => (
              <div key={group.title ?? index}>
                {group.title && <Heading level={3}>{group.title}</Heading>}
                <SummaryList
                  rows={group.rows.map((row) =>
                    asRow(row, {
                      origin: originOf(row),
                      changeHref: change(section.page, row.field),
                      t: spoken,
                    }),
                  )}
                />
              </div>
            ))}
          </Section>
        </div>
      ))}
      {isReady && (
        <form action={goToSigning.bind(null, applicationId)} className="ms-stack">
          <p>{t(summary.isShared ? 'signatures:before.next' : 'applications:check.next')}</p>
          <div>
            <SubmitButton pendingText={t('common:working')} size="lg" iconAfter="arrow">
              {t('applications:check.sign')}
            </SubmitButton>
          </div>
        </form>
      )}
    </>
  );
}

/** Why it is here again, after others were asked to sign it. */
function ReturnedAlert({ returned: { reason, who, said }, t }: { returned: ReturnedDraft; t: Translate }) {
  const names = who.join(', ');
  return (
    <Alert
      kind={reason === 'taken-back' ? 'info' : 'warning'}
      title={t(`signatures:returned.${reason}-title`, { who: names })}
    >
      {said && (
        <>
          <p>{t('signatures:returned.said', { who: names })}</p>
          <p className="ms-as-written">
            <bdi>{said}</bdi>
          </p>
        </>
      )}
      <p>{t(`signatures:returned.${reason}-text`)}</p>
    </Alert>
  );
}

const asRow = (
  row: AnswerRow,
  { origin, changeHref, t }: { origin: string | undefined; changeHref: string; t: Translate },
): SummaryRow => ({
  term: row.question,
  value: row.missing ? (
    <Tag color="warning">{t('applications:check.missing')}</Tag>
  ) : (
    <>
      {/* Each line runs its own way: in an Arabic page the groups of a telephone number would else change places. */}
      {row.answer.map((line, index) => (
        <div key={index}>
          <bdi>{line}</bdi>
        </div>
      ))}
      {origin && <div className="ms-summary-help">{origin}</div>}
    </>
  ),
  change: { href: changeHref, text: t('common:change'), hidden: row.question },
});
