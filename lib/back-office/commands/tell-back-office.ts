import 'server-only';
import { makeAppealReceipt } from '@/lib/cases/api';
import type { JobActor, SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx, write } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { tellingSpan } from '@/lib/platform/trace';
import { systemActor } from '../access';
import type { Handover, Parcel } from '../connectors/connector';
import { connectorOf } from '../connectors/connector-of';
import type { DeliveryKind } from '../domain/delivery-kind';
import { nextAttempt } from '../domain/retry';
import { getDeliveredFile } from '../queries/get-delivered-file';
import { getDelivery } from '../queries/get-delivery';
import { noteAttemptInTx } from './note-attempt-in-tx';
import { breakerInTx, noteBreakerInTx } from './note-breaker-in-tx';
import { noteContactInTx } from './note-contact';
import { noteParkedInTx } from './note-parked-in-tx';
import { passBreaker } from './pass-breaker';
import { recordReceipt } from './record-receipt';
import { enqueueTellInTx } from './tell-job';

// A system that has been told gets this long to fetch before it is told again.
const TIME_TO_FETCH_MS = 10 * 60_000;

/**
 * Brings a delivery to its back-office system, by its connector. What doesn't arrive is tried again with growing pauses,
 * and parked after two days. Run twice it is brought twice, which the receiver must bear.
 */
export async function tellBackOffice(
  actor: JobActor,
  deliveryId: string,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const found = await read(actor, (tx) => toBeToldInTx(tx, actor.tenantId, deliveryId));
  if (!found) return;
  const { system, delivery, breaker } = found;
  const connector = connectorOf(system);
  const bring = delivery.kind === 'application' ? connector.submitApplication : connector.supplement;
  // It asks for itself what waits.
  if (!bring) return;
  if (!(await passBreaker(actor, delivery, breaker))) return;
  const asSystem = systemActor(system);
  const at = now();
  const began = performance.now();
  const parcel: Parcel = {
    deliveryId,
    caseId: delivery.caseId,
    kind: delivery.kind as DeliveryKind,
    createdAt: delivery.createdAt,
    signal,
    open: () => getDelivery(asSystem, deliveryId),
    file: (fileId) => getDeliveredFile(asSystem, fileId),
    appealReceipt: (appealId) => makeAppealReceipt(asSystem, appealId),
  };
  const handover = await tellingSpan(() => bring(parcel));
  // A worker that is stopping has not found out anything about the other side: the job is simply done again.
  if (!handover.ok && signal.aborted) throw new Error('The worker is stopping');
  const answer = await receivedAtOnce(asSystem, deliveryId, handover);
  const outcome = answer.ok ? 'heard' : [answer.error, answer.status].filter(Boolean).join('-');
  const tookMs = performance.now() - began;
  await write(actor, async (tx) => {
    await noteAttemptInTx(tx, { tenantId: actor.tenantId, deliveryId, at, outcome, tookMs });
    if (answer.ok) await noteToldInTx(tx, actor.tenantId, { deliveryId, systemId: system.id });
    else await noteFailureInTx(tx, actor, deliveryId, outcome);
    await noteBreakerInTx(tx, { tenantId: actor.tenantId, systemId: system.id, deliveryId, outcome });
  });
}

/** A system that says at once that it has it safe needs no receipt by the API: this is one. */
async function receivedAtOnce(
  system: SystemActor,
  deliveryId: string,
  handover: Handover,
): Promise<Handover> {
  if (!handover.ok || handover.state !== 'received') return handover;
  const receipt = { externalId: handover.externalId, occurredAt: now() };
  try {
    await recordReceipt(system, deliveryId, receipt);
    return handover;
  } catch (error) {
    // Another id than it had the case under before, say: for us it has not been received.
    if (isAppError(error)) return { ok: false, error: 'not-understood' };
    throw error;
  }
}

async function toBeToldInTx(tx: Tx, tenantId: string, id: string) {
  const delivery = await tx.delivery.findUnique({ where: { tenantId_id: { tenantId, id } } });
  if (!delivery || delivery.state === 'received' || delivery.state === 'parked') return null;
  const { orderId, systemId, createdAt } = delivery;
  // In order per case: what came before is told first, and its receipt sets this one going.
  const earlier = await tx.delivery.count({
    where: { tenantId, orderId, systemId, state: { not: 'received' }, createdAt: { lt: createdAt } },
  });
  if (earlier > 0) return null;
  const system = await tx.backOfficeSystem.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: systemId } },
  });
  return { delivery, system, breaker: await breakerInTx(tx, tenantId, systemId) };
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
