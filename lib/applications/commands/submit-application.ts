import 'server-only';
import { openCaseInTx } from '@/lib/cases/api';
import { isFiles } from '@/lib/catalogue/domain/answers-shape';
import { consumeSignOrderInTx } from '@/lib/identity/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newCaseNumber } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { openJson, sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { conflict, isAppError } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay, visibleApplications } from '../access';
import { type DocumentToSign, documentContext, snapshotContext } from '../domain/application-seals';
import type { Snapshot } from '../domain/snapshot';
import { type Draft, lockDraftInTx } from './draft-in-tx';
import { removeFilesInTx } from './remove-file';

export interface SignedApplication {
  applicationId: string;
  /** a completed sign order of this browser */
  orderId: string;
  browserToken: string;
}

/**
 * Sends the application in: the signature is used, the document frozen, the number given and the case opened in one
 * transaction, or none of it. Nothing waits for the back office, which is told by the jobs this leaves behind. Again,
 * or twice at once, it is the same application with the same number: the row's lock lets one through.
 * @throws Conflict when the answers have changed since the signature was begun, or it is not complete
 */
export function submitApplication(
  actor: Actor,
  { applicationId, orderId, browserToken }: SignedApplication,
  { now = clock }: { now?: () => Date } = {},
): Promise<{ number: string }> {
  const action = 'applications.submit-application';
  return guarded(actor, action, 'application', applicationId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      const { tenantId, personId } = actor;
      const draft = await draftOrNullInTx(() => lockDraftInTx(tx, actor, applicationId));
      if (!draft) {
        const { number } = await tx.application.findFirstOrThrow({
          where: { ...visibleApplications(actor), id: applicationId },
          select: { number: true },
        });
        return { number: number ?? '' };
      }
      const { documentSealed, documentHash } = await tx.application.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: draft.id } },
        select: { documentSealed: true, documentHash: true },
      });
      if (!documentSealed || !documentHash) throw conflict('errors:signed-something-else');
      await consumeSignOrderInTx(tx, actor, {
        orderId,
        browserToken,
        subjectType: 'application',
        subjectId: draft.id,
        documentHash,
      });
      const { snapshot } = openJson<DocumentToSign>(documentSealed, documentContext(tenantId, draft.id));
      const submittedAt = now();
      await freezeInTx(tx, draft, snapshot, documentHash);
      const number = await freeNumberInTx(tx, tenantId, submittedAt);
      await tx.application.update({
        where: { tenantId_id: { tenantId, id: draft.id }, status: 'draft' },
        data: { status: 'submitted', number, submittedAt, documentSealed: null, documentHash: null },
        select: { id: true },
      });
      const { caseId } = await openCaseInTx(tx, actor, {
        applicationId: draft.id,
        serviceId: draft.serviceId,
        number,
        title: draft.form.definition.name,
        receivedAt: submittedAt,
      });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'application',
        objectId: draft.id,
        reason: number,
      });
      await emitInTx(tx, actor, {
        type: 'applications.submitted',
        payload: { applicationId: draft.id, caseId, personId },
        caseId,
      });
      return { number };
    }),
  );
}

/** Null where it has been submitted: then there is a number to give again. */
async function draftOrNullInTx(find: () => Promise<Draft>): Promise<Draft | null> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error, 'AlreadyDone')) return null;
    throw error;
  }
}

/** From here on the snapshot is what was applied for; working copies, and files that no answer speaks of, are not kept. */
async function freezeInTx(
  tx: Tx,
  { tenantId, id }: Draft,
  snapshot: Snapshot,
  hash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.applicationSnapshot.create({
    data: {
      tenantId,
      applicationId: id,
      sealed: sealJson(snapshot, snapshotContext(tenantId, id)),
      hash,
      language: snapshot.language,
    },
    select: { applicationId: true },
  });
  await tx.applicationAnswer.deleteMany({ where: { tenantId, applicationId: id } });
  const spokenOf = new Set(filesOf(snapshot));
  const rows = await tx.applicationFile.findMany({
    where: { tenantId, applicationId: id },
    select: { fileId: true },
  });
  const unused = rows.map(({ fileId }) => fileId).filter((fileId) => !spokenOf.has(fileId));
  if (unused.length > 0) await removeFilesInTx(tx, { tenantId, id }, { fileId: { in: unused } });
}

/** Ids of the files that the document's answers name. */
const filesOf = (snapshot: Snapshot): string[] =>
  snapshot.pages
    .flatMap((page) => page.groups)
    .flatMap((group) => group.questions)
    .flatMap(({ value }) => (value && isFiles(value) ? value.files.map((file) => file.id) : []));

/** A number nobody has yet. With a million a year one in ten thousand is taken; the unique index has the last word. */
async function freeNumberInTx(tx: Tx, tenantId: string, at: Date): Promise<string> {
  const year = Number(dateInSweden(at).slice(0, 4));
  for (;;) {
    const number = newCaseNumber(tenantId, year);
    const taken = await tx.application.count({ where: { tenantId, number } });
    if (taken === 0) return number;
  }
}
