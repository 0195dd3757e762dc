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
import type { CasePhase } from '../domain/case-lifecycle';
import { outlook, type Situation, wordsOf } from '../domain/outlook';
import { type CaseStep, caseSteps } from '../domain/steps';
import { type CaseTitle, titleIn } from '../domain/title';
import { officerName } from './officer-of';

export interface OverviewCase {
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  /** says what happens next: `cases:outlook.<situation>.next` */
  situation: Situation;
  /** what the service itself says of where it is; null where it says nothing */
  now: Said | null;
  steps: CaseStep[];
  officer: string | null;
}

export interface Overview {
  today: CalendarDate;
  supplements: { id: string; caseId: string; title: Said; dueOn: CalendarDate }[];
  unreadDecisions: { id: string; caseId: string; title: Said; arrivedAt: Date }[];
  /** those with the latest news; the list of cases has them all */
  cases: OverviewCase[];
  ongoingCount: number;
  endedCount: number;
  latest: { id: string; caseId: string; title: Said; kind: CaseEventKind; at: Date }[];
}

const SHOWN_CASES = 4;
const SHOWN_EVENTS = 4;

/**
 * What waits for her, what is going on and what happened last. The page that everybody opens first and most often, so
 * it is one statement: her cases by their index, and the rest from those. Requests are looked for only in cases that
 * wait for her, which is what the phase means.
 */
export async function getOverview(actor: Actor, lang: Language): Promise<Overview> {
  requireResidentMay(actor, 'read-own');
  const { tenantId, personId } = actor;
  const [row] = await readRows<Row>(actor, overviewStatement(tenantId, personId));
  if (!row) throw new Error('The overview answered with nothing');
  const titled = <T extends { title: CaseTitle }>(one: T) => ({ ...one, title: titleIn(one.title, lang) });
  const today = dateInSweden(now());
  const words = await Promise.all(row.cases.map((one) => wordsFor(actor, one, today, lang)));
  return {
    today,
    supplements: row.supplements.map(titled),
    unreadDecisions: row.decisions.map((one) => ({ ...titled(one), arrivedAt: new Date(one.arrivedAt) })),
    cases: row.cases.map((one, index) => ({
      id: one.id,
      title: titleIn(one.title, lang),
      number: one.number,
      phase: one.phase,
      situation: situationOf(one, today),
      now: words[index] ?? null,
      officer: officerName(
        tenantId,
        one.id,
        one.officer === null ? null : Buffer.from(one.officer, 'base64'),
      ),
      steps: caseSteps(one.phase, {
        receivedAt: new Date(one.receivedAt),
        receivedByOfficeAt: one.receivedByOfficeAt ? new Date(one.receivedByOfficeAt) : null,
        lookedIntoAt: null,
        decidedAt: null,
      }),
    })),
    latest: row.latest.flatMap((one) =>
      isCaseEventKind(one.kind) ? [{ ...titled(one), kind: one.kind, at: new Date(one.at) }] : [],
    ),
    ongoingCount: row.ongoingCount,
    endedCount: row.endedCount,
  };
}

/** Days by rules stand on the case's own page: here it is enough which sentence. */
const situationOf = (one: Row['cases'][number], today: CalendarDate): Situation =>
  outlook(
    {
      phase: one.phase,
      receivedOn: dateInSweden(new Date(one.receivedAt)),
      dueOn: null,
      hasUnreadDecision: one.hasUnread,
      appealLastOn: one.appealLastOn,
      firstAnswerWorkingDays: null,
      usualWeeks: null,
    },
    today,
  ).situation;

/** Out of the statement: a definition is large, never changes, and is remembered from the first time it was asked for. */
async function wordsFor(
  scope: { tenantId: string },
  one: Row['cases'][number],
  today: CalendarDate,
  language: Language,
): Promise<Said | null> {
  const { serviceId, serviceVersion, phase } = one;
  if (serviceId === null || serviceVersion === null) return null;
  const ref = { serviceId, version: serviceVersion };
  const { phases } = await getServiceProcess(scope, ref, { language, on: today });
  return wordsOf(phases, phase, situationOf(one, today));
}

/** Instants come as text, since they lie in JSON. */
interface Row {
  supplements: { id: string; caseId: string; title: CaseTitle; dueOn: CalendarDate }[];
  decisions: { id: string; caseId: string; title: CaseTitle; arrivedAt: string }[];
  cases: {
    id: string;
    title: CaseTitle;
    number: string;
    phase: CasePhase;
    serviceId: string | null;
    serviceVersion: number | null;
    receivedAt: string;
    receivedByOfficeAt: string | null;
    appealLastOn: CalendarDate | null;
    hasUnread: boolean;
    /** sealed, in base64 */
    officer: string | null;
  }[];
  latest: { id: string; caseId: string; title: CaseTitle; kind: string; at: string }[];
  ongoingCount: number;
  endedCount: number;
}

/** The statement itself; the measurements run the same on a bare server. */
export const overviewStatement = (tenantId: string, personId: string): Prisma.Sql => Prisma.sql`
  with mine as materialized (
    select id, title, number, phase, service_id, service_version, received_at, received_by_office_at, officer_sealed, last_event_at
      from cases where tenant_id = ${tenantId} and person_id = ${personId}::uuid
  ), recent as materialized (
    select * from mine order by last_event_at desc limit ${SHOWN_EVENTS}::int
  )
  select
    (select coalesce(json_agg(s order by s."dueOn"), '[]') from (
       select s.id, m.id as "caseId", m.title, s.due_on as "dueOn"
         from mine m join supplement s on s.tenant_id = ${tenantId} and s.case_id = m.id
        where m.phase = 'waiting_for_you' and s.status = 'asked') s) as supplements,
    (select coalesce(json_agg(d order by d."arrivedAt"), '[]') from (
       select d.id, m.id as "caseId", m.title, d.arrived_at as "arrivedAt"
         from mine m join decision d on d.tenant_id = ${tenantId} and d.case_id = m.id
        where d.opened_at is null) d) as decisions,
    (select coalesce(json_agg(c), '[]') from (
       select id, title, number, phase, service_id as "serviceId",
                  service_version as "serviceVersion", received_at as "receivedAt",
                  received_by_office_at as "receivedByOfficeAt",
                  encode(officer_sealed, 'base64') as officer,
                  (select max(appeal_last_on) from decision
                    where tenant_id = ${tenantId} and case_id = mine.id) as "appealLastOn",
                  exists (select from decision
                    where tenant_id = ${tenantId} and case_id = mine.id and opened_at is null) as "hasUnread"
             from mine where phase not in ('closed', 'withdrawn')
        order by last_event_at desc limit ${SHOWN_CASES}::int) c) as cases,
    (select coalesce(json_agg(e), '[]') from (
       select e.id, m.id as "caseId", m.title, e.kind, e.occurred_at as at
         from recent m cross join lateral (
           select id, kind, occurred_at from case_event
            where tenant_id = ${tenantId} and case_id = m.id
            order by occurred_at desc limit ${SHOWN_EVENTS}::int) e
        order by e.occurred_at desc limit ${SHOWN_EVENTS}::int) e) as latest,
    (select count(*)::int from mine where phase not in ('closed', 'withdrawn')) as "ongoingCount",
    (select count(*)::int from mine where phase in ('closed', 'withdrawn')) as "endedCount"`;
