import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireResidentMay, visibleBookings } from '../access';

export interface EarlierWishFacts {
  since: Date;
  /** offers that she may still get */
  left: number;
}

/** Her wish for an earlier time than a booking of hers; null where she has none, or has been moved by it. */
export const getEarlierWish = (actor: ResidentActor, bookingId: string): Promise<EarlierWishFacts | null> =>
  read(actor, async (tx) => {
    requireResidentMay(actor, 'read-own');
    const wish = await tx.earlierWish.findFirst({
      where: {
        tenantId: actor.tenantId,
        bookingId,
        endedAt: null,
        booking: { ...visibleBookings(actor), state: 'booked', startsAt: { gt: now() } },
      },
      select: { since: true, most: true, offers: true },
    });
    if (!wish || wish.offers >= wish.most) return null;
    return { since: wish.since, left: wish.most - wish.offers };
  });
