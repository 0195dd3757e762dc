import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleCases } from '../access';
import { type CaseEventKind, isCaseEventKind } from '../domain/case-event';
import type { CasePhase } from '../domain/case-lifecycle';
import type { Officer } from '../domain/office-messages';
import { type Outlook, outlook } from '../domain/outlook';
import { type CaseStep, caseSteps } from '../domain/steps';
import type { SupplementStatus } from '../domain/supplement';
import { titleIn } from '../domain/title';
import { officerOf } from './officer-of';

export interface CaseView {
  today: CalendarDate;
  id: string;
  title: Said;
  number: string;
  phase: CasePhase;
  phaseSince: Date;
  receivedAt: Date;
  applicationId: string | null;
  outlook: Outlook;
  /** how long it usually takes, as the municipality says */
  usualWeeks: number | null;
  steps: CaseStep[];
  officer: Officer | null;
  supplements: {
    id: string;
    status: SupplementStatus;
    askedAt: Date;
    dueOn: CalendarDate;
    answeredAt: Date | null;
  }[];
  /** what was decided is not here: it is read on the decision's own page, and opened there */
  decisions: {
    id: string;
    arrivedAt: Date;
    decidedOn: CalendarDate;
    openedAt: Date | null;
    appealLastOn: CalendarDate | null;
    hasDocument: boolean;
  }[];
  /** newest first */
  events: { id: string; kind: CaseEventKind; at: Date; refId: string | null }[];
}

/** One of her cases, with all that has happened in it. */
export function getCase(actor: Actor, caseId: string, lang: Language): Promise<CaseView> {
  return guarded(actor, 'cases.get-case', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        include: {
          events: { orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }] },
          supplements: {
            orderBy: { askedAt: 'desc' },
            select: { id: true, status: true, askedAt: true, dueOn: true, answeredAt: true },
          },
          decisions: {
            orderBy: { arrivedAt: 'desc' },
            select: {
              id: true,
              arrivedAt: true,
              decidedOn: true,
              openedAt: true,
              appealLastOn: true,
              fileId: true,
            },
          },
        },
      });
      if (!found) throw notFound();
      const today = dateInSweden(now());
      const promise = await findRuleInTx(tx, tenantId, 'case.first-answer', today);
      const usual = await findRuleInTx(tx, tenantId, 'case.usual-decision', today);

      const { phase, receivedAt } = found;
      const firstAt = (kind: CaseEventKind) =>
        found.events.findLast((event) => event.kind === kind)?.occurredAt ?? null;
      const decisions = found.decisions.map(({ fileId, ...decision }) => ({
        ...decision,
        decidedOn: fromDbDate(decision.decidedOn),
        appealLastOn: decision.appealLastOn && fromDbDate(decision.appealLastOn),
        hasDocument: fileId !== null,
      }));
      const supplements = found.supplements.map((one) => ({ ...one, dueOn: fromDbDate(one.dueOn) }));
      return {
        today,
        usualWeeks: usual?.weeks ?? null,
        id: caseId,
        title: titleIn(found.title, lang),
        number: found.number,
        phase,
        phaseSince: found.phaseSince,
        receivedAt,
        applicationId: found.applicationId,
        outlook: outlook(
          {
            phase,
            receivedOn: dateInSweden(receivedAt),
            dueOn: earliest(supplements.filter(({ status }) => status === 'asked').map(({ dueOn }) => dueOn)),
            hasUnreadDecision: decisions.some(({ openedAt }) => openedAt === null),
            appealLastOn: latest(decisions.map((decision) => decision.appealLastOn)),
            firstAnswerWorkingDays: promise?.workingDays ?? null,
            usualWeeks: usual?.weeks ?? null,
          },
          today,
        ),
        steps: caseSteps(phase, {
          receivedAt,
          receivedByOfficeAt: found.receivedByOfficeAt,
          lookedIntoAt: firstAt('looked-into'),
          decidedAt: firstAt('decided'),
        }),
        officer: officerOf(tenantId, caseId, found.officerSealed),
        supplements,
        decisions,
        events: found.events.flatMap(({ id, kind, occurredAt, refId }) =>
          isCaseEventKind(kind) ? [{ id, kind, at: occurredAt, refId }] : [],
        ),
      };
    }),
  );
}

const earliest = (days: readonly CalendarDate[]): CalendarDate | null => days.toSorted()[0] ?? null;
const latest = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;
