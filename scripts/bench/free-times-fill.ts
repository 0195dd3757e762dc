// What bench -- free-times looks for times in: officers with their hours, and meetings in half of them, by plain SQL.
import type { Client } from 'pg';
import type { TypeTimes } from '@/lib/appointments/domain/appointment-type';
import { TENANT } from './city-rows';

export const DAYS = 84;
const DAY_MS = 86_400_000;
const PLACES = 10;
const TYPE_ID = '00000000-0000-7100-8000-000000000000';
export const TYPE_SLUG = 'bench-free-times';
const type: TypeTimes = {
  ways: ['visit', 'phone', 'video'],
  minutes: 45,
  stepMinutes: 60,
  beforeMinutes: 0,
  afterMinutes: 15,
  travelMinutes: 0,
  seats: 1,
  needsRoom: true,
  noticeMinutes: 0,
  aheadDays: DAYS,
};

const id = (kind: string, n: string) =>
  `('00000000-0000-${kind}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const place = id('7101', `n % ${PLACES} + 1`);
// Weekdays, from as long before the window as it is long until as long after it.
const day = `generate_series($3::timestamptz, $3::timestamptz + interval '${3 * DAYS - 1} days', interval '1 day') day`;
const onWeekdays = `extract(isodow from day) < 6`;

/**
 * Officers at ten places, each with a room of her own: nine hours each weekday, in about every other of which she has a
 * meeting, two of three in her room. As many rows lie before the window and after it: what is over must not cost.
 */
export async function fill(client: Client, officers: number): Promise<number> {
  const from = firstDay();
  await client.query(
    `insert into appointment_type (tenant_id, id, slug, name, about, prepare, audience, ways, minutes, step_minutes,
       after_minutes, needs_room, notice_minutes, ahead_days, change_minutes)
     values ($1, $2, '${TYPE_SLUG}', '{"sv": "Mätning"}', '{"sv": "-"}', '{"sv": "-"}', 'open', '{visit,phone,video}',
       $3, $4, $5, true, 0, $6, 60)`,
    [TENANT, TYPE_ID, type.minutes, type.stepMinutes, type.afterMinutes, type.aheadDays],
  );
  await client.query(
    `insert into meeting_place (tenant_id, id, name, address, directions, is_step_free)
     select $1, ${id('7101', 'n')}, 'Plats ' || n, '-', '{}', true from generate_series(1, ${PLACES}) n`,
    [TENANT],
  );
  const each = async (sql: string) => {
    await client.query(sql, [TENANT, officers]);
  };
  await each(
    `insert into meeting_room (tenant_id, id, place_id, name)
     select $1, ${id('7102', 'n')}, ${place}, 'Rum ' || n from generate_series(1, $2::int) n`,
  );
  await each(
    `insert into meeting_officer (tenant_id, id, name_sealed, name_hash, unit)
     select $1, ${id('7103', 'n')}, '', '', '-' from generate_series(1, $2::int) n`,
  );
  await each(
    `insert into officer_type (tenant_id, officer_id, type_id)
     select $1, ${id('7103', 'n')}, '${TYPE_ID}' from generate_series(1, $2::int) n`,
  );
  await each(
    `insert into opening (tenant_id, id, officer_id, place_id, ways, starts_on, from_minute, minutes, rule, reaches_on)
     select $1, ${id('7104', 'n')}, ${id('7103', 'n')}, ${place}, '{visit,phone,video}', current_date, 480, 540,
       'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', current_date + 400 from generate_series(1, $2::int) n`,
  );
  await client.query(
    `insert into opening_period (tenant_id, opening_id, starts_at, ends_at)
     select $1, ${id('7104', 'n')}, day + interval '7 hours', day + interval '16 hours'
       from generate_series(1, $2::int) n, ${day} where ${onWeekdays}`,
    [TENANT, officers, from],
  );
  await meet(client, officers, 0);
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int n from meeting where busy_from >= $1 and busy_from < $2',
    [new Date(from.getTime() + DAYS * DAY_MS), new Date(from.getTime() + 2 * DAYS * DAY_MS)],
  );
  return rows[0]?.n ?? 0;
}

/** Every time that is left. */
export async function fillUp(client: Client, officers: number): Promise<void> {
  await client.query("update meeting set state = 'open' where state = 'cancelled'");
  await meet(client, officers, 1);
  await client.query('vacuum analyze');
}

/** Meetings of every other hour, or of the others. */
async function meet(client: Client, officers: number, half: 0 | 1): Promise<void> {
  const chance = `('x' || substr(md5(n || '-' || day || '-' || hour), 1, 4))::bit(16)::int`;
  const begins = `day + make_interval(hours => hour)`;
  await client.query(
    `insert into meeting (tenant_id, id, type_id, way, officer_id, place_id, room_id, starts_at, ends_at, busy_from, busy_to)
     select $1, gen_random_uuid(), '${TYPE_ID}', (case when v then 'visit' else 'phone' end)::meeting_way, ${id('7103', 'n')},
       case when v then ${place} end, case when v then ${id('7102', 'n')} end,
       ${begins}, ${begins} + interval '45 minutes', ${begins}, ${begins} + interval '1 hour'
       from generate_series(1, $2::int) n, ${day}, generate_series(7, 15) hour, lateral (select (${chance}) % 3 > 0 v) x
      where ${onWeekdays} and ${chance} % 2 = ${half}`,
    [TENANT, officers, firstDay()],
  );
}

/** As long before the window as it is long. */
const firstDay = () => new Date((Math.ceil(Date.now() / DAY_MS) - DAYS) * DAY_MS);
