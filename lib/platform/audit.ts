import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from './actor';
import { read, type Tx, write } from './db';
import { isAppError, notFound } from './errors';

export interface AuditFacts {
  /** "module.use-case", e.g. "cases.get-case" */
  action: string;
  /** whose information it concerns; she can read the row */
  subjectPersonId?: string | undefined;
  objectType?: string | undefined;
  objectId?: string | undefined;
  /** a code or a case number, never free personal text */
  reason?: string | undefined;
}

const row = (actor: Actor, facts: AuditFacts, outcome: 'allowed' | 'refused') => ({
  tenantId: actor.tenantId,
  actorKind: actor.kind,
  actorPersonId: actor.kind === 'resident' ? actor.personId : null,
  actorLabel:
    actor.kind === 'system'
      ? actor.officer
        ? `${actor.officer}, ${actor.name}`
        : actor.name
      : actor.kind === 'job'
        ? actor.job
        : null,
  action: facts.action,
  outcome,
  subjectPersonId: facts.subjectPersonId ?? null,
  objectType: facts.objectType ?? null,
  objectId: facts.objectId ?? null,
  reason: facts.reason ?? null,
});

/** Writes who did or read what, in the transaction of the deed: either both stand or neither. */
export async function auditInTx(tx: Tx, actor: Actor, facts: AuditFacts): Promise<void> {
  await tx.auditEntry.create({ data: row(actor, facts, 'allowed'), select: { id: true } });
}

/** Writes a refusal in a transaction of its own, since the refused one is rolled back. */
export async function auditRefusal(actor: Actor, facts: AuditFacts): Promise<void> {
  await write(actor, (tx) =>
    tx.auditEntry.create({ data: row(actor, facts, 'refused'), select: { id: true } }),
  );
}

/**
 * Runs a use case on one object; a refusal is written into the audit log before it goes on, with whose object it was.
 * What can't be an id at all is not found. `ownerInTx` looks past every filter: its answer goes into the log alone.
 */
export async function auditingRefusals<T>(
  actor: Actor,
  { action, objectType, objectId }: { action: string; objectType: string; objectId: string },
  ownerInTx: (tx: Tx) => Promise<string | undefined>,
  fn: () => Promise<T>,
): Promise<T> {
  try {
    if (!isId(objectId)) throw notFound();
    return await fn();
  } catch (error) {
    if (isAppError(error, 'NotFound') || isAppError(error, 'Forbidden')) {
      const subjectPersonId = isId(objectId) ? await read(actor, ownerInTx) : undefined;
      await auditRefusal(actor, { action, objectType, ...(isId(objectId) && { objectId, subjectPersonId }) });
    }
    throw error;
  }
}
