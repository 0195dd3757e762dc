import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import type { DueState } from '@/lib/cases/domain/supplement';
import type { MoreTimeView } from '@/lib/cases/queries/more-time-in-tx';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** What the page is about: a request for something more, or a round of comments. */
export interface AskedOfHer {
  case: { id: string; title: Said; number: string };
  dueOn: CalendarDate;
  due: DueState;
  moreTime: MoreTimeView;
}

/** On the page of what is asked: what has become of her asking for a later day, and the way to ask. */
export function MoreTimeNote({
  found: { dueOn, moreTime },
  page,
  lang,
  t,
}: {
  found: Pick<AskedOfHer, 'dueOn' | 'moreTime'>;
  /** where she asks; null on that page itself */
  page: string | null;
  lang: Language;
  t: Translate;
}) {
  const { offer, requests } = moreTime;
  const [last] = requests;
  const date = dateText(dueOn, lang);
  const wished = last ? dateText(last.wishedOn, lang) : '';
  return (
    <>
      {last && offer.state === 'waiting' && (
        <Alert title={t('more-time:note.waiting-title')}>
          <p>
            {t('more-time:note.waiting', { when: instantText(last.sentAt, lang), wished })}{' '}
            {t(last.receivedAt ? 'more-time:note.received' : 'more-time:note.not-received')}
          </p>
          <p>{t('more-time:note.until-then', { date })}</p>
        </Alert>
      )}
      {last?.outcome === 'granted' && (
        <Alert kind="success" title={t('more-time:note.granted-title')}>
          {t('more-time:note.granted', { wished, date })}
        </Alert>
      )}
      {last?.outcome === 'refused' && (
        <Alert kind="warning" title={t('more-time:note.refused-title')}>
          <p>{t('more-time:note.refused', { wished, date })}</p>
          {/* The officer's own words: in Swedish, with the line breaks they were written with. */}
          <blockquote lang="sv" dir="auto" className="ms-as-written">
            {last.refusal}
          </blockquote>
        </Alert>
      )}
      {(offer.state === 'used' || offer.state === 'late') && <p>{t(`more-time:not.${offer.state}`)}</p>}
      {page && offer.state === 'may' && (
        <Section id="more-time" title={t('more-time:note.title')}>
          <p>
            {t('more-time:note.may')}{' '}
            <TextLink href={href(lang, page)}>{t('more-time:note.action')}</TextLink>
          </p>
        </Section>
      )}
    </>
  );
}
