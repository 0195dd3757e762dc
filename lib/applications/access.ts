import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = { 'read-for-office': 'deliveries.read', 'read-file-for-office': 'files.read' } as const;

export type SystemAction = keyof typeof scopeFor;
/** `write-own` covers a draft's whole life: start, save, attach, discard, prepare, submit. */
export type ApplicationsAction = 'read-own' | 'write-own' | 'make-receipt' | SystemAction;

/** Who may do what at all; which applications, is `visibleApplications`. Refuses by default. */
export function may(actor: Actor, action: ApplicationsAction): boolean {
  switch (action) {
    case 'read-own':
    case 'write-own':
      return actor.kind === 'resident';
    case 'make-receipt':
      return actor.kind === 'resident' || actor.kind === 'job';
    case 'read-for-office':
    case 'read-file-for-office':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(
  actor: Actor,
  action: 'read-own' | 'write-own',
): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

export function requireSystemMay(actor: Actor, action: SystemAction): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/**
 * The only builder of the filter on applications. A resident: her own, but not those she has thrown away. A job and a
 * system: what has been submitted; the system only gets here through a delivery that is meant for it.
 */
export function visibleApplications(actor: Actor): Prisma.ApplicationWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId, status: { not: 'discarded' } };
    case 'job':
    case 'system':
      return { tenantId, status: { in: ['submitted', 'withdrawn'] } };
    case 'nobody':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

type ObjectType = 'application' | 'file';

async function unscopedOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | undefined> {
  const where = { tenantId_id: { tenantId, id } };
  switch (objectType) {
    case 'application':
      return (await tx.application.findUnique({ where, select: { personId: true } }))?.personId;
    case 'file':
      return (await tx.storedFile.findUnique({ where, select: { ownerId: true } }))?.ownerId;
    default:
      return exhaustive(objectType);
  }
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
