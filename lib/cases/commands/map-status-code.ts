import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireAdministratorOfStatuses } from '../access';

/**
 * An administrator says which of the municipality's statuses a system's code means. Every case that its office has put
 * there reads so from then on. Said again it is the same.
 * @param from the status that the page showed, or null; another now is Conflict: somebody else was first
 * @throws Invalid where there is no such status to choose, or it is used no more
 */
export const mapStatusCode = (
  actor: Actor,
  { codeId, statusId, from }: { codeId: string; statusId: string; from: string | null },
): Promise<void> =>
  guarded(actor, 'cases.map-status-code', 'status-code', codeId, async () => {
    requireAdministratorOfStatuses(actor);
    const { tenantId } = actor;
    await write(actor, async (tx) => {
      const where = { tenantId, id: codeId };
      // Two at once: the second sees what the first chose, and the same choice is the same.
      await tx.$queryRaw`
        select 1 from case_status_code where tenant_id = ${tenantId} and id = ${codeId}::uuid for update`;
      const found = await tx.caseStatusCode.findFirst({ where, select: { statusId: true } });
      if (!found) throw notFound();
      const status = isId(statusId)
        ? await tx.caseStatus.findFirst({
            where: { tenantId, id: statusId, deprecatedAt: null },
            select: { code: true },
          })
        : null;
      if (!status) throw invalid({ status: 'admin:statuses.choose' });
      if (found.statusId === statusId) return;
      if (found.statusId !== from) throw conflict('admin:statuses.moved');
      await tx.caseStatusCode.update({
        where: { tenantId_id: where },
        data: { statusId, mappedAt: now() },
        select: { id: true },
      });
      await auditInTx(tx, actor, {
        action: 'cases.map-status-code',
        objectType: 'status-code',
        objectId: codeId,
        reason: status.code,
      });
    });
  });
