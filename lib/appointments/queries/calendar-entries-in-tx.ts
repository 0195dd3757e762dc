import 'server-only';
import type { Prisma, Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { ownAddress, type TenantView } from '@/lib/tenants/api';
import { type CalendarWords, calendarWords } from '../calendar-words';
import type { CalendarEntry } from '../domain/calendar-file';

const select = {
  id: true,
  sequence: true,
  startsAt: true,
  endsAt: true,
  state: true,
  createdAt: true,
  bookedAt: true,
  endedAt: true,
  events: { select: { at: true }, orderBy: { at: 'desc' }, take: 1 },
  meeting: {
    select: {
      way: true,
      type: { select: { name: true, prepare: true } },
      place: { select: { name: true, address: true, directions: true } },
    },
  },
} satisfies Prisma.BookingSelect;

/**
 * Times as calendars show them, soonest first. What was never booked (held, offered, lapsed) is no calendar's business.
 * The caller's filter says whose they are.
 */
export async function calendarEntriesInTx(
  tx: Tx,
  where: Prisma.BookingWhereInput & { tenantId: string },
  { tenant, language, isDetailed = false }: { tenant: TenantView; language: Language; isDetailed?: boolean },
): Promise<CalendarEntry[]> {
  const rows = await tx.booking.findMany({
    where: { AND: [where, { bookedAt: { not: null }, state: { notIn: ['held', 'offered', 'lapsed'] } }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select,
  });
  return rows.map(({ meeting, events, bookedAt, endedAt, ...row }) => {
    const isCancelled = row.state === 'cancelled' || row.state === 'taken_away';
    const link = ownAddress(tenant, language, `/appointments/${row.id}`);
    const words: CalendarWords = { ...meeting, tenant, language, link, isDetailed, isCancelled };
    return {
      uid: row.id,
      sequence: row.sequence,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      isCancelled,
      createdAt: row.createdAt,
      changedAt: events[0]?.at ?? endedAt ?? bookedAt ?? row.createdAt,
      link,
      ...calendarWords(words),
    };
  });
}
