import { createHash } from 'node:crypto';

// What happens during bench -- chaos: all of it follows from the seed.

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An id that is the same each time. */
export function idOf(seed: number, what: string): string {
  const hex = createHash('sha256').update(`${seed} ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What one resident does; the office asks and decides meanwhile. */
export interface PlannedCase {
  number: number;
  applicationId: string;
  personId: string;
  /** milliseconds from the beginning */
  at: number;
  /** writes after the application; and once more after her answer */
  messageIds: { first: string | null; second: string | null };
}

export const disturbances = [
  'the office dies',
  'the office hangs',
  'the office answers 500',
  'the office answers late',
  'the office says all twice',
  'the office speaks out of order',
  'a worker is killed',
  'the portal is killed',
  'PostgreSQL is killed',
  'PostgreSQL is restarted',
] as const;
export type Disturbance = (typeof disturbances)[number];

export interface PlannedDisturbance {
  at: number;
  what: Disturbance;
}

const EVERY_MS = 2_200;

export function planChaos(seed: number, cases: number, lasts: number) {
  const random = randomFrom(seed);
  const planned = Array.from(
    { length: cases },
    (_, number): PlannedCase => ({
      number,
      applicationId: idOf(seed, `application ${number}`),
      personId: idOf(seed, `person ${number % Math.ceil(cases / 3)}`),
      at: Math.floor(random() * lasts),
      messageIds: {
        first: random() < 0.5 ? idOf(seed, `first message ${number}`) : null,
        second: random() < 0.3 ? idOf(seed, `second message ${number}`) : null,
      },
    }),
  );
  return { cases: planned.toSorted((a, b) => a.at - b.at), disturbances: planDisturbances(random, lasts) };
}

/** Each kind once in every round, the rounds shuffled: as often as there is time for, and at least once. */
function planDisturbances(random: () => number, lasts: number): PlannedDisturbance[] {
  const rounds = Math.max(1, Math.floor(lasts / (EVERY_MS * disturbances.length)));
  const planned: PlannedDisturbance[] = [];
  for (let round = 0; round < rounds; round++) {
    const order = disturbances.map((what) => ({ what, by: random() })).toSorted((a, b) => a.by - b.by);
    for (const { what } of order) {
      planned.push({ at: 1_000 + planned.length * EVERY_MS + Math.floor(random() * EVERY_MS), what });
    }
  }
  return planned;
}
