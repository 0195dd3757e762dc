import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { Prisma, read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterInbox } from '../access';
import type { WritingName } from '../contract/calls';

/** A message that waits for somebody to look, without what it says. */
export interface ParkedMessage {
  id: string;
  operation: WritingName;
  caseNumber: string | null;
  reason: string;
  receivedAt: Date;
  attempts: number;
}

export interface Inbox {
  systemName: string;
  messages: ParkedMessage[];
  /** why they wait, the most common first */
  reasons: { reason: string; count: number }[];
  /** those that run again by themselves */
  underWay: number;
  page: number;
  pages: number;
}

const PAGE = 20;

/** What a system has told that did not fit, oldest first. A page past the end is the last one. */
export const listInbox = (actor: Actor, systemId: string, asked: number): Promise<Inbox> =>
  guardedForAdmin(actor, 'back-office.list-inbox', 'back-office-system', systemId, async () => {
    requireMayLookAfterInbox(actor);
    const { tenantId } = actor;
    return read(actor, async (tx) => {
      const system = await tx.backOfficeSystem.findUnique({
        where: { tenantId_id: { tenantId, id: systemId } },
        select: { name: true },
      });
      if (!system) throw notFound();
      const reasons = await tx.$queryRaw<{ reason: string; count: number }[]>(Prisma.sql`
      select reason, count(*)::int as count from inbox_message
       where tenant_id = ${tenantId} and system_id = ${systemId}::uuid and state = 'parked'
       group by reason order by count desc, reason`);
      const total = reasons.reduce((sum, { count }) => sum + count, 0);
      const pages = Math.max(1, Math.ceil(total / PAGE));
      const page = Math.min(Math.max(1, asked), pages);
      const rows = await tx.inboxMessage.findMany({
        where: { tenantId, systemId, state: 'parked' },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
        skip: (page - 1) * PAGE,
        take: PAGE,
        select: { id: true, operation: true, caseId: true, reason: true, receivedAt: true, attempts: true },
      });
      const names = await getCaseNamesInTx(
        tx,
        tenantId,
        rows.flatMap(({ caseId }) => (caseId ? [caseId] : [])),
      );
      return {
        systemName: system.name,
        messages: rows.map(({ caseId, operation, reason, ...row }) => ({
          ...row,
          operation: operation as WritingName,
          reason: reason ?? 'unexpected',
          caseNumber: (caseId && names.get(caseId)?.number) || null,
        })),
        reasons,
        underWay: await tx.inboxMessage.count({
          where: { tenantId, systemId, state: 'received', reason: { not: null } },
        }),
        page,
        pages,
      };
    });
  });
