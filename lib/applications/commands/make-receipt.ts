import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { read, type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { isLanguage, texts } from '@/lib/platform/i18n';
import { makePdf } from '@/lib/platform/pdf/make-pdf';
import { storeFileInTx } from '@/lib/platform/storage';
import { getTenant } from '@/lib/tenants/api';
import { guarded, may } from '../access';
import { type Submitted, submittedInTx } from '../queries/snapshot-in-tx';
import { receiptDocument } from '../receipt/receipt-document';

/**
 * Makes the receipt's PDF and keeps it, once. The worker does it right after the submission; whoever fetches it before
 * that comes here too. Two at once: one is kept, both get that one.
 */
export function makeReceipt(actor: Actor, applicationId: string): Promise<{ fileId: string }> {
  return guarded(actor, 'applications.make-receipt', 'application', applicationId, async () => {
    if (!may(actor, 'make-receipt')) throw notFound();
    const submitted = await read(actor, (tx) => submittedInTx(tx, actor, applicationId));
    if (submitted.receiptFileId) return { fileId: submitted.receiptFileId };
    const { name, profile } = await getTenant(actor.tenantId);
    const { snapshot, number } = submitted;
    const bytes = makePdf(receiptDocument({ ...submitted, municipality: { name, arms: profile.arms } }));
    const t = texts(isLanguage(snapshot.language) ? snapshot.language : 'sv');
    const fileName = t('applications:pdf.file-name', { number });
    return write(actor, (tx) => keepInTx(tx, actor.tenantId, submitted, fileName, bytes));
  });
}

async function keepInTx(
  tx: Tx,
  tenantId: string,
  { id: applicationId, personId }: Submitted,
  name: string,
  bytes: Uint8Array,
): Promise<{ fileId: string }> {
  await tx.$queryRaw`select 1 from application_snapshot
    where tenant_id = ${tenantId} and application_id = ${applicationId}::uuid for update`;
  const where = { tenantId_applicationId: { tenantId, applicationId } };
  const { receiptFileId } = await tx.applicationSnapshot.findUniqueOrThrow({
    where,
    select: { receiptFileId: true },
  });
  if (receiptFileId) return { fileId: receiptFileId };
  const fileId = newId();
  await storeFileInTx(tx, fileId, {
    tenantId,
    ownerId: personId,
    name,
    mediaType: 'application/pdf',
    bytes,
    from: 'us',
  });
  await tx.applicationSnapshot.update({
    where,
    data: { receiptFileId: fileId },
    select: { applicationId: true },
  });
  return { fileId };
}
