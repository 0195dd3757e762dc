import 'server-only';
import { Prisma, type Tx } from '@/lib/platform/db';
import type { MeetingWay } from '../domain/words';

/** A time that could be somebody's instead of a later one. */
export interface TimeToOffer {
  tenantId: string;
  type: { id: string; changeMinutes: number };
  way: MeetingWay;
  placeId: string | null;
  startsAt: Date;
  endsAt: Date;
}

export interface Waiting {
  bookingId: string;
  personId: string;
  caseId: string | null;
  invitationId: string | null;
}

/** With what she has, and what can't be hers. */
export interface InLine extends Waiting {
  way: MeetingWay;
  placeId: string | null;
  startsAt: Date;
  /** epoch ms: when a time was that she has let go */
  offered: number[];
  /** when she has something booked */
  booked: { start: number; end: number }[];
}

/**
 * Wishes for earlier times of a type, with what is booked: still hers to move, and not of one who has had as many offers as
 * she wanted, or has another open.
 */
const inLine = (tenantId: string, type: TimeToOffer['type'], at: Date): Prisma.Sql => Prisma.sql`
    from earlier_wish w
    join booking b on b.tenant_id = w.tenant_id and b.id = w.booking_id
    join meeting m on m.tenant_id = b.tenant_id and m.id = b.meeting_id
   where w.tenant_id = ${tenantId} and w.ended_at is null and w.offers < w.most and m.type_id = ${type.id}::uuid
     and b.state = 'booked' and b.starts_at > ${at}::timestamptz + make_interval(mins => coalesce(b.change_minutes, ${type.changeMinutes}::int))
     and not exists (select from booking o
                      where o.tenant_id = b.tenant_id and o.moves_id = b.id
                        and o.state in ('held', 'offered') and o.held_until > ${at})`;

/** All of them, in the order they asked. */
export const listInLineInTx = (
  tx: Tx,
  tenantId: string,
  type: TimeToOffer['type'],
  at: Date,
): Promise<InLine[]> => tx.$queryRaw`
  select b.id as "bookingId", b.person_id as "personId", b.case_id as "caseId", b.invitation_id as "invitationId", m.way, m.place_id as "placeId", b.starts_at as "startsAt",
         array(select (extract(epoch from o.starts_at) * 1000)::float8 from booking o
                where o.tenant_id = b.tenant_id and o.moves_id = b.id) as offered,
         (select coalesce(json_agg(json_build_object('start', extract(epoch from x.starts_at) * 1000, 'end', extract(epoch from x.ends_at) * 1000)), '[]')
            from booking x where x.tenant_id = b.tenant_id and x.person_id = b.person_id and x.state = 'booked') as booked
    ${inLine(tenantId, type, at)}
   order by w.since, w.booking_id`;

/**
 * The first whom a time would suit: a later day than it, the same way and place. Not who has let this very time go, or has
 * something else booked then.
 */
export async function firstInLineInTx(
  tx: Tx,
  { tenantId, type, way, placeId, startsAt, endsAt }: TimeToOffer,
  at: Date,
  which: Prisma.Sql,
): Promise<Waiting | undefined> {
  const [first] = await tx.$queryRaw<Waiting[]>`
    select b.id as "bookingId", b.person_id as "personId", b.case_id as "caseId", b.invitation_id as "invitationId"
      ${inLine(tenantId, type, at)}
       and (b.starts_at at time zone 'Europe/Stockholm')::date > (${startsAt}::timestamptz at time zone 'Europe/Stockholm')::date
       and m.way = ${way}::meeting_way and m.place_id is not distinct from ${placeId}::uuid
       and not exists (select from booking o where o.tenant_id = b.tenant_id and o.moves_id = b.id and o.starts_at = ${startsAt})
       and not exists (select from booking other
                        where other.tenant_id = b.tenant_id and other.person_id = b.person_id and other.state = 'booked'
                          and other.starts_at < ${endsAt} and other.ends_at > ${startsAt})
       ${which}
     order by w.since, w.booking_id limit 1`;
  return first;
}
