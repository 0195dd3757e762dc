import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { openJson, openText, sealJson, sha256 } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { conflict, notFound } from '@/lib/platform/errors';
import type { CompletionData } from '../bankid/answers';
import { checkSignature } from '../bankid/signature-check';
import { type OrderSecrets, orderContext, signatureContext } from '../domain/order-secrets';
import { getPersonInTx } from '../queries/get-person-in-tx';

export interface SignedDocument {
  orderId: string;
  /** of the browser that asks now: it must be the one that started the order */
  browserToken: string;
  /** what is signed, e.g. "application" */
  subjectType: string;
  subjectId: string;
  /** SHA-256 of the document as it is now: if it has changed since the order was started, nothing was signed */
  documentHash: Uint8Array;
}

/**
 * Takes a completed sign order as the person's signature of one exact document, once. Runs in the transaction of what
 * the signature is for: either both stand or neither.
 * @throws NotFound for somebody else's order; Conflict when it isn't complete, is used already, or signed something else
 */
export async function consumeSignOrderInTx(
  tx: Tx,
  actor: ResidentActor,
  signed: SignedDocument,
): Promise<{ signatureId: string; signedAt: Date }> {
  const { tenantId, personId } = actor;
  const { orderId, subjectType, subjectId } = signed;
  const documentHash = new Uint8Array(signed.documentHash);
  const own = {
    tenantId,
    id: orderId,
    kind: 'sign',
    personId,
    subjectType,
    subjectId,
    browserHash: sha256(signed.browserToken),
  };
  const order = await tx.bankIdOrder.findFirst({ where: own });
  if (!order) throw notFound();
  const { count } = await tx.bankIdOrder.updateMany({
    where: { ...own, status: 'complete' },
    data: { status: 'consumed', resultSealed: null },
  });
  if (count !== 1 || !order.resultSealed || !order.visibleTextSealed)
    throw conflict('errors:signature-not-complete');
  const result = openJson<CompletionData>(order.resultSealed, orderContext('result', tenantId, orderId));
  const visibleText = openText(order.visibleTextSealed, orderContext('visible-text', tenantId, orderId));
  const person = await getPersonInTx(tx, tenantId, personId);
  // What was signed is compared with the document as it is now, not with what the order remembers of it.
  const check = checkSignature(
    { signature: result.signature, personalNumber: result.user.personalNumber },
    { function: 'Signature', visibleText, nonVisibleData: documentHash, nationalId: person.nationalId },
  );
  if (!check.ok) throw conflict('errors:signed-something-else');

  const signatureId = newId();
  const signedAt = now();
  const { orderRef } = openJson<OrderSecrets>(
    order.secretsSealed,
    orderContext('secrets', tenantId, orderId),
  );
  const evidence = {
    orderRef,
    ...result,
    visibleText,
    nonVisibleData: Buffer.from(documentHash).toString('base64'),
  };
  await tx.signature.create({
    data: {
      tenantId,
      id: signatureId,
      personId,
      subjectType,
      subjectId,
      documentHash,
      orderId,
      evidenceSealed: sealJson(evidence, signatureContext(tenantId, signatureId)),
      signedAt,
    },
    select: { id: true },
  });
  await auditInTx(tx, actor, {
    action: 'identity.sign',
    subjectPersonId: personId,
    objectType: subjectType,
    objectId: subjectId,
  });
  return { signatureId, signedAt };
}
