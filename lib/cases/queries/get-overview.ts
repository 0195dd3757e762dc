import 'server-only';
import { getServiceProcess } from '@/lib/catalogue/api';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { Prisma, readRows } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { type CaseEventKind, isCaseEventKind } from '../domain/case-event';
import type { CasePhase, Standing } from '../domain/case-lifecycle';
import { outlook, type Situation, wordsOf } from '../domain/outlook';
import { type CaseStep, caseSteps } from '../domain/steps';
import { answerBy } from '../domain/supplement';
import { type CaseTitle, titleIn } from '../domain/title';
import { officerName } from './officer-of';

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

const SHOWN_CASES = 4;
const SHOWN_EVENTS = 4;

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
  const [row] = await readRows<Row>(actor, overviewStatement(tenantId, personId));
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

/** Those to come, in order: the first that is hers, and those that she may take. */
function timesOf(bookings: Row['bookings'], lang: Language) {
  const times = bookings.map(({ heldUntil, name, startsAt, endsAt, ...one }) => {
    const time = { ...one, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return { heldUntil: heldUntil && new Date(heldUntil), time: { ...time, name: titleIn(name, lang) } };
  });
  return {
    nextBooking: times.find(({ heldUntil }) => !heldUntil)?.time ?? null,
    offeredTimes: times.flatMap(({ heldUntil, time: { id, name, startsAt } }) =>
      heldUntil ? [{ id, name, startsAt, heldUntil }] : [],
    ),
  };
}

async function caseOf(
  scope: { tenantId: string },
  one: Row['cases'][number],
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
const situationOf = (one: Row['cases'][number], today: CalendarDate): Situation =>
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
  { serviceId, serviceVersion, phase }: Row['cases'][number],
  situation: Situation,
  { lang, today }: { lang: Language; today: CalendarDate },
): Promise<Said | null> {
  if (serviceId === null || serviceVersion === null) return null;
  const ref = { serviceId, version: serviceVersion };
  const { phases } = await getServiceProcess(scope, ref, { language: lang, on: today });
  return wordsOf(phases, phase, situation);
}

/** Instants come as text, since they lie in JSON. */
interface Row {
  supplements: { id: string; caseId: string; title: CaseTitle; dueOn: CalendarDate }[];
  rounds: { id: string; caseId: string; title: CaseTitle; dueOn: CalendarDate }[];
  appeals: { decisionId: string; caseId: string; title: CaseTitle; lastOn: CalendarDate | null }[];
  decisions: { id: string; caseId: string; title: CaseTitle; arrivedAt: string }[];
  offers: { id: string; caseId: string; title: CaseTitle; home: string; answerBy: string }[];
  cases: {
    id: string;
    title: CaseTitle;
    number: string;
    phase: CasePhase;
    /** of the phase it is in */
    status: CaseTitle | null;
    standing: Exclude<Standing, 'ended'>;
    serviceId: string | null;
    serviceVersion: number | null;
    receivedAt: string;
    /** applied for here; else it came by its office */
    cameHere: boolean;
    receivedByOfficeAt: string | null;
    appealLastOn: CalendarDate | null;
    hasUnread: boolean;
    /** she has said what she wants of the material, and no other waits for her */
    commentsGiven: boolean;
    /** sealed, in base64 */
    officer: string | null;
  }[];
  latest: { id: string; caseId: string; title: CaseTitle; kind: string; at: string }[];
  unreadMessages: number;
  bookings: (Omit<NextBooking, 'name' | 'startsAt' | 'endsAt'> & {
    name: CaseTitle;
    startsAt: string;
    endsAt: string;
    /** of what is offered and not hers yet */
    heldUntil: string | null;
  })[];
  invitations: { id: string; slug: string; name: CaseTitle; bookBy: CalendarDate }[];
  ongoingCount: number;
  decidedCount: number;
  count: number;
}

/** The statement itself; the measurements run the same on a bare server. */
export const overviewStatement = (tenantId: string, personId: string, at = now()): Prisma.Sql => Prisma.sql`
  with mine as materialized (
    select id, title, number, phase, service_id, service_version, application_id, received_at,
           received_by_office_at, office_status_id, officer_sealed, last_event_at
      from cases where tenant_id = ${tenantId} and person_id = ${personId}::uuid
  ), recent as materialized (
    select * from mine order by last_event_at desc limit ${SHOWN_EVENTS}::int
  ), unread as materialized (
    select d.id, d.case_id, m.title, d.arrived_at
      from mine m join decision d on d.tenant_id = ${tenantId} and d.case_id = m.id
     where d.opened_at is null
  ), asked as materialized (
    select r.id, r.case_id, m.title, r.due_on
      from mine m join comment_round r on r.tenant_id = ${tenantId} and r.case_id = m.id
     where r.status = 'open'
  ), standing as materialized (
    select *, case when phase = 'decided' and not "hasUnread" then 'decided' else 'ongoing' end as standing
      from (select *, id in (select case_id from unread) as "hasUnread" from mine
             where phase not in ('closed', 'withdrawn')) as open_one
  )
  select
    (select coalesce(json_agg(s order by s."dueOn"), '[]') from (
       select s.id, m.id as "caseId", m.title, s.due_on as "dueOn"
         from mine m join supplement s on s.tenant_id = ${tenantId} and s.case_id = m.id
        where m.phase = 'waiting_for_you' and s.status = 'asked') s) as supplements,
    (select coalesce(json_agg(r order by r."dueOn"), '[]') from (
       select id, case_id as "caseId", title, due_on as "dueOn" from asked) r) as rounds,
    (select coalesce(json_agg(a order by a."lastOn"), '[]') from (
       select a.decision_id as "decisionId", m.id as "caseId", m.title, d.appeal_last_on as "lastOn"
         from mine m join appeal a on a.tenant_id = ${tenantId} and a.case_id = m.id and a.sent_at is null
                     join decision d on d.tenant_id = ${tenantId} and d.id = a.decision_id) a) as appeals,
    (select coalesce(json_agg(d order by d."arrivedAt"), '[]') from (
       select id, case_id as "caseId", title, arrived_at as "arrivedAt" from unread) d) as decisions,
    (select coalesce(json_agg(o order by o."answerBy"), '[]') from (
       select o.id, m.id as "caseId", m.title, h.name as home, o.answer_by as "answerBy"
         from standing m join care_home_offer o on o.tenant_id = ${tenantId} and o.case_id = m.id
                         join care_home h on h.tenant_id = ${tenantId} and h.id = o.home_id
        where o.state = 'open' and o.answer_by > ${at.toISOString()}::timestamptz) o) as offers,
    (select coalesce(json_agg(c order by c.place), '[]') from (
       select id, title, number, phase, standing, "hasUnread", place, service_id as "serviceId",
                  service_version as "serviceVersion", received_at as "receivedAt",
                  application_id is not null as "cameHere",
                  received_by_office_at as "receivedByOfficeAt",
                  encode(officer_sealed, 'base64') as officer,
                  (select s.texts from case_status_code k join case_status s on s.tenant_id = ${tenantId} and s.id = k.status_id
                    where k.tenant_id = ${tenantId} and k.id = ranked.office_status_id and s.phase = ranked.phase) as status,
                  phase = 'comments_before_decision' and id not in (select case_id from asked)
                    and exists (select from comment_round
                                 where tenant_id = ${tenantId} and case_id = ranked.id and status = 'answered')
                    as "commentsGiven",
                  (select max(appeal_last_on) from decision
                    where tenant_id = ${tenantId} and case_id = ranked.id and matter = 'application') as "appealLastOn"
             from (select *, row_number() over (partition by standing order by last_event_at desc) as place
                     from standing) as ranked
        where place <= ${SHOWN_CASES}::int) c) as cases,
    (select coalesce(json_agg(e), '[]') from (
       select e.id, m.id as "caseId", m.title, e.kind, e.occurred_at as at
         from recent m cross join lateral (
           select id, kind, occurred_at from case_event
            where tenant_id = ${tenantId} and case_id = m.id
            order by occurred_at desc, id desc limit ${SHOWN_EVENTS}::int) e
        order by e.occurred_at desc, e.id desc limit ${SHOWN_EVENTS}::int) e) as latest,
    (select count(*)::int from message
      where tenant_id = ${tenantId} and person_id = ${personId}::uuid
        and author = 'office' and read_at is null) as "unreadMessages",
    (select coalesce(json_agg(b order by b."startsAt"), '[]') from (
       select b.id, t.name, m.way, b.starts_at as "startsAt", b.ends_at as "endsAt", b.held_until as "heldUntil",
              case when p.id is not null then json_build_object('name', p.name, 'address', p.address) end as place
         from booking b join meeting m on m.tenant_id = ${tenantId} and m.id = b.meeting_id
                        join appointment_type t on t.tenant_id = ${tenantId} and t.id = m.type_id
                        left join meeting_place p on p.tenant_id = ${tenantId} and p.id = m.place_id
        where b.tenant_id = ${tenantId} and b.person_id = ${personId}::uuid
          and b.ends_at > ${at.toISOString()}::timestamptz
          and (b.state = 'booked' or b.state = 'offered' and b.held_until > ${at.toISOString()}::timestamptz)) b) as bookings,
    (select coalesce(json_agg(i order by i."bookBy"), '[]') from (
       select i.id, t.slug, t.name, i.book_by as "bookBy"
         from appointment_invitation i join appointment_type t on t.tenant_id = ${tenantId} and t.id = i.type_id
        where i.tenant_id = ${tenantId} and i.person_id = ${personId}::uuid
          and not i.is_withdrawn and t.is_open
          and not exists (select from booking where tenant_id = ${tenantId} and person_id = ${personId}::uuid
                             and invitation_id = i.id and state in ('booked', 'kept'))) i) as invitations,
    (select count(*)::int from standing where standing = 'ongoing') as "ongoingCount",
    (select count(*)::int from standing where standing = 'decided') as "decidedCount",
    (select count(*)::int from mine) as count`;
