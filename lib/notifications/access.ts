import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

export type NoticeAction = 'see-choice' | 'change-choice' | 'follow-link';

/** Who may choose how she is told, and follow what she was sent: a resident, her own. Refuses by default. */
export function may(actor: Actor, action: NoticeAction): boolean {
  switch (action) {
    case 'see-choice':
    case 'change-choice':
    case 'follow-link':
      return actor.kind === 'resident';
    default:
      return exhaustive(action);
  }
}

export function requireMay(actor: Actor, action: NoticeAction): asserts actor is ResidentActor {
  if (!may(actor, action)) throw notFound();
}

/** Messages that the actor may see: those that were sent to her. Whose matter they were about doesn't decide it. */
export const visibleDeliveries = (actor: Actor): Prisma.NoticeDeliveryWhereInput & { tenantId: string } =>
  actor.kind === 'resident'
    ? { tenantId: actor.tenantId, recipientId: actor.personId }
    : { tenantId: actor.tenantId, id: { in: [] } };

const unscopedOwnerInTx = async (
  tx: Tx,
  tenantId: string,
  _objectType: 'notice-delivery',
  id: string,
): Promise<string | undefined> =>
  (
    await tx.noticeDelivery.findUnique({
      where: { tenantId_id: { tenantId, id } },
      select: { recipientId: true },
    })
  )?.recipientId;

/** Runs a use case on one message; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
