import 'server-only';
import { findOwnerOfCaseInTx, visibleCases } from '@/lib/cases/api';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, JobActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';
import type { Place } from './domain/place';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = {
  'fetch-message': 'deliveries.read',
  'fetch-file': 'files.read',
  'record-received': 'deliveries.receive',
  'read-thread': 'messages.read',
  'record-message': 'messages.write',
  'record-reading': 'messages.write',
} as const;

export type SystemAction = keyof typeof scopeFor;
export type ResidentAction = 'read-own' | 'write-own';
export type JobAction = 'route' | 'note-undelivered' | 'note-infected-file';
export type MessagesAction = ResidentAction | SystemAction | JobAction;

/** Who may do what at all; which threads, is `visibleThreads`. Refuses by default. */
export function may(actor: Actor, action: MessagesAction): boolean {
  switch (action) {
    case 'read-own':
    case 'write-own':
      return actor.kind === 'resident';
    case 'route':
    case 'note-undelivered':
    case 'note-infected-file':
      return actor.kind === 'job';
    case 'fetch-message':
    case 'fetch-file':
    case 'record-received':
    case 'read-thread':
    case 'record-message':
    case 'record-reading':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(actor: Actor, action: ResidentAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

export function requireJobMay(actor: Actor, action: JobAction): asserts actor is JobActor {
  if (!may(actor, action)) throw notFound();
}

export function requireSystemMay(actor: Actor, action: SystemAction): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/**
 * The only builder of the filter on threads: her own; or of what has been sent, what is about a case of the system's, and
 * what was written to a service and given to it. Others have none.
 */
export function visibleThreads(actor: Actor): Prisma.MessageThreadWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId };
    case 'system':
      return {
        tenantId,
        openedAt: { not: null },
        OR: [{ case: visibleCases(actor) }, { systemId: actor.systemId }],
      };
    case 'nobody':
    case 'admin':
    case 'job':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

/** Messages follow their thread; a draft is hers alone. */
export const visibleMessages = (actor: Actor): Prisma.MessageWhereInput & { tenantId: string } => ({
  tenantId: actor.tenantId,
  thread: visibleThreads(actor),
  ...(actor.kind !== 'resident' && { state: { not: 'draft' } }),
});

type ObjectType = 'thread' | 'message' | 'case' | 'file';

/** Whose it is, for the audit log alone: it looks past every filter. */
export async function findOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | undefined> {
  const where = { tenantId_id: { tenantId, id } };
  switch (objectType) {
    case 'thread':
      return (await tx.messageThread.findUnique({ where, select: { personId: true } }))?.personId;
    case 'message':
      return (await tx.message.findUnique({ where, select: { personId: true } }))?.personId;
    case 'case':
      return findOwnerOfCaseInTx(tx, tenantId, id);
    case 'file':
      return (await tx.storedFile.findUnique({ where, select: { ownerId: true } }))?.ownerId;
    default:
      return exhaustive(objectType);
  }
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(findOwnerInTx);

/** As `guarded`, for where she writes. A service is nobody's, and has no id to name in the log. */
export function guardedPlace<T>(
  actor: Actor,
  action: string,
  place: Place,
  fn: () => Promise<T>,
): Promise<T> {
  switch (place.kind) {
    case 'thread':
      return guarded(actor, action, 'thread', place.threadId, fn);
    case 'case':
      return guarded(actor, action, 'case', place.caseId, fn);
    case 'service':
      return fn();
    default:
      return exhaustive(place);
  }
}
