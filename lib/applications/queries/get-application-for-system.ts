import 'server-only';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { requireSystemMay } from '../access';
import { filesInTx } from '../commands/draft-in-tx';
import { type PayloadValue, payloadOf } from '../domain/payload';
import type { Snapshot } from '../domain/snapshot';
import type { SignatureGiven } from './signers-of-in-tx';
import { submittedInTx } from './snapshot-in-tx';

export interface ApplicationForSystem {
  personId: string;
  number: string;
  submittedAt: Date;
  /** when the last signature was given */
  signedAt: Date;
  /** everybody who has signed it, the applicant first */
  signatures: SignatureGiven[];
  snapshot: Snapshot;
  /** the same answers as data */
  answers: Record<string, PayloadValue>;
  files: { id: string; name: string; mediaType: string; size: number; field: string; state: ScanState }[];
}

/**
 * A submitted application for the back office, word for word as it was signed. The caller has made sure that it is meant
 * for the system that asks. The reading is audited, in the same transaction: she can see it.
 */
export async function getApplicationForSystemInTx(
  tx: Tx,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationForSystem> {
  requireSystemMay(actor, 'read-for-office');
  const { tenantId } = actor;
  const { personId, number, submittedAt, snapshot, signatures } = await submittedInTx(
    tx,
    actor,
    applicationId,
  );
  const files = await filesInTx(tx, { tenantId, id: applicationId });
  await auditInTx(tx, actor, {
    action: 'applications.get-application-for-system',
    subjectPersonId: personId,
    objectType: 'application',
    objectId: applicationId,
    reason: number,
  });
  return {
    personId,
    number,
    submittedAt,
    signedAt: lastOf(signatures) ?? submittedAt,
    signatures,
    snapshot,
    answers: payloadOf(snapshot),
    files,
  };
}

const lastOf = (signatures: readonly SignatureGiven[]): Date | undefined =>
  signatures.map(({ signedAt }) => signedAt).sort((a, b) => b.getTime() - a.getTime())[0];
