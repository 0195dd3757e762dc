import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import { connectorOf } from '../connectors/connector-of';
import { enqueueComparisonInTx } from './comparison-job';

/**
 * An administrator wants a system compared with ours now, or, having looked at why so much is missing, filled again.
 * Asked twice, it is done once.
 */
export const askForComparison = (
  actor: Actor,
  systemId: string,
  { fill = false }: { fill?: boolean } = {},
): Promise<void> =>
  guardedForAdmin(actor, 'back-office.ask-for-comparison', 'back-office-system', systemId, () => {
    requireMayLookAfterSystems(actor);
    return write(actor, async (tx) => {
      const where = { tenantId_id: { tenantId: actor.tenantId, id: systemId } };
      const system = await tx.backOfficeSystem.findUnique({ where });
      if (!system || !connectorOf(system).listCases) throw notFound();
      const { tenantId, staffId } = actor;
      await enqueueComparisonInTx(tx, {
        tenantId,
        systemId,
        staffId,
        ...(fill && { fill: 'fill' }),
      });
      await auditInTx(tx, actor, {
        action: 'back-office.ask-for-comparison',
        objectType: 'back-office-system',
        objectId: systemId,
        ...(fill && { reason: 'fill' }),
      });
    });
  });
