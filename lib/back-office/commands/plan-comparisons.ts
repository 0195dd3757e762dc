import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { connectorOf } from '../connectors/connector-of';
import { enqueueComparisonInTx } from './comparison-job';

const KEPT_MS = 365 * 24 * 60 * 60_000;

/** It is time: each system that can list its cases is compared, in a job of its own. What was found long ago is forgotten. */
export async function planComparisons(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const systems = await read(actor, (tx) =>
    tx.backOfficeSystem.findMany({ where: { tenantId, active: true } }),
  );
  await write(actor, async (tx) => {
    for (const system of systems.filter((one) => connectorOf(one).listCases))
      await enqueueComparisonInTx(tx, { tenantId, systemId: system.id });
    const startedBefore = new Date(now().getTime() - KEPT_MS);
    await tx.comparison.deleteMany({ where: { tenantId, startedAt: { lt: startedBefore } } });
  });
}
