import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { visibleOrders } from '../access';

export interface DocumentSigned {
  browserToken: string;
  subjectType: string;
  subjectId: string;
  documentHash: Uint8Array;
  /** only one that she has answered yes to */
  isComplete?: boolean;
}

/**
 * The order by which this browser is signing, or has just signed, one exact document: to go on with after a reload or a
 * closed page. Null where there is none; an order for the document as it was before a change doesn't count.
 */
export async function findSignOrder(
  actor: ResidentActor,
  { browserToken, subjectType, subjectId, documentHash, isComplete = false }: DocumentSigned,
): Promise<string | null> {
  const order = await read(actor, (tx) =>
    tx.bankIdOrder.findFirst({
      where: {
        ...visibleOrders(actor, browserToken),
        kind: 'sign',
        subjectType,
        subjectId,
        documentHash: new Uint8Array(documentHash),
        status: { in: isComplete ? ['complete'] : ['pending', 'complete'] },
      },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    }),
  );
  return order?.id ?? null;
}
