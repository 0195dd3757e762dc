import 'server-only';
import { findBookingRouteInTx } from '@/lib/appointments/api';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { subscriptions } from '@/lib/platform/jobs/subscriptions';
import { type DeliveryKind, type EventIds, toDeliver } from '../domain/delivery-kind';

/** Of a planning job that was given up after its three days a person knows; what comes after goes on. */
const LOOKS_BACK_MS = 3 * 24 * 60 * 60_000;

const planning: readonly string[] = ['plan-delivery', 'plan-message-delivery', 'plan-booking-delivery'];
const planned: readonly string[] = Object.entries(subscriptions)
  .filter(([, tasks]) => tasks.some((task: string) => planning.includes(task)))
  .map(([type]) => type);

/**
 * Whether something that happened earlier in the case has no delivery yet: its job failed, say, and comes again later.
 * What happened after it must wait, or the office would get the two the wrong way round. Asked of whatever is planned,
 * by its own job or by one that looks after lost jobs.
 */
export async function isBehindUnplannedInTx(
  tx: Tx,
  tenantId: string,
  { caseId, kind, refId }: { caseId: string; kind: DeliveryKind; refId: string },
): Promise<boolean> {
  const since = new Date(now().getTime() - LOOKS_BACK_MS);
  const events = await tx.$queryRaw<{ payload: Happened }[]>`
    select payload from domain_event
     where tenant_id = ${tenantId} and payload ->> 'caseId' = ${caseId}
       and type = any(${planned}) and at > ${since}
     order by id`;
  const things = events.map(({ payload }) => thingOf(payload));
  const earlier = things.slice(
    0,
    Math.max(
      0,
      things.findIndex((thing) => thing.kind === kind && thing.refId === refId),
    ),
  );
  if (earlier.length === 0) return false;
  const found = await tx.delivery.findMany({
    where: { tenantId, OR: earlier.map((thing) => ({ kind: thing.kind, refId: thing.refId })) },
    select: { kind: true, refId: true },
  });
  const isPlanned = new Set(found.map((one) => `${one.kind} ${one.refId}`));
  for (const { bookingId, ...thing } of earlier) {
    if (isPlanned.has(`${thing.kind} ${thing.refId}`)) continue;
    // A booking that no system gets is delivered to nobody: nothing waits for it.
    if (!bookingId || (await findBookingRouteInTx(tx, tenantId, bookingId))?.systemId) return true;
  }
  return false;
}

type Happened = EventIds & { messageId?: string; bookingEventId?: string; bookingId?: string };

function thingOf({ messageId, bookingEventId, bookingId, ...ids }: Happened): {
  kind: DeliveryKind;
  refId: string;
  bookingId?: string | undefined;
} {
  if (messageId) return { kind: 'message', refId: messageId };
  if (bookingEventId) return { kind: 'booking', refId: bookingEventId, bookingId };
  return toDeliver(ids);
}
