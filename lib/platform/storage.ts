import 'server-only';
import { readScanState, type ScanState } from '@/lib/kernel/scan-state';
import { lookupHash, open, openText, seal } from './crypto';
import type { Tx } from './db';
import { notNow } from './errors';
import { enqueueInTx } from './jobs/enqueue';
import { isScannerConfigured } from './scanner';

export interface NewFile {
  tenantId: string;
  /** the person it concerns */
  ownerId: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** whether somebody sent it, or we made it ourselves: the first is scanned before anybody can open it */
  from: 'outside' | 'us';
}

const nameContext = (tenantId: string, id: string) => `stored-file.name:${tenantId}:${id}`;
const contentContext = (tenantId: string, id: string) => `stored-file.content:${tenantId}:${id}`;

/**
 * Stores a file sealed; `id` is the caller's newId(). Whoever links the row decides who may read it. Where a scanner is
 * connected the file waits for it, and the job that asks it goes with the transaction.
 */
export async function storeFileInTx(tx: Tx, id: string, file: NewFile): Promise<void> {
  const { tenantId } = file;
  const scanState = file.from === 'us' ? 'made-here' : isScannerConfigured() ? 'waiting' : 'not-scanned';
  await tx.storedFile.create({
    data: {
      tenantId,
      id,
      ownerId: file.ownerId,
      nameSealed: seal(file.name, nameContext(tenantId, id)),
      mediaType: file.mediaType,
      size: file.bytes.byteLength,
      hash: lookupHash(file.bytes, 'stored-file'),
      scanState: scanState satisfies ScanState,
      content: { create: { sealed: seal(file.bytes, contentContext(tenantId, id)) } },
    },
    select: { id: true },
  });
  if (scanState === 'waiting') await enqueueScanInTx(tx, { tenantId, fileId: id });
}

/** One waiting job per file, however often it is asked for. */
export const enqueueScanInTx = (
  tx: Tx,
  { runAt, ...payload }: { tenantId: string; fileId: string; runAt?: Date },
): Promise<void> => enqueueInTx(tx, { task: 'scan-file', payload, key: `scan:${payload.fileId}`, runAt });

export const openFileName = (file: { tenantId: string; id: string; nameSealed: Uint8Array }): string =>
  openText(file.nameSealed, nameContext(file.tenantId, file.id));

/** What a row's own reader selects to tell how it stands with a file. */
export const stateOf = (file: { scanState: string }): ScanState => readScanState(file.scanState);

/**
 * The bytes of a stored file, for whoever opens it; the caller has already decided that the actor may read it. The one
 * way to them beside the scanner's, so that nobody opens what waits to be scanned or is infected.
 * @throws NotNow while it waits, and for ever when it is infected
 */
export async function readFileInTx(tx: Tx, tenantId: string, id: string): Promise<Buffer> {
  const file = await tx.storedFile.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id } },
    select: { scanState: true },
  });
  const state = stateOf(file);
  if (state === 'waiting' || state === 'infected') throw notNow(`errors:file-${state}`);
  const bytes = await unscannedBytesInTx(tx, tenantId, id);
  if (!bytes) throw new Error('A stored file has lost its content');
  return bytes;
}

/** For the scanner alone. Null where the bytes are gone. */
export async function unscannedBytesInTx(tx: Tx, tenantId: string, id: string): Promise<Buffer | null> {
  const content = await tx.storedFileContent.findUnique({
    where: { tenantId_fileId: { tenantId, fileId: id } },
    select: { sealed: true },
  });
  return content && open(content.sealed, contentContext(tenantId, id));
}
