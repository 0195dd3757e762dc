import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newCaseNumber } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { requireSystemMay } from '../access';
import type { CasePhase } from '../domain/case-lifecycle';
import { officerContext } from '../domain/case-seals';
import { happenedAt, type OfficeCaseMessage } from '../domain/office-messages';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';
import { recordPhaseInTx } from './record-phase';

interface Input extends OfficeCaseMessage {
  /** the system's own id of the case */
  externalId: string;
  personId: string;
  serviceId: string;
  /** of a service that is applied for elsewhere, what a new case of it is; null: only its applications open cases */
  opensAs: { version: number; title: Record<string, string> } | null;
}

export interface OfficeCase {
  caseId: string;
  number: string;
  phase: CasePhase;
  /** where a status was told: whether anybody has mapped it */
  statusMapped?: boolean;
}

/**
 * A case as its office has it now, by the office's own id: that makes it one, whether it was opened by this, the first
 * time it was told of, or by an application whose receipt gave it the id (decision 0108). Whose it is and what it is about
 * never change; the day it was received is the one told first.
 */
export async function putOfficeCaseInTx(tx: Tx, actor: SystemActor, input: Input): Promise<OfficeCase> {
  requireSystemMay(actor, 'put-case');
  const { tenantId, systemId } = actor;
  const { externalId, personId, serviceId, phase, officer } = input;
  const waits = await lockWaitingInTx(tx, actor, input);
  const known = await tx.case.findUnique({
    where: { tenantId_systemId_externalId: { tenantId, systemId, externalId } },
    select: { id: true, number: true, personId: true, serviceId: true },
  });
  if (known && (known.personId !== personId || known.serviceId !== serviceId))
    throw conflict('errors:external-id-taken');
  if (!known && waits) throw conflict('errors:application-waits');
  const { id: caseId, number } = known ?? (await openInTx(tx, actor, input));
  const { statusCode, occurredAt } = input;
  const goesOn = { caseId, officer, occurredAt, statusCode };
  if (phase !== 'received_by_office') {
    return { caseId, number, ...(await recordPhaseInTx(tx, actor, { ...goesOn, phase })) };
  }
  if (statusCode) return { caseId, number, ...(await recordPhaseInTx(tx, actor, goesOn)) };
  const locked = await lockCaseInTx(tx, actor, caseId);
  if (known && officer) await noteInCaseInTx(tx, locked, { at: happenedAt(input, now()), officer });
  return { caseId, number, phase: locked.phase };
}

/**
 * Whether an application of hers for the same waits for this office's receipt: the case it tells of may be that one, and
 * only the receipt says so. Locked, so that a receipt under way is waited for.
 */
async function lockWaitingInTx(
  tx: Tx,
  { tenantId, systemId }: SystemActor,
  { personId, serviceId }: Input,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ externalId: string | null }[]>`
    select external_id as "externalId" from cases
     where tenant_id = ${tenantId} and person_id = ${personId}::uuid and service_id = ${serviceId}::uuid
       and application_id is not null and external_id is null
       and (system_id is null or system_id = ${systemId}::uuid)
       for update`;
  return rows.length > 0;
}

async function openInTx(
  tx: Tx,
  actor: SystemActor,
  { externalId, personId, serviceId, opensAs, receivedAt: told, officer, ...message }: Input,
): Promise<{ id: string; number: string }> {
  if (!opensAs) throw notFound();
  const { tenantId, systemId } = actor;
  const at = now();
  const receivedAt = told > at ? at : told;
  const made = await tx.case.create({
    data: {
      tenantId,
      personId,
      systemId,
      externalId,
      serviceId,
      serviceVersion: opensAs.version,
      number: await freeNumberInTx(tx, tenantId, receivedAt),
      title: opensAs.title,
      phase: 'received_by_office',
      phaseSince: receivedAt,
      receivedAt,
      receivedByOfficeAt: receivedAt,
      lastEventAt: receivedAt,
      news: 1,
      events: { create: { kind: 'received-by-office', occurredAt: receivedAt } },
    },
    select: { id: true, number: true },
  });
  if (officer) {
    const named = { ...officer, at: happenedAt(message, at).toISOString() };
    await tx.case.update({
      where: { tenantId_id: { tenantId, id: made.id } },
      data: { officerSealed: sealJson(named, officerContext(tenantId, made.id)) },
    });
  }
  await auditInTx(tx, actor, {
    action: 'cases.put-office-case',
    subjectPersonId: personId,
    objectType: 'case',
    objectId: made.id,
  });
  await emitInTx(tx, actor, {
    type: 'cases.arrived',
    payload: { caseId: made.id, personId },
    caseId: made.id,
  });
  return made;
}

/** One number to say on the phone, of the same series as those of applications; the unique index has the last word. */
async function freeNumberInTx(tx: Tx, tenantId: string, at: Date): Promise<string> {
  const year = Number(dateInSweden(at).slice(0, 4));
  for (;;) {
    const number = newCaseNumber(tenantId, year);
    if ((await tx.case.count({ where: { tenantId, number } })) === 0) return number;
  }
}
