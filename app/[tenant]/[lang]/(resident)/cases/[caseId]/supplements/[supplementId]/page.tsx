import type { Metadata } from 'next';
import { AnswerForm } from '@/components/cases/answer-form';
import { answerTexts } from '@/components/cases/answer-texts';
import { CaseCaption } from '@/components/cases/case-caption';
import { SentFiles } from '@/components/cases/sent-files';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { Tag } from '@/components/ui/tag';
import { getSupplement, type SupplementView } from '@/lib/cases/queries/get-supplement';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, daysAwayText, instantText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate, texts } from '@/lib/platform/i18n';
import { acceptedFiles, MAX_FILE_BYTES } from '@/lib/platform/upload';
import { orNotFound } from '../../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../../resident-page';
import { MoreTimeNote } from '../../more-time-note';
import { autosaveSupplement, postSupplement } from './actions';

interface Props extends ResidentParams<{ caseId: string; supplementId: string }> {
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('cases:supplement.title') };
}

/** What is asked for and by when, what has been sent and how far that has come, and the form while more is waited for. */
export default async function SupplementPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await orNotFound(getSupplement(actor, path, lang));
  const { kept } = await props.searchParams;
  return (
    <>
      <BackLink href={href(lang, `/cases/${found.case.id}`)}>{t('cases:supplement.back')}</BackLink>
      <PageHeading caption={<CaseCaption of={found.case} lang={lang} />}>{t(heading(found))}</PageHeading>
      {found.status === 'asked' ? (
        <Open found={found} kept={kept === 'yes'} lang={lang} t={t} />
      ) : found.status === 'withdrawn' ? (
        <>
          <Alert title={t('cases:supplement.title-withdrawn')}>{t('cases:supplement.withdrawn-text')}</Alert>
          <Parts found={found} lang={lang} t={t} />
        </>
      ) : (
        <Sent found={found} lang={lang} t={t} />
      )}
    </>
  );
}

const heading = ({ status }: SupplementView) =>
  status === 'asked'
    ? 'cases:supplement.title'
    : status === 'withdrawn'
      ? 'cases:supplement.title-withdrawn'
      : 'cases:supplement.title-answered';

interface Shown {
  found: SupplementView;
  lang: Language;
  t: Translate;
}

function Request({ found: { request, items, askedAt, parts }, lang, t }: Shown) {
  const spoken = request.language ?? 'sv';
  return (
    <Prose>
      <h2>{t('cases:supplement.why')}</h2>
      {/* As they were written, line breaks too: an officer's words are Swedish, the portal's own in her language. */}
      <p lang={spoken} dir="auto" className="ms-as-written">
        {request.text}
      </p>
      <h2>{t('cases:supplement.items')}</h2>
      <ul>
        {items.map(({ id, text, isAnswered }) => (
          <li key={id}>
            <span lang={spoken} dir="auto" className="ms-as-written">
              {text}
            </span>{' '}
            {(parts.length > 0 || items.length > 1) && (
              <Tag color={isAnswered ? 'success' : 'warning'}>
                {t(isAnswered ? 'cases:supplement.item-sent' : 'cases:supplement.item-left')}
              </Tag>
            )}
          </li>
        ))}
      </ul>
      <p>{t('cases:supplement.asked', { date: dateText(dateInSweden(askedAt), lang) })}</p>
    </Prose>
  );
}

function Open({ found, kept, lang, t }: Shown & { kept: boolean }) {
  const { items, parts } = found;
  const date = dateText(found.dueOn, lang);
  const place = { caseId: found.case.id, supplementId: found.id, itemIds: items.map(({ id }) => id) };
  const isOneOfSeveral = items.length > 1;
  const left = items.filter(({ isAnswered }) => !isAnswered).length;
  return (
    <>
      {kept && (
        <Alert kind="success" live="status">
          {t('cases:supplement.saved')}
        </Alert>
      )}
      {parts.length > 0 && (
        <Alert kind="success" title={t('cases:supplement.part-title')}>
          {t('cases:supplement.left', { count: left })}
        </Alert>
      )}
      {found.isClosed && (
        <Alert kind="warning" title={t('cases:supplement.closed-title')}>
          {t('cases:supplement.closed-text')}
        </Alert>
      )}
      {found.due.state === 'late' && !found.isClosed ? (
        <Alert kind="warning" title={t('cases:supplement.late-title', { date })}>
          {t('cases:supplement.late-text')}
        </Alert>
      ) : (
        <p className="ms-lead">
          {t('cases:supplement.due-away', { date, away: daysAwayText(found.dueOn, found.today, lang) })}
        </p>
      )}
      {found.isExtended && found.moreTime.requests[0]?.outcome !== 'granted' && (
        <p>{t('cases:comments.extended')}</p>
      )}
      <MoreTimeNote
        found={found}
        page={`/cases/${place.caseId}/supplements/${place.supplementId}/more-time`}
        lang={lang}
        t={t}
      />
      <Request found={found} lang={lang} t={t} />
      {isOneOfSeveral && <p>{t('cases:supplement.in-parts')}</p>}
      <AnswerForm
        action={postSupplement.bind(null, place)}
        autosave={autosaveSupplement.bind(null, place)}
        latestHref={href(lang, `/cases/${place.caseId}/supplements/${place.supplementId}`)}
        version={found.version}
        items={items.map(({ id, text, isAnswered, draft, files }) => ({
          id,
          draft,
          ...(isOneOfSeveral && {
            asked: {
              text,
              lang: found.request.language ?? 'sv',
              isDone: isAnswered,
              state: t(isAnswered ? 'cases:supplement.item-sent' : 'cases:supplement.item-left'),
              more: t('cases:supplement.item-more'),
            },
          }),
          files: files.map(({ id, name, state }) => ({
            id,
            name,
            state,
            remove: t('cases:supplement.remove', { name }),
          })),
        }))}
        all={
          isOneOfSeveral
            ? { label: t('cases:supplement.all'), help: t('cases:supplement.all-help') }
            : undefined
        }
        accept={acceptedFiles()}
        texts={answerTexts(t, MAX_FILE_BYTES / 1024 / 1024)}
      />
      <Parts found={found} lang={lang} t={t} />
    </>
  );
}

function Sent({ found, lang, t }: Shown) {
  const { answeredAt, status, parts } = found;
  return (
    <>
      <Alert kind="success" title={t('cases:supplement.sent-title')}>
        {answeredAt && <p>{t('cases:supplement.sent-text', { when: instantText(answeredAt, lang) })}</p>}
        <p>
          {t(status === 'received' ? 'cases:supplement.sent-office' : 'cases:supplement.sent-not-office')}
        </p>
        {parts.at(-1)?.wasLate && <p>{t('cases:supplement.sent-late')}</p>}
      </Alert>
      <Parts found={found} lang={lang} t={t} />
      <Request found={found} lang={lang} t={t} />
    </>
  );
}

/** What she has sent, each part with its time and how far it has come. */
function Parts({ found: { parts, items, request }, lang, t }: Shown) {
  if (parts.length === 0) return null;
  return (
    <Prose>
      <h2>{t('cases:supplement.parts')}</h2>
      {parts.map((part) => (
        <section key={part.id}>
          {parts.length > 1 && (
            <h3>{t('cases:supplement.part', { when: instantText(part.sentAt, lang) })}</h3>
          )}
          {parts.length > 1 && (
            <p>
              {t(part.receivedAt ? 'cases:supplement.sent-office' : 'cases:supplement.sent-not-office')}
              {part.wasLate && ` ${t('cases:supplement.part-late')}`}
            </p>
          )}
          {part.items.length === 0 && <p>{t('cases:supplement.part-empty')}</p>}
          {part.items.map(({ id, text, answer, files }) => (
            <div key={id}>
              {items.length > 1 && (
                <p lang={request.language ?? 'sv'} dir="auto" className="ms-as-written">
                  <strong>{text}</strong>
                </p>
              )}
              {answer ? (
                <p dir="auto" className="ms-as-written">
                  {answer}
                </p>
              ) : (
                <p>{t('cases:supplement.no-text')}</p>
              )}
              {files.length > 0 && <SentFiles files={files} t={t} />}
            </div>
          ))}
        </section>
      ))}
    </Prose>
  );
}
