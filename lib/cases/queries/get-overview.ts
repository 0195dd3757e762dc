import 'server-only';
import { getServiceProcess } from '@/lib/catalogue/api';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { readRows } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { type CaseEventKind, isCaseEventKind } from '../domain/case-event';
import type { CasePhase, Standing } from '../domain/case-lifecycle';
import { outlook, type Situation, wordsOf } from '../domain/outlook';
import { type CaseStep, caseSteps } from '../domain/steps';
import { answerBy } from '../domain/supplement';
import { type CaseTitle, titleIn } from '../domain/title';
import { officerName } from './officer-of';
import { type OverviewRow, overviewStatement } from './overview-statement';

export interface OverviewCase {
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  /** the municipality's own words for where it is; null: the phase's general text */
  status: Said | null;
  standing: Exclude<Standing, 'ended'>;
  /** says what happens next: `cases:outlook.<situation>.next` */
  situation: Situation;
  /** what the service itself says of where it is; null where it says nothing */
  now: Said | null;
  /** of the decisions that she has opened, the last day to appeal any; null where none can be */
  appealLastOn: CalendarDate | null;
  steps: CaseStep[];
  officer: string | null;
}

export interface Overview {
  today: CalendarDate;
  supplements: { id: string; caseId: string; title: Said; dueOn: CalendarDate }[];
  /** material to comment on, that she has said nothing of */
  commentRounds: { id: string; caseId: string; title: Said; dueOn: CalendarDate }[];
  /** appeals that she has begun and not sent; the day is null where the last one isn't known yet */
  unsentAppeals: { decisionId: string; caseId: string; title: Said; lastOn: CalendarDate | null }[];
  unreadDecisions: { id: string; caseId: string; title: Said; arrivedAt: Date }[];
  /** homes that she is offered and has not answered, the nearest last time first */
  offers: { id: string; caseId: string; title: Said; home: string; answerBy: Date }[];
  /** those with the latest news; the list of cases has them all */
  ongoing: OverviewCase[];
  /** whose decision she has opened */
  decided: OverviewCase[];
  count: Record<Standing, number>;
  latest: { id: string; caseId: string; title: Said; kind: CaseEventKind; at: Date }[];
  /** what offices have written and she has not been shown, about cases and to services */
  unreadMessages: number;
  /** the next time that she has booked */
  nextBooking: NextBooking | null;
  /** earlier times that she may take until then */
  offeredTimes: { id: string; name: Said; startsAt: Date; heldUntil: Date }[];
  /** times that the municipality took away: she has booked no other since */
  lostTimes: { id: string; name: Said; startsAt: Date }[];
  /** she is asked to book, and has not */
  invitations: InvitationInOverview[];
}

export interface NextBooking {
  id: string;
  name: Said;
  way: 'visit' | 'home' | 'phone' | 'video';
  place: { name: string; address: string } | null;
  startsAt: Date;
  endsAt: Date;
}

export interface InvitationInOverview {
  id: string;
  slug: string;
  name: Said;
  bookBy: CalendarDate;
  isLate: boolean;
}

/**
 * What waits for her, what is going on and what happened last. The page that everybody opens first and most often, so
 * it is one statement: her cases by their index, and the rest from those. Requests are looked for only in cases that
 * wait for her, which is what the phase means. Messages are lib/messages' own, times lib/appointments' and offers
 * lib/care-home-queue's; how many are unread, which time is next and what she is offered is asked here by an index made for
 * it, since questions of their own would be further journeys to the database.
 */
export async function getOverview(actor: Actor, lang: Language): Promise<Overview> {
  requireResidentMay(actor, 'read-own');
  const { tenantId, personId } = actor;
  const [row] = await readRows<OverviewRow>(actor, overviewStatement(tenantId, personId));
  if (!row) throw new Error('The overview answered with nothing');
  const titled = <T extends { title: CaseTitle }>(one: T) => ({ ...one, title: titleIn(one.title, lang) });
  const today = dateInSweden(now());
  const cases = await Promise.all(row.cases.map((one) => caseOf(actor, one, { lang, today })));
  return {
    today,
    supplements: row.supplements.map((one) => ({ ...titled(one), dueOn: answerBy(one.dueOn) })),
    commentRounds: row.rounds.map((one) => ({ ...titled(one), dueOn: answerBy(one.dueOn) })),
    unsentAppeals: row.appeals.map(titled),
    unreadDecisions: row.decisions.map((one) => ({ ...titled(one), arrivedAt: new Date(one.arrivedAt) })),
    offers: row.offers.map((one) => ({ ...titled(one), answerBy: new Date(one.answerBy) })),
    ongoing: cases.filter(({ standing }) => standing === 'ongoing'),
    decided: cases.filter(({ standing }) => standing === 'decided'),
    latest: row.latest.flatMap((one) =>
      isCaseEventKind(one.kind) ? [{ ...titled(one), kind: one.kind, at: new Date(one.at) }] : [],
    ),
    unreadMessages: row.unreadMessages,
    ...timesOf(row.bookings, lang),
    invitations: row.invitations.map((one) => ({
      ...one,
      name: titleIn(one.name, lang),
      isLate: one.bookBy < today,
    })),
    count: {
      ongoing: row.ongoingCount,
      decided: row.decidedCount,
      ended: row.count - row.ongoingCount - row.decidedCount,
    },
  };
}

/** In order: the first to come that is hers, those that she may take, and those that she has lost. */
function timesOf(bookings: OverviewRow['bookings'], lang: Language) {
  const times = bookings.map(({ state, heldUntil, name, startsAt, endsAt, ...one }) => {
    const time = { ...one, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return {
      state,
      heldUntil: heldUntil && new Date(heldUntil),
      time: { ...time, name: titleIn(name, lang) },
    };
  });
  return {
    nextBooking: times.find(({ state }) => state === 'booked')?.time ?? null,
    offeredTimes: times.flatMap(({ heldUntil, time: { id, name, startsAt } }) =>
      heldUntil ? [{ id, name, startsAt, heldUntil }] : [],
    ),
    lostTimes: times.flatMap(({ state, time: { id, name, startsAt } }) =>
      state === 'taken_away' ? [{ id, name, startsAt }] : [],
    ),
  };
}

async function caseOf(
  scope: { tenantId: string },
  one: OverviewRow['cases'][number],
  { lang, today }: { lang: Language; today: CalendarDate },
): Promise<OverviewCase> {
  const { id, number, phase, standing, appealLastOn, officer, receivedAt, receivedByOfficeAt } = one;
  const situation = situationOf(one, today);
  return {
    id,
    title: titleIn(one.title, lang),
    number,
    phase,
    status: one.status && titleIn(one.status, lang),
    standing,
    situation,
    now: await wordsFor(scope, one, situation, { lang, today }),
    appealLastOn,
    officer: officerName(scope.tenantId, id, officer === null ? null : Buffer.from(officer, 'base64')),
    steps: caseSteps(phase, {
      receivedAt: one.cameHere ? new Date(receivedAt) : null,
      receivedByOfficeAt: receivedByOfficeAt ? new Date(receivedByOfficeAt) : null,
      lookedIntoAt: null,
      decidedAt: null,
    }),
  };
}

/** Days by rules stand on the case's own page: here it is enough which sentence. */
const situationOf = (one: OverviewRow['cases'][number], today: CalendarDate): Situation =>
  outlook(
    {
      phase: one.phase,
      receivedOn: dateInSweden(new Date(one.receivedAt)),
      dueOn: null,
      comments: { dueOn: null, areGiven: one.commentsGiven },
      moreTime: null,
      hasUnreadDecision: one.hasUnread,
      appealLastOn: one.appealLastOn,
      firstAnswerWorkingDays: null,
      usualWeeks: null,
      expected: null,
      saidOn: null,
      toldOn: null,
      statusLateOn: null,
    },
    today,
  ).situation;

/** Out of the statement: a definition is large, never changes, and is remembered from the first time it was asked for. */
async function wordsFor(
  scope: { tenantId: string },
  { serviceId, serviceVersion, phase }: OverviewRow['cases'][number],
  situation: Situation,
  { lang, today }: { lang: Language; today: CalendarDate },
): Promise<Said | null> {
  if (serviceId === null || serviceVersion === null) return null;
  const ref = { serviceId, version: serviceVersion };
  const { phases } = await getServiceProcess(scope, ref, { language: lang, on: today });
  return wordsOf(phases, phase, situation);
}
