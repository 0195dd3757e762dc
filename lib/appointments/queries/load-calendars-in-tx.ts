import 'server-only';
import { Prisma, rowsInTx, type Tx } from '@/lib/platform/db';
import type { TypeTimes } from '../domain/appointment-type';
import { bookable, type OfficerCalendar, type RoomCalendar, takenBy } from '../domain/free-times';
import type { Interval } from '../domain/interval';
import type { MeetingWay } from '../domain/words';

export interface Calendars {
  officers: OfficerCalendar[];
  rooms: RoomCalendar[];
}

export interface CalendarsAsked {
  tenantId: string;
  typeId: string;
  type: TypeTimes;
  /** in which meetings begin */
  window: Interval;
  officerId?: string;
  placeId?: string;
  now: number;
}

/** What `freeTimes` needs to know of a type, in the transaction that takes one of the times. */
export async function loadCalendarsInTx(tx: Tx, asked: CalendarsAsked): Promise<Calendars> {
  const [[row]] = await rowsInTx<[CalendarsRow]>(tx, calendarsStatement(asked));
  return calendarsOf(row);
}

/** Epoch seconds, the beginnings in one list and the ends in another: what JSON carries fastest. */
interface Times {
  f: number[];
  t: number[];
}
interface CalendarsRow {
  officers: string[] | null;
  openings: (Times & { officer: string; place: string | null; ways: MeetingWay[] })[] | null;
  exceptions:
    | { officer: string | null; place: string | null; room: string | null; f: number; t: number }[]
    | null;
  rooms: { id: string; place: string }[] | null;
  /** what is taken: of which officer and which room (their places in the lists; null: of none), from when, and how long */
  busy: { o: (number | null)[] | null; r: (number | null)[] | null; f: number[] | null; l: number[] | null };
}

/** No meeting takes longer, with all that belongs to it: the check `meeting_length` in 0003_appointments. */
const LONGEST_MS = 3 * 86_400_000;
const A_DAY_AT_MOST_MS = 26 * 3_600_000;

const at = (ms: number) => Prisma.sql`${new Date(ms).toISOString()}::timestamptz`;
const epoch = (column: Prisma.Sql) => Prisma.sql`date_part('epoch', ${column})`;
const times = (from: Prisma.Sql, to: Prisma.Sql) =>
  Prisma.sql`array_agg(${epoch(from)}) f, array_agg(${epoch(to)}) t`;

/**
 * One statement that reads each table at most once. Only what can matter for meetings of the type that begin in the window,
 * and within its limits; a time that was held and not confirmed is taken no longer.
 */
function calendarsStatement(asked: CalendarsAsked): Prisma.Sql {
  const { tenantId, typeId, type, officerId, placeId, now } = asked;
  const limits = bookable(type, now);
  const from = Math.max(asked.window.start, limits.start);
  const to = Math.max(from, Math.min(asked.window.end, limits.end));
  // What the longest way (to a home and back) takes, whichever is asked for.
  const widest = takenBy(type, 'home', 0);
  const [busyFrom, busyTo] = [from + widest.start, to + widest.end];
  const only = (column: Prisma.Sql, id: string | undefined) =>
    id === undefined ? Prisma.empty : Prisma.sql`and ${column} = ${id}::uuid`;
  const rooms = type.needsRoom
    ? Prisma.sql`select r.id, r.place_id, row_number() over (order by r.id) - 1 n from meeting_room r join place on place.id = r.place_id
        where r.tenant_id = ${tenantId} and r.is_open and r.seats >= ${type.seats}`
    : Prisma.sql`select null::uuid id, null::uuid place_id, null::bigint n where false`;
  return Prisma.sql`
    with place as materialized (
      select id from meeting_place p where p.tenant_id = ${tenantId} and p.is_open ${only(Prisma.sql`p.id`, placeId)}
    ), room as materialized (${rooms}),
    team as materialized (
      select o.id, row_number() over (order by o.id) - 1 n
      from officer_type ot
      join appointment_type a on a.tenant_id = ot.tenant_id and a.id = ot.type_id and a.system_id is null
      join meeting_officer o on o.tenant_id = ot.tenant_id and o.id = ot.officer_id and o.is_open
      where ot.tenant_id = ${tenantId} and ot.type_id = ${typeId}::uuid ${only(Prisma.sql`ot.officer_id`, officerId)}
    ), period as (
      select o.officer_id, o.id, place.id place_id, o.ways, ${times(Prisma.sql`p.starts_at`, Prisma.sql`p.ends_at`)}
      from opening o
      join opening_period p on p.tenant_id = o.tenant_id and p.opening_id = o.id
      left join place on place.id = o.place_id
      where o.tenant_id = ${tenantId} and o.officer_id in (select id from team)
        and p.starts_at > ${at(from - A_DAY_AT_MOST_MS)} and p.starts_at < ${at(to)} and p.ends_at > ${at(from)}
      group by o.officer_id, o.id, place.id, o.ways
    ), taken as (
      select array_agg(o) o, array_agg(r) r, array_agg(f) f, array_agg(l) l
      from (
        select team.n o, room.n r, date_part('epoch', m.busy_from)::int f,
          (date_part('epoch', m.busy_to) - date_part('epoch', m.busy_from))::int l
        from meeting m
        left join team on team.id = m.officer_id
        left join room on room.id = m.room_id
        where m.tenant_id = ${tenantId} and m.state = 'open' and (m.held_until is null or m.held_until > ${at(now)})
          and m.busy_from > ${at(busyFrom - LONGEST_MS)} and m.busy_from < ${at(busyTo)} and m.busy_to > ${at(busyFrom)}
          and (team.n is not null or room.n is not null)
        order by m.busy_from
      ) m
    )
    select
      (select json_agg(id order by id) from team) officers,
      (select json_agg(json_build_object('officer', officer_id, 'place', place_id, 'ways', ways, 'f', f, 't', t)) from period) openings,
      (select json_agg(json_build_object('officer', officer_id, 'place', place_id, 'room', room_id,
          'f', ${epoch(Prisma.sql`starts_at`)}, 't', ${epoch(Prisma.sql`ends_at`)}) order by starts_at)
        from opening_exception e
        where e.tenant_id = ${tenantId} and e.ends_at > ${at(from)} and e.starts_at < ${at(busyTo)}) exceptions,
      (select json_agg(json_build_object('id', id, 'place', place_id) order by id) from room) rooms,
      (select json_build_object('o', o, 'r', r, 'f', f, 'l', l) from taken) busy`;
}

const instant = (seconds: number) => Math.round(seconds * 1000);
const intervalsOf = ({ f, t }: Times): Interval[] =>
  f.map((from, i) => ({ start: instant(from), end: instant(t[i] ?? from) }));

/** What is taken of each of them, in order. */
function busyOf(
  ids: readonly string[],
  { f, l, ...whose }: CalendarsRow['busy'],
  kind: 'o' | 'r',
): Map<string, Interval[]> {
  const lists = ids.map((): Interval[] => []);
  for (const [i, n] of (whose[kind] ?? []).entries()) {
    if (n === null) continue;
    const start = (f?.[i] ?? 0) * 1000;
    lists[n]?.push({ start, end: start + (l?.[i] ?? 0) * 1000 });
  }
  return new Map(ids.map((id, n) => [id, lists[n] ?? []]));
}

function calendarsOf(row: CalendarsRow | undefined): Calendars {
  if (!row) throw new Error('The calendars answered with nothing');
  const exceptions = (row.exceptions ?? []).map(({ f, t, ...whose }) => ({
    ...whose,
    start: instant(f),
    end: instant(t),
  }));
  const ofAll = exceptions.filter((e) => e.officer === null && e.place === null && e.room === null);
  const closedFor = (isMeant: (e: (typeof exceptions)[number]) => boolean) => exceptions.filter(isMeant);
  const placeClosed = new Map<string, Interval[]>();
  const closedAt = (placeId: string) => {
    const closed = placeClosed.get(placeId) ?? closedFor((e) => e.place === placeId && e.room === null);
    placeClosed.set(placeId, closed);
    return closed;
  };
  const officersBusy = busyOf(row.officers ?? [], row.busy, 'o');
  const roomsBusy = busyOf(
    (row.rooms ?? []).map(({ id }) => id),
    row.busy,
    'r',
  );
  const openings = new Map<string, OfficerCalendar['openings'][number][]>();
  for (const { officer, place, ways, ...periods } of row.openings ?? []) {
    const own = openings.get(officer) ?? [];
    openings.set(officer, own);
    for (const period of intervalsOf(periods)) {
      own.push({ ...period, placeId: place, ways, placeClosed: place === null ? [] : closedAt(place) });
    }
  }
  return {
    officers: (row.officers ?? []).map((officerId) => ({
      officerId,
      openings: openings.get(officerId) ?? [],
      closed: [...ofAll, ...closedFor((e) => e.officer === officerId)],
      busy: officersBusy.get(officerId) ?? [],
    })),
    rooms: (row.rooms ?? []).map(({ id, place }) => ({
      roomId: id,
      placeId: place,
      closed: closedFor((e) => e.room === id || e.place === place),
      busy: roomsBusy.get(id) ?? [],
    })),
  };
}
