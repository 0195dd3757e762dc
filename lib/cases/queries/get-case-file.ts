import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { openFileName, readFileInTx } from '@/lib/platform/storage';
import {
  guarded,
  may,
  visibleAppeals,
  visibleCommentRounds,
  visibleDecisions,
  visibleSupplements,
} from '../access';

export interface FileToSend {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * A file of a case: the signed decision once it is opened, what she is to comment on, or what was put to an answer, a
 * comment or an appeal. For a system only what she has
 * sent, and its reading is audited.
 */
export function getCaseFile(actor: Actor, fileId: string): Promise<FileToSend> {
  return guarded(actor, 'cases.get-case-file', 'file', fileId, () =>
    write(actor, (tx) => getCaseFileInTx(tx, actor, fileId)),
  );
}

/** As getCaseFile, in the caller's transaction; NotFound where it is no file of a case the actor may see. */
export async function getCaseFileInTx(tx: Tx, actor: Actor, fileId: string): Promise<FileToSend> {
  const isSystem = may(actor, 'read-file');
  if (!isSystem && !may(actor, 'read-own')) throw notFound();
  const { tenantId } = actor;
  const file = await tx.storedFile.findFirst({
    where: {
      tenantId,
      id: fileId,
      OR: [
        {
          supplementFiles: {
            some: {
              supplement: visibleSupplements(actor),
              ...(isSystem && { partId: { not: null } }),
            },
          },
        },
        {
          appealFiles: {
            some: { appeal: { ...visibleAppeals(actor), ...(isSystem && { sentAt: { not: null } }) } },
          },
        },
        isSystem
          ? { commentFiles: { some: { round: visibleCommentRounds(actor), commentId: { not: null } } } }
          : {
              commentFiles: {
                some: {
                  round: visibleCommentRounds(actor),
                  // Material that the office has taken back is not to be read any more; what she sent is hers.
                  OR: [{ isMaterial: false }, { round: { status: { not: 'withdrawn' } } }],
                },
              },
            },
        ...(isSystem
          ? []
          : [{ decisions: { some: { ...visibleDecisions(actor), openedAt: { not: null } } } }]),
      ],
    },
    select: { tenantId: true, id: true, ownerId: true, nameSealed: true, mediaType: true },
  });
  if (!file) throw notFound();
  if (isSystem) {
    await auditInTx(tx, actor, {
      action: 'cases.get-case-file',
      subjectPersonId: file.ownerId,
      objectType: 'file',
      objectId: fileId,
    });
  }
  return {
    name: openFileName(file),
    mediaType: file.mediaType,
    bytes: await readFileInTx(tx, tenantId, fileId),
  };
}
