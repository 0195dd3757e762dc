import 'server-only';
import type { Actor, SystemActor } from '@/lib/platform/actor';
import type { Prisma } from '@/lib/platform/db';
import type { Scope } from './domain/scopes';

/**
 * What a back-office system may do: what its token's scopes say, and nothing else. Nobody but a system may use the API;
 * the worker's jobs act for the portal itself.
 */
export function may(actor: Actor, scope: Scope): actor is SystemActor {
  return actor.kind === 'system' && actor.scopes.includes(scope);
}

/** A system sees what is meant for it; another system's delivery doesn't exist. */
export const visibleDeliveries = (actor: SystemActor): Prisma.DeliveryWhereInput => ({
  tenantId: actor.tenantId,
  systemId: actor.systemId,
});
