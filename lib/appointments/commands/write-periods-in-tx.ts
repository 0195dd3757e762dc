import 'server-only';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';
import { type OpeningRule, periodsOf } from '../domain/periods';

/** What comes of an opening on the days from one to another. Written again, it is the same. */
export async function writePeriodsInTx(
  tx: Pick<Tx, 'openingPeriod'>,
  { tenantId, id }: { tenantId: string; id: string },
  rule: OpeningRule,
  from: CalendarDate,
  to: CalendarDate,
): Promise<void> {
  await tx.openingPeriod.createMany({
    data: periodsOf(rule, from, to).map(({ start, end }) => ({
      tenantId,
      openingId: id,
      startsAt: new Date(start),
      endsAt: new Date(end),
    })),
    skipDuplicates: true,
  });
}
