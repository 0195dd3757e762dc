import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { admit, type Breaker, breakerRules, putOffUntil } from '../domain/breaker';
import { HELD_BACK } from '../domain/outcome';
import { isTimeUp } from '../domain/retry';
import { noteParkedInTx } from './note-parked-in-tx';
import { enqueueTellInTx } from './tell-job';

interface ToPass {
  id: string;
  orderId: string;
  systemId: string;
  createdAt: Date;
  tellSince: Date | null;
}

/**
 * Whether a delivery may be tried now. Where its system is spared it is put off, which is no try: its pauses and its two
 * days stay as they were. Of several that come when one may be let through, one is: the update decides.
 */
export async function passBreaker(actor: JobActor, delivery: ToPass, breaker: Breaker): Promise<boolean> {
  const admission = admit(breaker, now());
  if (admission === 'go') return true;
  if (
    admission === 'try' &&
    (await write(actor, (tx) => letThroughInTx(tx, actor.tenantId, delivery.systemId)))
  )
    return true;
  const until = admission === 'try' ? now() : admission.until;
  await write(actor, (tx) => putOffInTx(tx, actor, delivery, putOffUntil(until, Math.random())));
  return false;
}

/** As domain/breaker.ts says it, in one statement, so that no two are let through. */
async function letThroughInTx(tx: Tx, tenantId: string, systemId: string): Promise<boolean> {
  const at = now();
  const lost = new Date(at.getTime() - breakerRules.lostAfter);
  const { count } = await tx.backOfficeBreaker.updateMany({
    where: {
      tenantId,
      systemId,
      OR: [
        { state: 'open', tryAt: { lte: at } },
        { state: 'half-open', tryingSince: { lte: lost } },
      ],
    },
    data: { state: 'half-open', tryingSince: at },
  });
  return count > 0;
}

async function putOffInTx(tx: Tx, actor: JobActor, delivery: ToPass, runAt: Date): Promise<void> {
  const { tenantId } = actor;
  const { id, orderId, createdAt, tellSince } = delivery;
  const isGivenUp = isTimeUp(tellSince ?? createdAt, now());
  const { count } = await tx.delivery.updateMany({
    where: { tenantId, id, state: { in: ['waiting', 'told'] } },
    data: isGivenUp ? { state: 'parked', nextTellAt: null, lastError: HELD_BACK } : { nextTellAt: runAt },
  });
  if (count === 0) return;
  if (isGivenUp) await noteParkedInTx(tx, actor, { deliveryId: id, orderId, reason: HELD_BACK });
  else await enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId, runAt });
}
