import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, AdminActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = {
  'read-case': 'cases.read',
  'read-answer': 'deliveries.read',
  'read-appeal': 'deliveries.read',
  'read-appeal-receipt': 'files.read',
  'read-file': 'files.read',
  'record-received': 'deliveries.receive',
  'record-phase': 'cases.write',
  'put-case': 'cases.write',
  'record-supplement': 'supplements.write',
  'read-more-time': 'deliveries.read',
  'answer-more-time': 'cases.write',
  'record-comments': 'comments.write',
  'record-decision': 'decisions.write',
  'record-appeal-step': 'decisions.write',
  'record-delay-notice': 'cases.write',
  'read-delay-request': 'deliveries.read',
  'read-withdrawal': 'deliveries.read',
} as const;

export type SystemAction = keyof typeof scopeFor;
export type ResidentAction =
  | 'read-own'
  | 'answer-supplement'
  | 'ask-more-time'
  | 'comment'
  | 'open-decision'
  | 'request-decision'
  | 'appeal'
  | 'withdraw';
export type CasesAction =
  | ResidentAction
  | SystemAction
  | 'assign-system'
  | 'ask-for-file-again'
  | 'make-appeal-receipt'
  | 'measure-waiting-times'
  | 'remind-of-due-days'
  | 'administer-statuses';

/** Who may do what at all; which cases, is `visibleCases`. Refuses by default. */
export function may(actor: Actor, action: CasesAction): boolean {
  switch (action) {
    case 'read-own':
    case 'answer-supplement':
    case 'ask-more-time':
    case 'comment':
    case 'open-decision':
    case 'request-decision':
    case 'appeal':
    case 'withdraw':
      return actor.kind === 'resident';
    case 'assign-system':
    case 'ask-for-file-again':
    case 'make-appeal-receipt':
    case 'measure-waiting-times':
    case 'remind-of-due-days':
      return actor.kind === 'job';
    case 'administer-statuses':
      return actor.kind === 'admin';
    case 'read-case':
    case 'read-answer':
    case 'read-appeal':
    case 'read-appeal-receipt':
    case 'read-file':
    case 'record-received':
    case 'record-phase':
    case 'put-case':
    case 'record-supplement':
    case 'read-more-time':
    case 'answer-more-time':
    case 'record-comments':
    case 'record-decision':
    case 'record-appeal-step':
    case 'record-delay-notice':
    case 'read-delay-request':
    case 'read-withdrawal':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(actor: Actor, action: ResidentAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

/** Which of an office's codes mean which status is the municipality's own to say; nobody's case is in it. */
export function requireAdministratorOfStatuses(actor: Actor): asserts actor is AdminActor {
  if (!may(actor, 'administer-statuses')) throw forbidden();
}

export function requireSystemMay(actor: Actor, action: SystemAction): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/** The only builder of the filter on cases: her own, or those that belong to the system. Others have none. */
export function visibleCases(actor: Actor): Prisma.CaseWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId };
    case 'system':
      return { tenantId, systemId: actor.systemId };
    case 'nobody':
    case 'admin':
    case 'job':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

/** Filters on what hangs on a case follow the case's. */
export const visibleSupplements = (actor: Actor): Prisma.SupplementWhereInput => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});
export const visibleCommentRounds = (actor: Actor): Prisma.CommentRoundWhereInput => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});
export const visibleDecisions = (actor: Actor): Prisma.DecisionWhereInput => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});
export const visibleAppeals = (actor: Actor): Prisma.AppealWhereInput & { tenantId: string } => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});

export const visibleDelayRequests = (actor: Actor): Prisma.DelayRequestWhereInput => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});
export const visibleMoreTimeRequests = (actor: Actor): Prisma.MoreTimeRequestWhereInput => ({
  tenantId: actor.tenantId,
  case: visibleCases(actor),
});
export const visibleWithdrawals = (actor: Actor): Prisma.WithdrawalWhereInput => ({
  tenantId: actor.tenantId,
  sentAt: { not: null },
  case: visibleCases(actor),
});

/** Of those that are sent, which the actor may have the PDF of. The worker makes it for whoever comes to ask. */
export function appealsToPrint(actor: Actor): Prisma.AppealWhereInput & { tenantId: string } {
  if (may(actor, 'make-appeal-receipt')) return { tenantId: actor.tenantId };
  if (actor.kind === 'system') requireSystemMay(actor, 'read-appeal-receipt');
  else requireResidentMay(actor, 'read-own');
  return visibleAppeals(actor);
}

type ObjectType =
  | 'case'
  | 'supplement'
  | 'comment-round'
  | 'decision'
  | 'appeal'
  | 'delay-request'
  | 'more-time-request'
  | 'withdrawal'
  | 'file'
  | 'status-code';

async function unscopedOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | null | undefined> {
  const where = { tenantId_id: { tenantId, id } };
  switch (objectType) {
    case 'case':
      return (await tx.case.findUnique({ where, select: { personId: true } }))?.personId;
    case 'supplement':
      return (await tx.supplement.findUnique({ where, select: { case: { select: { personId: true } } } }))
        ?.case.personId;
    case 'comment-round':
      return (await tx.commentRound.findUnique({ where, select: { case: { select: { personId: true } } } }))
        ?.case.personId;
    case 'decision':
      return (await tx.decision.findUnique({ where, select: { case: { select: { personId: true } } } }))?.case
        .personId;
    case 'delay-request':
      return (await tx.delayRequest.findUnique({ where, select: { case: { select: { personId: true } } } }))
        ?.case.personId;
    case 'more-time-request':
      return (
        await tx.moreTimeRequest.findUnique({ where, select: { case: { select: { personId: true } } } })
      )?.case.personId;
    case 'appeal':
      return (await tx.appeal.findUnique({ where, select: { case: { select: { personId: true } } } }))?.case
        .personId;
    case 'withdrawal':
      return (await tx.withdrawal.findUnique({ where, select: { case: { select: { personId: true } } } }))
        ?.case.personId;
    case 'status-code':
      // Nobody's: there is one, or there is none.
      return (await tx.caseStatusCode.count({ where: { tenantId, id } })) > 0 ? null : undefined;
    case 'file':
      return (await tx.storedFile.findUnique({ where, select: { ownerId: true } }))?.ownerId;
    default:
      return exhaustive(objectType);
  }
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
