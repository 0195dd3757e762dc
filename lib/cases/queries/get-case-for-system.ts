import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireSystemMay, visibleCases } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';
import type { CommentRoundStatus } from '../domain/comment-round';
import type { SupplementStatus } from '../domain/supplement';

/** The state of a case as the portal has it. What the office itself wrote, and her answers, are not in it. */
export interface CaseForSystem {
  id: string;
  number: string;
  externalId: string | null;
  phase: CasePhase;
  phaseSince: Date;
  receivedAt: Date;
  receivedByOfficeAt: Date | null;
  supplements: {
    id: string;
    externalId: string;
    status: SupplementStatus;
    dueOn: CalendarDate;
    answeredAt: Date | null;
  }[];
  /** she has asked that it be decided (FL 12 §) */
  delayRequest: { requestedAt: Date; answerBy: CalendarDate } | null;
  commentRounds: {
    externalId: string;
    status: CommentRoundStatus;
    dueOn: CalendarDate;
    openedAt: Date | null;
    /** how many times she has said something */
    comments: number;
  }[];
  decisions: { id: string; externalId: string; arrivedAt: Date; openedAt: Date | null }[];
}

/** Audited: she can see that the office asked. */
export async function getCaseForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  caseId: string,
): Promise<CaseForSystem> {
  requireSystemMay(actor, 'read-case');
  const found = await tx.case.findFirst({
    where: { ...visibleCases(actor), id: caseId },
    select: {
      id: true,
      personId: true,
      number: true,
      externalId: true,
      phase: true,
      phaseSince: true,
      receivedAt: true,
      receivedByOfficeAt: true,
      supplements: {
        orderBy: { askedAt: 'asc' },
        select: { id: true, externalId: true, status: true, dueOn: true, answeredAt: true },
      },
      delayRequest: { select: { requestedAt: true, answerBy: true } },
      commentRounds: {
        orderBy: { askedAt: 'asc' },
        select: {
          externalId: true,
          status: true,
          dueOn: true,
          openedAt: true,
          _count: { select: { comments: true } },
        },
      },
      decisions: {
        orderBy: { arrivedAt: 'asc' },
        select: { id: true, externalId: true, arrivedAt: true, openedAt: true },
      },
    },
  });
  if (!found) throw notFound();
  const { personId, supplements, commentRounds, delayRequest, ...state } = found;
  await auditInTx(tx, actor, {
    action: 'cases.get-case-for-system',
    subjectPersonId: personId,
    objectType: 'case',
    objectId: caseId,
  });
  return {
    ...state,
    supplements: supplements.map((one) => ({ ...one, dueOn: fromDbDate(one.dueOn) })),
    delayRequest: delayRequest && { ...delayRequest, answerBy: fromDbDate(delayRequest.answerBy) },
    commentRounds: commentRounds.map(({ _count, ...one }) => ({
      ...one,
      dueOn: fromDbDate(one.dueOn),
      comments: _count.comments,
    })),
  };
}

export const getCaseForSystem = (actor: SystemActor, caseId: string): Promise<CaseForSystem> =>
  guarded(actor, 'cases.get-case-for-system', 'case', caseId, () =>
    write(actor, (tx) => getCaseForSystemInTx(tx, actor, caseId)),
  );
