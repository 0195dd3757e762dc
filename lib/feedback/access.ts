import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';

export type FeedbackAction = 'report' | 'forward' | 'forget';

/**
 * Anybody may say what doesn't work, and does so as nobody, also when she is logged in: then neither row nor log can
 * tell who it was. What was said is read by the municipality in its mail, and by no page.
 */
export function may(actor: Actor, action: FeedbackAction): boolean {
  switch (action) {
    case 'report':
      return actor.kind === 'nobody';
    case 'forward':
    case 'forget':
      return actor.kind === 'job';
    default:
      return exhaustive(action);
  }
}

export function demand(actor: Actor, action: FeedbackAction): void {
  if (!may(actor, action)) throw forbidden();
}

/** Reports that the actor may see: the worker's jobs those of their municipality, others none. */
export const visibleReports = (
  actor: Actor,
): Prisma.AccessibilityReportWhereInput & { tenantId: string } => ({
  tenantId: actor.tenantId,
  ...(actor.kind !== 'job' && { id: { in: [] } }),
});
