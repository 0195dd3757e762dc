import 'server-only';
import { openCaseInTx } from '@/lib/cases/api';
import { getFormInTx } from '@/lib/catalogue/api';
import { isFiles } from '@/lib/catalogue/domain/answers-shape';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newCaseNumber } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { sealJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { emitInTx } from '@/lib/platform/events';
import { snapshotContext } from '../domain/application-seals';
import type { Snapshot } from '../domain/snapshot';
import { removeFilesInTx } from './remove-file';

export interface SignedInFull {
  tenantId: string;
  id: string;
  /** the applicant */
  personId: string;
  serviceId: string;
  serviceVersion: number;
  snapshot: Snapshot;
  hash: Uint8Array<ArrayBuffer>;
}

/**
 * Sends in an application that everybody has signed: the document is frozen, the number given, the case opened, the
 * event told. The caller holds the application's lock and has used the last signature in the same transaction.
 * @param actor whoever signed last
 */
export async function submitInTx(
  tx: Tx,
  actor: ResidentActor,
  application: SignedInFull,
  submittedAt: Date,
): Promise<{ number: string }> {
  const { tenantId, id, personId, serviceId, serviceVersion } = application;
  await freezeInTx(tx, application);
  const number = await freeNumberInTx(tx, tenantId, submittedAt);
  await tx.application.update({
    where: { tenantId_id: { tenantId, id }, status: { in: ['draft', 'awaiting_signatures'] } },
    data: {
      status: 'submitted',
      number,
      submittedAt,
      documentSealed: null,
      documentHash: null,
      knownSealed: null,
      moveSealed: null,
      returnedAt: null,
      returnedReason: null,
    },
    select: { id: true },
  });
  const { definition } = await getFormInTx(tx, tenantId, serviceId, serviceVersion);
  const { caseId } = await openCaseInTx(
    tx,
    { tenantId, personId },
    {
      applicationId: id,
      serviceId,
      serviceVersion,
      number,
      title: definition.name,
      receivedAt: submittedAt,
      signers: 1 + (application.snapshot.signers?.length ?? 0),
    },
  );
  await auditInTx(tx, actor, {
    action: 'applications.submit-application',
    subjectPersonId: personId,
    objectType: 'application',
    objectId: id,
    reason: number,
  });
  await emitInTx(tx, actor, {
    type: 'applications.submitted',
    payload: { applicationId: id, caseId, personId },
    caseId,
  });
  return { number };
}

/** From here on the snapshot is what was applied for; working copies, and files that no answer speaks of, are not kept. */
async function freezeInTx(tx: Tx, { tenantId, id, snapshot, hash }: SignedInFull): Promise<void> {
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
export const filesOf = (snapshot: Snapshot): string[] =>
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
