import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import { openJson } from '@/lib/platform/crypto';
import type { Prisma, Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { isLate } from '../domain/appeal';
import type { SentAppeal } from '../domain/appeal-content';
import { appealContext } from '../domain/case-seals';
import { fileColumns, type HerFile, herFiles } from './her-files';

/** An appeal that is sent, in full, for whoever may read it. */
export interface AppealAsSent {
  id: string;
  caseId: string;
  personId: string;
  title: unknown;
  caseNumber: string;
  decisionId: string;
  /** the office's id of the decision */
  decisionExternalId: string;
  decidedOn: CalendarDate;
  lastOn: CalendarDate | null;
  number: string;
  sentAt: Date;
  receivedAt: Date | null;
  /** it came in after the last day */
  isLate: boolean;
  receiptFileId: string | null;
  content: SentAppeal;
  files: HerFile[];
}

/** NotFound until she has sent it: a draft is hers alone. The caller's `where` says which appeals the actor may see. */
export async function sentAppealInTx(
  tx: Tx,
  where: Prisma.AppealWhereInput & { tenantId: string },
  id: string,
): Promise<AppealAsSent> {
  const found = await tx.appeal.findFirst({
    where: { ...where, id },
    include: {
      case: { select: { personId: true, title: true, number: true } },
      decision: { select: { externalId: true, decidedOn: true, appealLastOn: true } },
      files: { select: { file: { select: fileColumns } } },
    },
  });
  if (!found?.sentAt || found.number === null) throw notFound();
  const lastOn = found.decision.appealLastOn && fromDbDate(found.decision.appealLastOn);
  return {
    id,
    caseId: found.caseId,
    personId: found.case.personId,
    title: found.case.title,
    caseNumber: found.case.number,
    decisionId: found.decisionId,
    decisionExternalId: found.decision.externalId,
    decidedOn: fromDbDate(found.decision.decidedOn),
    lastOn,
    number: found.number,
    sentAt: found.sentAt,
    receivedAt: found.receivedAt,
    isLate: isLate(dateInSweden(found.sentAt), lastOn),
    receiptFileId: found.receiptFileId,
    content: openJson<SentAppeal>(found.sealed, appealContext(where.tenantId, id)),
    files: herFiles(found.files),
  };
}
