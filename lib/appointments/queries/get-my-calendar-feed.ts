import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { requireResidentMay, visibleFeeds } from '../access';

export interface MyCalendarFeed {
  id: string;
  createdAt: Date;
  /** null: no calendar has asked for it yet; else some time of the last day that one did */
  readAt: Date | null;
}

/** The address for calendars that she has, if she has one. What it is nobody knows but she. */
export const getMyCalendarFeed = (actor: ResidentActor): Promise<MyCalendarFeed | null> =>
  read(actor, (tx) => {
    requireResidentMay(actor, 'keep-feed');
    return tx.calendarFeed.findFirst({
      where: visibleFeeds(actor),
      select: { id: true, createdAt: true, readAt: true },
    });
  });
