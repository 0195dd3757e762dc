import 'server-only';
import { lookupHash, open, openText, seal } from './crypto';
import type { Tx } from './db';

export interface NewFile {
  tenantId: string;
  /** the person it concerns */
  ownerId: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

const nameContext = (tenantId: string, id: string) => `stored-file.name:${tenantId}:${id}`;
const contentContext = (tenantId: string, id: string) => `stored-file.content:${tenantId}:${id}`;

/** Stores a file sealed; `id` is the caller's newId(). Whoever links the row decides who may read it. */
export async function storeFileInTx(tx: Tx, id: string, file: NewFile): Promise<void> {
  const { tenantId } = file;
  await tx.storedFile.create({
    data: {
      tenantId,
      id,
      ownerId: file.ownerId,
      nameSealed: seal(file.name, nameContext(tenantId, id)),
      mediaType: file.mediaType,
      size: file.bytes.byteLength,
      hash: lookupHash(file.bytes, 'stored-file'),
      content: { create: { sealed: seal(file.bytes, contentContext(tenantId, id)) } },
    },
    select: { id: true },
  });
}

export const openFileName = (file: { tenantId: string; id: string; nameSealed: Uint8Array }): string =>
  openText(file.nameSealed, nameContext(file.tenantId, file.id));

/** The bytes of a stored file. The caller has already decided that the actor may read it. */
export async function readFileInTx(tx: Tx, tenantId: string, id: string): Promise<Buffer> {
  const { sealed } = await tx.storedFileContent.findUniqueOrThrow({
    where: { tenantId_fileId: { tenantId, fileId: id } },
    select: { sealed: true },
  });
  return open(sealed, contentContext(tenantId, id));
}
