import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** A case and the id that its system has it under; null until the system has acknowledged its application. */
export interface CaseOfSystem {
  caseId: string;
  externalId: string | null;
}

interface System {
  tenantId: string;
  systemId: string;
}

/** Those of a system's cases that go on, in order of their ids, a batch at a time. No personal data. */
export async function listOngoingCasesOfSystemInTx(
  tx: Tx,
  { tenantId, systemId }: System,
  { after, take }: { after: string | null; take: number },
): Promise<CaseOfSystem[]> {
  const rows = await tx.case.findMany({
    where: {
      tenantId,
      systemId,
      phase: { notIn: ['closed', 'withdrawn'] },
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
    select: { id: true, externalId: true },
  });
  return rows.map(({ id, externalId }) => ({ caseId: id, externalId }));
}

/** Those of a system's cases that it calls by these ids, its own or ours. */
export async function findCasesOfSystemInTx(
  tx: Tx,
  { tenantId, systemId }: System,
  { caseIds, externalIds }: { caseIds: string[]; externalIds: string[] },
): Promise<CaseOfSystem[]> {
  const rows = await tx.case.findMany({
    where: { tenantId, systemId, OR: [{ id: { in: caseIds } }, { externalId: { in: externalIds } }] },
    select: { id: true, externalId: true },
  });
  return rows.map(({ id, externalId }) => ({ caseId: id, externalId }));
}
