import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { read, type Tx, write } from '@/lib/platform/db';
import { isLanguage, texts } from '@/lib/platform/i18n';
import { makePdf } from '@/lib/platform/pdf/make-pdf';
import { readFileInTx, storeFileInTx } from '@/lib/platform/storage';
import { getTenant } from '@/lib/tenants/api';
import { appealsToPrint, guarded } from '../access';
import { type AppealAsSent, sentAppealInTx } from '../queries/appeal-in-tx';
import type { FileToSend } from '../queries/get-case-file';
import { appealDocument } from '../receipt/appeal-document';

/**
 * The appeal as a PDF with the day it came in: made once and kept. The worker makes it when the appeal is sent; whoever
 * fetches it before that comes here too. Two at once: one is kept, both get that one. A system's reading is audited.
 */
export function makeAppealReceipt(actor: Actor, appealId: string): Promise<FileToSend> {
  return guarded(actor, 'cases.get-appeal-receipt', 'appeal', appealId, async () => {
    const where = appealsToPrint(actor);
    const appeal = await read(actor, (tx) => sentAppealInTx(tx, where, appealId));
    const made = appeal.receiptFileId ? null : await layOut(actor, appeal);
    return write(actor, async (tx) => {
      const fileId = made ? await keepInTx(tx, actor.tenantId, appeal, made) : appeal.receiptFileId;
      if (!fileId) throw new Error('An appeal without its receipt');
      if (actor.kind === 'system')
        await auditInTx(tx, actor, {
          action: 'cases.get-appeal-receipt',
          subjectPersonId: appeal.personId,
          objectType: 'appeal',
          objectId: appealId,
        });
      return {
        name: fileNameOf(appeal),
        mediaType: 'application/pdf',
        bytes: await readFileInTx(tx, actor.tenantId, fileId),
      };
    });
  });
}

async function layOut({ tenantId }: Actor, appeal: AppealAsSent): Promise<Buffer> {
  const { name, profile } = await getTenant(tenantId);
  return makePdf(appealDocument(appeal, { name, arms: profile.arms }));
}

const fileNameOf = ({ content: { language }, number }: AppealAsSent): string =>
  texts(isLanguage(language) ? language : 'sv')('appeals:pdf.file-name', { number });

async function keepInTx(tx: Tx, tenantId: string, appeal: AppealAsSent, bytes: Buffer): Promise<string> {
  const { id, personId } = appeal;
  await tx.$queryRaw`select 1 from appeal where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
  const where = { tenantId_id: { tenantId, id } };
  const { receiptFileId } = await tx.appeal.findUniqueOrThrow({ where, select: { receiptFileId: true } });
  if (receiptFileId) return receiptFileId;
  const fileId = newId();
  await storeFileInTx(tx, fileId, {
    tenantId,
    ownerId: personId,
    name: fileNameOf(appeal),
    mediaType: 'application/pdf',
    bytes,
    from: 'us',
  });
  await tx.appeal.update({ where, data: { receiptFileId: fileId }, select: { id: true } });
  return fileId;
}
