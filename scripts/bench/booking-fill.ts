// What bench -- booking books: residents, officers and their times, written by plain SQL.
import type { Client } from 'pg';
import { TENANT } from './city-rows';

/** `officers` with `times` of an hour each. */
export interface Times {
  slug: string;
  officers: number;
  times: number;
}
export const RACE: Times = { slug: 'bench-race', officers: 20, times: 25 };
/** Bare SQL has officers of its own, as many. */
export const PLAIN: Times = { slug: 'bench-plain', officers: 20, times: 25 };
/** A few more times than people, so that somebody can begin. */
export const MOVES: Times = { slug: 'bench-moves', officers: 41, times: 25 };

/** For each instance to book of first, as many as there are times: so that it is one that people have used already. */
export const WARM: Times = { slug: 'bench-warm', officers: 8, times: 25 };

const HOUR = 3_600_000;
const KINDS = {
  person: '7000',
  type: '7001',
  officer: '7002',
  opening: '7003',
  meeting: '7004',
  booking: '7005',
};
export const idOf = (kind: keyof typeof KINDS, n: number): string =>
  `00000000-0000-${KINDS[kind]}-8000-${n.toString(16).padStart(12, '0')}`;

const types = [RACE, PLAIN, MOVES, WARM];
/** Officers are numbered through all types. */
export const officerOf = (of: Times, n: number): string =>
  idOf('officer', types.slice(0, types.indexOf(of)).reduce((sum, { officers }) => sum + officers, 0) + n);
export const typeOf = (of: Times): string => idOf('type', types.indexOf(of));

/**
 * When the n-th time of an officer begins: so many in a row, from ten days on; other days for each type, since people
 * book of several.
 */
export const startOf = (of: Times, from: number, n: number): Date =>
  new Date(from + types.indexOf(of) * 48 * HOUR + n * HOUR);

/** Residents `1–people`, and the times of each type; the first instant. */
export async function fill(client: Client, people: number): Promise<number> {
  const from = Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR + 10 * 24 * HOUR;
  await client.query(
    `insert into person (tenant_id, id, national_id_sealed, national_id_lookup, name_sealed, language, updated_at)
     select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '', ('\\x' || lpad(to_hex(n), 12, '0'))::bytea, '', 'sv', now()
       from generate_series(1, $2::int) n`,
    [TENANT, people],
  );
  for (const of of types) {
    await client.query(
      `insert into appointment_type (tenant_id, id, slug, name, about, prepare, audience, ways, minutes, step_minutes,
         notice_minutes, ahead_days, change_minutes)
       values ($1, $2, $3, '{"sv": "Mätning"}', '{"sv": "-"}', '{"sv": "-"}', 'open', '{video}', 60, 60, 60, 60, 60)`,
      [TENANT, typeOf(of), of.slug],
    );
    for (let n = 0; n < of.officers; n++) {
      const [officer, opening] = [officerOf(of, n), officerOf(of, n).replace('7002', '7003')];
      await client.query(
        `insert into meeting_officer (tenant_id, id, name_sealed, name_hash, unit) values ($1, $2, '', '', 'Mätning')`,
        [TENANT, officer],
      );
      await client.query(`insert into officer_type (tenant_id, officer_id, type_id) values ($1, $2, $3)`, [
        TENANT,
        officer,
        typeOf(of),
      ]);
      await client.query(
        `insert into opening (tenant_id, id, officer_id, ways, starts_on, from_minute, minutes, reaches_on)
         values ($1, $2, $3, '{video}', $4, 0, 1440, $4)`,
        [TENANT, opening, officer, new Date(from)],
      );
      await client.query(
        `insert into opening_period (tenant_id, opening_id, starts_at, ends_at) values ($1, $2, $3, $4)`,
        [TENANT, opening, startOf(of, from, 0), startOf(of, from, of.times)],
      );
    }
  }
  return from;
}

/** Gives each of them a time of MOVES, as if booked before. */
export async function bookAll(client: Client, people: number, from: number): Promise<void> {
  for (let n = 0; n < people; n++) {
    const at = startOf(MOVES, from, n % MOVES.times);
    await client.query(
      `insert into meeting (tenant_id, id, type_id, way, officer_id, starts_at, ends_at, busy_from, busy_to)
       values ($1, $2, $3, 'video', $4, $5, $6, $5, $6)`,
      [
        TENANT,
        idOf('meeting', n),
        typeOf(MOVES),
        officerOf(MOVES, Math.floor(n / MOVES.times)),
        at,
        new Date(at.getTime() + HOUR),
      ],
    );
    await client.query(
      `insert into booking (tenant_id, id, meeting_id, seat, person_id, state, starts_at, ends_at, booked_at)
       values ($1, $2, $3, 1, $4, 'booked', $5, $5, now())`,
      [TENANT, idOf('booking', n), idOf('meeting', n), idOf('person', n + 1), at],
    );
  }
}
