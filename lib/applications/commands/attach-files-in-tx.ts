import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { type FileField, fileKinds, type Texts } from '@/lib/catalogue/domain/form-shape';
import { exhaustive } from '@/lib/kernel/exhaustive';
import { newId } from '@/lib/kernel/ids';
import type { Result } from '@/lib/kernel/result';
import { lookupHash } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { stateOf, storeFileInTx } from '@/lib/platform/storage';
import { type CheckedFile, checkUpload, type FileRefusal } from '@/lib/platform/upload';
import type { Draft } from './draft-in-tx';

/** A file that came with a posted form, and in which field. */
export interface PostedFile {
  field: string;
  file: File;
}

export interface Upload {
  field: string;
  /** as it was called where it came from, to say which one was refused */
  postedName: string;
  /** bytes, as it was sent: what limits are held to, whatever becomes of a picture when it is drawn again */
  postedSize: number;
  checked: Result<CheckedFile, FileRefusal>;
}

/** Looks at what the files hold; before the transaction, since it reads them whole. */
export const checkUploads = (files: readonly PostedFile[]): Promise<Upload[]> =>
  Promise.all(
    files.map(async ({ field, file }) => ({
      field,
      postedName: file.name,
      postedSize: file.size,
      checked: await checkUpload(file),
    })),
  );

/**
 * Stores the files of one question with a locked draft, within the question's limits, and says which it refused. A file
 * that is there already (a double click, a form sent again) is not stored twice; one that was found infected is refused anew.
 */
export async function attachFilesInTx(
  tx: Tx,
  { tenantId, id: applicationId, personId }: Draft,
  field: FileField<Texts>,
  uploads: readonly Upload[],
): Promise<{ attached: number; refused: Problem[] }> {
  const known = await tx.applicationFile.findMany({
    where: { tenantId, applicationId, field: field.id },
    select: { position: true, file: { select: { hash: true, scanState: true } } },
  });
  const infected = new Set(
    known.filter(({ file }) => stateOf(file) === 'infected').map(({ file }) => hex(file.hash)),
  );
  const hashes = new Set(known.map(({ file }) => hex(file.hash)).filter((hash) => !infected.has(hash)));
  let position = Math.max(0, ...known.map((row) => row.position));
  let attached = 0;
  const refused: Problem[] = [];
  for (const upload of uploads) {
    const problem = problemWith(field, upload, hashes.size);
    if (!upload.checked.ok || (problem && problem.key !== 'tooManyFiles')) {
      if (problem) refused.push(problem);
      continue;
    }
    const { bytes, name, mediaType } = upload.checked.value;
    const hash = hex(lookupHash(bytes, 'stored-file'));
    if (infected.has(hash)) {
      refused.push({ field: field.id, key: 'fileInfected', params: { name: upload.postedName } });
      continue;
    }
    if (hashes.has(hash)) continue;
    if (problem) {
      refused.push(problem);
      continue;
    }
    const fileId = newId();
    await storeFileInTx(tx, fileId, { tenantId, ownerId: personId, name, mediaType, bytes, from: 'outside' });
    position += 1;
    await tx.applicationFile.create({
      data: { tenantId, applicationId, fileId, field: field.id, position },
      select: { fileId: true },
    });
    hashes.add(hash);
    attached += 1;
  }
  return { attached, refused };
}

/** Why a file can't be taken in here, in the words of the form's other problems; null where it can. */
function problemWith(field: FileField<Texts>, upload: Upload, has: number): Problem | null {
  const { checked, postedName: name } = upload;
  const accepted = field.accept.map((kind) => fileKinds[kind]);
  const problem = (key: Problem['key'], params: Problem['params']): Problem => ({
    field: field.id,
    key,
    params,
  });
  const tooLarge = () => problem('fileTooLarge', { name, max: field.maxMegabytes });
  const wrongKind = () =>
    problem('fileKind', { name, kinds: accepted.map(({ extensions }) => extensions[0]).join(', ') });
  if (!checked.ok) {
    switch (checked.reason) {
      case 'empty':
        return problem('fileEmpty', { name });
      case 'damaged':
        return problem('fileDamaged', { name });
      case 'too-many-pixels':
        return problem('filePixels', { name });
      case 'too-big':
        return tooLarge();
      case 'kind':
        return wrongKind();
      default:
        return exhaustive(checked.reason);
    }
  }
  if (!accepted.some(({ mediaType }) => mediaType === checked.value.mediaType)) return wrongKind();
  if (upload.postedSize > field.maxMegabytes * 1_000_000) return tooLarge();
  return has >= field.maxFiles ? problem('tooManyFiles', { max: field.maxFiles }) : null;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
