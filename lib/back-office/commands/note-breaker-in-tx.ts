import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { log } from '@/lib/platform/log';
import { afterTry, type Breaker, CLOSED } from '../domain/breaker';
import { isAway } from '../domain/outcome';

/**
 * What a try said of its system: so many in vain, one after the other, open its breaker, and the first that isn't closes
 * it. A system that is well costs one look by its key, and nothing is written.
 */
export async function noteBreakerInTx(
  tx: Tx,
  {
    tenantId,
    systemId,
    deliveryId,
    outcome,
  }: { tenantId: string; systemId: string; deliveryId: string; outcome: string },
): Promise<void> {
  const key = { tenantId, systemId };
  const away = isAway(outcome);
  if (!away) {
    const row = await tx.backOfficeBreaker.findUnique({ where: { tenantId_systemId: key } });
    if (!row || (row.state === 'closed' && row.failedIds.length === 0)) return;
  } else await tx.backOfficeBreaker.createMany({ data: { ...key, state: 'closed' }, skipDuplicates: true });
  // Of two that fail at once the second sees what the first made of it.
  await tx.$queryRaw`select 1 from back_office_breaker where tenant_id = ${tenantId} and system_id = ${systemId}::uuid for update`;
  const before = await breakerInTx(tx, tenantId, systemId);
  const after = afterTry(before, { deliveryId, isAway: away, now: now(), chance: Math.random() });
  if (after === before) return;
  await tx.backOfficeBreaker.update({
    where: { tenantId_systemId: key },
    data: { ...after, failedIds: [...after.failedIds] },
    select: { systemId: true },
  });
  if (after.state === 'open' && after.tryAt) await tryAgainInTx(tx, key, after.tryAt);
  if (before.state === 'closed' && after.state === 'open')
    log.error(
      { ...key, outcome },
      'a back-office system is spared: deliveries wait, and one at a time tries',
    );
  if (before.state !== 'closed' && after.state === 'closed') {
    log.warn(
      { ...key, openedAt: before.openedAt },
      'a back-office system is back: what waits for it is set going',
    );
    await enqueueInTx(tx, { task: 'set-back-office-going', payload: key, key: `set-going:${systemId}` });
  }
}

export async function breakerInTx(tx: Tx, tenantId: string, systemId: string): Promise<Breaker> {
  const row = await tx.backOfficeBreaker.findUnique({ where: { tenantId_systemId: { tenantId, systemId } } });
  if (!row) return CLOSED;
  const { tenantId: _, systemId: __, state, ...facts } = row;
  return { ...facts, state: state as Breaker['state'] };
}

/** Somebody must knock when the time has come: those that wait come back later than that. */
const tryAgainInTx = (tx: Tx, payload: { tenantId: string; systemId: string }, runAt: Date): Promise<void> =>
  enqueueInTx(tx, { task: 'try-back-office', payload, key: `try:${payload.systemId}`, runAt });

/** A system that calls has come back, most likely: it is tried at once, not when its pause is over. */
export async function tryAtOnceInTx(tx: Tx, key: { tenantId: string; systemId: string }): Promise<void> {
  const at = now();
  const { count } = await tx.backOfficeBreaker.updateMany({
    where: { ...key, state: 'open' },
    data: { tryAt: at },
  });
  if (count > 0) await tryAgainInTx(tx, key, at);
}
