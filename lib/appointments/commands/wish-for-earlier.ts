import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { alreadyDone, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { mostOffers } from '../domain/earlier-time';

interface Input {
  bookingId: string;
  /** how many offers she wants at the most, as typed */
  most: number;
}

/**
 * She wants to know if an earlier time comes free. She stands in line from the first time she asks; asking again changes how
 * often she may be asked and leaves her where she stands, unless her wish had ended: by her, or by a move that she made.
 * @throws Invalid for a number of offers that can't be; AlreadyDone for a time that she has no more
 */
export const wishForEarlier = (actor: ResidentActor, { bookingId, most }: Input): Promise<void> =>
  guarded(actor, 'appointments.wish-for-earlier', 'booking', bookingId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'book');
      const { tenantId, personId } = actor;
      const found = await tx.booking.findFirst({
        where: { ...visibleBookings(actor), id: bookingId },
        select: { state: true, startsAt: true },
      });
      if (!found) throw notFound();
      const at = now();
      if (found.state !== 'booked' || found.startsAt <= at) throw alreadyDone('errors:appointment-over');
      if (!Number.isInteger(most) || most < mostOffers.least || most > mostOffers.most)
        throw invalid({ most: 'errors:earlier-most' });
      await tx.$executeRaw`
        insert into earlier_wish as w (tenant_id, booking_id, since, most)
        values (${tenantId}, ${bookingId}::uuid, ${at}, ${most})
        on conflict (tenant_id, booking_id) do update
           set most = case when w.ended_at is null then w.offers + excluded.most else excluded.most end,
               since = case when w.ended_at is null then w.since else excluded.since end,
               offers = case when w.ended_at is null then w.offers else 0 end,
               ended_at = null`;
      await auditInTx(tx, actor, {
        action: 'appointments.wish-for-earlier',
        subjectPersonId: personId,
        objectType: 'booking',
        objectId: bookingId,
      });
    }),
  );
