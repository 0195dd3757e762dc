import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { visibleCare } from '../access';
import type { CareLaw, VisitState } from '../domain/care-messages';
import { type VisitContent, visitContext } from '../domain/care-seals';

export interface CareVisitView extends VisitContent {
  id: string;
  law: CareLaw;
  state: VisitState;
  startsAt: Date;
  endsAt: Date;
  /** when it became so at the office */
  toldAt: Date;
}

/** More in a fortnight is a system gone wrong; the page must come all the same. */
const MOST = 500;

/** Her visits that begin in a time, in order, and the systems that told of them; `most`: null is all of them. */
export async function visitsInTx(
  tx: Tx,
  actor: Actor,
  { from, to, most = MOST }: { from: Date; to: Date; most?: number | null },
): Promise<{ visits: CareVisitView[]; sources: string[] }> {
  const rows = await tx.careVisit.findMany({
    where: { ...visibleCare(actor), startsAt: { gte: from, lt: to } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    ...(most !== null && { take: most }),
  });
  const visits = rows.map(({ tenantId, id, law, state, startsAt, endsAt, sealed, toldAt }) => ({
    ...openJson<VisitContent>(sealed, visitContext(tenantId, id)),
    ...{ id, law, state, startsAt, endsAt, toldAt },
  }));
  return { visits, sources: rows.map(({ systemId }) => systemId) };
}
