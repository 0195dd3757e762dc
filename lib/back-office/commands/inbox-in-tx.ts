import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { Prisma, type Tx } from '@/lib/platform/db';
import { AppError, fieldCodes, reasonCode } from '@/lib/platform/errors';
import { enqueueInTx } from '@/lib/platform/jobs/enqueue';
import { caseOf, LOOKS, mayComeLater, parkedBecause, TRIES } from '../domain/inbox';
import { noteChangeInTx } from './note-change-in-tx';

/** A message in the inbox, and what it tells of. */
export interface KeptMessage {
  id: string;
  /** its sender gave it a name to repeat it by */
  isNamed: boolean;
  params: Readonly<Record<string, string>>;
  thing: string;
  /** of its thing, where it says all of it */
  version: bigint | null;
  receivedAt: Date;
  /** it did not fit at once, or was cut short: whoever sent it was not told that it is done */
  isLate?: true;
}

/**
 * It is done: the answer is kept for whoever asks again, the content is not. What was parked of the same thing before, and
 * is no newer version of it, is superfluous by it; what wasn't found in the same case is looked for again, now that more has come. One statement, since
 * every call pays for it.
 */
export async function noteDoneInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  { id, params, thing, version, receivedAt, isLate }: KeptMessage,
  answer: unknown,
): Promise<void> {
  const caseId = caseOf(params, answer);
  const { externalId = null } = (answer ?? {}) as { externalId?: string };
  const at = now();
  const [found] = await tx.$queryRaw<{ anew: number }[]>`
    with done as (
      update inbox_message
         set state = 'done', answer = ${JSON.stringify(answer)}::jsonb, body_sealed = null, reason = null, fields = null,
             case_id = ${caseId}::uuid, ended_at = ${at}
       where tenant_id = ${tenantId} and id = ${id}::uuid and state = 'received'
    ), superseded as (
      update inbox_message
         set state = 'superseded', body_sealed = null, ended_at = ${at}
       where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and thing = ${thing} and id <> ${id}::uuid
         and state in ('received', 'parked') and reason is not null and received_at <= ${receivedAt}
         and (version is null or version <= ${version}::bigint)
    ), anew as (
      update inbox_message set state = 'received', tried_at = 'epoch'
       where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and state = 'parked' and thing <> ${thing}
         and reason in (${Prisma.join(mayComeLater)}) and attempts < ${LOOKS}
         and (case_id = ${caseId}::uuid or (operation = 'put-case' and params ->> 'externalId' = ${externalId}))
      returning id
    )
    select count(*)::int as anew from anew`;
  if (isLate) await noteMessageInTx(tx, tenantId, id, 'message-done');
  if (!found?.anew) return;
  await enqueueInTx(tx, {
    task: 'run-messages-anew',
    payload: { tenantId },
    key: `run-messages-anew:${tenantId}`,
  });
}

/** What is wrong with a message that a command refused; null: nothing, the fault is ours. */
function refusalOf(error: unknown): { reason: string; fields: Record<string, string> | null } | null {
  if (!(error instanceof AppError) || error.code === 'UpstreamDown') return null;
  return {
    reason: error.reason ? reasonCode(error.reason) : parkedBecause[error.code],
    fields: error.fields ? fieldCodes(error.fields) : null,
  };
}

/**
 * It doesn't fit, and waits for somebody to look. A fault of ours is tried again first. Sent again without a name of its
 * own it is the one that is parked already. Answers with where it is kept, and what became of it.
 */
export async function noteNotDoneInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  { id, isNamed, thing, version }: KeptMessage,
  error: unknown,
): Promise<{ id: string; isParked: boolean; reason: string }> {
  const refusal = refusalOf(error);
  const where = { tenantId_id: { tenantId, id } };
  const message = await tx.inboxMessage.findUniqueOrThrow({
    where,
    select: { state: true, attempts: true, requestHash: true },
  });
  const reason = refusal?.reason ?? 'unexpected';
  const isParked = refusal !== null || message.attempts >= TRIES;
  // Somebody else has brought it to an end meanwhile.
  if (message.state !== 'received') return { id, isParked: message.state === 'parked', reason };
  const fields = refusal?.fields ?? Prisma.DbNull;
  const older =
    isParked && !isNamed
      ? await tx.inboxMessage.findFirst({
          where: { tenantId, systemId, requestHash: message.requestHash, state: 'parked', id: { not: id } },
          select: { id: true },
        })
      : null;
  if (older) {
    await tx.inboxMessage.update({
      where: { tenantId_id: { tenantId, id: older.id } },
      data: { reason, fields, triedAt: now(), attempts: { increment: message.attempts } },
      select: { id: true },
    });
    await tx.inboxMessage.delete({ where, select: { id: true } });
    return { id: older.id, isParked, reason };
  }
  if (isParked && version !== null) {
    // Of a whole state the newest says it all: the rest that don't fit need nobody's look, whichever came last.
    const over = { state: 'superseded', bodySealed: null, endedAt: now() } as const;
    const ofIt = { tenantId, systemId, thing, state: 'parked', id: { not: id } } as const;
    const newer = await tx.inboxMessage.findFirst({
      where: { ...ofIt, version: { gt: version } },
      select: { id: true },
    });
    if (newer) {
      await tx.inboxMessage.update({ where, data: { reason, fields, ...over }, select: { id: true } });
      return { id: newer.id, isParked, reason };
    }
    await tx.inboxMessage.updateMany({ where: ofIt, data: over });
  }
  await tx.inboxMessage.update({
    where,
    data: { reason, fields, ...(isParked && { state: 'parked' }) },
    select: { id: true },
  });
  if (isParked) await noteMessageInTx(tx, tenantId, id, 'message-parked');
  return { id, isParked, reason };
}

/** Notes for its sender what became of a message that it may believe otherwise of. */
export async function noteMessageInTx(
  tx: Tx,
  tenantId: string,
  inboxId: string,
  kind: 'message-parked' | 'message-done' | 'message-dismissed',
): Promise<void> {
  const { systemId, messageId, caseId } = await tx.inboxMessage.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: inboxId } },
    select: { systemId: true, messageId: true, caseId: true },
  });
  const about = { inboxId, ...(caseId && { caseId }), ...(messageId !== inboxId && { messageId }) };
  await noteChangeInTx(tx, { tenantId, systemId, kind, ...about });
}
