import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** Whether somebody is still asked to sign: looked at before a mail says that there is something to read. */
export const isSignatureWantedInTx = async (tx: Tx, tenantId: string, signerId: string): Promise<boolean> =>
  (await tx.applicationSigner.count({ where: { tenantId, id: signerId, status: 'invited' } })) > 0;
