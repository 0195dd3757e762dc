import 'server-only';
import type { SystemActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import type { Tx } from '@/lib/platform/db';
import { requireSystemMay, visibleAppeals } from '../access';
import { type AppealAsSent, sentAppealInTx } from './appeal-in-tx';

/** An appeal, as it goes to the board's system. Files are fetched one by one (getCaseFileInTx). Audited. */
export async function getAppealForSystemInTx(
  tx: Tx,
  actor: SystemActor,
  appealId: string,
): Promise<AppealAsSent> {
  requireSystemMay(actor, 'read-appeal');
  const found = await sentAppealInTx(tx, visibleAppeals(actor), appealId);
  await auditInTx(tx, actor, {
    action: 'cases.get-appeal-for-system',
    subjectPersonId: found.personId,
    objectType: 'appeal',
    objectId: appealId,
  });
  return found;
}
