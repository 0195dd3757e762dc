import 'server-only';
import type { Actor, AdminActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import { forbidden } from '@/lib/platform/errors';

/**
 * What there is to do with the catalogue. It is public: everybody may read what their municipality has published. How
 * it is kept, and its files, are for those who own the services.
 */
export type CatalogueAction = 'read' | 'administer' | 'publish' | 'export' | 'publish-care-homes';

export function may(actor: Actor, action: CatalogueAction): boolean {
  switch (action) {
    case 'read':
      return true;
    case 'administer':
      return actor.kind === 'admin';
    // By the seed and the command too. Whoever it is, it is in the actor's own municipality.
    case 'publish':
    case 'export':
      return actor.kind === 'job' || actor.kind === 'admin';
    case 'publish-care-homes':
      return actor.kind === 'system' && actor.scopes.includes('care-homes.write');
    default:
      return false;
  }
}

export function demand(actor: Actor, action: CatalogueAction): void {
  if (!may(actor, action)) throw forbidden();
}

/** The catalogue's keeping is an administrator's: so much is known of the actor afterwards. */
export function demandAdministrator(actor: Actor): asserts actor is AdminActor {
  demand(actor, 'administer');
}

/** Services that are shown: those with a published version. */
export const visibleServices = (scope: { tenantId: string }) => ({
  tenantId: scope.tenantId,
  publishedVersion: { not: null },
});

/** Homes that one can read about and wish for. */
export const visibleCareHomes = (scope: { tenantId: string }) => ({
  tenantId: scope.tenantId,
  active: true,
});

/** Files that an administrator has handed in to look at: their own. Matches nothing for anybody else. */
export const visibleImports = (actor: Actor) => ({
  tenantId: actor.tenantId,
  ...(actor.kind === 'admin' ? { staffId: actor.staffId } : { id: { in: [] } }),
});

/** Runs a use case on one handed-in file; a refusal stands in the audit log. It is about nobody's person. */
export const guarded = guardedBy<'definition-import'>(async (tx, tenantId, _, id) => {
  const found = await tx.definitionImport.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { id: true },
  });
  return found ? null : undefined;
});
