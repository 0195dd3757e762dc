import * as z from 'zod';
import { textLanguages } from '@/lib/kernel/date-text';
import { type Question, question, type Texts } from './appointment-type';
import { all, isTicked, type Length, one, type Posted, type Problems, readTexts } from './posted';
import { type MeetingWay, meetingWays } from './words';

export const audiences = ['open', 'service', 'invitation'] as const;
export type Audience = (typeof audiences)[number];

/** The least and the most of each number of a type. The database has them too (0003_appointments), or is wider. */
export const typeLimits = {
  minutes: [5, 480],
  stepMinutes: [5, 480],
  beforeMinutes: [0, 480],
  afterMinutes: [0, 480],
  travelMinutes: [0, 480],
  seats: [1, 200],
  noticeMinutes: [0, 43_200],
  aheadDays: [1, 366],
  changeMinutes: [0, 43_200],
  most: [1, 20],
  holdMinutes: [1, 60],
  earlierMinutes: [5, 10_080],
} as const;
export type TypeNumber = keyof typeof typeLimits;

/** Which times there are: a back-office system that publishes them decides it. */
export const numbersOfTimes = [
  'stepMinutes',
  'beforeMinutes',
  'afterMinutes',
  'travelMinutes',
  'seats',
] as const;
export const MOST_REMINDERS = 3;
export const MOST_QUESTIONS = 3;

export type TypeNumbers = Record<TypeNumber, number>;

export interface TypeToPut extends TypeNumbers {
  name: Texts;
  about: Texts;
  prepare: Texts;
  audience: Audience;
  serviceId: string | null;
  /** the system that gets what is booked of it and is about no case; of a type of a system's own, nobody */
  receiverSystemId: string | null;
  ways: MeetingWay[];
  needsRoom: boolean;
  remindMinutes: number[];
  questions: Question[];
  isOpen: boolean;
  /** who takes it */
  officerIds: string[];
}

/** What stays: texts in languages that aren't offered, the times that a system publishes, and ways that it had before. */
export type KnownOfType = Pick<
  TypeToPut,
  'name' | 'about' | 'prepare' | 'questions' | 'ways' | 'needsRoom' | 'officerIds'
> &
  Pick<TypeNumbers, (typeof numbersOfTimes)[number]>;

/** Of a new type: nothing yet, and what stands where a system publishes the times, and nobody reads it. */
export const nothingKnown: KnownOfType = {
  name: {},
  about: {},
  prepare: {},
  questions: [],
  ways: [],
  needsRoom: false,
  officerIds: [],
  stepMinutes: 15,
  beforeMinutes: 0,
  afterMinutes: 0,
  travelMinutes: 0,
  seats: 1,
};

const MINUTES_OF_A_DAY = 1440;
const number = (name: TypeNumber) => {
  const [least, most] = typeLimits[name];
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
};
const audience = z.enum(audiences);
const reminders = z.array(
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(5).max(43_200)),
);

/** What was meant of a type, or all that is wrong with it. */
export function readType(
  posted: Posted,
  {
    languages,
    hasVideo,
    known,
    isSystems,
  }: { languages: readonly string[]; hasVideo: boolean; known: KnownOfType; isSystems: boolean },
): { type: TypeToPut } | { problems: Problems } {
  const problems: Problems = {};
  const text = (name: 'name' | 'about' | 'prepare', most: Length, isRequired: boolean) =>
    readTexts(posted, name, { languages, known: known[name], most, isRequired }, problems);
  const chosen = audience.safeParse(one(posted, 'audience'));
  if (!chosen.success) problems.audience = 'meetings:type.audience-missing';
  const serviceId = one(posted, 'serviceId') || null;
  if (chosen.data === 'service' && !serviceId) problems.serviceId = 'meetings:type.service-missing';
  const ways = meetingWays.filter((way) => all(posted, 'ways').includes(way));
  if (ways.length === 0) problems.ways = 'hours:opening.ways-missing';
  if (ways.includes('video') && !hasVideo && !known.ways.includes('video'))
    problems.ways = 'meetings:type.video-missing';
  const numbers = readNumbers(posted, { known, isSystems }, problems);
  if (numbers.noticeMinutes > numbers.aheadDays * MINUTES_OF_A_DAY)
    problems.noticeMinutes = 'meetings:type.notice-too-long';
  const told = reminders.safeParse(all(posted, 'remindMinutes'));
  if (!told.success || told.data.length > MOST_REMINDERS)
    problems.remindMinutes = 'meetings:type.reminders-wrong';
  const type: TypeToPut = {
    ...numbers,
    name: text('name', 80, true),
    about: text('about', 1000, true),
    prepare: text('prepare', 1000, false),
    audience: chosen.data ?? 'open',
    serviceId,
    receiverSystemId: isSystems ? null : one(posted, 'receiverSystemId') || null,
    ways,
    needsRoom: isSystems ? known.needsRoom : isTicked(posted, 'needsRoom'),
    remindMinutes: [...new Set(told.data ?? [])].sort((a, b) => b - a),
    questions: readQuestions(posted, { languages, known: known.questions }, problems),
    isOpen: isTicked(posted, 'isOpen'),
    officerIds: (isSystems ? known.officerIds : [...new Set(all(posted, 'officers'))]).toSorted(),
  };
  return Object.keys(problems).length > 0 ? { problems } : { type };
}

/** What a system that publishes times of meetings may do. */
export const publisherScopes = ['appointments.write'] as const;
/** What one may do that gets what is booked of the municipality's own times, and says what became of it. */
export const receiverScopes = [
  'deliveries.read',
  'deliveries.receive',
  'appointments.read',
  'appointments.write',
] as const;

export interface ReceiverSystem {
  active: boolean;
  scopes: readonly string[];
}

export const mayAll = (scopes: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((scope) => scopes.includes(scope));

/** Why nobody would learn who has booked: no system gets it, the one that does is switched off, or may not be told. */
export type Untold = 'nobody' | 'off' | 'not-allowed';

/** Null where somebody learns, or where nobody can book but about a case, which a system has (decision 0154). */
export function untoldOf(
  { isOpen, audience, systemId }: Pick<TypeToPut, 'isOpen' | 'audience'> & { systemId: string | null },
  receiver: ReceiverSystem | null,
): Untold | null {
  if (!isOpen || audience !== 'open' || systemId !== null) return null;
  if (!receiver) return 'nobody';
  if (!receiver.active) return 'off';
  return mayAll(receiver.scopes, receiverScopes) ? null : 'not-allowed';
}

function readNumbers(
  posted: Posted,
  { known, isSystems }: { known: KnownOfType; isSystems: boolean },
  problems: Problems,
): TypeNumbers {
  const read = (name: TypeNumber): number => {
    if (isSystems && isOfTimes(name)) return known[name];
    const parsed = number(name).safeParse(one(posted, name));
    if (!parsed.success) problems[name] = `meetings:type.wrong.${name}`;
    return parsed.data ?? 0;
  };
  const names = Object.keys(typeLimits) as TypeNumber[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as TypeNumbers;
}

const isOfTimes = (name: TypeNumber): name is (typeof numbersOfTimes)[number] =>
  numbersOfTimes.some((one) => one === name);

/** Those that have been written, in their order: a place where nothing is written is no question. */
function readQuestions(
  posted: Posted,
  { languages, known }: { languages: readonly string[]; known: readonly Question[] },
  problems: Problems,
): Question[] {
  return Array.from({ length: MOST_QUESTIONS }, (_, index) => `question-${index + 1}`).flatMap((field) => {
    const before = known.find(({ id }) => id === one(posted, `${field}-id`));
    const read = (part: 'label' | 'hint', of: Texts, isRequired: boolean) =>
      readTexts(posted, `${field}-${part}`, { languages, known: of, most: 300, isRequired }, problems);
    const isWritten = textLanguages.some(
      (lang) => one(posted, `${field}-label-${lang}`) || one(posted, `${field}-hint-${lang}`),
    );
    if (!isWritten) return [];
    const hint = read('hint', before?.hint ?? {}, false);
    const made = question.safeParse({
      id: one(posted, `${field}-id`),
      label: read('label', before?.label ?? {}, true),
      ...(Object.keys(hint).length > 0 && { hint }),
      isRequired: isTicked(posted, `${field}-required`),
      lines: Number(one(posted, `${field}-lines`) || 1),
    });
    if (!made.success) problems[`${field}-label-sv`] ??= 'meetings:swedish-missing';
    return made.success ? [made.data] : [];
  });
}

/** "Samtal om stöd" as an address: "samtal-om-stod". */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'tid'
  );
}
