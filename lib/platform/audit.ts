import 'server-only';
import { isId, newOrderedId } from '@/lib/kernel/ids';
import type { Actor } from './actor';
import { now } from './clock';
import { read, type Tx, write } from './db';
import { isAppError, notFound } from './errors';
import { trailOf } from './trail';

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
  id: newOrderedId(),
  at: now(),
  actorKind: actor.kind,
  actorPersonId: actor.kind === 'resident' ? actor.personId : null,
  actorStaffId: actor.kind === 'admin' ? actor.staffId : null,
  actorLabel:
    actor.kind === 'system'
      ? actor.officer
        ? `${actor.officer}, ${actor.name}`
        : actor.name
      : actor.kind === 'job'
        ? actor.job
        : actor.kind === 'admin'
          ? actor.name
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
  trailOf(tx).audits.push(row(actor, facts, 'allowed'));
}

/** Writes a refusal in a transaction of its own, since the refused one is rolled back. */
export async function auditRefusal(actor: Actor, facts: AuditFacts): Promise<void> {
  await write(actor, async (tx) => {
    trailOf(tx).audits.push(row(actor, facts, 'refused'));
  });
}

/**
 * Whose an object is: null where it is nobody's, undefined where there is none such in the municipality. It looks past
 * every filter: the answer goes into the log alone. It only gets what can be an id.
 */
export type OwnerInTx<Kind extends string> = (
  tx: Tx,
  tenantId: string,
  objectType: Kind,
  id: string,
) => Promise<string | null | undefined>;

/** A refusal, before it is written. */
export interface Refusal {
  actor: Actor;
  action: string;
  /** what was asked for; undefined where there is none such */
  objectId: string | undefined;
}

/**
 * A module's guard: runs a use case on one object, and a refusal is written into the audit log before it goes on, with
 * whose object it was, so that she can see that somebody tried. What can't be an id is not found, and never reaches the
 * database. `isWorthARow` may leave out what the log has already said.
 */
export const guardedBy =
  <Kind extends string>(
    unscopedOwnerInTx: OwnerInTx<Kind>,
    isWorthARow: (refusal: Refusal & { objectType: Kind }) => boolean = () => true,
  ) =>
  async <T>(
    actor: Actor,
    action: string,
    objectType: Kind,
    objectId: string,
    fn: () => Promise<T>,
  ): Promise<T> => {
    const object = isId(objectId) ? { objectId } : null;
    try {
      if (!object) throw notFound();
      return await fn();
    } catch (error) {
      if (isAppError(error, 'NotFound') || isAppError(error, 'Forbidden')) {
        const ownerInTx = (tx: Tx) => unscopedOwnerInTx(tx, actor.tenantId, objectType, objectId);
        const owner = object ? await read(actor, ownerInTx) : undefined;
        if (isWorthARow({ actor, action, objectType, objectId: owner === undefined ? undefined : objectId }))
          await auditRefusal(actor, {
            action,
            objectType,
            ...object,
            subjectPersonId: owner ?? undefined,
          });
      }
      throw error;
    }
  };
