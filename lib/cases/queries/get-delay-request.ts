import 'server-only';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleCases } from '../access';
import { type DelayRequestContent, delayRequestContext } from '../domain/case-seals';
import type { DelayRequest } from '../domain/delay';
import { titleIn } from '../domain/title';
import { delayRequestInTx } from './delay-in-tx';

export interface DelayRequestView {
  today: CalendarDate;
  case: { id: string; title: Said; number: string; receivedOn: CalendarDate };
  /** null where the municipality has no rule */
  delay: DelayRequest | null;
  /** what she has sent; null where she has not asked */
  sent: { at: Date; reasons: string; answerBy: CalendarDate; receivedAt: Date | null } | null;
  /** the decision by which the board has answered it; what it says is read there */
  answeredBy: string | null;
}

/** The page where she asks that her case be decided, and afterwards what she asked and when. */
export function getDelayRequest(actor: Actor, caseId: string, lang: Language): Promise<DelayRequestView> {
  return guarded(actor, 'cases.get-delay-request', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        select: {
          tenantId: true,
          id: true,
          title: true,
          number: true,
          phase: true,
          receivedAt: true,
          delayRequest: true,
          decisions: {
            where: { matter: 'delay_request' },
            orderBy: { arrivedAt: 'desc' },
            select: { id: true },
          },
        },
      });
      if (!found) throw notFound();
      const today = dateInSweden(now());
      const { delayRequest: row } = found;
      return {
        today,
        case: {
          id: caseId,
          title: titleIn(found.title, lang),
          number: found.number,
          receivedOn: dateInSweden(found.receivedAt),
        },
        delay: await delayRequestInTx(tx, found, today),
        sent: row && {
          at: row.requestedAt,
          reasons: openJson<DelayRequestContent>(row.sealed, delayRequestContext(tenantId, row.id)).reasons,
          answerBy: fromDbDate(row.answerBy),
          receivedAt: row.receivedAt,
        },
        answeredBy: found.decisions[0]?.id ?? null,
      };
    }),
  );
}
