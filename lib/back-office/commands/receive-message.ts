import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { lookupHash, seal } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, forbidden, invalid, notFound } from '@/lib/platform/errors';
import { auditRefused, may } from '../access';
import type { WritingName } from '../contract/calls';
import { checkBody, checkParams } from '../contract/check-message';
import { operations } from '../contract/operations';
import { caseOf, inboxBodyContext, isMessageId, thingOf, versionOf } from '../domain/inbox';
import type { KeptMessage } from './inbox-in-tx';
import { type Received, runKept } from './run-inbox-message';

export interface IncomingMessage {
  /** the sender's own name of it; the same name with the same content is the same message */
  messageId?: string;
  /** what it tells, as the API's operation of that name */
  operation: WritingName;
  /** what the operation's address names */
  params: Record<string, string>;
  /** as JSON has it, not yet checked */
  body: unknown;
}

/**
 * A message that has come another way than by a call (a file, a bundle): checked as a call is, kept, then done. What is
 * not well-formed, or not the system's to tell, is refused and never kept.
 */
export async function receiveMessage(actor: SystemActor, message: IncomingMessage): Promise<Received> {
  const { messageId, operation, body } = message;
  await requireScopeOf(actor, operation);
  if (messageId !== undefined && !isMessageId(messageId)) throw invalid({ messageId: 'can not be read' });
  const asked = checkParams(operation, message.params, now());
  if (!asked.ok) throw asked.status === 404 ? notFound() : invalid(asked.errors);
  const checked = checkBody(operation, body);
  if (!checked.ok) throw invalid(checked.errors);
  return receiveChecked(actor, {
    ...(messageId !== undefined && { messageId }),
    operation,
    params: asked.params,
    body: checked.body,
    sent: JSON.stringify(body),
  });
}

/** Refused, and the refusal written down, where the system may not tell of such a thing at all. */
export async function requireScopeOf(
  actor: SystemActor,
  operation: WritingName | 'put-bundle',
): Promise<void> {
  const { scope } = operations[operation];
  if (may(actor, scope)) return;
  await auditRefused(actor, `back-office.${operation}`, scope, null);
  throw forbidden('errors:scope-missing');
}

interface CheckedMessage extends IncomingMessage {
  /** what was sent, word for word: it is what is kept, and read again if it must be run again */
  sent: string;
}

/**
 * A well-formed message that the system may send: first it is a row, then it is done. A repeat of what is done gets the
 * first answer; the same name with another content is refused, unless the first never fitted: then it is the correction.
 * The commands are the same by nature when they are told twice, so two at once may both run.
 */
export async function receiveChecked(actor: SystemActor, message: CheckedMessage): Promise<Received> {
  const kept = await write(actor, (tx) => keepInTx(tx, actor, message));
  if ('state' in kept) return kept;
  return runKept(actor, kept, () => message);
}

async function keepInTx(
  tx: Tx,
  actor: SystemActor,
  { messageId, operation, params, body, sent }: CheckedMessage,
): Promise<KeptMessage | Received> {
  const { tenantId, systemId } = actor;
  const id = newId();
  const receivedAt = now();
  const thing = thingOf(operation, params, body);
  const version = versionOf(operation, body);
  // What was told may hold a personal number: kept by a keyed hash, so that nobody can try them all against it.
  const requestHash = lookupHash(JSON.stringify({ operation, params, body }), 'inbox');
  const isNamed = messageId !== undefined;
  const caseId = caseOf(params);
  const officer = actor.officer ?? null;
  const name = { tenantId, systemId, messageId: messageId ?? id };
  // By hand: every call pays for this, and the client's own way takes several times as long (decision 0119).
  const count = await tx.$executeRaw`
    insert into inbox_message (tenant_id, id, system_id, message_id, operation, thing, version, params, body_sealed, request_hash,
        case_id, officer, attempts, received_at, tried_at)
      values (${tenantId}, ${id}::uuid, ${systemId}::uuid, ${name.messageId}, ${operation}, ${thing},
        ${version}::bigint, ${JSON.stringify(params)}::jsonb, ${seal(sent, inboxBodyContext(tenantId, id))}, ${requestHash},
        ${caseId}::uuid, ${officer}, 1, ${receivedAt}, ${receivedAt})
      on conflict do nothing`;
  if (count === 1) return { id, isNamed, params, thing, version, receivedAt };

  const first = await tx.inboxMessage.findUniqueOrThrow({
    where: { tenantId_systemId_messageId: name },
    select: { id: true, state: true, reason: true, requestHash: true, answer: true, receivedAt: true },
  });
  const isSame = Buffer.compare(first.requestHash, requestHash) === 0;
  if (isSame && first.state === 'done') return { inboxId: first.id, state: 'done', answer: first.answer };
  const isUnderWay = first.state === 'received' && first.reason === null;
  if (!isSame && (first.state === 'done' || isUnderWay)) throw conflict('errors:idempotency-key-reused');
  if (!isUnderWay) {
    const { count: taken } = await tx.inboxMessage.updateMany({
      where: { tenantId, id: first.id, state: first.state, requestHash: first.requestHash },
      data: {
        ...{ operation, thing, version, params, requestHash, caseId, officer },
        bodySealed: seal(sent, inboxBodyContext(tenantId, first.id)),
        state: 'received',
        triedAt: receivedAt,
        attempts: { increment: 1 },
        endedAt: null,
      },
    });
    if (taken === 0) throw conflict('errors:idempotency-key-reused');
  }
  return { id: first.id, isNamed, params, thing, version, receivedAt: first.receivedAt };
}
