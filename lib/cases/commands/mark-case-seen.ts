import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, requireResidentMay, visibleCases } from '../access';

/**
 * She has been shown a case with so much news in it: what comes after that is unread. Never less than before, so two
 * windows at once do no harm. No audit row: it is her own reading of what is hers.
 */
export function markCaseSeen(
  actor: ResidentActor,
  { caseId, news }: { caseId: string; news: number },
): Promise<void> {
  return guarded(actor, 'cases.mark-case-seen', 'case', caseId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId, personId } = actor;
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        select: { news: true },
      });
      if (!found) throw notFound();
      const seen = Math.min(news, found.news);
      await tx.$executeRaw`
        insert into case_seen (tenant_id, person_id, case_id, news)
        values (${tenantId}, ${personId}::uuid, ${caseId}::uuid, ${seen}::int)
        on conflict (tenant_id, person_id, case_id) do update set news = excluded.news, seen_at = excluded.seen_at
          where case_seen.news < excluded.news`;
    }),
  );
}
