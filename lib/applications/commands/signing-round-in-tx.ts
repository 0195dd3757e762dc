import 'server-only';
import { getFormInTx } from '@/lib/catalogue/api';
import { findPersonByLookupInTx, getPersonInTx, personLookup } from '@/lib/identity/api';
import { toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import type { ResidentActor } from '@/lib/platform/actor';
import { openJson, seal } from '@/lib/platform/crypto';
import type { Prisma, Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { type DocumentToSign, documentContext, signerContext } from '../domain/application-seals';
import {
  answerBy,
  isRoundComplete,
  type ReturnReason,
  type RoundRules,
  type SignerStatus,
  whomToInvite,
} from '../domain/signing-round';
import { submitInTx } from './submit-in-tx';

/*
 * What the use cases of signing share. Whoever changes anything in a round holds the application's row: two who sign at
 * the same moment come one after the other, and only one of them is the last.
 */

export interface Round {
  tenantId: string;
  id: string;
  /** the applicant */
  personId: string;
  serviceId: string;
  serviceVersion: number;
  hash: Uint8Array<ArrayBuffer>;
  document: DocumentToSign;
  rules: RoundRules;
  signers: { id: string; position: number; status: SignerStatus; nationalIdLookup: Uint8Array }[];
}

/** Takes the application's row; nobody else changes it until the transaction ends. */
export const lockApplicationInTx = (tx: Tx, tenantId: string, applicationId: string) =>
  tx.$queryRaw`select 1 from application
    where tenant_id = ${tenantId} and id = ${applicationId}::uuid for update`;

/** The round of a locked application that waits for signatures, or null where it doesn't. */
export async function roundInTx(tx: Tx, tenantId: string, applicationId: string): Promise<Round | null> {
  const found = await tx.application.findUnique({
    where: { tenantId_id: { tenantId, id: applicationId } },
    select: {
      tenantId: true,
      id: true,
      personId: true,
      serviceId: true,
      serviceVersion: true,
      status: true,
      documentSealed: true,
      documentHash: true,
    },
  });
  if (!found) throw notFound();
  const { status, documentSealed, documentHash: hash, ...facts } = found;
  if (status !== 'awaiting_signatures' || !documentSealed || !hash) return null;
  const { definition } = await getFormInTx(tx, tenantId, facts.serviceId, facts.serviceVersion);
  if (definition.signers === 'applicant') throw new Error('A form that one signs has no round');
  const signers = await tx.applicationSigner.findMany({
    where: { tenantId, applicationId, documentHash: hash },
    orderBy: { position: 'asc' },
    select: { id: true, position: true, status: true, nationalIdLookup: true },
  });
  const document = openJson<DocumentToSign>(documentSealed, documentContext(tenantId, applicationId));
  return { ...facts, hash, document, rules: definition.signers, signers };
}

/** Writes who is to sign a document: the applicant, who just has, and the others, who wait for their turn. */
export async function beginRoundInTx(
  tx: Tx,
  { tenantId, id: applicationId, personId }: Pick<Round, 'tenantId' | 'id' | 'personId'>,
  { others }: DocumentToSign,
  documentHash: Uint8Array<ArrayBuffer>,
  signed: { signatureId: string; signedAt: Date },
): Promise<void> {
  const { givenName, surname, nationalId } = await getPersonInTx(tx, tenantId, personId);
  const row = (position: number, role: string, number: NationalId, name: string | null) => {
    const id = newId();
    const sealed = (field: 'national-id' | 'name', text: string) =>
      seal(text, signerContext(field, tenantId, id));
    return {
      tenantId,
      id,
      applicationId,
      documentHash,
      position,
      role,
      nationalIdSealed: sealed('national-id', number),
      nationalIdLookup: personLookup(tenantId, number),
      nameSealed: name === null ? null : sealed('name', name),
    };
  };
  await tx.applicationSigner.createMany({
    data: [
      {
        ...row(0, 'applicant', nationalId, `${givenName} ${surname}`),
        status: 'signed',
        personId,
        answeredAt: signed.signedAt,
        signatureId: signed.signatureId,
      },
      ...others.map(
        (one, index): Prisma.ApplicationSignerCreateManyInput => ({
          ...row(index + 1, one.role, one.nationalId, one.name),
          status: 'waiting',
        }),
      ),
    ],
  });
}

/**
 * After a signature: asks whoever is next, or, when it was the last, sends the application in.
 * @returns the number, when it has been sent in
 */
export async function goOnWithRoundInTx(
  tx: Tx,
  actor: ResidentActor,
  round: Round,
  now: Date,
): Promise<{ number: string | null }> {
  if (isRoundComplete(round.signers)) {
    return submitInTx(tx, actor, { ...round, snapshot: round.document.snapshot }, now);
  }
  const lastDay = toDbDate(answerBy(round.rules, now));
  for (const { id, nationalIdLookup } of whomToInvite(round.rules, round.signers)) {
    await tx.applicationSigner.update({
      where: { tenantId_id: { tenantId: round.tenantId, id }, status: 'waiting' },
      data: { status: 'invited', invitedAt: now, answerBy: lastDay },
      select: { id: true },
    });
    await tellSignerInTx(tx, round, { signerId: id, nationalIdLookup }, 'applications.signature-asked');
  }
  return { number: null };
}

/** Tells somebody who is asked to sign, if she is known here; whoever isn't sees it when she first logs in. */
export async function tellSignerInTx(
  tx: Tx,
  { tenantId, id: applicationId }: Pick<Round, 'tenantId' | 'id'>,
  { signerId, nationalIdLookup }: { signerId: string; nationalIdLookup: Uint8Array },
  type: 'applications.signature-asked' | 'applications.signature-reminded',
): Promise<void> {
  const personId = await findPersonByLookupInTx(tx, tenantId, nationalIdLookup);
  if (personId) await emitInTx(tx, { tenantId }, { type, payload: { applicationId, signerId, personId } });
}

/**
 * Makes it a draft again, with every answer and file as it was. Who had not answered is no longer asked; the signatures
 * that were given stand as evidence of what was signed, and are not used.
 */
export async function returnToDraftInTx(
  tx: Tx,
  { tenantId, id, hash }: Pick<Round, 'tenantId' | 'id' | 'hash'>,
  reason: ReturnReason,
  now: Date,
): Promise<void> {
  await tx.applicationSigner.updateMany({
    where: { tenantId, applicationId: id, documentHash: hash, status: { in: ['waiting', 'invited'] } },
    data: { status: 'taken_back' },
  });
  await tx.application.update({
    where: { tenantId_id: { tenantId, id }, status: 'awaiting_signatures' },
    data: {
      status: 'draft',
      returnedAt: now,
      returnedReason: reason,
      documentSealed: null,
      documentHash: null,
    },
    select: { id: true },
  });
}
