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
 * What happened after it must wait, or the office would get the two the wrong way round. Asked of whatever is planned,
 * by its own job or by one that looks after lost jobs.
 */
export async function isBehindUnplannedInTx(
  tx: Tx,
  tenantId: string,
  { caseId, kind, refId }: { caseId: string; kind: DeliveryKind; refId: string },
): Promise<boolean> {
  const since = new Date(now().getTime() - LOOKS_BACK_MS);
  const events = await tx.$queryRaw<{ payload: EventIds & { messageId?: string } }[]>`
    select payload from domain_event
     where tenant_id = ${tenantId} and payload ->> 'caseId' = ${caseId}
       and type = any(${planned}) and at > ${since}
     order by id`;
  const things = events.map(({ payload }): { kind: DeliveryKind; refId: string } =>
    payload.messageId ? { kind: 'message', refId: payload.messageId } : toDeliver(payload),
  );
  const earlier = things.slice(
    0,
    Math.max(
      0,
      things.findIndex((thing) => thing.kind === kind && thing.refId === refId),
    ),
  );
  if (earlier.length === 0) return false;
  const found = await tx.delivery.count({ where: { tenantId, OR: earlier } });
  return found < new Set(earlier.map((thing) => `${thing.kind} ${thing.refId}`)).size;
}
