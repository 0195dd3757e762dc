import 'server-only';
import { dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { may } from '../access';
import { emptyDraftInTx } from './empty-draft-in-tx';

/** So many in one run; the next hour takes the next ones. */
const AT_ONCE = 500;

/**
 * Throws away drafts whose day has come, as she was told, with all that was written and attached. Each in a transaction
 * of its own, and looked at again under the row's lock: one that has been saved or sent since is left alone.
 */
export async function removeOldDrafts(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'look-after-drafts')) throw notFound();
  const { tenantId } = actor;
  const due = {
    tenantId,
    status: 'draft' as const,
    removeOn: { lte: toDbDate(dateInSweden(now())) },
  };
  const drafts = await read(actor, (tx) =>
    tx.application.findMany({ where: due, take: AT_ONCE, select: { id: true, personId: true } }),
  );
  for (const { id, personId } of drafts) {
    await write(actor, async (tx) => {
      await tx.$queryRaw`select 1 from application where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
      if ((await tx.application.count({ where: { ...due, id } })) === 0) return;
      await emptyDraftInTx(tx, { tenantId, id });
      await auditInTx(tx, actor, {
        action: 'applications.remove-old-draft',
        subjectPersonId: personId,
        objectType: 'application',
        objectId: id,
      });
    });
  }
}
