import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { NobodyActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { demand } from '../access';

/** What the municipality promises whoever reports, as in force today; null where it has promised nothing. */
export interface ReportTerms {
  answerWorkingDays: number | null;
  keptMonths: number | null;
}

export async function getReportTerms(actor: NobodyActor): Promise<ReportTerms> {
  demand(actor, 'report');
  const today = dateInSweden(now());
  return read(actor, async (tx) => {
    const answer = await findRuleInTx(tx, actor.tenantId, 'accessibility.answer', today);
    const kept = await findRuleInTx(tx, actor.tenantId, 'accessibility.kept', today);
    return { answerWorkingDays: answer?.workingDays ?? null, keptMonths: kept?.months ?? null };
  });
}
