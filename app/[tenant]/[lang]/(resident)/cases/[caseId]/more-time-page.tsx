import { CaseCaption } from '@/components/cases/case-caption';
import { Alert } from '@/components/ui/alert';
import { BackLink } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { MAX_MORE_TIME_REASON, type MoreTime } from '@/lib/cases/domain/more-time';
import type { AskedThing } from '@/lib/cases/queries/asked-in-tx';
import { dateText } from '@/lib/kernel/date-text';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { postMoreTime } from './more-time-actions';
import { MoreTimeForm } from './more-time-form';
import { type AskedOfHer, MoreTimeNote } from './more-time-note';

/** Asking for a later day, when and only when it may be done; else why not. */
export function MoreTimePage({
  found,
  thing,
  lang,
  t,
}: {
  found: AskedOfHer;
  thing: AskedThing;
  lang: Language;
  t: Translate;
}) {
  const { id: caseId } = found.case;
  const askedPath =
    'supplementId' in thing
      ? `/cases/${caseId}/supplements/${thing.supplementId}`
      : `/cases/${caseId}/comments/${thing.roundId}`;
  const { offer } = found.moreTime;
  return (
    <>
      <BackLink href={href(lang, askedPath)}>
        {t('supplementId' in thing ? 'more-time:back-supplement' : 'more-time:back-comments')}
      </BackLink>
      <PageHeading caption={<CaseCaption of={found.case} lang={lang} />}>{t('more-time:title')}</PageHeading>
      {offer.state === 'may' ? (
        <Form found={found} offer={offer} place={{ thing, askedPath }} lang={lang} t={t} />
      ) : offer.state === 'no' ? (
        <Alert>{t('more-time:not.no')}</Alert>
      ) : (
        <MoreTimeNote found={found} page={null} lang={lang} t={t} />
      )}
    </>
  );
}

function Form({
  found,
  offer,
  place,
  lang,
  t,
}: {
  found: AskedOfHer;
  offer: Extract<MoreTime, { state: 'may' }>;
  place: { thing: AskedThing; askedPath: string };
  lang: Language;
  t: Translate;
}) {
  const isLate = found.due.state === 'late';
  return (
    <>
      <p className="ms-lead">
        {t(`more-time:lead${isLate ? '-late' : ''}`, { date: dateText(found.dueOn, lang) })}
      </p>
      <p>{t('more-time:what-happens')}</p>
      <MoreTimeForm
        action={postMoreTime.bind(null, place)}
        dateTexts={{ day: t('common:date.day'), month: t('common:date.month'), year: t('common:date.year') }}
        words={{
          day: t('more-time:day'),
          dayHelp: t('more-time:day-help', {
            from: dateText(offer.from, lang),
            to: dateText(offer.to, lang),
          }),
          reason: t('more-time:reason'),
          reasonHelp: t('more-time:reason-help', { max: MAX_MORE_TIME_REASON }),
          send: t('more-time:send'),
          sending: t('cases:supplement.sending'),
          errorTitle: t('errors:Invalid'),
        }}
      />
    </>
  );
}
