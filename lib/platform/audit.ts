import 'server-only';
import type { Actor } from './actor';
import { type Tx, write } from './db';

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
