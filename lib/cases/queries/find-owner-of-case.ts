import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whose case it is, for the audit log of those who were refused it. Undefined where there is none such. */
export async function findOwnerOfCaseInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
): Promise<string | undefined> {
  const found = await tx.case.findUnique({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { personId: true },
  });
  return found?.personId;
}

/** As findOwnerOfCaseInTx, of an appeal. */
export async function findOwnerOfAppealInTx(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<string | undefined> {
  const found = await tx.appeal.findUnique({
    where: { tenantId_id: { tenantId, id } },
    select: { case: { select: { personId: true } } },
  });
  return found?.case.personId;
}
