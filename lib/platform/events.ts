import 'server-only';
import type { Tx } from './db';
import { enqueueInTx } from './jobs/enqueue';
import { type EventType, subscriptions } from './jobs/subscriptions';
import { tellNewsInTx } from './news';

export interface NewEvent {
  type: EventType;
  /** ids only, no personal data; `personId` is whom it is news to */
  payload: Record<string, string>;
  /** events of one case carry its id: their jobs run in order */
  caseId?: string | undefined;
}

/** Tasks that keep order with another's: all that is to be delivered of a case is planned one after the other. */
const queueOf: Readonly<Record<string, string>> = { 'plan-message-delivery': 'plan-delivery' };

/** Writes that something happened, a job for each listener, and news for her open pages, in the transaction of the deed. */
export async function emitInTx(tx: Tx, scope: { tenantId: string }, event: NewEvent): Promise<void> {
  const { id } = await tx.domainEvent.create({
    data: { tenantId: scope.tenantId, type: event.type, payload: event.payload },
    select: { id: true },
  });
  for (const task of subscriptions[event.type]) {
    await enqueueInTx(tx, {
      task,
      payload: { ...event.payload, tenantId: scope.tenantId, eventId: id, eventType: event.type },
      queue: event.caseId && `${queueOf[task] ?? task}:${event.caseId}`,
    });
  }
  const { personId } = event.payload;
  if (personId) await tellNewsInTx(tx, { tenantId: scope.tenantId, personId, eventId: id });
}
