import 'server-only';
import { findOwnerOfAppealInTx, findOwnerOfCaseInTx } from '@/lib/cases/api';
import { isId } from '@/lib/kernel/ids';
import { findOwnerOfMessageInTx } from '@/lib/messages/api';
import type { Actor, AdminActor, ResidentActor, SystemActor } from '@/lib/platform/actor';
import { auditRefusal, guardedBy } from '@/lib/platform/audit';
import { type Prisma, read, type Tx } from '@/lib/platform/db';
import { forbidden, isAppError, notFound } from '@/lib/platform/errors';
import type { BackOfficeSystem } from '@/lib/platform/generated/client';
import type { Scope } from './domain/scopes';

/**
 * What a back-office system may do: what its token's scopes say, and nothing else. Nobody but a system may use the API;
 * the worker's jobs act for the portal itself.
 */
export const may = (actor: Actor, scope: Scope): actor is SystemActor =>
  actor.kind === 'system' && actor.scopes.includes(scope);

/** The actor that a system is: with all its scopes, or with those of its token that it still has. */
export const systemActor = (
  { tenantId, id, clientId, name, scopes, services }: SystemRow,
  { granted = scopes, officer }: { granted?: readonly string[]; officer?: string | undefined } = {},
): SystemActor => ({
  kind: 'system',
  tenantId,
  systemId: id,
  clientId,
  name,
  scopes: granted.filter((scope) => scopes.includes(scope)),
  services,
  ...(officer !== undefined && { officer }),
});
type SystemRow = Pick<BackOfficeSystem, 'tenantId' | 'id' | 'clientId' | 'name' | 'scopes' | 'services'>;

/** Which of the municipality's systems are silent is told to those who may have cases in them. */
export function requireMaySeeSources(actor: Actor): asserts actor is ResidentActor {
  if (actor.kind !== 'resident') throw notFound();
}

/** How the municipality's systems are, and what waits for them, without anybody's data: who runs these pages. */
export const mayLookAfterSystems = (actor: Actor): actor is AdminActor => actor.kind === 'admin';

export function requireMayLookAfterSystems(actor: Actor): asserts actor is AdminActor {
  if (!mayLookAfterSystems(actor)) throw forbidden();
}

/** A system sees what is meant for it; another system's delivery doesn't exist. */
export const visibleDeliveries = (actor: SystemActor): Prisma.DeliveryWhereInput & { tenantId: string } => ({
  tenantId: actor.tenantId,
  systemId: actor.systemId,
});

/**
 * What systems have told that did not fit. What it says is about somebody: opening one is a reading, and she sees who did.
 */
export const mayLookAfterInbox = (actor: Actor): actor is AdminActor => actor.kind === 'admin';

export function requireMayLookAfterInbox(actor: Actor): asserts actor is AdminActor {
  if (!mayLookAfterInbox(actor)) throw forbidden();
}

export interface AskedFor {
  objectType: 'delivery' | 'file' | 'case' | 'appeal' | 'thread' | 'message';
  objectId: string;
}

/** The thing a path names, if it names one: what she may read in her log that somebody tried. */
export function askedFor(params: Readonly<Record<string, string>>): AskedFor | null {
  const { deliveryId, fileId, appealId, caseId, threadId, messageId } = params;
  if (deliveryId) return { objectType: 'delivery', objectId: deliveryId };
  if (fileId) return { objectType: 'file', objectId: fileId };
  if (appealId) return { objectType: 'appeal', objectId: appealId };
  if (threadId) return { objectType: 'thread', objectId: threadId };
  if (messageId) return { objectType: 'message', objectId: messageId };
  return caseId ? { objectType: 'case', objectId: caseId } : null;
}

/** Whose a thing is that an address names, for the audit log alone. */
export const findOwnerInTx = (tx: Tx, tenantId: string, params: Readonly<Record<string, string>>) => {
  const object = askedFor(params);
  return object && isId(object.objectId) ? unscopedOwnerInTx(tx, tenantId, object) : undefined;
};

/** Whose it is, for the audit log alone: it looks past every filter. */
async function unscopedOwnerInTx(
  tx: Tx,
  tenantId: string,
  { objectType, objectId: id }: AskedFor,
): Promise<string | undefined> {
  const where = { tenantId_id: { tenantId, id } };
  switch (objectType) {
    case 'delivery': {
      const found = await tx.delivery.findUnique({ where, select: { caseId: true, orderId: true } });
      if (!found) return undefined;
      return found.caseId
        ? findOwnerOfCaseInTx(tx, tenantId, found.caseId)
        : findOwnerOfMessageInTx(tx, tenantId, 'thread', found.orderId);
    }
    case 'thread':
    case 'message':
      return findOwnerOfMessageInTx(tx, tenantId, objectType, id);
    case 'file':
      return (await tx.storedFile.findUnique({ where, select: { ownerId: true } }))?.ownerId;
    case 'appeal':
      return findOwnerOfAppealInTx(tx, tenantId, id);
    case 'case':
      return findOwnerOfCaseInTx(tx, tenantId, id);
  }
}

/** Writes a refusal into the audit log, with whose object it was, so that she can see that somebody tried. */
export async function auditRefused(
  actor: SystemActor,
  action: string,
  scope: Scope,
  object: AskedFor | null,
): Promise<void> {
  const known = object && isId(object.objectId) ? object : null;
  const subjectPersonId = known
    ? await read(actor, (tx) => unscopedOwnerInTx(tx, actor.tenantId, known))
    : undefined;
  await auditRefusal(actor, { action, reason: scope, ...known, subjectPersonId });
}

/** Runs a use case that needs a scope; a refusal is written to the audit log before it goes on. */
export async function guarded<T>(
  actor: SystemActor,
  action: string,
  scope: Scope,
  object: AskedFor | null,
  fn: () => Promise<T>,
): Promise<T> {
  try {
    if (!may(actor, scope)) throw forbidden('errors:scope-missing');
    return await fn();
  } catch (error) {
    if (isAppError(error, 'NotFound') || isAppError(error, 'Forbidden')) {
      await auditRefused(actor, action, scope, object);
    }
    throw error;
  }
}

/** Runs an administrator's use case on a system, a delivery or a message; a refusal is in the audit log before it goes on. */
export const guardedForAdmin = guardedBy<'back-office-system' | 'delivery' | 'inbox-message'>(
  async (tx, tenantId, objectType, objectId) => {
    if (objectType === 'back-office-system') return nobodysSystemInTx(tx, tenantId, objectId);
    if (objectType === 'delivery') return unscopedOwnerInTx(tx, tenantId, { objectType, objectId });
    const found = await tx.inboxMessage.findUnique({
      where: { tenantId_id: { tenantId, id: objectId } },
      select: { params: true },
    });
    return found && (await findOwnerInTx(tx, tenantId, found.params as Record<string, string>));
  },
);

async function nobodysSystemInTx(tx: Tx, tenantId: string, id: string): Promise<null | undefined> {
  const found = await tx.backOfficeSystem.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { id: true },
  });
  return found ? null : undefined;
}
