import 'server-only';
import { Prisma, type Tx } from '@/lib/platform/db';
import type { MeetingWay } from '../domain/words';

/** Whom a closing is about: one of three, or all where none is. */
export interface Closing {
  officerId: string | null;
  placeId: string | null;
  roomId: string | null;
  startsAt: Date;
  endsAt: Date;
}

export interface ClosedBooking {
  id: string;
  state: 'booked' | 'held' | 'offered';
  personId: string;
  caseId: string | null;
  meetingId: string;
  typeId: string;
  way: MeetingWay;
  officerId: string | null;
  placeId: string | null;
  startsAt: Date;
}

/** Seats in meetings to come that a closing hits. What a back-office system has published is that system's to move. */
function seatsHit(
  tenantId: string,
  { officerId, placeId, roomId, startsAt, endsAt }: Closing,
  now: Date,
  states: readonly ClosedBooking['state'][],
): Prisma.Sql {
  const only = (column: Prisma.Sql, id: string | null) =>
    id === null ? Prisma.empty : Prisma.sql`and ${column} = ${id}::uuid`;
  return Prisma.sql`
      from meeting m
      join booking b on b.tenant_id = m.tenant_id and b.meeting_id = m.id and b.state = any(${[...states]}::booking_state[])
     where m.tenant_id = ${tenantId} and m.state = 'open' and m.system_id is null and m.starts_at > ${now}
       and m.busy_from < ${endsAt} and m.busy_from > ${startsAt}::timestamptz - interval '3 days'
       and m.starts_at < ${endsAt} and m.ends_at > ${startsAt}
       ${only(Prisma.sql`m.officer_id`, officerId)} ${only(Prisma.sql`m.place_id`, placeId)} ${only(Prisma.sql`m.room_id`, roomId)}`;
}

/** Them in the order of their times: the first of them, or all. */
export function closedBookingsInTx(
  tx: Tx,
  tenantId: string,
  closing: Closing,
  {
    now,
    most,
    states = ['booked', 'held', 'offered'],
  }: { now: Date; most?: number; states?: readonly ClosedBooking['state'][] },
): Promise<ClosedBooking[]> {
  return tx.$queryRaw<ClosedBooking[]>`
    select b.id, b.state, b.person_id as "personId", b.case_id as "caseId", m.id as "meetingId", m.type_id as "typeId", m.way,
           m.officer_id as "officerId", m.place_id as "placeId", m.starts_at as "startsAt"
      ${seatsHit(tenantId, closing, now, states)}
     order by m.starts_at, b.created_at, b.id
     ${most === undefined ? Prisma.empty : Prisma.sql`limit ${most}`}`;
}

/** How many are booked where a closing hits, and when the last of them is: the database counts, however many they are. */
export async function countClosedInTx(
  tx: Tx,
  tenantId: string,
  closing: Closing,
  now: Date,
): Promise<{ booked: number; last: Date | null }> {
  const [found] = await tx.$queryRaw<{ booked: number; last: Date | null }[]>`
    select count(*)::int as booked, max(m.starts_at) as last ${seatsHit(tenantId, closing, now, ['booked'])}`;
  return found ?? { booked: 0, last: null };
}
