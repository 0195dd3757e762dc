import 'server-only';
import type { JobActor } from '@/lib/platform/actor';
import type { Tx } from '@/lib/platform/db';
import { demand, visibleReports } from '../access';

/** The municipality's mail server has taken it: it is not sent again. */
export async function markReportForwardedInTx(tx: Tx, actor: JobActor, id: string, at: Date): Promise<void> {
  demand(actor, 'forward');
  await tx.accessibilityReport.updateMany({
    where: { ...visibleReports(actor), id, forwardedAt: null },
    data: { forwardedAt: at },
  });
}
