import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { conflict } from '@/lib/platform/errors';
import { type LockedCase, lockCaseInTx } from './case-in-tx';

/** `same`: that very state was told before. */
export type VersionTold = 'newer' | 'same' | 'older';

interface Told {
  version: number;
  /** keyed, of all that was told, where it is the case's whole state */
  hash?: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps the office's number of its state where it is newer than what it told last. Two states under one number can't
 * both be right, and nobody here can say which is.
 */
export async function takeVersionInTx(
  tx: Tx,
  locked: LockedCase,
  { version, hash }: Told,
): Promise<VersionTold> {
  const { tenantId, id, officeVersion, officeHash } = locked;
  const told = BigInt(version);
  if (officeVersion !== null && told < officeVersion) return 'older';
  const isAgain = told === officeVersion;
  if (isAgain && !hash) return 'newer';
  if (isAgain && hash && officeHash) {
    if (Buffer.compare(officeHash, hash) !== 0) throw conflict('errors:case-version-differs');
    return 'same';
  }
  await tx.case.update({
    where: { tenantId_id: { tenantId, id } },
    data: { officeVersion: told, officeHash: hash ?? null },
    select: { id: true },
  });
  return 'newer';
}

/** As takeVersionInTx, of a case that isn't locked yet. */
export const takeCaseVersionInTx = async (
  tx: Tx,
  actor: SystemActor,
  caseId: string,
  told: Told,
): Promise<VersionTold> => takeVersionInTx(tx, await lockCaseInTx(tx, actor, caseId), told);
