import type { Metadata } from 'next';
import { FileState } from '@/components/forms/file-state';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InLanguage } from '@/components/ui/in-language';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { MAX_FILES, MAX_TEXT } from '@/lib/cases/domain/supplement';
import { getSupplement, type SupplementView } from '@/lib/cases/queries/get-supplement';
import { fileStateTexts, saveTexts } from '@/lib/catalogue/domain/form-texts';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { acceptedFiles, MAX_FILE_BYTES } from '@/lib/platform/upload';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { autosaveSupplement, postSupplement } from './actions';
import { SupplementForm } from './form';

interface Props extends ResidentParams<{ caseId: string; supplementId: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:supplement.title') };
}

/** What is asked for and by when, with the form for the answer; afterwards what was sent and how far it has come. */
export default async function SupplementPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getSupplement(actor, path, lang));
  const { kept } = await props.searchParams;
  return (
    <>
      <BackLink href={href(lang, `/cases/${found.case.id}`)}>{t('cases:supplement.back')}</BackLink>
      <PageHeading caption={caption(found, lang, t)}>{t(heading(found))}</PageHeading>
      {found.status === 'asked' ? (
        <Open found={found} kept={kept === 'yes'} lang={lang} t={t} />
      ) : found.status === 'withdrawn' ? (
        <Alert title={t('cases:supplement.title-withdrawn')}>{t('cases:supplement.withdrawn-text')}</Alert>
      ) : (
        <Sent found={found} lang={lang} t={t} />
      )}
    </>
  );
}

const caption = ({ case: { title, number } }: SupplementView, lang: Language, t: Translate) => (
  <>
    <InLanguage lang={title.lang} on={lang}>
      {title.text}
    </InLanguage>{' '}
    · <bdi>{t('cases:case.number', { number })}</bdi>
  </>
);

const heading = ({ status }: SupplementView) =>
  status === 'asked'
    ? 'cases:supplement.title'
    : status === 'withdrawn'
      ? 'cases:supplement.title-withdrawn'
      : 'cases:supplement.title-answered';

function Request({
  found: { request, askedAt },
  lang,
  t,
}: {
  found: SupplementView;
  lang: Language;
  t: Translate;
}) {
  return (
    <Prose>
      <h2>{t('cases:supplement.why')}</h2>
      {/* As they were written, line breaks too: an officer's words are Swedish, the portal's own in her language. */}
      <p lang={request.language ?? 'sv'} dir="auto" className="ms-as-written">
        {request.text}
      </p>
      <h2>{t('cases:supplement.items')}</h2>
      <ul lang={request.language ?? 'sv'} dir="auto">
        {request.items.map(({ id, text }) => (
          <li key={id} className="ms-as-written">
            {text}
          </li>
        ))}
      </ul>
      <p>{t('cases:supplement.asked', { date: dateText(dateInSweden(askedAt), lang) })}</p>
    </Prose>
  );
}

function Open({
  found,
  kept,
  lang,
  t,
}: {
  found: SupplementView;
  kept: boolean;
  lang: Language;
  t: Translate;
}) {
  const date = dateText(found.dueOn, lang);
  const place = { caseId: found.case.id, supplementId: found.id };
  return (
    <>
      {kept && (
        <Alert kind="success" live="status">
          {t('cases:supplement.saved')}
        </Alert>
      )}
      {found.due.state === 'late' ? (
        <Alert kind="warning" title={t('cases:supplement.late-title', { date })}>
          {t('cases:supplement.late-text')}
        </Alert>
      ) : (
        <p className="ms-lead">
          {t('cases:supplement.due-away', { date, away: daysAwayText(found.dueOn, found.today, lang) })}
        </p>
      )}
      <Request found={found} lang={lang} t={t} />
      <SupplementForm
        action={postSupplement.bind(null, place)}
        autosave={autosaveSupplement.bind(null, place)}
        latestHref={href(lang, `/cases/${place.caseId}/supplements/${place.supplementId}`)}
        draft={found.answer}
        version={found.version}
        files={found.files.map(({ id, name, state }) => ({
          id,
          name,
          state,
          remove: t('cases:supplement.remove', { name }),
        }))}
        accept={acceptedFiles()}
        maxText={MAX_TEXT}
        texts={{
          heading: t('cases:supplement.form'),
          text: t('cases:supplement.text'),
          textHelp: t('cases:supplement.text-help'),
          files: t('cases:supplement.files'),
          filesHelp: t('cases:supplement.files-help', {
            count: MAX_FILES,
            max: MAX_FILE_BYTES / 1024 / 1024,
          }),
          upload: t('cases:supplement.upload'),
          uploaded: t('cases:supplement.uploaded'),
          chooseAgain: t('cases:supplement.choose-again'),
          whatHappens: t('cases:supplement.what-happens'),
          send: t('cases:supplement.send'),
          sending: t('cases:supplement.sending'),
          save: t('cases:supplement.save'),
          stale: {
            title: t('cases:supplement.stale-title'),
            text: t('cases:supplement.stale-text'),
            keepMine: t('cases:supplement.stale-keep-mine'),
            showLatest: t('cases:supplement.stale-show-latest'),
          },
          saving: saveTexts(t),
          fileStates: fileStateTexts(t),
        }}
      />
    </>
  );
}

function Sent({ found, lang, t }: { found: SupplementView; lang: Language; t: Translate }) {
  const { answeredAt, status, wasLate, answer, files } = found;
  return (
    <>
      <Alert kind="success" title={t('cases:supplement.sent-title')}>
        {answeredAt && <p>{t('cases:supplement.sent-text', { when: instantText(answeredAt, lang) })}</p>}
        <p>
          {t(status === 'received' ? 'cases:supplement.sent-office' : 'cases:supplement.sent-not-office')}
        </p>
        {wasLate && <p>{t('cases:supplement.sent-late')}</p>}
      </Alert>
      <Prose>
        <h2>{t('cases:supplement.your-text')}</h2>
        {answer ? (
          <p dir="auto" className="ms-as-written">
            {answer}
          </p>
        ) : (
          <p>{t('cases:supplement.no-text')}</p>
        )}
        {files.length > 0 && (
          <>
            <h2>{t('cases:supplement.your-files')}</h2>
            <ul>
              {files.map(({ id, name, state }) => (
                <li key={id}>
                  {state === 'waiting' || state === 'infected' ? (
                    <bdi>{name}</bdi>
                  ) : (
                    <a href={`/api/files/${id}`}>
                      <bdi>{name}</bdi>
                    </a>
                  )}{' '}
                  <FileState state={state} texts={fileStateTexts(t)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Prose>
      <Request found={found} lang={lang} t={t} />
    </>
  );
}
