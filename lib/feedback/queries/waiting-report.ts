import 'server-only';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { addWorkingDays } from '@/lib/kernel/working-day';
import type { JobActor } from '@/lib/platform/actor';
import { openJson } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { findRuleInTx } from '@/lib/tenants/api';
import { demand, visibleReports } from '../access';
import { type ReportContent, reportContext } from '../domain/report';

export interface WaitingReport extends ReportContent {
  id: string;
  language: string;
  /** the last day the municipality has promised an answer; null where nobody can be answered, or nothing is promised */
  answerBy: CalendarDate | null;
}

/** A report that has not been sent to the municipality yet, or null: then there is nothing to do. */
export async function findWaitingReportInTx(
  tx: Tx,
  actor: JobActor,
  id: string,
): Promise<WaitingReport | null> {
  demand(actor, 'forward');
  const { tenantId } = actor;
  const row = await tx.accessibilityReport.findFirst({
    where: { ...visibleReports(actor), id, forwardedAt: null },
    select: { contentSealed: true, language: true, createdAt: true },
  });
  if (!row) return null;
  const content = openJson<ReportContent>(row.contentSealed, reportContext(tenantId, id));
  const reportedOn = dateInSweden(row.createdAt);
  const promise = content.email && (await findRuleInTx(tx, tenantId, 'accessibility.answer', reportedOn));
  return {
    ...content,
    id,
    language: row.language,
    answerBy: promise ? addWorkingDays(reportedOn, promise.workingDays) : null,
  };
}
