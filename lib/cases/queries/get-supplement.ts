import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { openFileName, stateOf } from '@/lib/platform/storage';
import { guarded, requireResidentMay, visibleSupplements } from '../access';
import { type SupplementAnswer, type SupplementRequest, supplementContext } from '../domain/case-seals';
import { answerBy, type DueState, dueState, type SupplementStatus } from '../domain/supplement';
import { titleIn } from '../domain/title';

export interface SupplementView {
  today: CalendarDate;
  id: string;
  case: { id: string; title: Said; number: string };
  status: SupplementStatus;
  request: SupplementRequest;
  askedAt: Date;
  dueOn: CalendarDate;
  due: DueState;
  /** whether what was sent came after the due date */
  wasLate: boolean;
  answeredAt: Date | null;
  /** what was sent, or the draft of it */
  answer: string;
  /** to be posted with what is written */
  version: number;
  files: { id: string; name: string; size: number; state: ScanState }[];
}

/** A request for something more, and her answer to it or the draft of one. */
export function getSupplement(
  actor: Actor,
  { caseId, supplementId }: { caseId: string; supplementId: string },
  lang: Language,
): Promise<SupplementView> {
  return guarded(actor, 'cases.get-supplement', 'supplement', supplementId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.supplement.findFirst({
        where: { ...visibleSupplements(actor), id: supplementId },
        include: {
          case: { select: { id: true, title: true, number: true } },
          files: {
            include: {
              file: {
                select: {
                  tenantId: true,
                  id: true,
                  nameSealed: true,
                  size: true,
                  scanState: true,
                  createdAt: true,
                },
              },
            },
          },
        },
      });
      if (!found || found.caseId !== caseId) throw notFound();
      const dueOn = answerBy(fromDbDate(found.dueOn));
      const today = dateInSweden(now());
      const { answeredAt } = found;
      const context = (part: 'request' | 'answer') => supplementContext(part, tenantId, supplementId);
      return {
        today,
        id: supplementId,
        case: { ...found.case, title: titleIn(found.case.title, lang) },
        status: found.status,
        request: openJson<SupplementRequest>(found.requestSealed, context('request')),
        askedAt: found.askedAt,
        dueOn,
        due: dueState(dueOn, today),
        wasLate: answeredAt !== null && dateInSweden(answeredAt) > dueOn,
        answeredAt,
        version: found.version,
        answer: found.answerSealed
          ? openJson<SupplementAnswer>(found.answerSealed, context('answer')).text
          : '',
        files: found.files
          .toSorted((a, b) => a.file.createdAt.getTime() - b.file.createdAt.getTime())
          .map(({ file }) => ({
            id: file.id,
            name: openFileName(file),
            size: file.size,
            state: stateOf(file),
          })),
      };
    }),
  );
}
