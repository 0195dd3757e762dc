import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { demand, visibleReports } from '../access';
import { monthsBefore } from '../domain/report';

/**
 * Forgets reports that have been kept as long as the municipality has decided. Where it has decided nothing, nothing is
 * forgotten: official documents are destroyed by decision only (arkivlagen (1990:782) 10 §). Nor is what has not reached
 * it yet.
 */
export async function forgetOldReports(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  demand(actor, 'forget');
  await write(actor, async (tx) => {
    const kept = await findRuleInTx(tx, actor.tenantId, 'accessibility.kept', dateInSweden(now()));
    if (!kept) return;
    await tx.accessibilityReport.deleteMany({
      where: {
        ...visibleReports(actor),
        createdAt: { lt: monthsBefore(now(), kept.months) },
        forwardedAt: { not: null },
      },
    });
  });
}
