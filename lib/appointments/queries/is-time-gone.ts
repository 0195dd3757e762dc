import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { Prisma, readRows } from '@/lib/platform/db';
import type { TypeTimes } from '../domain/appointment-type';
import { freeTimes, type Wanted } from '../domain/free-times';
import { knownCalendars } from './known-calendars';

interface Asked extends Wanted {
  typeSlug: string;
  startsAt: Date;
  /** the booking that she would move */
  movesId?: string | undefined;
}

const isHers = (personId: string, movesId: string) => Prisma.sql`exists (
  select from booking b where b.tenant_id = t.tenant_id and b.id = ${movesId}::uuid
     and b.person_id = ${personId}::uuid and b.state = 'booked')`;

/**
 * Whether a time of a type that is open for all is surely not to be had any more. Asked without a lock, and of
 * what is remembered (decision 0136), since of all who go for a sought-after time most come too late; that it is to be had is
 * for `claimTimeInTx` alone to say.
 */
export async function isTimeGone(
  { tenantId, personId }: ResidentActor,
  { typeSlug, startsAt, movesId, ...wanted }: Asked,
  now: number,
): Promise<boolean> {
  const [type] = await readRows<TypeTimes & { id: string; holds: boolean; isHers: boolean }>(
    { tenantId },
    Prisma.sql`select id, ways::text[] ways, minutes, step_minutes "stepMinutes", before_minutes "beforeMinutes", after_minutes "afterMinutes",
        travel_minutes "travelMinutes", seats, needs_room "needsRoom", notice_minutes "noticeMinutes", ahead_days "aheadDays",
        exists (select from booking b where b.tenant_id = t.tenant_id and b.person_id = ${personId}::uuid
                   and b.state in ('held', 'offered')) holds,
        ${movesId ? isHers(personId, movesId) : Prisma.sql`true`} "isHers"
      from appointment_type t
     where tenant_id = ${tenantId} and slug = ${typeSlug} and is_open and audience = 'open' and system_id is null and seats = 1`,
  );
  // What she holds herself is no hindrance to her; and what isn't hers to move is refused before anything else is said.
  if (!type || type.holds || !type.isHers) return false;
  const window = { start: startsAt.getTime(), end: startsAt.getTime() + 1 };
  const calendars = await knownCalendars(tenantId, now);
  const asked = { typeId: type.id, type, window, officerId: wanted.officerId, now };
  const [officers, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
  return freeTimes(type, officers, rooms, { ...wanted, isOneEnough: true }, window, now).length === 0;
}
