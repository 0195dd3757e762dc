import 'server-only';
import { addDays, dateInSweden, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { requireJobMay } from '../access';
import { keptFrom, reachFrom, tooShort } from '../domain/reach';
import { writePeriodsInTx } from './write-periods-in-tx';

const AT_ONCE = 200;

/** Reckons openings further as days go by, and forgets what is long over; how many openings, to be called until none. */
export function reckonPeriods(actor: JobActor): Promise<number> {
  return write(actor, async (tx) => {
    requireJobMay(actor, 'reckon-periods');
    const { tenantId } = actor;
    const today = dateInSweden(now());
    const reachesOn = reachFrom(today);
    const before = toDbDate(tooShort(today));
    // Locked, and read then: hours that somebody changes just now go on by what they were changed to.
    const locked = await tx.$queryRaw<{ id: string }[]>`
      select id from opening where tenant_id = ${tenantId} and rule is not null and reaches_on < ${before}
       order by id limit ${AT_ONCE} for update`;
    const short = await tx.opening.findMany({
      where: {
        tenantId,
        id: { in: locked.map(({ id }) => id) },
        rule: { not: null },
        reachesOn: { lt: before },
      },
    });
    for (const { id, startsOn, reachesOn: reached, ...clock } of short) {
      const rule = { ...clock, startsOn: fromDbDate(startsOn) };
      await writePeriodsInTx(tx, { tenantId, id }, rule, addDays(fromDbDate(reached), 1), reachesOn);
      await tx.opening.update({
        where: { tenantId_id: { tenantId, id } },
        data: { reachesOn: toDbDate(reachesOn) },
        select: { id: true },
      });
    }
    await tx.openingPeriod.deleteMany({
      where: { tenantId, endsAt: { lt: toDbDate(keptFrom(today)) } },
    });
    // Whoever remembers calendars begins anew, so that what has changed need not be kept for longer (decision 0136).
    await tx.calendarChange.deleteMany({ where: { tenantId } });
    await tx.$executeRaw`select note_calendar_change(${tenantId}, 'all', ${newId()}::uuid)`;
    return short.length;
  });
}
