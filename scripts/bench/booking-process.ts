// One of the two instances of bench -- booking: the portal's own commands over a pool of its own, and beside them the same
// rows by bare SQL.
import { Pool } from 'pg';
import { confirmBooking } from '@/lib/appointments/commands/confirm-booking';
import { holdTime } from '@/lib/appointments/commands/hold-time';
import type { TypeTimes } from '@/lib/appointments/domain/appointment-type';
import { freeTimes } from '@/lib/appointments/domain/free-times';
import { knownCalendars } from '@/lib/appointments/queries/known-calendars';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { env } from '@/lib/platform/env';
import { isAppError } from '@/lib/platform/errors';
import { idOf, MOVES, officerOf, PLAIN, RACE, startOf, type Times, typeOf, WARM } from './booking-fill';
import { answerParent } from './children';
import { TENANT } from './city-rows';

/** One press: how long it took, and what it said. */
export interface Pressed {
  ms: number;
  said: string;
}

/** Residents who come evenly over a time, each pressing again (another time) so often at the most. */
export interface Crowd {
  from: number;
  people: number[];
  lastsMs: number;
  beginsAt: number;
}

const MOST_PRESSES = 5;
const MOST_MOVES = 60;
/** As scripts/bench/booking-fill.ts writes it. */
const movesType: TypeTimes = {
  ways: ['video'],
  minutes: 60,
  stepMinutes: 60,
  beforeMinutes: 0,
  afterMinutes: 0,
  travelMinutes: 0,
  seats: 1,
  needsRoom: false,
  noticeMinutes: 60,
  aheadDays: 60,
};
const resident = (n: number): ResidentActor => ({
  kind: 'resident',
  tenantId: TENANT,
  personId: idOf('person', n),
  sessionId: newId(),
});

/** What somebody on this instance has been told is gone: the next one doesn't see it on the page any more. */
const gone = new Map<Times, Set<number>>();

function chooseIn(of: Times): number | null {
  const known = gone.get(of) ?? new Set();
  gone.set(of, known);
  const left = Array.from({ length: of.officers * of.times }, (_, n) => n).filter((n) => !known.has(n));
  return left[Math.floor(Math.random() * left.length)] ?? null;
}

async function timed<T>(
  said: Pressed[],
  work: () => Promise<T>,
  inWords: (result: T) => string,
): Promise<T | null> {
  const began = performance.now();
  try {
    const result = await work();
    said.push({ ms: performance.now() - began, said: inWords(result) });
    return result;
  } catch (error) {
    said.push({
      ms: performance.now() - began,
      said: isAppError(error) ? (error.reason ?? error.code) : `fault: ${(error as Error).message}`,
    });
    return null;
  }
}

async function comes(of: Times, n: number, from: number, said: Pressed[], press: Press): Promise<void> {
  for (let tries = 0; tries < MOST_PRESSES; tries++) {
    const chosen = chooseIn(of);
    if (chosen === null) {
      said.push({ ms: 0, said: 'none left' });
      return;
    }
    const officerId = officerOf(of, Math.floor(chosen / of.times));
    const outcome = await press(n, officerId, startOf(of, from, chosen % of.times), said);
    gone.get(of)?.add(chosen);
    if (outcome !== 'taken') return;
  }
}

type Press = (n: number, officerId: string, startsAt: Date, said: Pressed[]) => Promise<string>;

const byPortal = async (
  n: number,
  officerId: string,
  startsAt: Date,
  said: Pressed[],
  more: { typeSlug: string; movesId?: string } = { typeSlug: RACE.slug },
): Promise<string> => {
  const actor = resident(n);
  const held = await timed(
    said,
    () => holdTime(actor, { bookingId: newId(), way: 'video', officerId, startsAt, ...more }),
    ({ outcome }) => outcome,
  );
  if (held?.outcome !== 'held') return held?.outcome ?? 'fault';
  const confirmed = await timed(
    said,
    () => confirmBooking(actor, { bookingId: held.bookingId, content: { needs: {}, answers: {} } }),
    ({ outcome }) => outcome,
  );
  return confirmed?.outcome ?? 'fault';
};

const pool = new Pool({ connectionString: env().DATABASE_APP_URL, max: env().DATABASE_POOL });

/** The same rows in one transaction, and nothing else: no rights, no rules, no story, no audit, nobody told. */
const bySql: Press = async (n, officerId, startsAt, said) => {
  const outcome = await timed(
    said,
    async () => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.tenant_id', $1, true)`, [TENANT]);
        const meetingId = newId();
        const endsAt = new Date(startsAt.getTime() + 3_600_000);
        await client.query(
          `insert into meeting (tenant_id, id, type_id, way, officer_id, starts_at, ends_at, busy_from, busy_to)
           values ($1, $2, $3, 'video', $4, $5, $6, $5, $6)`,
          [TENANT, meetingId, typeOf(PLAIN), officerId, startsAt, endsAt],
        );
        await client.query(
          `insert into booking (tenant_id, id, meeting_id, seat, person_id, state, starts_at, ends_at, booked_at)
           values ($1, $2, $3, 1, $4, 'booked', $5, $6, now())`,
          [TENANT, newId(), meetingId, idOf('person', n), startsAt, endsAt],
        );
        await client.query('commit');
        return 'booked';
      } catch (error) {
        await client.query('rollback');
        if ((error as { code?: string }).code === '23P01') return 'taken';
        throw error;
      } finally {
        client.release();
      }
    },
    (said) => said,
  );
  return outcome ?? 'fault';
};

async function crowd(
  { from, people, lastsMs, beginsAt }: Crowd,
  of: Times,
  press: Press,
): Promise<Pressed[]> {
  const said: Pressed[] = [];
  await Promise.all(
    people.map(async (n, at) => {
      await new Promise((resolve) =>
        setTimeout(resolve, beginsAt + (lastsMs * at) / people.length - Date.now()),
      );
      await comes(of, n, from, said, press);
    }),
  );
  return said;
}

/** Each presses a time that is free just then, among those that others have given up, until she has moved. */
async function move({ from, people, lastsMs, beginsAt }: Crowd): Promise<{ said: Pressed[]; left: number }> {
  const said: Pressed[] = [];
  let left = people.length;
  await Promise.all(
    people.map(async (n, at) => {
      await new Promise((resolve) =>
        setTimeout(resolve, beginsAt + (lastsMs * at) / people.length - Date.now()),
      );
      for (let tries = 0; tries < MOST_MOVES; tries++) {
        const chosen = await timed(
          said,
          () => chooseFree(from),
          () => 'looked',
        );
        if (!chosen) continue;
        const outcome = await byPortal(n, chosen.officerId, chosen.startsAt, said, {
          typeSlug: MOVES.slug,
          movesId: idOf('booking', n - 1),
        });
        if (outcome === 'moved') {
          left -= 1;
          return;
        }
      }
    }),
  );
  return { said, left };
}

/** One of the times that the page would show. */
async function chooseFree(from: number): Promise<{ officerId: string; startsAt: Date } | null> {
  const window = {
    start: startOf(MOVES, from, 0).getTime(),
    end: startOf(MOVES, from, MOVES.times).getTime(),
  };
  const now = Date.now();
  const calendars = await knownCalendars(TENANT, now);
  const asked = { typeId: typeOf(MOVES), type: movesType, window, now };
  const [officers, rooms] = [calendars.officers(asked), calendars.roomsFor(asked)];
  const times = freeTimes(movesType, officers, rooms, { way: 'video' }, window, now);
  const time = times[Math.floor(Math.random() * times.length)];
  const officerId = time?.officerIds[Math.floor(Math.random() * time.officerIds.length)];
  return time && officerId ? { officerId, startsAt: new Date(time.startsAt) } : null;
}

/** Books half of the times that are there for it, one with each of the connections at once. */
async function awake({ from, at }: { from: number; at: number }): Promise<void> {
  const mine = Array.from({ length: WARM.officers * WARM.times }, (_, n) => n).filter((n) => n % 2 === at);
  const said: Pressed[] = [];
  for (let n = 0; n < mine.length; n += env().DATABASE_POOL) {
    await Promise.all(
      mine.slice(n, n + env().DATABASE_POOL).map((time) =>
        byPortal(
          time + 1,
          officerOf(WARM, Math.floor(time / WARM.times)),
          startOf(WARM, from, time % WARM.times),
          said,
          {
            typeSlug: WARM.slug,
          },
        ),
      ),
    );
  }
  const failed = said.find(({ said }) => said !== 'held' && said !== 'booked');
  if (failed) throw new Error(failed.said);
}

answerParent({
  awake,
  race: (asked: Crowd) => crowd(asked, RACE, byPortal),
  plain: (asked: Crowd) => crowd(asked, PLAIN, bySql),
  move,
});
