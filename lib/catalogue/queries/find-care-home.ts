import 'server-only';
import type { Tx } from '@/lib/platform/db';

/** A home by the name in its address, and which system publishes it; also one that can't be wished for any more. */
export const findCareHomeInTx = (
  tx: Tx,
  tenantId: string,
  slug: string,
): Promise<{ id: string; systemId: string | null } | null> =>
  tx.careHome.findUnique({
    where: { tenantId_slug: { tenantId, slug } },
    select: { id: true, systemId: true },
  });
