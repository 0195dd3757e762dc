import 'server-only';
import { newOrderedId } from '@/lib/kernel/ids';
import { now } from './clock';
import type { Tx } from './db';
import { enqueueInTx } from './jobs/enqueue';
import { subscriptions } from './jobs/subscriptions';
import type { Events, EventType } from './jobs/told';
import { tellNewsInTx } from './news';
import { trailOf } from './trail';

/** What happened: ids only, no personal data; `personId` is whom it is news to. */
type Happening = { [Type in EventType]: { type: Type; payload: Events[Type] } }[EventType];

export type NewEvent = Happening & {
  /** events of one case carry its id: their jobs run in order */
  caseId?: string | undefined;
};

/** Tasks that keep order with another's: all that is to be delivered of a case is planned one after the other. */
const queueOf: Readonly<Record<string, string>> = { 'plan-message-delivery': 'plan-delivery' };

/** Says that something happened, with a job for each listener and news for her open pages, in the transaction of the deed. */
export async function emitInTx(tx: Tx, { tenantId }: { tenantId: string }, event: NewEvent): Promise<void> {
  const { type, caseId } = event;
  const payload: Record<string, string> = { ...event.payload };
  const id = newOrderedId();
  trailOf(tx).events.push({ tenantId, id, type, payload, at: now() });
  for (const task of subscriptions[type]) {
    await enqueueInTx(tx, {
      task,
      payload: { ...payload, tenantId, eventId: id, eventType: type },
      queue: caseId && `${queueOf[task] ?? task}:${caseId}`,
    });
  }
  const { personId } = payload;
  if (personId) tellNewsInTx(tx, { tenantId, personId, eventId: id });
}
