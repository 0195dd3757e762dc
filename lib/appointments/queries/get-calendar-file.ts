import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { publisherOf } from '../calendar-words';
import { calendarFile } from '../domain/calendar-file';
import { calendarEntriesInTx } from './calendar-entries-in-tx';

/**
 * A time of hers as a file for her calendar, in the language that she is written to in. A moved or cancelled one gives a
 * file that moves or strikes out what she has there.
 * @throws NotFound for somebody else's, and for what was never booked
 */
export const getCalendarFile = (
  actor: ResidentActor,
  bookingId: string,
  { isDetailed = false }: { isDetailed?: boolean } = {},
): Promise<{ name: string; mediaType: string; bytes: Buffer }> =>
  guarded(actor, 'appointments.get-calendar-file', 'booking', bookingId, async () => {
    const tenant = await getTenant(actor.tenantId);
    return read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { language: preferred } = await getPersonInTx(tx, actor.tenantId, actor.personId);
      const publisher = publisherOf(tenant, preferred);
      const where = { ...visibleBookings(actor), id: bookingId };
      const [entry] = await calendarEntriesInTx(tx, where, {
        tenant,
        isDetailed,
        language: publisher.language,
      });
      if (!entry) throw notFound();
      return {
        name: `${dateInSweden(entry.startsAt)}.ics`,
        mediaType: `text/calendar; charset=utf-8; method=${entry.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
        bytes: Buffer.from(calendarFile(entry, publisher)),
      };
    });
  });
