import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';

/** The newest decision that gave her what she applied for, wholly or in part; null where none has. */
export async function grantedDecisionInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
): Promise<{ id: string; decidedOn: CalendarDate; isOpened: boolean } | null> {
  const found = await tx.decision.findFirst({
    where: {
      tenantId,
      caseId,
      outcome: { in: ['granted', 'partly_granted'] },
      matter: { not: 'delay_request' },
    },
    orderBy: [{ decidedOn: 'desc' }, { arrivedAt: 'desc' }],
    select: { id: true, decidedOn: true, openedAt: true },
  });
  return found && { id: found.id, decidedOn: fromDbDate(found.decidedOn), isOpened: found.openedAt !== null };
}
