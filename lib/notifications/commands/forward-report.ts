import 'server-only';
import { findWaitingReportInTx, markReportForwardedInTx } from '@/lib/feedback/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/api';
import { reportMail } from '../report-mail';
import { type SendMail, sendMail } from '../send-mail';

/**
 * Sends what somebody has reported to the municipality, in its own language. A mail that isn't taken is tried again by
 * the queue for about three days; then the row still says that it waits. Killed between sending and noting it, the same
 * mail goes out again under the same Message-ID.
 */
export async function forwardReport(
  actor: JobActor,
  reportId: string,
  send: SendMail = sendMail,
): Promise<void> {
  const { tenantId } = actor;
  const report = await read(actor, (tx) => findWaitingReportInTx(tx, actor, reportId));
  if (!report) return;
  const tenant = await getTenant(tenantId);
  const [first] = tenant.languages;
  const language = isLanguage(first) ? first : defaultLanguage;
  await send({
    to: tenant.profile.accessibility.reports.email,
    ...(report.email && { replyTo: report.email }),
    ...reportMail(tenant.name, report, language),
    language,
    messageId: `<${reportId}@${tenant.hosts[0]}>`,
  });
  await write(actor, (tx) => markReportForwardedInTx(tx, actor, reportId, now()));
}
