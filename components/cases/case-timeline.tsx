import { InstantText } from '@/components/ui/date-text';
import { InLanguage } from '@/components/ui/in-language';
import { Tag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import type { CaseEventKind } from '@/lib/cases/domain/case-event';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

export interface TimelineEventOfCase {
  id: string;
  kind: CaseEventKind;
  at: Date;
  /** a status's own words, where that is what was told */
  said: Said | null;
  isNew: boolean;
}

/** What has happened in a case, in her words; what she has not seen before is marked. */
export function CaseTimeline({ events, lang }: { events: readonly TimelineEventOfCase[]; lang: Language }) {
  const t = texts(lang);
  return (
    <Timeline
      label={t('cases:case.timeline')}
      events={events.map(({ id, kind, at, said, isNew }) => ({
        id,
        when: <InstantText at={at} lang={lang} />,
        title: (
          <>
            {said ? (
              <InLanguage lang={said.lang} on={lang}>
                {said.text}
              </InLanguage>
            ) : (
              t(`cases:event.${kind}`)
            )}
            {isNew && (
              <>
                {' '}
                <Tag color="accent">{t('cases:case.new')}</Tag>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}
