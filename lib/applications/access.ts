import 'server-only';
import { getPersonLookupInTx } from '@/lib/identity/api';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, JobActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { forbidden, notFound } from '@/lib/platform/errors';

/** What a system may do here, and the scope of its token that says so. */
const scopeFor = { 'read-for-office': 'deliveries.read', 'read-file-for-office': 'files.read' } as const;

export type SystemAction = keyof typeof scopeFor;
/**
 * `write-own` covers a draft's whole life: start, save, attach, discard, prepare, submit, take back what others were
 * asked to sign. `answer-invitation` is for those others: read it, sign it or decline.
 */
export type ResidentAction = 'read-own' | 'write-own' | 'answer-invitation';
export type ApplicationsAction =
  | ResidentAction
  | 'make-receipt'
  | 'handle-infected-file'
  | 'look-after-invitations'
  | 'look-after-drafts'
  | SystemAction;

/** Who may do what at all; which applications, is `visibleApplications`. Refuses by default. */
export function may(actor: Actor, action: ApplicationsAction): boolean {
  switch (action) {
    case 'read-own':
    case 'write-own':
    case 'answer-invitation':
      return actor.kind === 'resident';
    case 'make-receipt':
      return actor.kind === 'resident' || actor.kind === 'job';
    case 'look-after-invitations':
    case 'look-after-drafts':
    case 'handle-infected-file':
      return actor.kind === 'job';
    case 'read-for-office':
    case 'read-file-for-office':
      return actor.kind === 'system' && actor.scopes.includes(scopeFor[action]);
    default:
      return exhaustive(action);
  }
}

export function requireResidentMay(actor: Actor, action: ResidentAction): asserts actor is ResidentActor {
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
    case 'admin':
      return { tenantId, id: { in: [] } };
    default:
      return exhaustive(actor);
  }
}

/**
 * The only builder of the filter on invitations: those that name the person who is logged in, by her number's keyed
 * hash. Her own signature as an applicant is no invitation, and one whose turn has not come is not there yet.
 */
export async function visibleInvitationsInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
): Promise<Prisma.ApplicationSignerWhereInput & { tenantId: string }> {
  const nationalIdLookup = await getPersonLookupInTx(tx, tenantId, personId);
  return {
    tenantId,
    nationalIdLookup,
    position: { gt: 0 },
    invitedAt: { not: null },
    application: { status: { not: 'discarded' } },
  };
}

/** What a job looks after: rounds in which somebody has not answered. */
export const roundsUnderWay = ({ tenantId }: JobActor) => ({
  tenantId,
  status: 'invited' as const,
  application: { status: 'awaiting_signatures' as const },
});

type ObjectType = 'application' | 'file' | 'invitation';

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
    case 'invitation':
      return (
        await tx.applicationSigner.findUnique({
          where,
          select: { application: { select: { personId: true } } },
        })
      )?.application.personId;
    default:
      return exhaustive(objectType);
  }
}

/** Runs a use case on one object; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
