import 'server-only';
import { isId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import { may, visibleApplications } from '../access';

export interface FileToSend {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * A file of one of her applications: what she attached, or the receipt. Null for any other: it may belong to a case,
 * which the caller asks next; whoever is asked last writes the refusal.
 */
export async function findMyFile(actor: Actor, fileId: string): Promise<FileToSend | null> {
  if (!may(actor, 'read-own') || !isId(fileId)) return null;
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const application = visibleApplications(actor);
    const file = await tx.storedFile.findFirst({
      where: {
        tenantId,
        id: fileId,
        OR: [{ applicationFiles: { some: { application } } }, { receipts: { some: { application } } }],
      },
      select: { tenantId: true, id: true, nameSealed: true, mediaType: true },
    });
    if (!file) return null;
    return {
      name: openFileName(file),
      mediaType: file.mediaType,
      bytes: await readFileInTx(tx, tenantId, fileId),
    };
  });
}
