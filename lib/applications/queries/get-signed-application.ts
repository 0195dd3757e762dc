import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { guarded, requireResidentMay } from '../access';
import { filesInTx } from '../commands/draft-in-tx';
import { type Submitted, submittedInTx } from './snapshot-in-tx';

export interface SignedApplication
  extends Pick<Submitted, 'number' | 'submittedAt' | 'snapshot' | 'hash' | 'signatures'> {
  files: Awaited<ReturnType<typeof filesInTx>>;
}

/** One of her applications that has been sent in, word for word as it was signed. */
export function getSignedApplication(actor: Actor, applicationId: string): Promise<SignedApplication> {
  return guarded(actor, 'applications.get-signed-application', 'application', applicationId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { number, submittedAt, snapshot, hash, signatures } = await submittedInTx(
        tx,
        actor,
        applicationId,
      );
      const files = await filesInTx(tx, { tenantId: actor.tenantId, id: applicationId });
      return { number, submittedAt, snapshot, hash, signatures, files };
    }),
  );
}
