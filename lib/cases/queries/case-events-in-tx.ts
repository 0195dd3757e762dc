import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { type CaseEventKind, isCaseEventKind, isNewsToHer } from '../domain/case-event';
import type { ListPlace } from '../domain/case-list';
import { titleIn } from '../domain/title';

export interface EventInTimeline {
  id: string;
  kind: CaseEventKind;
  at: Date;
  /** a status's own words, where that is what was told */
  said: Said | null;
  /** it is among what has happened since she last opened the case */
  isNew: boolean;
}

/** Some of what has happened in a case, newest first, and where to go on from; the caller has made sure that it may be seen. */
export async function eventsOfCaseInTx(
  tx: Tx,
  { tenantId, caseId }: { tenantId: string; caseId: string },
  {
    lang,
    size,
    after,
    unseen = 0,
  }: { lang: Language; size: number; after?: ListPlace | null; unseen?: number },
): Promise<{ events: EventInTimeline[]; earlier: ListPlace | null }> {
  const rows = await tx.caseEvent.findMany({
    where: {
      tenantId,
      caseId,
      ...(after && {
        // The first says by itself what the index can begin with.
        occurredAt: { lte: after.at },
        OR: [{ occurredAt: { lt: after.at } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: size + 1,
    select: { id: true, kind: true, occurredAt: true, recordedAt: true, refId: true },
  });
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const told = await toldStatusesInTx(tx, tenantId, shown);
  // What came last is what is new, whenever it happened: late news of long ago is news too.
  const newIds = shown
    .filter(({ kind }) => isCaseEventKind(kind) && isNewsToHer(kind))
    .toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .slice(0, unseen)
    .map(({ id }) => id);
  return {
    earlier: last ? { at: last.occurredAt, id: last.id } : null,
    events: shown.flatMap(({ id, kind, occurredAt, refId }) => {
      if (!isCaseEventKind(kind)) return [];
      const texts = refId !== null && kind === 'status-told' ? told.get(refId) : undefined;
      return [
        { id, kind, at: occurredAt, said: texts ? titleIn(texts, lang) : null, isNew: newIds.includes(id) },
      ];
    }),
  };
}

/** The words of the statuses that the timeline tells of, by the office's code: of those that are mapped. */
async function toldStatusesInTx(
  tx: Tx,
  tenantId: string,
  events: readonly { kind: string; refId: string | null }[],
): Promise<Map<string, unknown>> {
  const ids = events.flatMap(({ kind, refId }) => (kind === 'status-told' && refId ? [refId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.caseStatusCode.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, status: { select: { texts: true } } },
  });
  return new Map(rows.flatMap(({ id, status }) => (status ? [[id, status.texts] as const] : [])));
}

/** When it was first looked into, and first decided. By an index of these kinds alone, however much else has happened. */
export async function stepTimesInTx(
  tx: Tx,
  { tenantId, caseId }: { tenantId: string; caseId: string },
): Promise<{ lookedIntoAt: Date | null; decidedAt: Date | null }> {
  const rows = await tx.$queryRaw<{ kind: string; at: Date }[]>`
    select kind, min(occurred_at) as at from case_event
     where tenant_id = ${tenantId} and case_id = ${caseId}::uuid and kind in ('looked-into', 'decided')
     group by kind`;
  const firstAt = (kind: CaseEventKind) => rows.find((row) => row.kind === kind)?.at ?? null;
  return { lookedIntoAt: firstAt('looked-into'), decidedAt: firstAt('decided') };
}
