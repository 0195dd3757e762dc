import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { AppError } from '@/lib/platform/errors';

/** What there is to do with the catalogue. It is public: everybody may read what their municipality has published. */
export type CatalogueAction = 'read' | 'publish' | 'export';

export function may(actor: Actor, action: CatalogueAction): boolean {
  switch (action) {
    case 'read':
      return true;
    // Definitions come in and go out by the seed and the command.
    case 'publish':
    case 'export':
      return actor.kind === 'job';
    default:
      return false;
  }
}

export function demand(actor: Actor, action: CatalogueAction): void {
  if (!may(actor, action)) throw new AppError('Forbidden');
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
