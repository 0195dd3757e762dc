import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { stateOf } from '@/lib/platform/storage';
import { getRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleDecisions } from '../access';
import { type AppealKind, appealRules, isLate } from '../domain/appeal';
import type { AppealStepKind, CourtOutcome } from '../domain/appeal-step';
import { type DecisionContent, decisionContext } from '../domain/case-seals';
import type { DecisionMatter, DecisionOutcome } from '../domain/decision';
import { titleIn } from '../domain/title';

/** How it can be appealed, and from when the time counts. */
export type AppealView =
  /** how long one has from opening it, by the rule in force today */
  | { kind: 'administrative'; weeks: number; lastOn: CalendarDate | null }
  /** the time runs from the notice board, whether it is opened or not */
  | { kind: 'legality'; announcedOn: CalendarDate; lastOn: CalendarDate }
  | { kind: 'none'; lastOn: null };

interface DecisionCommon {
  today: CalendarDate;
  appeal: AppealView;
  id: string;
  case: { id: string; title: Said; number: string };
  arrivedAt: Date;
}

/** Nothing of what was decided leaves the database before it is opened. */
export type DecisionView =
  | (DecisionCommon & { isOpened: false })
  | (DecisionCommon & {
      isOpened: true;
      openedAt: Date;
      /** the case, or only what she asked under FL 12 § */
      matter: DecisionMatter;
      outcome: DecisionOutcome;
      decidedOn: CalendarDate;
      content: DecisionContent;
      file: { id: string; state: ScanState } | null;
      /** what she has sent here, the latest first */
      appeals: { id: string; number: string; sentAt: Date; receivedAt: Date | null; isLate: boolean }[];
      /** she has begun to write one */
      hasAppealDraft: boolean;
      /** what the board and the court have done with it, in the order it happened */
      appealSteps: {
        step: AppealStepKind;
        on: CalendarDate;
        court: string | null;
        outcome: CourtOutcome | null;
      }[];
      /** the earlier decision that this one reconsiders, or whose appeal it dismisses */
      follows: { id: string; decidedOn: CalendarDate } | null;
      /** those that came after it in the same way; what they say is read when they are opened */
      followedBy: { id: string; arrivedAt: Date }[];
    });

/** A decision: before it is opened only that it has come, afterwards all of it. Opening is a command of its own. */
export function getDecision(
  actor: Actor,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  lang: Language,
): Promise<DecisionView> {
  return guarded(actor, 'cases.get-decision', 'decision', decisionId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const where = { ...visibleDecisions(actor), id: decisionId };
      const found = await tx.decision.findFirst({
        where,
        select: {
          arrivedAt: true,
          openedAt: true,
          appealKind: true,
          announcedOn: true,
          appealLastOn: true,
          case: { select: { id: true, title: true, number: true } },
        },
      });
      if (!found || found.case.id !== caseId) throw notFound();
      const today = dateInSweden(now());
      const common = {
        today,
        appeal: await appealOfInTx(tx, actor.tenantId, found, today),
        id: decisionId,
        case: { ...found.case, title: titleIn(found.case.title, lang) },
        arrivedAt: found.arrivedAt,
      };
      if (!found.openedAt) return { ...common, isOpened: false };
      const opened = await tx.decision.findFirstOrThrow({
        where,
        select: {
          matter: true,
          caseId: true,
          externalId: true,
          followsId: true,
          outcome: true,
          decidedOn: true,
          sealed: true,
          file: { select: { id: true, scanState: true } },
          appeals: {
            orderBy: { sentAt: { sort: 'desc', nulls: 'first' } },
            select: { id: true, number: true, sentAt: true, receivedAt: true },
          },
          appealSteps: { orderBy: { happenedOn: 'asc' } },
        },
      });
      return {
        ...common,
        isOpened: true,
        openedAt: found.openedAt,
        matter: opened.matter,
        outcome: opened.outcome,
        decidedOn: fromDbDate(opened.decidedOn),
        content: openJson<DecisionContent>(opened.sealed, decisionContext(actor.tenantId, decisionId)),
        file: opened.file && { id: opened.file.id, state: stateOf(opened.file) },
        appeals: opened.appeals.flatMap(({ number, sentAt, ...appeal }) =>
          sentAt && number !== null
            ? [{ ...appeal, number, sentAt, isLate: isLate(dateInSweden(sentAt), common.appeal.lastOn) }]
            : [],
        ),
        hasAppealDraft: opened.appeals.some(({ sentAt }) => sentAt === null),
        appealSteps: opened.appealSteps.map(({ step, happenedOn, court, outcome }) => ({
          step: step as AppealStepKind,
          on: fromDbDate(happenedOn),
          court,
          outcome: outcome as CourtOutcome | null,
        })),
        ...(await chainInTx(tx, actor.tenantId, opened)),
      };
    }),
  );
}

/** The decisions before and after it in the same matter. One that was told first may follow one that has not come yet. */
async function chainInTx(
  tx: Tx,
  tenantId: string,
  { caseId, externalId, followsId }: { caseId: string; externalId: string; followsId: string | null },
) {
  const rows = await tx.decision.findMany({
    where: {
      tenantId,
      caseId,
      OR: [{ followsId: externalId }, ...(followsId === null ? [] : [{ externalId: followsId }])],
    },
    orderBy: { arrivedAt: 'asc' },
    select: { id: true, externalId: true, followsId: true, decidedOn: true, arrivedAt: true },
  });
  const before = rows.find((row) => row.externalId === followsId);
  return {
    follows: before ? { id: before.id, decidedOn: fromDbDate(before.decidedOn) } : null,
    followedBy: rows
      .filter((row) => row.followsId === externalId)
      .map(({ id, arrivedAt }) => ({ id, arrivedAt })),
  };
}

async function appealOfInTx(
  tx: Tx,
  tenantId: string,
  found: { appealKind: AppealKind; announcedOn: Date | null; appealLastOn: Date | null },
  today: CalendarDate,
): Promise<AppealView> {
  const lastOn = found.appealLastOn && fromDbDate(found.appealLastOn);
  if (found.appealKind === 'administrative') {
    const { weeks } = await getRuleInTx(tx, tenantId, appealRules.administrative, today);
    return { kind: 'administrative', weeks, lastOn };
  }
  // The database keeps both days of every legality review, and none of what can't be appealed.
  return found.announcedOn && lastOn
    ? { kind: 'legality', announcedOn: fromDbDate(found.announcedOn), lastOn }
    : { kind: 'none', lastOn: null };
}
