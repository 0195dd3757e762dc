import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import { connectorOf } from '../connectors/connector-of';

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

const SHOWN = 10;

/** The latest first; null where the system can't say which cases it has. */
export const listComparisons = (actor: Actor, systemId: string): Promise<ComparisonView[] | null> =>
  guardedForAdmin(actor, 'back-office.list-comparisons', 'back-office-system', systemId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    return read(actor, async (tx) => {
      const system = await tx.backOfficeSystem.findUnique({
        where: { tenantId_id: { tenantId, id: systemId } },
      });
      if (!system) throw notFound();
      if (!connectorOf(system).listCases) return null;
      return tx.comparison.findMany({
        where: { tenantId, systemId },
        orderBy: { startedAt: 'desc' },
        take: SHOWN,
        omit: { tenantId: true, systemId: true, staffId: true },
      });
    });
  });
