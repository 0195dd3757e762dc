import 'server-only';
import { exhaustive } from '@/lib/kernel/exhaustive';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { guardedBy } from '@/lib/platform/audit';
import type { Prisma, Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';

export type NoticeAction = 'see-choice' | 'change-choice' | 'change-devices' | 'follow-link';

/** Who may choose how she is told, and follow what she was sent: a resident, her own. Refuses by default. */
export function may(actor: Actor, action: NoticeAction): boolean {
  switch (action) {
    case 'see-choice':
    case 'change-choice':
    case 'change-devices':
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

/** The browsers that the actor has let show notices. */
export const visibleDevices = (actor: Actor): Prisma.PushDeviceWhereInput & { tenantId: string } =>
  actor.kind === 'resident'
    ? { tenantId: actor.tenantId, personId: actor.personId }
    : { tenantId: actor.tenantId, id: { in: [] } };

const unscopedOwnerInTx = async (
  tx: Tx,
  tenantId: string,
  objectType: 'notice-delivery' | 'push-device',
  id: string,
): Promise<string | undefined> => {
  const where = { tenantId_id: { tenantId, id } };
  if (objectType === 'push-device')
    return (await tx.pushDevice.findUnique({ where, select: { personId: true } }))?.personId;
  return (await tx.noticeDelivery.findUnique({ where, select: { recipientId: true } }))?.recipientId;
};

/** Runs a use case on one message or device; a refusal stands in the audit log. */
export const guarded = guardedBy(unscopedOwnerInTx);
