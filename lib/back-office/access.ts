import 'server-only';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import { auditRefusal } from '@/lib/platform/audit';
import type { Prisma } from '@/lib/platform/db';
import { forbidden, isAppError } from '@/lib/platform/errors';
import type { Scope } from './domain/scopes';

/**
 * What a back-office system may do: what its token's scopes say, and nothing else. Nobody but a system may use the API;
 * the worker's jobs act for the portal itself.
 */
export const may = (actor: Actor, scope: Scope): actor is SystemActor =>
  actor.kind === 'system' && actor.scopes.includes(scope);

/** A system sees what is meant for it; another system's delivery doesn't exist. */
export const visibleDeliveries = (actor: SystemActor): Prisma.DeliveryWhereInput & { tenantId: string } => ({
  tenantId: actor.tenantId,
  systemId: actor.systemId,
});

/** Runs a use case that needs a scope; a refusal is written to the audit log before it goes on. */
export async function guarded<T>(
  actor: SystemActor,
  action: string,
  scope: Scope,
  object: { objectType: 'delivery' | 'file'; objectId: string } | null,
  fn: () => Promise<T>,
): Promise<T> {
  try {
    if (!may(actor, scope)) throw forbidden('errors:scope-missing');
    return await fn();
  } catch (error) {
    if (isAppError(error, 'NotFound') || isAppError(error, 'Forbidden')) {
      await auditRefusal(actor, { action, reason: scope, ...object });
    }
    throw error;
  }
}
