import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { subscriptions } from '@/lib/platform/jobs/subscriptions';
import { type DeliveryKind, type EventIds, toDeliver } from '../domain/delivery-kind';

/** Of a planning job that was given up after its three days a person knows; what comes after goes on. */
const LOOKS_BACK_MS = 3 * 24 * 60 * 60_000;

const planned: readonly string[] = Object.entries(subscriptions)
  .filter(([, tasks]) =>
    tasks.some((task: string) => task === 'plan-delivery' || task === 'plan-message-delivery'),
  )
  .map(([type]) => type);

/**
 * Whether something that happened earlier in the case has no delivery yet: its job failed, say, and comes again later.
 * What happened after it must wait, or the office would get the two the wrong way round.
 */
export async function isBehindUnplannedInTx(
  tx: Tx,
  tenantId: string,
  { caseId, eventId }: { caseId: string; eventId: string },
): Promise<boolean> {
  const since = new Date(now().getTime() - LOOKS_BACK_MS);
  const earlier = await tx.$queryRaw<{ payload: EventIds & { messageId?: string } }[]>`
    select payload from domain_event
     where tenant_id = ${tenantId} and payload ->> 'caseId' = ${caseId} and id < ${eventId}::uuid
       and type = any(${planned}) and at > ${since}`;
  if (earlier.length === 0) return false;
  const things = earlier.map(({ payload }): { kind: DeliveryKind; refId: string } =>
    payload.messageId ? { kind: 'message', refId: payload.messageId } : toDeliver(payload),
  );
  const found = await tx.delivery.count({ where: { tenantId, OR: things } });
  return found < new Set(things.map(({ kind, refId }) => `${kind} ${refId}`)).size;
}
