import 'server-only';
import type { Tx } from '@/lib/platform/db';

export interface NewCase {
  applicationId: string;
  serviceId: string;
  /** the version of the service's definition that she applied on */
  serviceVersion: number;
  /** the receipt number: the case bears the same, so that there is one number to say on the phone */
  number: string;
  /** language → the service's name, as it was when she applied */
  title: Record<string, string>;
  /** when the application reached us: the day the law counts from (FL 22 §) */
  receivedAt: Date;
  /** how many have signed it; she alone where that is not said */
  signers?: number;
}

/**
 * Opens the applicant's case in the transaction that submits her application, which also writes the audit row and the
 * event. The last to sign may be somebody else: the case is the applicant's. A second case for the same application is
 * stopped by the unique index.
 */
export async function openCaseInTx(
  tx: Tx,
  applicant: { tenantId: string; personId: string },
  { applicationId, serviceId, serviceVersion, number, title, receivedAt, signers = 1 }: NewCase,
): Promise<{ caseId: string }> {
  const { tenantId, personId } = applicant;
  const { id } = await tx.case.create({
    data: {
      tenantId,
      personId,
      applicationId,
      serviceId,
      serviceVersion,
      number,
      title,
      phase: 'received_by_us',
      phaseSince: receivedAt,
      receivedAt,
      signers,
      lastEventAt: receivedAt,
      events: { create: { kind: 'received-by-us', occurredAt: receivedAt } },
    },
    select: { id: true },
  });
  return { caseId: id };
}
