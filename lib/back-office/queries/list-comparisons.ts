import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';

/** A comparison of a system's list of cases with ours: how many of each difference, and how many of them were mended. */
export interface ComparisonView {
  id: string;
  startedAt: Date;
  /** null: under way */
  endedAt: Date | null;
  cases: number;
  missingThere: number;
  receiptMissing: number;
  behindHere: number;
  unknownHere: number;
  mended: number;
  problem: string | null;
}

const SHOWN = 30;

/** The latest first. */
export const listComparisons = (actor: Actor, systemId: string): Promise<ComparisonView[]> =>
  guardedForAdmin(actor, 'back-office.list-comparisons', 'back-office-system', systemId, () => {
    requireMayLookAfterSystems(actor);
    return read(actor, (tx) =>
      tx.comparison.findMany({
        where: { tenantId: actor.tenantId, systemId },
        orderBy: { startedAt: 'desc' },
        take: SHOWN,
        omit: { tenantId: true, systemId: true, staffId: true },
      }),
    );
  });
