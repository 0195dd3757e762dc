import 'server-only';
import { askForFileAgainInTx } from '@/lib/cases/api';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { may } from '../access';

/**
 * An application has been sent in. What was found in its files just as it was sent is asked for anew by
 * its case. Run twice, each is asked for once.
 */
export async function askForInfectedFiles(actor: JobActor, applicationId: string): Promise<void> {
  if (!may(actor, 'handle-infected-file')) throw notFound();
  const { tenantId } = actor;
  await write(actor, async (tx) => {
    const infected = await tx.applicationFile.findMany({
      where: {
        tenantId,
        applicationId,
        application: { status: 'submitted' },
        file: { scanState: 'infected' },
      },
      select: { fileId: true },
    });
    for (const { fileId } of infected) await askForFileAgainInTx(tx, actor, { fileId, applicationId });
  });
}
