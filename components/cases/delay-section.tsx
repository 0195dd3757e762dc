import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { DelayRequest } from '@/lib/cases/domain/delay';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateText, shortDateText } from '@/lib/kernel/date-text';
import { href, type Language, texts } from '@/lib/platform/i18n';

interface Notice {
  id: string;
  toldAt: Date;
  reason: string;
  expectedOn: CalendarDate | null;
}

/** What the law says of a case that takes long: what she has been told (FL 11 §), and may ask or has asked (12 §). */
export function DelaySection({
  caseId,
  delay: { notices, isMuchDelayed, request },
  today,
  lang,
}: {
  caseId: string;
  delay: { notices: readonly Notice[]; isMuchDelayed: boolean; request: DelayRequest | null };
  today: CalendarDate;
  lang: Language;
}) {
  const t = texts(lang);
  // Once it is decided it is the timeline that tells of it.
  if (request?.state === 'no') return null;
  const [notice] = notices;
  return (
    <>
      {notice && <Told notice={notice} request={request} lang={lang} />}
      {isMuchDelayed && <Alert kind="warning">{t('case-rights:delay.notice')}</Alert>}
      {request && <Asking caseId={caseId} request={request} today={today} lang={lang} />}
    </>
  );
}

function Told({ notice, request, lang }: { notice: Notice; request: DelayRequest | null; lang: Language }) {
  const t = texts(lang);
  const { toldAt, reason, expectedOn } = notice;
  return (
    <Alert title={t('case-rights:delay.told-title')} level={3}>
      <p>{t('case-rights:delay.told-text', { date: shortDateText(dateInSweden(toldAt), lang) })}</p>
      {/* The officer's own words: in Swedish, with the line breaks they were written with. */}
      <blockquote lang="sv" dir="auto" className="ms-as-written">
        {reason}
      </blockquote>
      <p>
        {expectedOn
          ? t('case-rights:delay.told-expected', { date: dateText(expectedOn, lang) })
          : t('case-rights:delay.told-no-day')}
      </p>
      {request?.state === 'not-yet' && (
        <p>{t('case-rights:delay.told-request', { from: dateText(request.from, lang) })}</p>
      )}
    </Alert>
  );
}

function Asking({
  caseId,
  request,
  today,
  lang,
}: {
  caseId: string;
  request: DelayRequest;
  today: CalendarDate;
  lang: Language;
}) {
  const t = texts(lang);
  const page = href(lang, `/cases/${caseId}/delay-request`);
  if (request.state === 'may')
    return (
      <Alert title={t('case-rights:delay.may-title')} level={3}>
        <p>
          {t('case-rights:delay.may-text', {
            from: shortDateText(request.from, lang),
            weeks: t('cases:outlook.weeks', { count: request.answerWeeks }),
          })}
        </p>
        <ButtonLink href={page} variant="secondary" iconAfter="arrow">
          {t('case-rights:delay.may-action')}
        </ButtonLink>
      </Alert>
    );
  if (request.state === 'asked') {
    const date = dateText(request.answerBy, lang);
    const hasPassed = request.answerBy < today;
    return (
      <Alert kind={hasPassed ? 'warning' : 'info'} title={t('case-rights:delay.asked-title')} level={3}>
        <p>{t(`case-rights:delay.asked-${hasPassed ? 'passed' : 'text'}`, { date })}</p>
        <ButtonLink href={page} variant="tertiary">
          {t('case-rights:delay.asked-action')}
        </ButtonLink>
      </Alert>
    );
  }
  return null;
}
