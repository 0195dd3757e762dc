import 'server-only';
import { formatNationalId, type NationalId } from '@/lib/kernel/national-id';
import { openText } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { signerContext } from '../domain/application-seals';
import { type ReturnReason, returnReasons } from '../domain/signing-round';

export interface ReturnedDraft {
  reason: ReturnReason;
  at: Date;
  /** who declined, or did not answer in time */
  who: string[];
  /** what the one who declined wrote, if anything */
  said: string | null;
}

/** Why a draft of hers came back from those who were to sign it; null where it never was with them. */
export async function returnedDraftInTx(
  tx: Tx,
  { tenantId, id: applicationId }: { tenantId: string; id: string },
): Promise<ReturnedDraft | null> {
  const { returnedAt: at, returnedReason } = await tx.application.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: applicationId } },
    select: { returnedAt: true, returnedReason: true },
  });
  const reason = returnReasons.find((one) => one === returnedReason);
  if (!at || !reason) return null;
  if (reason !== 'declined' && reason !== 'expired') return { reason, at, who: [], said: null };
  // Of the latest round only: what was said about an earlier document is not said about this one.
  const latest = await tx.applicationSigner.findFirst({
    where: { tenantId, applicationId, position: 0 },
    orderBy: { answeredAt: 'desc' },
    select: { documentHash: true },
  });
  const signers = await tx.applicationSigner.findMany({
    where: {
      tenantId,
      applicationId,
      status: reason,
      ...(latest && { documentHash: latest.documentHash }),
    },
    orderBy: { position: 'asc' },
  });
  const open = (field: 'national-id' | 'name' | 'reason', signerId: string, sealed: Uint8Array) =>
    openText(sealed, signerContext(field, tenantId, signerId));
  const called = (signer: (typeof signers)[number]) =>
    signer.nameSealed
      ? open('name', signer.id, signer.nameSealed)
      : formatNationalId(open('national-id', signer.id, signer.nationalIdSealed) as NationalId);
  const [said] = signers.flatMap(({ id, reasonSealed }) =>
    reasonSealed ? [open('reason', id, reasonSealed)] : [],
  );
  return { reason, at, who: signers.map(called), said: said ?? null };
}
