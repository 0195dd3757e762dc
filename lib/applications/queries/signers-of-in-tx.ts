import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import { formatNationalId, type NationalId } from '@/lib/kernel/national-id';
import { openText } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { signerContext } from '../domain/application-seals';
import type { SignerStatus } from '../domain/signing-round';
import type { Snapshot } from '../domain/snapshot';

/** One of those who sign a document. */
export interface SignerView {
  id: string;
  /** 0 is the applicant */
  position: number;
  /** id in the definition; "applicant" for the first */
  role: string;
  /** what she is, in the document's words; null for the applicant, for whom the portal has the word */
  title: string | null;
  name: string | null;
  /** as people write it */
  nationalId: string;
  number: NationalId;
  status: SignerStatus;
  invitedAt: Date | null;
  answerBy: CalendarDate | null;
  answeredAt: Date | null;
  /** why she declined, if she said */
  reason: string | null;
}

/** A signature that has been given. */
export interface SignatureGiven {
  role: string;
  title: string | null;
  name: string | null;
  nationalId: string;
  number: NationalId;
  signedAt: Date;
}

/**
 * Everybody who has signed or is to sign one document, in order. The caller has made sure that the document may be
 * seen: who signs stands in it.
 */
export async function signersOfInTx(
  tx: Tx,
  tenantId: string,
  applicationId: string,
  documentHash: Uint8Array,
  snapshot: Pick<Snapshot, 'signers'>,
): Promise<SignerView[]> {
  const rows = await tx.applicationSigner.findMany({
    where: { tenantId, applicationId, documentHash: new Uint8Array(documentHash) },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ nationalIdSealed, nameSealed, reasonSealed, ...row }) => {
    const open = (field: 'national-id' | 'name' | 'reason', sealed: Uint8Array) =>
      openText(sealed, signerContext(field, tenantId, row.id));
    const number = open('national-id', nationalIdSealed) as NationalId;
    return {
      id: row.id,
      position: row.position,
      role: row.role,
      title: snapshot.signers?.find(({ role }) => role === row.role)?.title ?? null,
      name: nameSealed && open('name', nameSealed),
      nationalId: formatNationalId(number),
      number,
      status: row.status,
      invitedAt: row.invitedAt,
      answerBy: row.answerBy && fromDbDate(row.answerBy),
      answeredAt: row.answeredAt,
      reason: reasonSealed && open('reason', reasonSealed),
    };
  });
}

/** Of those, the ones who have signed. */
export const signaturesOf = (signers: readonly SignerView[]): SignatureGiven[] =>
  signers.flatMap(({ role, title, name, nationalId, number, status, answeredAt }) =>
    status === 'signed' && answeredAt
      ? [{ role, title, name, nationalId, number, signedAt: answeredAt }]
      : [],
  );
