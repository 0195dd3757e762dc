import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { isId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { open, openText, seal } from '@/lib/platform/crypto';
import { read, type Tx, write } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import { requireResidentMay } from '../access';
import { uploadNameContext, uploadPieceContext } from '../domain/application-seals';
import { attachFilesInTx, checkUploads, type Upload } from './attach-files-in-tx';
import { fileFieldOf } from './create-upload';
import { changeDraftInTx, lockDraftInTx } from './draft-in-tx';

interface Piece {
  uploadId: string;
  /** where in the file it begins: exactly where the last one ended */
  start: number;
  bytes: Uint8Array;
}

export interface PieceAdded {
  received: number;
  /** what was wrong with the whole file; not there while pieces are missing */
  refused?: Problem[];
}

/**
 * Keeps a piece of a file that is on the way. With the last piece the file is looked at and stored with the draft, in
 * the one transaction that says that all has come: an answer that is lost on the way can be asked for again, and
 * nothing is called whole that isn't stored. Two at once: one wins, the other begins again from what is there.
 * @throws NotFound for anybody else's; Conflict where it doesn't follow on what is there
 */
export async function addUploadPiece(actor: Actor, piece: Piece): Promise<PieceAdded> {
  requireResidentMay(actor, 'write-own');
  const { tenantId, personId } = actor;
  const { uploadId, start, bytes } = piece;
  if (!isId(uploadId)) throw notFound();
  const upload = await read(actor, (tx) =>
    tx.upload.findFirst({ where: { tenantId, id: uploadId, personId } }),
  );
  if (!upload) throw notFound();
  const end = start + bytes.byteLength;
  if (upload.received !== start || end > upload.size) throw conflict('errors:upload-out-of-step');
  if (bytes.byteLength === 0) return { received: start };

  const whole = end === upload.size ? await wholeFile(actor, upload, piece) : null;
  return write(actor, async (tx) => {
    // The draft's lock before the upload's, as for a file that came with a form.
    const draft = await lockDraftInTx(tx, actor, upload.applicationId);
    const { count } = await tx.upload.updateMany({
      where: { tenantId, id: uploadId, personId, received: start },
      data: { received: end, touchedAt: now() },
    });
    if (count === 0) throw conflict('errors:upload-out-of-step');
    if (!whole) {
      const sealed = seal(bytes, uploadPieceContext(tenantId, uploadId, start));
      await tx.uploadPiece.create({ data: { tenantId, uploadId, start, sealed }, select: { start: true } });
      return { received: end };
    }
    await tx.uploadPiece.deleteMany({ where: { tenantId, uploadId } });
    const field = fileFieldOf(draft, upload.field);
    if (!field) throw notFound();
    const { attached, refused } = await attachFilesInTx(tx, draft, field, whole);
    if (attached > 0) {
      await changeDraftInTx(tx, draft);
      await auditInTx(tx, actor, {
        action: 'applications.attach-files',
        subjectPersonId: draft.personId,
        objectType: 'application',
        objectId: draft.id,
      });
    }
    return { received: end, refused };
  });
}

/** All pieces as one file, looked at; outside the writing transaction, since drawing a picture takes its time. */
async function wholeFile(
  actor: ResidentActor,
  { id, field, nameSealed, size }: { id: string; field: string; nameSealed: Uint8Array; size: number },
  { start, bytes }: Piece,
): Promise<Upload[]> {
  const { tenantId } = actor;
  const before = await read(actor, (tx) => piecesInTx(tx, tenantId, id));
  const content = Buffer.concat([...before, bytes]);
  if (content.byteLength !== size)
    throw new Error(`An upload of ${size} bytes has other pieces before ${start}`);
  const file = new File([content], openText(nameSealed, uploadNameContext(tenantId, id)));
  return checkUploads([{ field, file }]);
}

async function piecesInTx(tx: Tx, tenantId: string, uploadId: string): Promise<Buffer[]> {
  const rows = await tx.uploadPiece.findMany({ where: { tenantId, uploadId }, orderBy: { start: 'asc' } });
  return rows.map(({ sealed, start }) => open(sealed, uploadPieceContext(tenantId, uploadId, start)));
}
