import type { Metadata } from 'next';
import { AnswerForm } from '@/components/cases/answer-form';
import { answerTexts } from '@/components/cases/answer-texts';
import { CaseCaption } from '@/components/cases/case-caption';
import { SentFiles } from '@/components/cases/sent-files';
import { ActionForm } from '@/components/forms/action-form';
import { Section } from '@/components/layout/section';
import { LiveUpdates } from '@/components/live/live-updates';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { SubmitButton } from '@/components/ui/submit-button';
import { openCommentMaterial } from '@/lib/cases/commands/open-comment-material';
import { mayComment, THE_COMMENT } from '@/lib/cases/domain/comment-round';
import { type CommentRoundView, getCommentRound } from '@/lib/cases/queries/get-comment-round';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { isLook } from '@/lib/platform/request';
import { acceptedFiles, MAX_FILE_BYTES } from '@/lib/platform/upload';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { MoreTimeNote } from '../../more-time-note';
import { autosaveComment, postComment, sayNothingToAdd } from './actions';

interface Props extends ResidentParams<{ caseId: string; roundId: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}
interface Shown {
  found: CommentRoundView;
  lang: Language;
  t: Translate;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:comments.title') };
}

/** What the decision is to build on, until when she may comment, what she has said, and the form while she may say more. */
export default async function CommentsPage(props: Props) {
  const since = now().getTime();
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getCommentRound(actor, path, lang));
  // A page that brings itself up to date is not somebody reading it.
  if (!(await isLook())) await openCommentMaterial(actor, path);
  const { kept } = await props.searchParams;
  const shown = { found, lang, t };
  const isOpen = mayComment(found.status);
  return (
    <>
      <BackLink href={href(lang, `/cases/${found.case.id}`)}>{t('cases:supplement.back')}</BackLink>
      <PageHeading
        caption={<CaseCaption of={found.case} lang={lang} />}
        {...(found.status === 'open' && { lead: t('cases:comments.lead') })}
      >
        {t(heading(found))}
      </PageHeading>
      <LiveUpdates since={since} updated={t('cases:live.updated')} />
      {kept === 'yes' && (
        <Alert kind="success" live="status">
          {t('cases:comments.saved')}
        </Alert>
      )}
      {found.status === 'withdrawn' && <Alert>{t('cases:comments.withdrawn-text')}</Alert>}
      {found.status === 'ended' && <Alert>{t('cases:comments.ended-text')}</Alert>}
      {isOpen && <Received {...shown} />}
      {isOpen && <Due {...shown} />}
      {isOpen && (
        <MoreTimeNote
          found={found}
          page={`/cases/${found.case.id}/comments/${found.id}/more-time`}
          lang={lang}
          t={t}
        />
      )}
      <Material {...shown} />
      {isOpen && <Say {...shown} />}
      <Said {...shown} />
    </>
  );
}

const heading = ({ status }: CommentRoundView) =>
  status === 'withdrawn'
    ? 'cases:comments.title-withdrawn'
    : status === 'open'
      ? 'cases:comments.title'
      : 'cases:comments.title-answered';

/** The receipt of what she said last. */
function Received({ found: { comments }, lang, t }: Shown) {
  const last = comments.at(-1);
  if (!last) return null;
  return (
    <Alert
      kind="success"
      title={t(last.kind === 'comment' ? 'cases:comments.sent-title' : 'cases:comments.nothing-sent-title')}
    >
      <p>{t('cases:supplement.sent-text', { when: instantText(last.sentAt, lang) })}</p>
      <p>{t(last.receivedAt ? 'cases:supplement.sent-office' : 'cases:supplement.sent-not-office')}</p>
      {last.wasLate && <p>{t('cases:comments.sent-late')}</p>}
      <p>{t('cases:comments.may-more')}</p>
    </Alert>
  );
}

function Due({ found: { due, dueOn, today, isExtended, comments, moreTime }, lang, t }: Shown) {
  const date = dateText(dueOn, lang);
  const extended = isExtended && moreTime.requests[0]?.outcome !== 'granted' && (
    <p>{t('cases:comments.extended')}</p>
  );
  if (due.state !== 'late') {
    return (
      <>
        <p className="ms-lead">
          {t('cases:supplement.due-away', { date, away: daysAwayText(dueOn, today, lang) })}
        </p>
        {extended}
      </>
    );
  }
  // Whoever has said what she wanted in time has nothing to be warned of.
  if (comments.length > 0) return null;
  return (
    <Alert kind="warning" title={t('cases:supplement.late-title', { date })}>
      <p>{t('cases:comments.late-text')}</p>
    </Alert>
  );
}

function Material({ found: { material, askedAt }, lang, t }: Shown) {
  if (!material) return null;
  return (
    <Section id="material" title={t('cases:comments.material')}>
      {/* The officer's own words: in Swedish, with the line breaks they were written with. */}
      <p lang="sv" dir="auto" className="ms-as-written">
        {material.text}
      </p>
      {material.files.length > 0 && (
        <Prose>
          <h3>{t('cases:comments.documents')}</h3>
          <SentFiles files={material.files} t={t} />
        </Prose>
      )}
      <p>{t('cases:comments.asked', { date: dateText(dateInSweden(askedAt), lang) })}</p>
    </Section>
  );
}

/** The form; and, until she has said anything, the one button that says that there is nothing to say. */
function Say({ found, lang, t }: Shown) {
  const { comments, draft, version } = found;
  const place = { caseId: found.case.id, roundId: found.id };
  return (
    <>
      <AnswerForm
        action={postComment.bind(null, place)}
        autosave={autosaveComment.bind(null, place)}
        latestHref={href(lang, `/cases/${place.caseId}/comments/${place.roundId}`)}
        version={version}
        items={[
          {
            id: THE_COMMENT,
            draft: draft.text,
            files: draft.files.map(({ id, name, state }) => ({
              id,
              name,
              state,
              remove: t('cases:supplement.remove', { name }),
            })),
          },
        ]}
        accept={acceptedFiles()}
        texts={{
          ...answerTexts(t, MAX_FILE_BYTES / 1024 / 1024),
          heading: t(comments.length > 0 ? 'cases:comments.form-more' : 'cases:comments.form'),
          text: t('cases:comments.text'),
          textHelp: t('cases:comments.text-help'),
          whatHappens: t('cases:comments.what-happens'),
          send: t('cases:comments.send'),
        }}
      />
      {comments.length === 0 && (
        <Section id="nothing" title={t('cases:comments.nothing-title')}>
          <p>{t('cases:comments.nothing-text')}</p>
          <ActionForm action={sayNothingToAdd.bind(null, place)}>
            <SubmitButton size="lg" pendingText={t('cases:supplement.sending')}>
              {t('cases:comments.nothing')}
            </SubmitButton>
          </ActionForm>
        </Section>
      )}
    </>
  );
}

/** What she has said, with its times. */
function Said({ found: { comments }, lang, t }: Shown) {
  if (comments.length === 0) return null;
  return (
    <Section id="said" title={t('cases:comments.said')}>
      <Prose>
        {comments.map(({ id, kind, sentAt, wasLate, text, files }) => (
          <section key={id}>
            <h3>{t('cases:supplement.part', { when: instantText(sentAt, lang) })}</h3>
            {wasLate && <p>{t('cases:supplement.part-late')}</p>}
            {kind === 'nothing_to_add' && <p>{t('cases:comments.said-nothing')}</p>}
            {text && (
              <p dir="auto" className="ms-as-written">
                {text}
              </p>
            )}
            {files.length > 0 && <SentFiles files={files} t={t} />}
          </section>
        ))}
      </Prose>
    </Section>
  );
}
