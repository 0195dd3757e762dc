import 'server-only';
import type { JobActor } from './actor';
import { auditInTx } from './audit';
import { now } from './clock';
import { read, type Tx, write } from './db';
import { emitInTx } from './events';
import { log } from './log';
import { ScannerDown, type ScanVerdict, scanBytes } from './scanner';
import { enqueueScanInTx, unscannedBytesInTx } from './storage';

type Scan = (bytes: Uint8Array, options: { signal: AbortSignal }) => Promise<ScanVerdict>;

/**
 * Has a waiting file scanned and notes the verdict, told of as `files.clean` or `files.infected`. Of an infected file
 * the bytes are thrown away; the row stays, so that it can be said which file it was. Without a verdict the file goes
 * on waiting, is tried again with growing pauses, and is never let through. Run twice, the first verdict stands.
 */
export async function scanFile(
  actor: JobActor,
  fileId: string,
  { signal, scan = scanBytes }: { signal: AbortSignal; scan?: Scan },
): Promise<void> {
  const { tenantId } = actor;
  const bytes = await read(actor, async (tx) => {
    const waiting = await tx.storedFile.count({ where: { tenantId, id: fileId, scanState: 'waiting' } });
    return waiting > 0 ? unscannedBytesInTx(tx, tenantId, fileId) : null;
  });
  if (!bytes) return;
  let verdict: ScanVerdict;
  try {
    verdict = await scan(bytes, { signal });
  } catch (error) {
    // A worker that is stopping has found out nothing: the job is simply done again.
    if (!(error instanceof ScannerDown) || signal.aborted) throw error;
    await write(actor, (tx) => noteFailureInTx(tx, tenantId, fileId, error));
    return;
  }
  await write(actor, (tx) => noteVerdictInTx(tx, actor, fileId, verdict));
}

async function noteVerdictInTx(tx: Tx, actor: JobActor, fileId: string, verdict: ScanVerdict): Promise<void> {
  const { tenantId } = actor;
  const finding = verdict.state === 'infected' ? verdict.finding : null;
  const { count } = await tx.storedFile.updateMany({
    where: { tenantId, id: fileId, scanState: 'waiting' },
    data: { scanState: verdict.state, scannedAt: now(), scanFinding: finding },
  });
  // Taken away meanwhile, or another worker was first.
  if (count === 0) return;
  const { ownerId: personId } = await tx.storedFile.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: fileId } },
    select: { ownerId: true },
  });
  if (finding !== null) {
    await tx.storedFileContent.deleteMany({ where: { tenantId, fileId } });
    await auditInTx(tx, actor, {
      action: 'files.remove-infected',
      subjectPersonId: personId,
      objectType: 'file',
      objectId: fileId,
      reason: finding,
    });
    log.warn({ tenantId, fileId, finding }, 'an infected file was removed');
  }
  await emitInTx(tx, actor, { type: `files.${verdict.state}`, payload: { fileId, personId } });
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
// From here on the failure is no moment's any more, and shows as an error.
const LOUD_AFTER = 10;

/** 5 seconds, 10, 20 … ten minutes: soon after the scanner is back, and yet no storm while it is away. */
export const scanPause = (attempts: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10));

async function noteFailureInTx(tx: Tx, tenantId: string, fileId: string, { code }: ScannerDown) {
  const { count } = await tx.storedFile.updateMany({
    where: { tenantId, id: fileId, scanState: 'waiting' },
    data: { scanAttempts: { increment: 1 } },
  });
  if (count === 0) return;
  const { scanAttempts } = await tx.storedFile.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: fileId } },
    select: { scanAttempts: true },
  });
  log[scanAttempts < LOUD_AFTER ? 'warn' : 'error'](
    { tenantId, fileId, code, attempts: scanAttempts },
    'a file could not be scanned and goes on waiting',
  );
  await enqueueScanInTx(tx, {
    tenantId,
    fileId,
    runAt: new Date(now().getTime() + scanPause(scanAttempts)),
  });
}
