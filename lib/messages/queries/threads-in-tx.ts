import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import type { Prisma, Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { undelivered } from '../domain/progress';
import { openSubject } from '../open-message';

export interface ThreadInList {
  id: string;
  /** the case or the service */
  title: Said;
  caseNumber: string | null;
  /** her own words; null: about the case, or to the service, in general */
  subject: string | null;
  lastMessageAt: Date;
  lastAuthor: 'resident' | 'office';
  unread: number;
  hasDraft: boolean;
  /** something of hers could not be delivered */
  hasUndelivered: boolean;
}

/** Threads that are opened, the one with the latest message first. `where` is a visibility filter. */
export async function threadsInTx(
  tx: Tx,
  { tenantId }: ResidentActor,
  where: Prisma.MessageThreadWhereInput,
  { lang, skip = 0, take }: { lang: Language; skip?: number; take: number },
): Promise<ThreadInList[]> {
  const rows = await tx.messageThread.findMany({
    where,
    orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }],
    skip,
    take,
    select: {
      id: true,
      caseId: true,
      title: true,
      subjectSealed: true,
      lastMessageAt: true,
      messages: {
        where: { state: { not: 'draft' } },
        orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { author: true },
      },
    },
  });
  const ids = rows.map(({ id }) => id);
  const counts = await countsInTx(tx, tenantId, ids);
  const caseIds = rows.flatMap(({ caseId }) => (caseId ? [caseId] : []));
  const names = await getCaseNamesInTx(tx, tenantId, [...new Set(caseIds)]);
  return rows.map((row) => ({
    id: row.id,
    title: titleIn(row.title, lang),
    caseNumber: (row.caseId && names.get(row.caseId)?.number) || null,
    subject: openSubject(tenantId, row.id, row.subjectSealed),
    lastMessageAt: row.lastMessageAt ?? new Date(0),
    lastAuthor: row.messages[0]?.author ?? 'office',
    unread: counts.unread.get(row.id) ?? 0,
    hasDraft: counts.drafts.has(row.id),
    hasUndelivered: counts.undelivered.has(row.id),
  }));
}

async function countsInTx(tx: Tx, tenantId: string, threadIds: string[]) {
  const grouped = async (where: Prisma.MessageWhereInput) =>
    new Map(
      (
        await tx.message.groupBy({
          by: ['threadId'],
          where: { tenantId, threadId: { in: threadIds }, ...where },
          _count: true,
        })
      ).map(({ threadId, _count }) => [threadId, _count]),
    );
  return {
    unread: await grouped({ author: 'office', readAt: null }),
    drafts: await grouped({ state: 'draft' }),
    undelivered: await grouped({
      state: { in: undelivered.filter((state) => state !== 'sent') },
      readAt: null,
    }),
  };
}
