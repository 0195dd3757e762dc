import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import type { Officer } from '../domain/office-messages';
import { mayFollow } from '../domain/status';
import { type LockedCase, noteInCaseInTx } from './case-in-tx';

/** A code as a system has told it, kept since the first time: also one that nobody has mapped yet. */
export async function statusCodeInTx(
  tx: Tx,
  { tenantId, systemId, name }: SystemActor,
  code: string,
): Promise<{ id: string; isMapped: boolean }> {
  const where = { tenantId_systemId_code: { tenantId, systemId, code } };
  const known = await tx.caseStatusCode.findUnique({ where, select: { id: true, statusId: true } });
  if (known) return { id: known.id, isMapped: known.statusId !== null };
  // Two cases may tell the same new code at once: the second waits for the first, and finds it there.
  await tx.$executeRaw`
    insert into case_status_code (tenant_id, id, system_id, system_name, code)
    values (${tenantId}, ${newId()}::uuid, ${systemId}::uuid, ${name}, ${code}) on conflict do nothing`;
  log.info({ tenantId, systemId, statusCode: code }, 'a status code was told that nobody has mapped yet');
  const { id, statusId } = await tx.caseStatusCode.findUniqueOrThrow({
    where,
    select: { id: true, statusId: true },
  });
  return { id, isMapped: statusId !== null };
}

/**
 * The office's own status of a locked case. The one that was true last stands; an older one that comes late is kept in
 * the timeline. Told again it is the same, and what it has been since is not moved.
 * @returns whether it was news
 */
export async function tellStatusInTx(
  tx: Tx,
  locked: LockedCase,
  told: { statusCodeId: string; at: Date; officer: Officer | undefined; isInTimeline: boolean },
): Promise<boolean> {
  const { tenantId, id: caseId, officeStatusId, officeStatusAt } = locked;
  const { statusCodeId, at, officer, isInTimeline } = told;
  if (officeStatusId === statusCodeId) return false;
  const isLate = officeStatusAt !== null && at < officeStatusAt;
  if (isLate && (isInTimeline || (await hasToldInTx(tx, locked, statusCodeId, at)))) return isInTimeline;
  await noteInCaseInTx(
    tx,
    locked,
    {
      at,
      officer,
      fromOffice: true,
      ...(!isInTimeline && { event: 'status-told' as const, refId: statusCodeId }),
    },
    isLate ? {} : { officeStatusId: statusCodeId, officeStatusAt: at },
  );
  if (!isLate) await warnOfLeapInTx(tx, { tenantId, caseId, from: officeStatusId, to: statusCodeId });
  return true;
}

/** Taken all the same: it is the office's word. But those who keep the statuses may want to know. */
async function warnOfLeapInTx(
  tx: Tx,
  { tenantId, caseId, from, to }: { tenantId: string; caseId: string; from: string | null; to: string },
): Promise<void> {
  const rows = await tx.caseStatusCode.findMany({
    where: { tenantId, id: { in: from === null ? [to] : [from, to] } },
    select: { id: true, status: { select: { code: true, after: true } } },
  });
  const statusOf = (id: string | null) => rows.find((row) => row.id === id)?.status ?? null;
  const [before, next] = [statusOf(from), statusOf(to)];
  if (next && !mayFollow(next, before))
    log.warn(
      { tenantId, caseId, from: before?.code, to: next.code },
      'a status came that is not to come after the one before; it was taken',
    );
}

const hasToldInTx = async (
  tx: Tx,
  { tenantId, id: caseId }: LockedCase,
  refId: string,
  occurredAt: Date,
): Promise<boolean> => (await tx.caseEvent.count({ where: { tenantId, caseId, refId, occurredAt } })) > 0;
