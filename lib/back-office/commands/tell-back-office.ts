import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { read, type Tx, write } from '@/lib/platform/db';
import { tellUpstream } from '@/lib/platform/http-client';
import { nextAttempt } from '../domain/retry';
import { webhookMessage } from '../domain/webhook-message';
import { signWebhook } from '../domain/webhook-signature';
import { noteAttemptInTx } from './note-attempt-in-tx';
import { noteContactInTx } from './note-contact';
import { noteParkedInTx } from './note-parked-in-tx';
import { enqueueTellInTx } from './tell-job';

export const webhookSecretContext = (tenantId: string, systemId: string): string =>
  `back-office-system.webhook-secret:${tenantId}:${systemId}`;

// A system that has been told gets this long to fetch before it is told again.
const TIME_TO_FETCH_MS = 10 * 60_000;

/**
 * Tells a back-office system, by a signed message without personal data, that something waits for it. What doesn't arrive
 * is told again with growing pauses, and parked after two days. Run twice it tells twice, which the receiver must bear.
 */
export async function tellBackOffice(
  actor: JobActor,
  deliveryId: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const delivery = await read(actor, (tx) => toBeToldInTx(tx, actor.tenantId, deliveryId));
  if (!delivery) return;
  const { system, ...facts } = delivery;
  const at = now();
  const body = JSON.stringify(webhookMessage({ ...facts, tenantId: actor.tenantId, at }));
  const began = performance.now();
  const answer = await tellUpstream(system.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json',
      ...signWebhook(system.secret, deliveryId, at, body),
    },
    body,
    signal,
  });
  // A worker that is stopping has not found out anything about the other side: the job is simply done again.
  if (!answer.ok && signal.aborted) throw new Error('The worker is stopping');
  const outcome = answer.ok ? 'heard' : [answer.error, answer.status].filter(Boolean).join('-');
  const tookMs = performance.now() - began;
  await write(actor, async (tx) => {
    await noteAttemptInTx(tx, { tenantId: actor.tenantId, deliveryId, at, outcome, tookMs });
    if (answer.ok) await noteToldInTx(tx, actor.tenantId, { deliveryId, systemId: system.id });
    else await noteFailureInTx(tx, actor, deliveryId, outcome);
  });
}

async function toBeToldInTx(tx: Tx, tenantId: string, id: string) {
  const delivery = await tx.delivery.findUnique({ where: { tenantId_id: { tenantId, id } } });
  if (!delivery || delivery.state === 'received' || delivery.state === 'parked') return null;
  const { caseId, orderId, systemId, createdAt } = delivery;
  // In order per case: what came before is told first, and its receipt sets this one going.
  const earlier = await tx.delivery.count({
    where: { tenantId, orderId, systemId, state: { not: 'received' }, createdAt: { lt: createdAt } },
  });
  if (earlier > 0) return null;
  const system = await tx.backOfficeSystem.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: systemId } },
  });
  // A system without a webhook asks for itself what waits.
  if (!system.webhookUrl || !system.webhookSecretSealed) return null;
  const secret = openText(system.webhookSecretSealed, webhookSecretContext(tenantId, systemId));
  return {
    deliveryId: id,
    caseId,
    kind: delivery.kind,
    createdAt,
    system: { id: systemId, url: system.webhookUrl, secret },
  };
}

async function noteToldInTx(
  tx: Tx,
  tenantId: string,
  { deliveryId: id, systemId }: { deliveryId: string; systemId: string },
): Promise<void> {
  const toldAt = now();
  await noteContactInTx(tx, { tenantId, systemId, at: toldAt });
  const { attempts, since } = await countAttemptInTx(tx, tenantId, id);
  const next = nextAttempt({ attempts, since, now: toldAt, chance: Math.random() });
  const soonest = toldAt.getTime() + TIME_TO_FETCH_MS;
  await tx.delivery.updateMany({
    where: { tenantId, id, state: { in: ['waiting', 'told'] } },
    data: {
      state: 'told',
      toldAt,
      lastError: null,
      // retell-deliveries looks after it from here.
      nextTellAt: new Date(Math.max(next?.getTime() ?? 0, soonest)),
    },
  });
}

async function noteFailureInTx(tx: Tx, actor: JobActor, id: string, error: string): Promise<void> {
  const { tenantId } = actor;
  const { attempts, since, orderId } = await countAttemptInTx(tx, tenantId, id);
  const next = nextAttempt({ attempts, since, now: now(), chance: Math.random() });
  // It may have fetched and acknowledged without us: then there is nothing more to tell.
  const { count } = await tx.delivery.updateMany({
    where: { tenantId, id, state: { in: ['waiting', 'told'] } },
    data: { lastError: error, nextTellAt: next, ...(!next && { state: 'parked' }) },
  });
  if (count === 0) return;
  if (next) return enqueueTellInTx(tx, { tenantId, deliveryId: id, orderId, runAt: next });
  await noteParkedInTx(tx, actor, { deliveryId: id, orderId, reason: error });
}

async function countAttemptInTx(tx: Tx, tenantId: string, id: string) {
  const { createdAt, tellSince, ...counted } = await tx.delivery.update({
    where: { tenantId_id: { tenantId, id } },
    data: { attempts: { increment: 1 } },
    select: { attempts: true, createdAt: true, tellSince: true, orderId: true },
  });
  return { ...counted, since: tellSince ?? createdAt };
}
