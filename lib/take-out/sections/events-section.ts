import { z } from 'zod';
import { type EventInTimeline, getCaseEvents } from '@/lib/cases/api';
import { caseEventKinds } from '@/lib/cases/domain/case-event';
import type { ListPlace } from '@/lib/cases/domain/case-list';
import { instantText } from '@/lib/kernel/date-text';
import { instant } from '../file-shape';
import { printed, printedSection, section } from '../section';

/** Everything that has happened, oldest first. */
export const eventsSection = section({
  name: 'events',
  schema: z.array(z.strictObject({ at: instant, kind: z.enum(caseEventKinds), words: z.string() })),
  async read({ actor, theCase, lang, t }) {
    const events: EventInTimeline[] = [];
    let after: ListPlace | null = null;
    do {
      const page: Awaited<ReturnType<typeof getCaseEvents>> = await getCaseEvents(actor, theCase.id, {
        lang,
        after,
      });
      events.push(...page.events);
      after = page.earlier;
    } while (after);
    return events.toReversed().map(({ at, kind, said }) => ({
      at: at.toISOString(),
      kind,
      words: said?.text ?? t(`cases:event.${kind}`),
    }));
  },
  print: (events, { t, lang }) =>
    printedSection(
      t('cases:case.timeline'),
      events.map(({ at, words }) => printed(instantText(new Date(at), lang), [words])),
    ),
});
