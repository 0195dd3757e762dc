import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { placeChangesInTx } from './place-changes-in-tx';

/**
 * What has happened for systems longer ago than the municipality's rule says; without a rule all is kept. Those of a
 * system that has never asked get their places first, so that what is forgotten is always the beginning, and one that
 * asks from before it can be told so. The last is kept: the next gets its place after it.
 */
export async function forgetOldChanges(actor: JobActor): Promise<void> {
  const { tenantId } = actor;
  const at = now();
  const { rule, systems } = await read(actor, async (tx) => ({
    rule: await findRuleInTx(tx, tenantId, 'changes.kept', dateInSweden(at)),
    systems: await tx.backOfficeSystem.findMany({ where: { tenantId }, select: { id: true } }),
  }));
  if (!rule) return;
  const before = new Date(at.getTime() - rule.days * 24 * 60 * 60_000);
  for (const { id: systemId } of systems)
    await write(actor, async (tx) => {
      await placeChangesInTx(tx, { tenantId, systemId });
      // One that was written late may be older than what has a place before it: only an unbroken beginning goes.
      await tx.$executeRaw`
        delete from office_change
         where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and position < (
           select coalesce(min(position) filter (where at >= ${before}), max(position)) from office_change
            where tenant_id = ${tenantId} and system_id = ${systemId}::uuid)`;
    });
}
