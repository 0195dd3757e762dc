import { InstantText } from '@/components/ui/date-text';
import { Timeline } from '@/components/ui/timeline';
import type { BookingEventKind } from '@/lib/appointments/domain/words';
import { instantText } from '@/lib/kernel/date-text';
import type { Language, Translate } from '@/lib/platform/i18n';

/** What has become of a booking, the latest first. */
export function BookingStory({
  events,
  lang,
  t,
}: {
  events: readonly { id: string; kind: BookingEventKind; at: Date; startsAt: Date; reason: string | null }[];
  lang: Language;
  t: Translate;
}) {
  return (
    <Timeline
      label={t('appointments:booking.story')}
      events={events.map(({ id, kind, at, startsAt, reason }) => ({
        id,
        when: <InstantText at={at} lang={lang} />,
        title: t(`appointments:story.${kind}`, { when: instantText(startsAt, lang) }),
        // Why it was taken away stands at the top of the page.
        children: reason && kind !== 'taken_away' && (
          <p className="ms-as-written" dir="auto">
            {reason}
          </p>
        ),
      }))}
    />
  );
}
