import 'server-only';
import type { FileField, Texts } from '@/lib/catalogue/domain/form-shape';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { seal } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { conflict, invalid, notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay } from '../access';
import { uploadNameContext } from '../domain/application-seals';
import { type Draft, findDraftInTx } from './draft-in-tx';

export interface UploadToCreate {
  applicationId: string;
  /** the question it answers */
  field: string;
  name: string;
  /** bytes, when it is whole */
  size: number;
}

/** Files one person may have on the way at once; what was begun and let be is forgotten after a day. */
const MOST_AT_ONCE = 20;

/** Begins a file that comes in pieces. What it holds is looked at when it is whole; its size is what she says it is. */
export function createUpload(
  actor: Actor,
  { applicationId, field: fieldId, name, size }: UploadToCreate,
): Promise<{ uploadId: string }> {
  return guarded(actor, 'applications.create-upload', 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const { tenantId, personId } = actor;
      const draft = await findDraftInTx(tx, actor, applicationId);
      const field = fileFieldOf(draft, fieldId);
      if (!field) throw notFound();
      if (!Number.isInteger(size) || size < 1) throw invalid({ [fieldId]: 'errors:file-empty' });
      if (size > field.maxMegabytes * 1_000_000) throw invalid({ [fieldId]: 'errors:file-too-big' });
      const under = await tx.upload.count({
        where: { tenantId, personId, received: { lt: tx.upload.fields.size } },
      });
      if (under >= MOST_AT_ONCE) throw conflict('errors:too-many-files');
      const id = newId();
      await tx.upload.create({
        data: {
          tenantId,
          id,
          personId,
          applicationId,
          field: fieldId,
          nameSealed: seal(name.slice(0, 500), uploadNameContext(tenantId, id)),
          size,
          createdAt: now(),
          touchedAt: now(),
        },
        select: { id: true },
      });
      return { uploadId: id };
    }),
  );
}

/** The question for files of that id, where the draft's form has one. */
export const fileFieldOf = ({ form }: Draft, id: string): FileField<Texts> | undefined =>
  form.definition.pages
    .flatMap((page) => page.groups)
    .flatMap((group) => group.fields)
    .filter((field): field is FileField<Texts> => field.kind === 'file')
    .find((field) => field.id === id);
