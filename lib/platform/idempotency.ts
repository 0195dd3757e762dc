import 'server-only';
import type { Actor } from './actor';
import { now } from './clock';
import { sha256 } from './crypto';
import { read, type Tx, write } from './db';
import { conflict } from './errors';

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
  const requestHash = sha256(JSON.stringify(request));
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
 * the first answer again, and the same key with another request is refused. The key is kept after the deed, in a
 * transaction of its own: should the process die in between, the deed is repeated, which changes nothing.
 * Answers are kept as they are, so `fn` must give none that holds personal data.
 */
export async function replayable<T>(
  actor: Actor,
  { scope, key, request }: { scope: string; key: string; request: unknown },
  fn: () => Promise<T>,
): Promise<T> {
  const requestHash = sha256(JSON.stringify(request));
  const where = { tenantId: actor.tenantId, scope, key };
  const first = await read(actor, (tx) =>
    tx.idempotencyKey.findUnique({ where: { tenantId_scope_key: where } }),
  );
  if (first && Buffer.compare(first.requestHash, requestHash) !== 0) {
    throw conflict('errors:idempotency-key-reused');
  }
  if (first) return first.response as T;
  const answer = await fn();
  await write(actor, (tx) =>
    tx.idempotencyKey.createMany({
      data: { ...where, requestHash, response: JSON.parse(JSON.stringify(answer ?? null)) },
      skipDuplicates: true,
    }),
  );
  return answer;
}

const KEPT_DAYS = 30;

/** A key that nobody will repeat any more has done its work. */
export async function forgetOldIdempotencyKeys(actor: Actor): Promise<void> {
  const createdBefore = new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  await write(actor, (tx) =>
    tx.idempotencyKey.deleteMany({ where: { tenantId: actor.tenantId, createdAt: { lt: createdBefore } } }),
  );
}
