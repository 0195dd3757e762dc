import 'server-only';
import { getServiceProcessInTx, type ServiceProcess } from '@/lib/catalogue/api';
import {
  addDays,
  type CalendarDate,
  dateInSweden,
  daysBetween,
  fromDbDate,
} from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleCases } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';
import type { CommentRoundStatus } from '../domain/comment-round';
import type { DecisionMatter } from '../domain/decision';
import type { Officer } from '../domain/office-messages';
import { type AskedMoreTime, isBeforeDecision, type Outlook, outlook, wordsOf } from '../domain/outlook';
import { statusLateOn, statusText } from '../domain/status';
import { type CaseStep, caseSteps } from '../domain/steps';
import { answerBy, type SupplementStatus } from '../domain/supplement';
import { titleIn } from '../domain/title';
import { type ExpectedDecision, expectedDecision } from '../domain/waiting';
import { type EventInTimeline, eventsOfCaseInTx, stepTimesInTx } from './case-events-in-tx';
import { type DelayView, delayInTx } from './delay-in-tx';
import { type MoreTimeRequestView, moreTimeRequestsInTx } from './more-time-in-tx';
import { officerOf } from './officer-of';

export interface CaseView {
  today: CalendarDate;
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  /** the municipality's own words for where it is; null: the phase's general text */
  status: Said | null;
  phaseSince: Date;
  receivedAt: Date;
  applicationId: string | null;
  outlook: Outlook;
  /** what the service itself says of where the case is; null where the portal's words say it */
  now: Said | null;
  /** the service's own words on how long it usually takes, while that is waited for */
  usual: Said | null;
  /** the same in weeks: the service's, or the municipality's where the service says nothing */
  usualWeeks: number | null;
  /** what the law says of a case that takes long: what she has been told, and may ask */
  delay: DelayView;
  /** from how long others have waited in this service; null where too few have, or it is decided */
  expected: ExpectedDecision | null;
  /** whole days from when it came in, while a decision is waited for; null on the first day, when nobody has waited */
  waitedDays: number | null;
  steps: CaseStep[];
  officer: Officer | null;
  supplements: {
    id: string;
    status: SupplementStatus;
    askedAt: Date;
    dueOn: CalendarDate;
    answeredAt: Date | null;
    /** when she sent something last; null where nothing is sent */
    sentAt: Date | null;
  }[];
  /** what she is, or was, asked to comment on before a decision */
  commentRounds: {
    id: string;
    status: CommentRoundStatus;
    askedAt: Date;
    dueOn: CalendarDate;
    /** when she said something last; null where she has said nothing */
    sentAt: Date | null;
  }[];
  /** the later days that she has asked for, newest first */
  moreTime: MoreTimeRequestView[];
  /** what was decided is not here: it is read on the decision's own page, and opened there */
  decisions: {
    id: string;
    matter: DecisionMatter;
    arrivedAt: Date;
    decidedOn: CalendarDate;
    openedAt: Date | null;
    appealLastOn: CalendarDate | null;
    hasDocument: boolean;
  }[];
  /** of those that she has written here: sent, or begun (null) */
  appeals: { id: string; decisionId: string; sentAt: Date | null }[];
  /** the newest, newest first; the rest is on a page of its own */
  events: EventInTimeline[];
  hasEarlierEvents: boolean;
  /** how many things have ever happened in it but for her own doings, and how many of them since she last opened it */
  news: number;
  unseen: number;
  /** the back-office system that tells of it; null while it is only ours */
  systemId: string | null;
}

const SHOWN_EVENTS = 15;

/** One of her cases, with all that has happened in it. */
export function getCase(actor: Actor, caseId: string, lang: Language): Promise<CaseView> {
  return guarded(actor, 'cases.get-case', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        include: {
          officeStatus: { select: { status: true } },
          seen: { where: { personId: actor.personId }, select: { news: true } },
          supplements: {
            orderBy: { askedAt: 'desc' },
            select: {
              id: true,
              status: true,
              askedAt: true,
              dueOn: true,
              answeredAt: true,
              parts: { orderBy: { number: 'desc' }, take: 1, select: { sentAt: true } },
            },
          },
          commentRounds: {
            orderBy: { askedAt: 'desc' },
            select: {
              id: true,
              status: true,
              askedAt: true,
              dueOn: true,
              comments: { orderBy: { number: 'desc' }, take: 1, select: { sentAt: true } },
            },
          },
          decisions: {
            orderBy: { arrivedAt: 'desc' },
            select: {
              id: true,
              matter: true,
              arrivedAt: true,
              decidedOn: true,
              openedAt: true,
              appealLastOn: true,
              fileId: true,
            },
          },
          appeals: {
            orderBy: { sentAt: 'desc' },
            select: { id: true, decisionId: true, sentAt: true },
          },
        },
      });
      if (!found) throw notFound();
      const today = dateInSweden(now());
      const promise = await findRuleInTx(tx, tenantId, 'case.first-answer', today);
      const { phase, receivedAt } = found;
      const receivedOn = dateInSweden(receivedAt);
      const isWaiting = isBeforeDecision(phase);
      const expected = isWaiting ? await expectedInTx(tx, tenantId, found.serviceId, receivedOn) : null;
      const status = found.officeStatus?.status ?? null;
      const unseen = found.news - (found.seen[0]?.news ?? 0);
      const of = { tenantId, caseId };
      const timeline = await eventsOfCaseInTx(tx, of, { lang, size: SHOWN_EVENTS, unseen });
      const process = await processOfInTx(tx, tenantId, found, lang);
      const usualWeeks = process?.usual
        ? process.usual.weeks
        : ((await findRuleInTx(tx, tenantId, 'case.usual-decision', today))?.weeks ?? null);
      const usuallyDecidedOn =
        expected?.nineOfTenOn ?? (usualWeeks === null ? null : addDays(receivedOn, usualWeeks * 7));
      const delay = await delayInTx(tx, found, usuallyDecidedOn, today);
      const decisions = found.decisions.map(({ fileId, ...decision }) => ({
        ...decision,
        decidedOn: fromDbDate(decision.decidedOn),
        appealLastOn: decision.appealLastOn && fromDbDate(decision.appealLastOn),
        hasDocument: fileId !== null,
      }));
      const supplements = found.supplements.map(({ parts, ...one }) => ({
        ...one,
        sentAt: parts[0]?.sentAt ?? null,
        dueOn: answerBy(fromDbDate(one.dueOn)),
      }));
      const commentRounds = found.commentRounds.map(({ comments, ...one }) => ({
        ...one,
        sentAt: comments[0]?.sentAt ?? null,
        dueOn: answerBy(fromDbDate(one.dueOn)),
      }));
      const moreTime = await moreTimeRequestsInTx(tx, tenantId, { caseId });
      const open = supplements.filter(({ status }) => status === 'asked');
      const openRounds = commentRounds.filter(({ status }) => status === 'open');
      const where = outlook(
        {
          phase,
          receivedOn,
          dueOn: earliest(open.map(({ dueOn }) => dueOn)),
          comments: commentsOf(commentRounds),
          moreTime: askedOf(firstDue(phase === 'comments_before_decision' ? openRounds : open), moreTime),
          hasUnreadDecision: decisions.some(({ openedAt }) => openedAt === null),
          appealLastOn: latest(
            decisions.flatMap((one) => (one.matter === 'application' ? [one.appealLastOn] : [])),
          ),
          firstAnswerWorkingDays: promise?.workingDays ?? null,
          usualWeeks,
          expected,
          toldOn: delay.notices[0]?.expectedOn ?? null,
          saidOn: saidOn(found, delay.notices[0]),
          statusLateOn: statusLateOn(status, phase, found.officeStatusAt),
        },
        today,
      );
      return {
        today,
        usualWeeks,
        id: caseId,
        title: titleIn(found.title, lang),
        number: found.number,
        phase,
        status: statusText(status, phase, lang),
        phaseSince: found.phaseSince,
        receivedAt,
        applicationId: found.applicationId,
        outlook: where,
        now: wordsOf(process?.phases, phase, where.situation),
        usual: isWaiting ? (process?.usual?.words ?? null) : null,
        expected,
        waitedDays: (isWaiting && daysBetween(receivedOn, today)) || null,
        delay,
        steps: caseSteps(phase, {
          receivedAt: found.applicationId === null ? null : receivedAt,
          receivedByOfficeAt: found.receivedByOfficeAt,
          ...(await stepTimesInTx(tx, of)),
        }),
        officer: officerOf(tenantId, caseId, found.officerSealed),
        supplements,
        commentRounds,
        moreTime,
        decisions,
        appeals: found.appeals,
        events: timeline.events,
        hasEarlierEvents: timeline.earlier !== null,
        news: found.news,
        unseen,
        systemId: found.systemId,
      };
    }),
  );
}

/** What the definition says that she applied on. A case that came without one has none. */
async function processOfInTx(
  tx: Tx,
  tenantId: string,
  {
    serviceId,
    serviceVersion,
    receivedAt,
  }: {
    serviceId: string | null;
    serviceVersion: number | null;
    receivedAt: Date;
  },
  language: Language,
): Promise<ServiceProcess | null> {
  if (serviceId === null || serviceVersion === null) return null;
  const ref = { serviceId, version: serviceVersion };
  return getServiceProcessInTx(tx, tenantId, ref, { language, on: dateInSweden(receivedAt) });
}

/** The day the office thinks of, unless it has told of a delay since. */
const saidOn = (
  { expectedOn, expectedAt }: { expectedOn: Date | null; expectedAt: Date | null },
  notice: { toldAt: Date } | undefined,
): CalendarDate | null =>
  expectedOn && expectedAt && (!notice || expectedAt >= notice.toldAt) ? fromDbDate(expectedOn) : null;

async function expectedInTx(
  tx: Tx,
  tenantId: string,
  serviceId: string | null,
  receivedOn: CalendarDate,
): Promise<ExpectedDecision | null> {
  if (serviceId === null) return null;
  const row = await tx.waitingTime.findUnique({ where: { tenantId_serviceId: { tenantId, serviceId } } });
  if (!row) return null;
  const { cases, medianDays, nineOfTenDays } = row;
  const [fromOn, toOn] = [fromDbDate(row.fromOn), fromDbDate(row.toOn)];
  return expectedDecision(receivedOn, { cases, medianDays, nineOfTenDays, fromOn, toOn });
}

/** What is said of the rounds as a whole: answered is what has no open one beside it. */
const commentsOf = (rounds: readonly { status: CommentRoundStatus; dueOn: CalendarDate }[]) => {
  const open = rounds.filter(({ status }) => status === 'open');
  return {
    dueOn: earliest(open.map(({ dueOn }) => dueOn)),
    areGiven: open.length === 0 && rounds.some(({ status }) => status === 'answered'),
  };
};

const firstDue = (open: readonly { id: string; dueOn: CalendarDate }[]): { id: string } | undefined =>
  open.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];

/** The last that she has asked of it. */
function askedOf(
  thing: { id: string } | undefined,
  requests: readonly MoreTimeRequestView[],
): AskedMoreTime | null {
  const last = requests.find(({ supplementId, roundId }) => thing && thing.id === (supplementId ?? roundId));
  return last ? { state: last.outcome ?? 'waiting', wishedOn: last.wishedOn } : null;
}

const earliest = (days: readonly CalendarDate[]): CalendarDate | null => days.toSorted()[0] ?? null;
const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;
