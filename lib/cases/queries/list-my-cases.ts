import 'server-only';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { Prisma, readRows } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';
import type { CaseFilter, ListPlace } from '../domain/case-list';
import { answerBy } from '../domain/supplement';
import { type CaseTitle, titleIn } from '../domain/title';
import { officerName } from './officer-of';

export interface CaseInList {
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  /** the municipality's own words for where it is; null: the phase's general text */
  status: Said | null;
  receivedAt: Date;
  lastEventAt: Date;
  officer: string | null;
  /** the nearest due date among open requests */
  dueOn: CalendarDate | null;
  hasUnreadDecision: boolean;
  /** of the decisions that she has opened, the last day to appeal any, while it is decided; null where none can be */
  appealLastOn: CalendarDate | null;
  /** how many things have happened since she last opened it, her own doings apart */
  unseen: number;
  /** the back-office system that tells of it; null while it is only ours */
  systemId: string | null;
}

export interface CaseList {
  today: CalendarDate;
  cases: CaseInList[];
  /** of each filter, whichever is chosen */
  counts: Record<CaseFilter, number>;
  /** the back-office systems of those that have not ended */
  sources: string[];
  /** which of the chosen cases are shown: from 1; both 0 where there are none */
  from: number;
  to: number;
  /** where what is newer than these ends, and what is older begins; null where there is none */
  newer: ListPlace | null;
  older: ListPlace | null;
}

/** What to show: the cases after (older than) a place, or before it; from the newest where neither is given. */
export interface Wanted {
  filter: CaseFilter;
  after?: ListPlace | null;
  before?: ListPlace | null;
}

const PAGE = 10;

/**
 * Her cases, the one with the latest news first. One statement, as the overview's: her cases by their index, and the rest
 * from those that are shown. A place that nothing stands after (any more) is the beginning.
 */
export async function listMyCases(
  actor: Actor,
  lang: Language,
  wanted: Wanted,
  size = PAGE,
): Promise<CaseList> {
  requireResidentMay(actor, 'read-own');
  const { tenantId, personId } = actor;
  const [row] = await readRows<Row>(actor, listStatement(tenantId, personId, { ...wanted, size }));
  if (!row) throw new Error('The list of cases answered with nothing');
  const chosen = row.counts[wanted.filter];
  if (row.cases.length === 0 && chosen > 0) return listMyCases(actor, lang, { filter: wanted.filter }, size);
  const cases = row.cases.map((one) => caseOf(tenantId, one, lang));
  const [first, last] = [row.cases[0], row.cases.at(-1)];
  const [from, to] = [first?.place ?? 0, last?.place ?? 0];
  const placeOf = ({ id, lastEventAt }: Row['cases'][number]) => ({ at: new Date(lastEventAt), id });
  return {
    today: dateInSweden(now()),
    cases,
    counts: row.counts,
    sources: row.sources,
    from,
    to,
    newer: first && from > 1 ? placeOf(first) : null,
    older: last && to < chosen ? placeOf(last) : null,
  };
}

function caseOf(tenantId: string, one: Row['cases'][number], lang: Language): CaseInList {
  const { id, number, phase, dueOn, hasUnreadDecision, appealLastOn, unseen, systemId } = one;
  return {
    id,
    number,
    phase,
    hasUnreadDecision,
    appealLastOn,
    unseen,
    systemId,
    title: titleIn(one.title, lang),
    status: one.status && titleIn(one.status, lang),
    receivedAt: new Date(one.receivedAt),
    lastEventAt: new Date(one.lastEventAt),
    officer: officerName(tenantId, id, one.officer === null ? null : Buffer.from(one.officer, 'base64')),
    dueOn: dueOn && answerBy(dueOn),
  };
}

/** Instants come as text, since they lie in JSON. */
interface Row {
  counts: Record<CaseFilter, number>;
  sources: string[];
  cases: {
    id: string;
    place: number;
    title: CaseTitle;
    number: string;
    phase: CasePhase;
    status: CaseTitle | null;
    receivedAt: string;
    lastEventAt: string;
    /** sealed, in base64 */
    officer: string | null;
    dueOn: CalendarDate | null;
    hasUnreadDecision: boolean;
    appealLastOn: CalendarDate | null;
    unseen: number;
    systemId: string | null;
  }[];
}

const chosenBy: Record<CaseFilter, Prisma.Sql> = {
  all: Prisma.sql`true`,
  'waits-for-you': Prisma.sql`waits`,
  ongoing: Prisma.sql`standing = 'ongoing'`,
  decided: Prisma.sql`standing = 'decided'`,
  ended: Prisma.sql`standing = 'ended'`,
};

/** Before all that happens, and after it: no id is as high or as low as these. */
const newest = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

function listStatement(
  tenantId: string,
  personId: string,
  { filter, after, before, size }: Wanted & { size: number },
): Prisma.Sql {
  const from = before ?? after;
  const { at, id } = from ? { at: from.at.toISOString(), id: from.id } : newest;
  const beside = Prisma.sql`(${at}::timestamptz, ${id}::uuid)`;
  const part = before
    ? Prisma.sql`where (last_event_at, id) > ${beside} order by last_event_at, id`
    : Prisma.sql`where (last_event_at, id) < ${beside} order by last_event_at desc, id desc`;
  return Prisma.sql`
  with mine as materialized (
    select id, phase, last_event_at, system_id from cases where tenant_id = ${tenantId} and person_id = ${personId}::uuid
  ), unread as materialized (
    select distinct d.case_id
      from mine m join decision d on d.tenant_id = ${tenantId} and d.case_id = m.id
     where d.opened_at is null
  ), given as materialized (
    -- What she has commented on waits for the office, unless there is more to comment on.
    select m.id as case_id, coalesce(bool_or(r.status = 'answered') and not bool_or(r.status = 'open'), false) as is_given
      from mine m left join comment_round r on r.tenant_id = ${tenantId} and r.case_id = m.id
     where m.phase = 'comments_before_decision'
     group by m.id
  ), standing as materialized (
    select m.id, m.last_event_at, m.system_id, u.case_id is not null as has_unread,
           u.case_id is not null or m.phase = 'waiting_for_you'
             or (m.phase = 'comments_before_decision' and not g.is_given) as waits,
           case when m.phase in ('closed', 'withdrawn') then 'ended'
                when m.phase = 'decided' and u.case_id is null then 'decided'
                else 'ongoing' end as standing
      from mine m left join unread u on u.case_id = m.id left join given g on g.case_id = m.id
  ), chosen as materialized (
    select id, last_event_at, has_unread,
           row_number() over (order by last_event_at desc, id desc)::int as place
      from standing where ${chosenBy[filter]}
  ), shown as materialized (
    select * from chosen ${part} limit ${size}::int
  )
  select
    (select json_build_object(
              'all', count(*), 'waits-for-you', count(*) filter (where waits),
              'ongoing', count(*) filter (where standing = 'ongoing'),
              'decided', count(*) filter (where standing = 'decided'),
              'ended', count(*) filter (where standing = 'ended'))
       from standing) as counts,
    (select coalesce(json_agg(distinct system_id), '[]') from standing
      where standing <> 'ended' and system_id is not null) as sources,
    (select coalesce(json_agg(one order by one.place), '[]') from (
       select s.id, s.place, s.has_unread as "hasUnreadDecision", c.title, c.number, c.phase,
              c.received_at as "receivedAt", c.last_event_at as "lastEventAt", c.system_id as "systemId",
              encode(c.officer_sealed, 'base64') as officer,
              c.news - coalesce((select n.news from case_seen n
                                  where n.tenant_id = ${tenantId} and n.person_id = ${personId}::uuid
                                    and n.case_id = s.id), 0) as unseen,
              (select t.texts from case_status_code k join case_status t on t.tenant_id = ${tenantId} and t.id = k.status_id
                where k.tenant_id = ${tenantId} and k.id = c.office_status_id and t.phase = c.phase) as status,
              least((select min(q.due_on) from supplement q
                      where q.tenant_id = ${tenantId} and q.case_id = s.id and q.status = 'asked'),
                    (select min(r.due_on) from comment_round r
                      where r.tenant_id = ${tenantId} and r.case_id = s.id and r.status = 'open')) as "dueOn",
              case when c.phase = 'decided'
                   then (select max(d.appeal_last_on) from decision d
                          where d.tenant_id = ${tenantId} and d.case_id = s.id) end as "appealLastOn"
         from shown s join cases c on c.tenant_id = ${tenantId} and c.id = s.id) as one) as cases`;
}
