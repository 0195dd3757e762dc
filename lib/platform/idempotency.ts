import 'server-only';
import type { Actor } from './actor';
import { now } from './clock';
import { lookupHash } from './crypto';
import { type Tx, write } from './db';
import { conflict } from './errors';

// What was asked may hold a personal number: kept by a keyed hash, so that nobody can try them all against it.
const hashOf = (request: unknown) => lookupHash(JSON.stringify(request), 'idempotency');

/**
 * Runs `fn` once per (scope, key); a repeat with the same request gets the first answer, one with another request is
 * refused. Two at once: the second waits at the unique index for the first to commit. `fn`'s answer must be plain JSON.
 */
export async function onceInTx<T>(
  tx: Tx,
  actor: Actor,
  { scope, key, request }: { scope: string; key: string; request: unknown },
  fn: () => Promise<T>,
): Promise<T> {
  const requestHash = hashOf(request);
  const where = { tenantId: actor.tenantId, scope, key };
  const { count } = await tx.idempotencyKey.createMany({
    data: { ...where, requestHash, response: {} },
    skipDuplicates: true,
  });
  if (count === 0) {
    const first = await tx.idempotencyKey.findUniqueOrThrow({ where: { tenantId_scope_key: where } });
    if (Buffer.compare(first.requestHash, requestHash) !== 0) throw conflict('errors:idempotency-key-reused');
    return first.response as T;
  }
  const answer = await fn();
  await tx.idempotencyKey.update({
    where: { tenantId_scope_key: where },
    data: { response: JSON.parse(JSON.stringify(answer ?? null)) },
  });
  return answer;
}

/**
 * For calls that are the same by nature when they are repeated (they have a natural key): a repeat with the same key gets
 * the first answer again, and the same key with another request is refused, also while the first is under way. The key
 * is taken before the deed and the answer put to it after, in transactions of their own: should the process die in
 * between, or two of the same come at once, the deed is repeated, which changes nothing. What is refused has not
 * happened, and leaves its key free.
 * Answers are kept as they are, so `fn` must give none that holds personal data.
 */
export async function replayable<T>(
  actor: Actor,
  { scope, key, request }: { scope: string; key: string; request: unknown },
  fn: () => Promise<T>,
): Promise<T> {
  const requestHash = hashOf(request);
  const where = { tenantId: actor.tenantId, scope, key };
  const first = await write(actor, async (tx) => {
    await tx.idempotencyKey.createMany({
      data: { ...where, requestHash, response: UNDER_WAY },
      skipDuplicates: true,
    });
    return tx.idempotencyKey.findUniqueOrThrow({ where: { tenantId_scope_key: where } });
  });
  if (Buffer.compare(first.requestHash, requestHash) !== 0) throw conflict('errors:idempotency-key-reused');
  const { answer: known } = first.response as { answer?: T };
  if (known !== undefined) return known;
  const mine = { ...where, requestHash, response: { equals: UNDER_WAY } };
  try {
    const answer = await fn();
    const response = { answer: JSON.parse(JSON.stringify(answer ?? null)) };
    await write(actor, (tx) => tx.idempotencyKey.updateMany({ where: mine, data: { response } }));
    return answer;
  } catch (error) {
    await write(actor, (tx) => tx.idempotencyKey.deleteMany({ where: mine }));
    throw error;
  }
}

const UNDER_WAY = {};

const KEPT_DAYS = 30;

/** A key that nobody will repeat any more has done its work. */
export async function forgetOldIdempotencyKeys(actor: Actor): Promise<void> {
  const createdBefore = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  await write(actor, (tx) =>
    tx.idempotencyKey.deleteMany({ where: { tenantId: actor.tenantId, createdAt: { lt: createdBefore } } }),
  );
}
