import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { Prisma, readRows } from '@/lib/platform/db';
import { isOwnBooking } from '../access';
import type { TypeTimes } from '../domain/appointment-type';
import { freeTimes, type Wanted } from '../domain/free-times';
import type { KnownCalendars } from '../domain/known-calendars';
import { knownCalendars, recentCalendars } from './known-calendars';
import { typeTimes } from './type-times';

interface Asked extends Wanted {
  /** from the form: what the same press made before */
  bookingId: string;
  typeSlug: string;
  startsAt: Date;
  /** the booking that she would move */
  movesId?: string | undefined;
}

/**
 * Whether a time of a type that is open for all is surely not to be had any more. Asked without a lock, and of
 * what is remembered (decision 0136), since of all who go for a sought-after time most come too late; that it is to be had is
 * for `claimTimeInTx` alone to say.
 */
export async function isTimeGone(
  actor: ResidentActor,
  { bookingId, typeSlug, startsAt, movesId, ...wanted }: Asked,
  now: number,
): Promise<boolean> {
  const { tenantId } = actor;
  const [type] = await readRows<RememberedType & { holds: boolean; isHers: boolean }>(
    actor,
    Prisma.sql`select t.id, ${typeTimes},
        exists (select from booking b where ${isOwnBooking(actor)} and (b.state in ('held', 'offered') or b.id = ${bookingId}::uuid)) holds,
        ${movesId ? isHers(actor, movesId) : Prisma.sql`true`} "isHers"
      from appointment_type t
     where t.tenant_id = ${tenantId} and t.slug = ${typeSlug} and t.is_open and t.audience = 'open' and t.system_id is null and t.seats = 1`,
  );
  if (type) types.set(keyOf(tenantId, typeSlug), type);
  else types.delete(keyOf(tenantId, typeSlug));
  // What she holds herself, or has by the same press, is no hindrance to her; and what isn't hers to move is refused before
  // anything else is said.
  if (!type || type.holds || !type.isHers) return false;
  return isGone(await knownCalendars(tenantId, now), type, { ...wanted, startsAt }, now);
}

/**
 * Whether it is worth asking `isTimeGone`: not where a moment ago it was free. Whoever goes for a time that nobody has taken
 * is spared the question.
 */
export function seemsGone(
  { tenantId }: ResidentActor,
  { typeSlug, startsAt, movesId, ...wanted }: Asked,
  now: number,
): boolean {
  const [type, calendars] = [types.get(keyOf(tenantId, typeSlug)), recentCalendars(tenantId)];
  return !type || !calendars || isGone(calendars, type, { ...wanted, startsAt }, now);
}

type RememberedType = TypeTimes & { id: string };

/** As they were read last: a guess. Only those that there are. */
const types = new Map<string, RememberedType>();
const keyOf = (tenantId: string, typeSlug: string): string => `${tenantId} ${typeSlug}`;

const isHers = (actor: ResidentActor, movesId: string) => Prisma.sql`exists (
  select from booking b where ${isOwnBooking(actor)} and b.id = ${movesId}::uuid and b.state = 'booked')`;

function isGone(
  calendars: KnownCalendars,
  type: RememberedType,
  { startsAt, ...wanted }: Wanted & { startsAt: Date },
  now: number,
): boolean {
  const window = { start: startsAt.getTime(), end: startsAt.getTime() + 1 };
  const asked = { typeId: type.id, type, window, officerId: wanted.officerId, now };
  const [officers, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
  return freeTimes(type, officers, rooms, { ...wanted, isOneEnough: true }, window, now).length === 0;
}
