import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { visibleApplications } from '../access';
import { snapshotContext } from '../domain/application-seals';
import type { Snapshot } from '../domain/snapshot';
import { type SignatureGiven, signaturesOf, signersOfInTx } from './signers-of-in-tx';

export interface Submitted {
  id: string;
  personId: string;
  serviceId: string;
  serviceVersion: number;
  number: string;
  submittedAt: Date;
  snapshot: Snapshot;
  /** SHA-256 of the snapshot's canonical JSON, in hex */
  hash: string;
  receiptFileId: string | null;
  /** everybody who has signed it, the applicant first */
  signatures: SignatureGiven[];
}

/** A submitted application with its document, opened; NotFound where the actor may see no such. */
export async function submittedInTx(tx: Tx, actor: Actor, applicationId: string): Promise<Submitted> {
  const found = await tx.application.findFirst({
    where: { ...visibleApplications(actor), id: applicationId, snapshot: { isNot: null } },
    select: {
      id: true,
      personId: true,
      serviceId: true,
      serviceVersion: true,
      number: true,
      submittedAt: true,
      snapshot: { select: { sealed: true, hash: true, receiptFileId: true } },
    },
  });
  if (!found?.snapshot || !found.number || !found.submittedAt) throw notFound();
  const { snapshot, number, submittedAt, ...facts } = found;
  const opened = openJson<Snapshot>(snapshot.sealed, snapshotContext(actor.tenantId, found.id));
  return {
    ...facts,
    number,
    submittedAt,
    snapshot: opened,
    hash: Buffer.from(snapshot.hash).toString('hex'),
    receiptFileId: snapshot.receiptFileId,
    signatures: signaturesOf(await signersOfInTx(tx, actor.tenantId, found.id, snapshot.hash, opened)),
  };
}
