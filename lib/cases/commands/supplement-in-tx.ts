import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { stateOf, storeFileInTx } from '@/lib/platform/storage';
import type { CheckedFile } from '@/lib/platform/upload';
import { visibleSupplements } from '../access';
import { type SupplementAnswer, supplementContext } from '../domain/case-seals';
import { MAX_FILES, MAX_TEXT, type SupplementStatus } from '../domain/supplement';
import { type LockedCase, lockCaseInTx } from './case-in-tx';

/** What the commands on a supplement share. */
export interface LockedSupplement {
  id: string;
  status: SupplementStatus;
  /** what was sent, or the draft of it; null where nothing has been written */
  text: string | null;
  /** goes up when the text changes, and with the status */
  version: number;
  locked: LockedCase;
}

/** Her supplement, with its case locked: an answer, a withdrawal and a decision come one after the other. */
export async function lockSupplementInTx(
  tx: Tx,
  actor: ResidentActor,
  supplementId: string,
): Promise<LockedSupplement> {
  const where = { ...visibleSupplements(actor), id: supplementId };
  const found = await tx.supplement.findFirst({ where, select: { caseId: true } });
  if (!found) throw notFound();
  const locked = await lockCaseInTx(tx, actor, found.caseId);
  const { answerSealed, ...now } = await tx.supplement.findFirstOrThrow({
    where,
    select: { status: true, version: true, answerSealed: true },
  });
  const context = supplementContext('answer', actor.tenantId, supplementId);
  const text = answerSealed && openJson<SupplementAnswer>(answerSealed, context).text;
  return { id: supplementId, locked, text, ...now };
}

/** Keeps what she has written so far, as typed, and says the version. The same again changes nothing. */
export async function keepTextInTx(tx: Tx, supplement: LockedSupplement, text: string): Promise<number> {
  if (text.length > MAX_TEXT) throw invalid({ text: 'errors:text-too-long' });
  if (text === (supplement.text ?? '')) return supplement.version;
  const { tenantId } = supplement.locked;
  const answer: SupplementAnswer = { text };
  const { version } = await tx.supplement.update({
    where: { tenantId_id: { tenantId, id: supplement.id } },
    data: {
      answerSealed: sealJson(answer, supplementContext('answer', tenantId, supplement.id)),
      version: { increment: 1 },
    },
    select: { version: true },
  });
  return version;
}

/**
 * Stores files with an open supplement; one that is there already (a double click) is not stored twice. Counted under
 * the case's lock, so that two tabs can't pass the limit together.
 */
export async function addFilesInTx(
  tx: Tx,
  actor: ResidentActor,
  supplement: LockedSupplement,
  files: readonly CheckedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const { tenantId, personId } = supplement.locked;
  const known = await tx.supplementFile.findMany({
    where: { tenantId, supplementId: supplement.id },
    select: { file: { select: { hash: true, scanState: true } } },
  });
  const infected = new Set(
    known.filter(({ file }) => stateOf(file) === 'infected').map(({ file }) => hex(file.hash)),
  );
  const hashes = new Set(known.map(({ file }) => hex(file.hash)).filter((hash) => !infected.has(hash)));
  const before = hashes.size;
  for (const file of files) {
    const hash = hex(lookupHash(file.bytes, 'stored-file'));
    if (infected.has(hash)) throw invalid({ files: 'errors:file-infected-again' });
    if (hashes.has(hash)) continue;
    hashes.add(hash);
    if (hashes.size > MAX_FILES) throw invalid({ files: 'errors:too-many-files' });
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId: personId, ...file, from: 'outside' });
    await tx.supplementFile.create({
      data: { tenantId, supplementId: supplement.id, fileId },
      select: { fileId: true },
    });
  }
  if (hashes.size === before) return;
  await auditInTx(tx, actor, {
    action: 'cases.attach-files',
    subjectPersonId: personId,
    objectType: 'supplement',
    objectId: supplement.id,
  });
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
