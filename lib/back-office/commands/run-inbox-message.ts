import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { open } from '@/lib/platform/crypto';
import { type Prisma, write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { systemActor } from '../access';
import type { WritingName } from '../contract/calls';
import { checkBody } from '../contract/check-message';
import { deeds } from '../deeds';
import { inboxBodyContext } from '../domain/inbox';
import { type KeptMessage, noteDoneInTx, noteNotDoneInTx } from './inbox-in-tx';

/** What became of a message. `waiting`: the fault is ours, and it is tried again by itself. */
export type Received = { inboxId: string } & (
  | { state: 'done'; answer: unknown }
  | { state: 'parked' | 'waiting'; reason: string; error: unknown }
);

/**
 * Runs one message that is in the inbox already: taken up again by a job, or by a person. It is claimed first, by one
 * only; null where it was not to be had. As when it came in, it is done as the system it came from, with what that system
 * may do now and for the officer it named then.
 */
export async function runInboxMessage(
  { tenantId }: { tenantId: string },
  id: string,
  claimable: Prisma.InboxMessageWhereInput,
): Promise<Received | null> {
  const claimed = await write({ tenantId }, async (tx) => {
    const { count } = await tx.inboxMessage.updateMany({
      where: { AND: [{ tenantId, id }, claimable] },
      data: { state: 'received', triedAt: now(), attempts: { increment: 1 } },
    });
    if (count === 0) return null;
    const message = await tx.inboxMessage.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } });
    // What it told us before it was switched off is done all the same.
    const system = await tx.backOfficeSystem.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: message.systemId } },
    });
    return { message, actor: systemActor(system, { officer: message.officer ?? undefined }) };
  });
  if (!claimed) return null;
  const { message, actor } = claimed;
  const operation = message.operation as WritingName;
  const params = message.params as Record<string, string>;
  const kept: KeptMessage = {
    id,
    isNamed: message.messageId !== id,
    params,
    thing: message.thing,
    version: message.version,
    receivedAt: message.receivedAt,
    isLate: true,
  };
  return runKept(actor, kept, () => {
    if (!message.bodySealed) throw notFound();
    const sent = open(message.bodySealed, inboxBodyContext(tenantId, id)).toString('utf8');
    const checked = checkBody(operation, JSON.parse(sent));
    // The contract may have changed since it came, or somebody has written something else in its place.
    if (!checked.ok) throw invalid(checked.errors);
    return { operation, params, body: checked.body };
  });
}

/** Does what a message says, and notes what became of it. What it says is read only here, so that a fault in it is noted too. */
export async function runKept(
  actor: SystemActor,
  message: KeptMessage,
  read: () => { operation: WritingName; params: Record<string, string>; body: unknown },
): Promise<Received> {
  try {
    const { operation, ...told } = read();
    const answer = await (deeds[operation] as (call: unknown) => Promise<unknown>)({ actor, ...told });
    await write(actor, (tx) => noteDoneInTx(tx, actor, message, answer));
    return { inboxId: message.id, state: 'done', answer };
  } catch (error) {
    return noteNotDone(actor, message, error);
  }
}

async function noteNotDone(actor: SystemActor, message: KeptMessage, error: unknown): Promise<Received> {
  try {
    const { id, isParked, reason } = await write(actor, (tx) => noteNotDoneInTx(tx, actor, message, error));
    const { tenantId, systemId } = actor;
    if (isParked) log.warn({ tenantId, systemId, inboxId: id, reason }, 'message parked: a person must look');
    return { inboxId: id, state: isParked ? 'parked' : 'waiting', reason, error };
  } catch {
    // The database is away: the message is in it, as not done, and is taken up again when it is back.
    return { inboxId: message.id, state: 'waiting', reason: 'unexpected', error };
  }
}
