import 'server-only';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';

/** A request or a round of comments that an office has told of, by the office's own id. No personal data. */
export interface Asked {
  /** as it was told first, and as it stands */
  firstDueOn: CalendarDate;
  dueOn: CalendarDate;
}

/** What is known already of what an office has asked in a case. */
export async function getWhatIsAskedInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
): Promise<{ supplements: Map<string, Asked>; commentRounds: Map<string, Asked>; receivedAt: Date }> {
  const select = { externalId: true, firstDueOn: true, dueOn: true } as const;
  const { supplements, commentRounds, receivedAt } = await tx.case.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { receivedAt: true, supplements: { select }, commentRounds: { select } },
  });
  return { supplements: byId(supplements), commentRounds: byId(commentRounds), receivedAt };
}

const byId = (rows: { externalId: string; firstDueOn: Date; dueOn: Date }[]): Map<string, Asked> =>
  new Map(
    rows.map(({ externalId, firstDueOn, dueOn }) => [
      externalId,
      { firstDueOn: fromDbDate(firstDueOn), dueOn: fromDbDate(dueOn) },
    ]),
  );
