import { Tag, type TagColor } from '@/components/ui/tag';
import type { VisitState } from '@/lib/care-information/domain/care-messages';
import type { VisitContent } from '@/lib/care-information/domain/care-seals';
import { instantText, timeSpanText } from '@/lib/kernel/date-text';
import { type Language, texts } from '@/lib/platform/i18n';
import { AsWritten } from './as-written';

export interface Visit extends VisitContent {
  id: string;
  state: VisitState;
  startsAt: Date;
  endsAt: Date;
  toldAt: Date;
}

const colors: Record<VisitState, TagColor> = {
  planned: 'info',
  changed: 'warning',
  cancelled: 'danger',
  done: 'success',
};

/** A visit under its day's heading. `isPast`: of one whose day is over and that nobody has told of, that is what is said. */
export function CareVisit({
  visit,
  lang,
  isPast = false,
}: {
  visit: Visit;
  lang: Language;
  isPast?: boolean;
}) {
  const t = texts(lang);
  const { state, startsAt, endsAt, what, provider, who, done, reason, toldAt } = visit;
  const isUntold = isPast && (state === 'planned' || state === 'changed');
  return (
    <div className="ms-care-entry" data-cancelled={state === 'cancelled' || undefined}>
      <p className="ms-case-meta">
        <strong>{timeSpanText(startsAt, endsAt, lang)}</strong>
        {isUntold ? (
          <Tag>{t('care:visit.unknown')}</Tag>
        ) : (
          <Tag color={colors[state]}>{t(`care:visit.${state}`)}</Tag>
        )}
      </p>
      <p>
        <AsWritten lang={lang}>{what}</AsWritten>
      </p>
      <p className="ms-care-by">
        <AsWritten lang={lang}>{[who, provider].filter(Boolean).join(', ')}</AsWritten>
      </p>
      {done && (
        <p>
          {t('care:visit.done-what')} <AsWritten lang={lang}>{done}</AsWritten>
        </p>
      )}
      {(state === 'changed' || state === 'cancelled') && (
        <p>{t(`care:visit.${state}-at`, { when: instantText(toldAt, lang) })}</p>
      )}
      {reason && (
        <p>
          {t('care:visit.why')} <AsWritten lang={lang}>{reason}</AsWritten>
        </p>
      )}
    </div>
  );
}
