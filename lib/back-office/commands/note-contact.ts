import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { type Tx, write } from '@/lib/platform/db';
import { tryAtOnceInTx } from './note-breaker-in-tx';

const AT_MOST_EVERY_MS = 60_000;
const noted = new Map<string, number>();

/**
 * A system has been heard from: it used its token, or answered a webhook. A row that every call wrote would be the one
 * they all wait for, so it is written once a minute, by whichever process comes first. One that calls is back, if it was
 * away.
 */
export async function noteContact({ tenantId, systemId }: SystemActor, at: Date): Promise<void> {
  if (at.getTime() - (noted.get(systemId) ?? 0) < AT_MOST_EVERY_MS) return;
  noted.set(systemId, at.getTime());
  await write({ tenantId }, async (tx) => {
    await noteContactInTx(tx, { tenantId, systemId, at });
    await tryAtOnceInTx(tx, { tenantId, systemId });
  });
}

export async function noteContactInTx(
  tx: Tx,
  { tenantId, systemId, at }: { tenantId: string; systemId: string; at: Date },
): Promise<void> {
  const before = new Date(at.getTime() - AT_MOST_EVERY_MS);
  await tx.backOfficeSystem.updateMany({
    where: { tenantId, id: systemId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: before } }] },
    data: { lastSeenAt: at },
  });
}
