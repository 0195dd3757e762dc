import 'server-only';
import type { Actor } from './actor';
import { sha256 } from './crypto';
import type { Tx } from './db';
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
