import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleCases } from '../access';
import type { ListPlace } from '../domain/case-list';
import { titleIn } from '../domain/title';
import { type EventInTimeline, eventsOfCaseInTx } from './case-events-in-tx';

export interface CaseEvents {
  title: Said;
  number: string;
  /** newest first */
  events: EventInTimeline[];
  /** where what happened before these begins; null where nothing did */
  earlier: ListPlace | null;
}

const PAGE = 50;

/** All that has happened in one of her cases, some at a time, from the newest or from a place on. */
export function getCaseEvents(
  actor: Actor,
  caseId: string,
  { lang, after }: { lang: Language; after: ListPlace | null },
): Promise<CaseEvents> {
  return guarded(actor, 'cases.get-case-events', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        select: { title: true, number: true },
      });
      if (!found) throw notFound();
      const of = { tenantId: actor.tenantId, caseId };
      return {
        title: titleIn(found.title, lang),
        number: found.number,
        ...(await eventsOfCaseInTx(tx, of, { lang, after, size: PAGE })),
      };
    }),
  );
}
