// Who lives in the city, and how a row of it is written.

export const TENANT = 'granvik';
export const SERVICE = 'sarskilt-boende';
/** People with a log-in in force, whose cookies the load generators hold. */
export const LOGGED_IN = 2_000;

/** The session token of the n-th person, known to the load generators; only a bench database ever holds such. */
export const benchToken = (n: number): string =>
  `bench-token-${String(n).padStart(12, '0')}-${'x'.repeat(19)}`;

const KINDS = [
  'person',
  'session',
  'application',
  'case',
  'event',
  'supplement',
  'decision',
  'file',
  'domain',
  'audit',
  'delivery',
  'notice',
  'notice-delivery',
  'appointment-type',
  'place',
  'officer',
  'meeting',
  'booking',
  'booking-event',
  'invitation',
  'plan',
  'visit',
  'note',
  'vacancy',
  'offer',
] as const;
type Kind = (typeof KINDS)[number];

/** A UUID of version 7's shape, in time order like real ones, that follows from kind and number. */
export function idFor(kind: Kind, n: number): string {
  const time = (1_600_000_000_000 + n * 40).toString(16).padStart(12, '0');
  const tail = n.toString(16).padStart(12, '0');
  const mark = KINDS.indexOf(kind).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${mark}-8000-${tail}`;
}

/** How many cases the n-th person has: most none or one, a few four. 1.2 on average. */
const casesOf = (n: number): number => [0, 0, 0, 1, 1, 1, 1, 2, 2, 4][n % 10] ?? 0;

/** As COPY reads bytes. */
export const hex = (bytes: Uint8Array): string =>
  `\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
export const at = (n: number, hours = 0): string =>
  new Date(Date.UTC(2026, 5, 1) + (n % 170) * 86_400_000 + hours * 3_600_000).toISOString();
export const day = (n: number): string => at(n).slice(0, 10);

const PHASES = [
  'received_by_us',
  'received_by_office',
  'being_looked_into',
  'being_looked_into',
  'waiting_for_you',
  'decided',
  'decided',
  'decided',
  'closed',
  'closed',
];

export interface Table {
  name: string;
  columns: string;
  rows: (people: number) => Generator<string>;
}

/** As COPY reads a row. */
export const line = (values: (string | number | null)[]): string =>
  `${values.map((v) => (v === null ? '\\N' : v)).join('\t')}\n`;

/** Every case of the city: its number, whose, and its phase. */
export function* eachCase(people: number): Generator<{ c: number; person: number; phase: string }> {
  let c = 0;
  for (let n = 1; n <= people; n++) {
    for (let k = 0; k < casesOf(n); k++) {
      c += 1;
      yield { c, person: n, phase: PHASES[(c * 7) % PHASES.length] ?? 'closed' };
    }
  }
}
