import 'server-only';
import { askForFileAgainInTx } from '@/lib/cases/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { may } from '../access';
import { returnToDraftInTx, roundInTx } from './signing-round-in-tx';

/**
 * Something was found in a file of hers, and its bytes are gone. In a draft its question is open again, and she gets a
 * notice; what she was about to sign spoke of the file, so it is made anew; also where others were asked to sign it.
 * Where the application is sent in, its case asks her for another. Run twice nothing is done twice, but for a second
 * mail that says there is something to read.
 */
export async function handleInfectedFile(
  actor: JobActor,
  { fileId, personId }: { fileId: string; personId: string },
): Promise<void> {
  if (!may(actor, 'handle-infected-file')) throw notFound();
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const attached = await tx.applicationFile.findFirst({
      where: { tenantId, fileId },
      select: { applicationId: true },
    });
    if (!attached) {
      // Put to an answer in a case, or taken away again: its own module knows.
      await askForFileAgainInTx(tx, actor, { fileId });
      return;
    }
    const { applicationId } = attached;
    const status = await lockedStatusInTx(tx, tenantId, applicationId);
    if (status === 'submitted') await askForFileAgainInTx(tx, actor, { fileId, applicationId });
    if (status === 'awaiting_signatures') await endRoundInTx(tx, tenantId, applicationId);
    else if (status !== 'draft') return;
    await tx.application.updateMany({
      where: { tenantId, id: applicationId, status: 'draft', documentHash: { not: null } },
      data: { version: { increment: 1 }, documentSealed: null, documentHash: null },
    });
    await emitInTx(tx, actor, {
      type: 'applications.file-infected',
      payload: { applicationId, fileId, personId },
    });
  });
}

/** Others were asked to sign a document of which a part is gone: they are asked anew when she has sent another. */
async function endRoundInTx(tx: Tx, tenantId: string, applicationId: string): Promise<void> {
  const round = await roundInTx(tx, tenantId, applicationId);
  if (round) await returnToDraftInTx(tx, round, 'file-infected', now());
}

/** Locked as by every other change: she may be sending it in just now. */
async function lockedStatusInTx(tx: Tx, tenantId: string, id: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`select status::text as status from application
    where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
  return row?.status ?? 'gone';
}
