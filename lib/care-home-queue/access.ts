import 'server-only';
import { findOwnerOfCaseInTx, visibleCases } from '@/lib/cases/api';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, JobActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = {
  'publish-vacancy': 'vacancies.write',
  'record-offer': 'offers.write',
  'fetch-answer': 'deliveries.read',
  'record-received': 'deliveries.receive',
} as const;

export type SystemAction = keyof typeof scopeFor;
export type ResidentAction = 'read-own' | 'answer-own';
export type QueueAction = ResidentAction | SystemAction | 'look-after-offers' | 'read-homes';

/** Who may do what at all; which offers, is `visibleOffers`. Refuses by default. */
export function may(actor: Actor, action: QueueAction): boolean {
  switch (action) {
    // As public as the homes themselves.
    case 'read-homes':
      return true;
    case 'read-own':
    case 'answer-own':
      return actor.kind === 'resident';
    case 'look-after-offers':
      return actor.kind === 'job';
    case 'publish-vacancy':
    case 'record-offer':
    case 'fetch-answer':
    case 'record-received':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(actor: Actor, action: ResidentAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

export function requireJobMay(actor: Actor): asserts actor is JobActor {
  if (!may(actor, 'look-after-offers')) throw notFound();
}

export function requireMayReadHomes(actor: Actor): void {
  if (!may(actor, 'read-homes')) throw notFound();
}

export function requireSystemMay(actor: Actor, action: SystemAction): asserts actor is SystemActor {
  if (!may(actor, action)) throw actor.kind === 'system' ? forbidden('errors:scope-missing') : notFound();
}

/** The only builder of the filter on offers: her own; those of a system's cases; a job looks after all. Others have none. */
export function visibleOffers(actor: Actor): Prisma.CareHomeOfferWhereInput & { tenantId: string } {
  const { tenantId } = actor;
  switch (actor.kind) {
    case 'resident':
      return { tenantId, personId: actor.personId };
    case 'system':
      return { tenantId, case: visibleCases(actor) };
    case 'job':
      return { tenantId };
    case 'nobody':
    case 'admin':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

type ObjectType = 'offer' | 'case';

/** Whose it is, for the audit log alone: it looks past every filter. */
async function unscopedOwnerInTx(
  tx: Tx,
  tenantId: string,
  objectType: ObjectType,
  id: string,
): Promise<string | undefined> {
  if (objectType === 'case') return findOwnerOfCaseInTx(tx, tenantId, id);
  const where = { tenantId_id: { tenantId, id } };
  return (await tx.careHomeOffer.findUnique({ where, select: { personId: true } }))?.personId;
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
