import 'server-only';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { now } from '@/lib/platform/clock';
import { Prisma } from '@/lib/platform/db';
import type { CasePhase, Standing } from '../domain/case-lifecycle';
import type { CaseTitle } from '../domain/title';
import type { NextBooking } from './get-overview';

const SHOWN_CASES = 4;
const SHOWN_EVENTS = 4;
/** As lib/appointments/domain/taken-away.ts has it, whose rule the statement says again: `waitsForNewTime`. */
const ASKED_MS = 30 * 86_400_000;

/** Instants come as text, since they lie in JSON. */
export interface OverviewRow {
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
    state: 'booked' | 'offered' | 'taken_away';
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
       select b.id, t.name, m.way, b.starts_at as "startsAt", b.ends_at as "endsAt", b.state, b.held_until as "heldUntil",
              case when p.id is not null then json_build_object('name', p.name, 'address', p.address) end as place
         from booking b join meeting m on m.tenant_id = ${tenantId} and m.id = b.meeting_id
                        join appointment_type t on t.tenant_id = ${tenantId} and t.id = m.type_id
                        left join meeting_place p on p.tenant_id = ${tenantId} and p.id = m.place_id
        where b.tenant_id = ${tenantId} and b.person_id = ${personId}::uuid
          and case b.state
                when 'booked' then b.ends_at > ${at.toISOString()}::timestamptz
                when 'offered' then b.held_until > ${at.toISOString()}::timestamptz
                when 'taken_away' then b.needs_none_at is null
                  and b.ends_at > ${new Date(at.getTime() - ASKED_MS).toISOString()}::timestamptz
                  and not exists (
                    select from booking o join meeting n on n.tenant_id = ${tenantId} and n.id = o.meeting_id
                     where o.tenant_id = ${tenantId} and o.person_id = ${personId}::uuid and o.booked_at > b.ended_at
                       and n.type_id = m.type_id)
                else false end) b) as bookings,
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
