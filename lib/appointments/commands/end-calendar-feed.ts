import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleFeeds } from '../access';

/**
 * The address leads to nothing any more; calendars that follow it lose her times when they look the next time.
 * @throws NotFound for somebody else's, and for one that has ended
 */
export const endCalendarFeed = (actor: ResidentActor, feedId: string): Promise<void> =>
  guarded(actor, 'appointments.end-calendar-feed', 'calendar-feed', feedId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'keep-feed');
      const { count } = await tx.calendarFeed.updateMany({
        where: { ...visibleFeeds(actor), id: feedId },
        data: { endedAt: now() },
      });
      if (count === 0) throw notFound();
      await auditInTx(tx, actor, {
        action: 'appointments.end-calendar-feed',
        subjectPersonId: actor.personId,
        objectType: 'calendar-feed',
        objectId: feedId,
      });
    }),
  );
