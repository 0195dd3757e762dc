import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { connectorOf } from '../connectors/connector-of';

/** Has each system that must be looked at looked at, in a job of its own: one that hangs holds up no other. */
export async function planCollections(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const systems = await read(actor, (tx) =>
    tx.backOfficeSystem.findMany({ where: { tenantId, active: true } }),
  );
  const looked = systems.filter((system) => connectorOf(system).listChanges);
  if (looked.length === 0) return;
  await write(actor, async (tx) => {
    for (const { id: systemId } of looked)
      await enqueueInTx(tx, {
        task: 'collect-changes',
        payload: { tenantId, systemId },
        queue: `collect:${systemId}`,
        key: `collect:${systemId}`,
        maxAttempts: 1,
      });
  });
}
