import 'server-only';
import { Prisma, readRows } from '@/lib/platform/db';
import type { KnownException, KnownHours } from '../domain/known-calendars';
import type { KnownMeeting } from '../domain/known-meetings';
import type { MeetingWay } from '../domain/words';
import { takesSeat } from './takes-seat';

/** What the database had when it was asked: which transactions were seen, and in which life of the database. */
export interface Seen {
  /** another one after a restart, a restore or a TRUNCATE: then nothing that is remembered counts */
  life: string;
  /** all transactions before this one are seen */
  before: string;
  /** a pg_snapshot: exactly which are */
  transactions: string;
}

/** What has come since; `hours` only where they have changed. */
export interface CalendarChanges {
  seen: Seen;
  /** too much has changed to be told so */
  isAll: boolean;
  hours: KnownHours | null;
  changed: readonly string[];
  /** those of them that are open, and not over */
  meetings: KnownMeeting[];
}

/**
 * What has changed in a municipality's calendars since they were read last, of what is not over before an instant. Which that
 * is says the database, by transactions and not by time: one that began long ago and committed just now is not missed.
 */
export async function loadCalendarChanges(
  tenantId: string,
  from: number,
  since: Seen,
): Promise<CalendarChanges> {
  const [row] = await readRows<ChangesRow>({ tenantId }, changesStatement(tenantId, from, since));
  return changesOf(row);
}

/** The whole of it. */
export async function loadAllCalendars(tenantId: string, from: number): Promise<CalendarChanges> {
  const [row] = await readRows<ChangesRow>({ tenantId }, allStatement(tenantId, from));
  return changesOf(row);
}

/** Instants are epoch seconds, in lists of their own: what JSON carries fastest. */
interface ChangesRow {
  seen: Seen;
  isAll: boolean;
  hours: {
    teams: KnownHours['teams'] | null;
    openings:
      | { officerId: string; placeId: string | null; ways: MeetingWay[]; f: number[]; t: number[] }[]
      | null;
    exceptions: (Omit<KnownException, 'start' | 'end'> & { f: number; t: number })[] | null;
    rooms: KnownHours['rooms'] | null;
    closedIds: string[] | null;
  } | null;
  changed: string[] | null;
  meetings:
    | {
        officerId: string | null;
        roomId: string | null;
        ids: string[];
        /** from when, how long, and held until when */
        f: number[];
        l: number[];
        h: (number | null)[];
        together: (NonNullable<KnownMeeting['together']> & { id: string })[] | null;
      }[]
    | null;
}

const at = (ms: number) => Prisma.sql`${new Date(ms).toISOString()}::timestamptz`;
const epoch = (column: string) => Prisma.raw(`date_part('epoch', ${column})`);

/** With the statement's own snapshot, so that what it reads is what it says that it has seen. */
const seen = Prisma.sql`json_build_object(
  'life', concat_ws(' ', pg_postmaster_start_time(), (select oid from pg_database where datname = current_database()),
    pg_relation_filenode('meeting')),
  'before', pg_snapshot_xmin(pg_current_snapshot())::text, 'transactions', pg_current_snapshot()::text)`;

const hours = (tenantId: string, from: number) => Prisma.sql`json_build_object(
  'teams', (
    select json_agg(json_build_object('typeId', ot.type_id, 'officerId', ot.officer_id) order by ot.officer_id)
      from officer_type ot
      join appointment_type a on a.tenant_id = ot.tenant_id and a.id = ot.type_id and a.system_id is null
      join officer on officer.id = ot.officer_id and officer.is_open
     where ot.tenant_id = ${tenantId}),
  'openings', (
    select json_agg(json_build_object('officerId', o.officer_id, 'placeId', place.id, 'ways', o.ways, 'f', p.f, 't', p.t))
      from opening o
      join (select opening_id, array_agg(${epoch('starts_at')}) f, array_agg(${epoch('ends_at')}) t
              from opening_period where tenant_id = ${tenantId} and ends_at > ${at(from)} group by opening_id) p on p.opening_id = o.id
      left join place on place.id = o.place_id and place.is_open
     where o.tenant_id = ${tenantId}),
  'exceptions', (
    select json_agg(json_build_object('officerId', officer_id, 'placeId', place_id, 'roomId', room_id,
        'f', ${epoch('starts_at')}, 't', ${epoch('ends_at')}) order by starts_at)
      from opening_exception where tenant_id = ${tenantId} and ends_at > ${at(from)}),
  'rooms', (
    select json_agg(json_build_object('roomId', r.id, 'placeId', r.place_id, 'seats', r.seats) order by r.id)
      from room r join place on place.id = r.place_id and place.is_open where r.is_open),
  'closedIds', (
    select json_agg(id) from (
      select id, is_open from officer union all select id, is_open from place union all select id, is_open from room) c
     where not is_open))`;

/** Open and closed, since hours need both: each table is read once, and not at all where hours aren't asked for. */
const whoAndWhere = (tenantId: string) => Prisma.sql`
  officer as materialized (select id, is_open from meeting_officer where tenant_id = ${tenantId}),
  place as materialized (select id, is_open from meeting_place where tenant_id = ${tenantId}),
  room as materialized (select id, place_id, seats, is_open from meeting_room where tenant_id = ${tenantId})`;

/** Open meetings, an officer's in a room together: both are long to say. */
const meetings = (tenantId: string, from: number, which: Prisma.Sql) => Prisma.sql`(
  select json_agg(json_build_object('officerId', officer_id, 'roomId', room_id, 'ids', ids, 'f', f, 'l', l, 'h', h, 'together', together))
    from (
      select m.officer_id, m.room_id, array_agg(m.id) ids, array_agg(${epoch('m.busy_from')}) f,
        array_agg((${epoch('m.busy_to')} - ${epoch('m.busy_from')})::int) l, array_agg(${epoch('m.held_until')}) h,
        json_agg(json_build_object('id', m.id, 'typeId', m.type_id, 'way', m.way, 'placeId', m.place_id, 'officerId', m.officer_id,
          'startsAt', ${epoch('m.starts_at')}, 'endsAt', ${epoch('m.ends_at')}, 'seats', m.seats, 'isSystems', m.system_id is not null,
          'taken', (select coalesce(json_agg(${epoch('b.held_until')}), '[]') from booking b
                     where b.tenant_id = ${tenantId} and b.meeting_id = m.id and ${takesSeat})))
          filter (where m.seats > 1 or m.system_id is not null) together
      from meeting m
     where m.tenant_id = ${tenantId} and m.state = 'open' and m.busy_to > ${at(from)} ${which}
     group by m.officer_id, m.room_id) m)`;

/**
 * What is noted by transactions that were not seen, each table read at most once, and most not at all. A transaction that
 * has not begun yet can't have changed anything: a number as high is from before a restore.
 */
export const changesStatement = (tenantId: string, from: number, since: Seen): Prisma.Sql => Prisma.sql`
  with change as materialized (
    select c.kind, c.id from calendar_change c
     where c.tenant_id = ${tenantId} and c.changed >= ${since.before}::bigint
       and c.changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
       and not pg_visible_in_snapshot(c.changed::text::xid8, ${since.transactions}::pg_snapshot)
  ), ${whoAndWhere(tenantId)}
  select ${seen} seen, exists (select from change where kind = 'all') "isAll",
    case when exists (select from change where kind = 'hours') then ${hours(tenantId, from)} end hours,
    (select json_agg(id) from change where kind = 'meeting') changed,
    ${meetings(tenantId, from, Prisma.sql`and m.id in (select id from change where kind = 'meeting')`)} meetings`;

export const allStatement = (tenantId: string, from: number): Prisma.Sql => Prisma.sql`
  with ${whoAndWhere(tenantId)}
  select ${seen} seen, false "isAll", ${hours(tenantId, from)} hours, null changed, ${meetings(tenantId, from, Prisma.empty)} meetings`;

const instant = (seconds: number) => Math.round(seconds * 1000);
const instantOrNull = (seconds: number | null | undefined) => (seconds == null ? null : instant(seconds));

function changesOf(row: ChangesRow | undefined): CalendarChanges {
  if (!row) throw new Error('The calendars answered with nothing');
  return {
    seen: row.seen,
    isAll: row.isAll,
    hours: row.hours && {
      teams: row.hours.teams ?? [],
      openings: (row.hours.openings ?? []).map(({ f, t, ...opening }) => ({
        ...opening,
        periods: f.map((start, i) => ({ start: instant(start), end: instant(t[i] ?? start) })),
      })),
      exceptions: (row.hours.exceptions ?? []).map(({ f, t, ...whose }) => ({
        ...whose,
        start: instant(f),
        end: instant(t),
      })),
      rooms: row.hours.rooms ?? [],
      closedIds: row.hours.closedIds ?? [],
    },
    changed: row.changed ?? [],
    meetings: (row.meetings ?? []).flatMap(meetingsOf),
  };
}

function meetingsOf({
  officerId,
  roomId,
  ids,
  f,
  l,
  h,
  together,
}: NonNullable<ChangesRow['meetings']>[number]): KnownMeeting[] {
  const facts = new Map((together ?? []).map(({ id, ...one }) => [id, one]));
  return ids.map((id, i) => {
    const start = (f[i] ?? 0) * 1000;
    const one = facts.get(id);
    return {
      id,
      officerId,
      roomId,
      start,
      end: start + (l[i] ?? 0) * 1000,
      heldUntil: instantOrNull(h[i]),
      together: one
        ? {
            ...one,
            startsAt: instant(one.startsAt),
            endsAt: instant(one.endsAt),
            taken: one.taken.map(instantOrNull),
          }
        : null,
    };
  });
}
