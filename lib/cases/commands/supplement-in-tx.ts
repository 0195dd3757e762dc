import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { openJson, sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { visibleSupplements } from '../access';
import { fieldOfItem, itemField } from '../domain/answer-fields';
import {
  type SupplementAnswer,
  type SupplementRequest,
  supplementContext,
  supplementPartContext,
} from '../domain/case-seals';
import { takesSupplements } from '../domain/status';
import { type ItemTexts, itemTooLong, type SupplementStatus, sameTexts, textsOf } from '../domain/supplement';
import type { DraftFile, DraftFiles, PutFile } from '../draft-files';
import { statusOfCase } from '../queries/status-of-case';
import { type LockedCase, lockCaseInTx } from './case-in-tx';
import { putFilesInTx } from './draft-files-in-tx';

/** What the commands on a supplement share. */
export interface LockedSupplement {
  id: string;
  status: SupplementStatus;
  items: SupplementRequest['items'];
  /** the draft of what is to be sent next */
  texts: ItemTexts;
  files: DraftFile[];
  /** what she has sent, in order */
  parts: { texts: ItemTexts; files: DraftFile[] }[];
  /** the municipality's own status says that nothing can be sent just now */
  isClosed: boolean;
  /** goes up when the texts change, with each part and with the status */
  version: number;
  locked: LockedCase;
}

const fileFacts = { select: { id: true, hash: true, scanState: true, createdAt: true } } as const;

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
  const {
    status,
    version,
    requestSealed,
    answerSealed,
    files,
    parts,
    case: of,
  } = await tx.supplement.findFirstOrThrow({
    where,
    select: {
      status: true,
      version: true,
      requestSealed: true,
      answerSealed: true,
      files: { select: { itemId: true, partId: true, file: fileFacts } },
      parts: { orderBy: { number: 'asc' }, select: { id: true, sealed: true } },
      case: { select: statusOfCase },
    },
  });
  const { tenantId } = actor;
  const context = (what: 'request' | 'answer') => supplementContext(what, tenantId, supplementId);
  const filesOf = (partId: string | null) => files.filter((one) => one.partId === partId);
  return {
    id: supplementId,
    status,
    version,
    locked,
    isClosed: !takesSupplements(of.officeStatus?.status ?? null, locked.phase),
    items: openJson<SupplementRequest>(requestSealed, context('request')).items,
    texts: answerSealed ? openJson<SupplementAnswer>(answerSealed, context('answer')).texts : {},
    files: filesOf(null),
    parts: parts.map(({ id, sealed }) => ({
      ...openJson<SupplementAnswer>(sealed, supplementPartContext(tenantId, id)),
      files: filesOf(id),
    })),
  };
}

/** Keeps what she has written so far, as typed, and says the version. The same again changes nothing. */
export async function keepTextsInTx(
  tx: Tx,
  supplement: LockedSupplement,
  posted: ItemTexts,
): Promise<number> {
  const texts = textsOf(supplement.items, posted);
  const tooLong = itemTooLong(texts);
  if (tooLong !== undefined)
    throw invalid({ [fieldOfItem(supplement.items, 'text', tooLong)]: 'errors:text-too-long' });
  if (sameTexts(texts, supplement.texts)) return supplement.version;
  const { tenantId } = supplement.locked;
  const answer: SupplementAnswer = { texts };
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

/** What lies with the draft, and where more is put. */
export const draftFilesInTx = (
  tx: Tx,
  { id: supplementId, locked, items, files }: LockedSupplement,
): DraftFiles => {
  const { tenantId, personId } = locked;
  const known = new Set(items.map(({ id }) => id));
  return {
    tenantId,
    ownerId: personId,
    now: files,
    fieldOf: (itemId) => fieldOfItem(items, 'files', itemId),
    put: (fileId, itemId) => {
      if (!known.has(itemId)) throw invalid({ [itemField('files', 1)]: 'errors:Invalid' });
      return tx.supplementFile.create({
        data: { tenantId, supplementId, fileId, itemId },
        select: { fileId: true },
      });
    },
  };
};

/** Puts files to an open supplement's draft. */
export async function addFilesInTx(
  tx: Tx,
  actor: ResidentActor,
  supplement: LockedSupplement,
  files: readonly PutFile[],
): Promise<void> {
  if (!(await putFilesInTx(tx, draftFilesInTx(tx, supplement), files))) return;
  await auditInTx(tx, actor, {
    action: 'cases.attach-files',
    subjectPersonId: supplement.locked.personId,
    objectType: 'supplement',
    objectId: supplement.id,
  });
}
