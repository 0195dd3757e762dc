import 'server-only';
import { getCaseNamesInTx } from '@/lib/cases/api';
import { getStaffNamesInTx } from '@/lib/identity/api';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guardedForAdmin, requireMayLookAfterSystems } from '../access';
import type { DeliveryKind } from '../domain/delivery-kind';
import { foldTries, type Try } from '../domain/story';

export type StoryEvent = { at: Date } & (
  | { kind: 'planned' | 'fetched' | 'received' | 'missing-there' }
  | { kind: 'tried'; outcome: string; tookMs: number; times: number; firstAt: Date }
  | { kind: 'parked'; outcome: string }
  /** null: whoever it was is not known here any more */
  | { kind: 'sent-again'; by: string | null }
);

export interface DeliveryStory {
  id: string;
  systemId: string;
  systemName: string;
  kind: DeliveryKind;
  caseNumber: string | null;
  state: 'waiting' | 'told' | 'received' | 'parked';
  lastError: string | null;
  nextTellAt: Date | null;
  /** the oldest of its case that must be received before this is told of */
  waitsFor: { id: string; kind: DeliveryKind } | null;
  /** the oldest first; where a system was down for long, only the newest of its tries */
  events: StoryEvent[];
  /** how many tries are older than those told of */
  olderTries: number;
}

const TRIES_SHOWN = 500;

/** All that has happened to a delivery: when it was made, each try and what came of it, who has sent it again. */
export const getDeliveryStory = (actor: Actor, deliveryId: string): Promise<DeliveryStory> =>
  guardedForAdmin(actor, 'back-office.get-delivery-story', 'delivery', deliveryId, () => {
    requireMayLookAfterSystems(actor);
    const { tenantId } = actor;
    return read(actor, async (tx) => {
      const delivery = await tx.delivery.findUnique({
        where: { tenantId_id: { tenantId, id: deliveryId } },
        include: {
          tries: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: TRIES_SHOWN },
          steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
          _count: { select: { tries: true } },
        },
      });
      if (!delivery) throw notFound();
      const { id, systemId, orderId, caseId, createdAt, fetchedAt, receivedAt, tries, steps } = delivery;
      const system = await tx.backOfficeSystem.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: systemId } },
        select: { name: true },
      });
      const names = await getCaseNamesInTx(tx, tenantId, caseId ? [caseId] : []);
      const staff = await getStaffNamesInTx(tx, tenantId, [
        ...new Set(steps.flatMap(({ staffId }) => staffId ?? [])),
      ]);
      const first = await tx.delivery.findFirst({
        where: { tenantId, orderId, systemId, state: { not: 'received' }, createdAt: { lt: createdAt } },
        orderBy: { createdAt: 'asc' },
        select: { id: true, kind: true },
      });
      const events: (Exclude<StoryEvent, { kind: 'tried' }> | Try)[] = [
        { at: createdAt, kind: 'planned' },
        ...tries.map(({ at, outcome, tookMs }) => ({ at, kind: 'tried' as const, outcome, tookMs })),
        ...steps.map((step) => stepEvent(step, staff)),
        ...(fetchedAt ? [{ at: fetchedAt, kind: 'fetched' as const }] : []),
        ...(receivedAt ? [{ at: receivedAt, kind: 'received' as const }] : []),
      ];
      return {
        id,
        systemId,
        systemName: system.name,
        kind: delivery.kind as DeliveryKind,
        caseNumber: (caseId && names.get(caseId)?.number) || null,
        state: delivery.state,
        lastError: delivery.lastError,
        nextTellAt: delivery.nextTellAt,
        waitsFor:
          delivery.state !== 'received' && first ? { id: first.id, kind: first.kind as DeliveryKind } : null,
        events: foldTries(events.toSorted((one, other) => one.at.getTime() - other.at.getTime())),
        olderTries: delivery._count.tries - tries.length,
      };
    });
  });

function stepEvent(
  { at, kind, reason, staffId }: { at: Date; kind: string; reason: string | null; staffId: string | null },
  staff: ReadonlyMap<string, string>,
): Exclude<StoryEvent, { kind: 'tried' }> {
  if (kind === 'parked') return { at, kind, outcome: reason ?? '' };
  if (kind === 'missing-there') return { at, kind };
  return { at, kind: 'sent-again', by: (staffId && staff.get(staffId)) || null };
}
