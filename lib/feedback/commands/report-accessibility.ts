import 'server-only';
import { isId, newId } from '@/lib/kernel/ids';
import { type CountCall, rateLimiter } from '@/lib/kernel/rate-limit';
import type { NobodyActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { lookupHash, sealJson } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { demand } from '../access';
import { addressBlock } from '../domain/address-block';
import { type ReportContent, reportContext, reportSchema } from '../domain/report';

export interface TypedReport extends Record<'what' | 'page' | 'email' | 'homepage', string> {
  /** made when the form was shown */
  formId: string;
  language: string;
  /** the browser's; counted in memory and kept nowhere, since nobody has to say who she is */
  ip: string;
}

/** Enough for a library's or a school's shared address, and too little for a robot to drown what people say. */
const countReport = rateLimiter({ calls: 20, windowSeconds: 3600 });

/**
 * Keeps what somebody says doesn't work, sealed, and leaves it to the worker to send to the municipality. The same form
 * sent twice with the same words is one report; with other words, after the browser's "back", it is another.
 * @throws Invalid with a text per field; NotNow when too many come from one address
 */
export async function reportAccessibility(
  actor: NobodyActor,
  { formId, language, ip, ...typed }: TypedReport,
  { now = clock, count = countReport }: { now?: () => Date; count?: CountCall } = {},
): Promise<{ willBeAnswered: boolean }> {
  demand(actor, 'report');
  const parsed = reportSchema.safeParse(typed);
  if (!parsed.success)
    throw invalid(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
      'errors:Invalid',
    );
  const { tenantId } = actor;
  const at = now();
  if (!count(`${tenantId}:${addressBlock(ip)}`, at).isAllowed) throw notNow('errors:too-many-reports');

  const { what, page, email } = parsed.data;
  const content: ReportContent = { what, page, email };
  const id = newId();
  const form = isId(formId) ? formId : id;
  await write(actor, async (tx) => {
    const { count: added } = await tx.accessibilityReport.createMany({
      data: {
        tenantId,
        id,
        contentSealed: sealJson(content, reportContext(tenantId, id)),
        language,
        repeatKey: lookupHash(JSON.stringify([form, content]), `accessibility-report.repeat:${tenantId}`),
        createdAt: at,
      },
      skipDuplicates: true,
    });
    if (added === 0) return;
    await auditInTx(tx, actor, {
      action: 'feedback.report-accessibility',
      objectType: 'accessibility-report',
      objectId: id,
    });
    await emitInTx(tx, actor, { type: 'feedback.accessibility-reported', payload: { reportId: id } });
  });
  return { willBeAnswered: email !== '' };
}
