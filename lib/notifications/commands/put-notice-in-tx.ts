import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/db';
import type { Channel } from '../domain/channels';
import { type Choice, dueAt } from '../domain/notice-choice';
import type { NoticeKind } from '../domain/notice-table';
import { getSendingRuleInTx } from '../queries/choice-in-tx';
import { lastMomentInTx } from '../queries/last-moment-in-tx';
import { enqueueSendingInTx } from './enqueue-sending-in-tx';

export interface NewNotice {
  tenantId: string;
  recipientId: string;
  concernsId: string;
  kind: NoticeKind;
  eventId: string;
}

/** Puts a notice into the message that is being gathered for her on a channel, or begins one. The same twice is once. */
export async function putNoticeInTx(
  tx: Tx,
  notice: NewNotice,
  channel: Channel,
  choice: Choice,
  at: Date,
): Promise<void> {
  const { tenantId, eventId, recipientId } = notice;
  const isMade = await tx.notice.count({ where: { tenantId, eventId, recipientId, channel } });
  if (isMade > 0) return;
  const last = notice.kind === 'meeting' ? await lastMomentInTx(tx, tenantId, [eventId]) : null;
  const { gatherSeconds } = await getSendingRuleInTx(tx, tenantId, at);
  const due = dueAt(choice, channel, at, { gatherSeconds, last });
  const to = { tenantId, recipientId, channel };
  const deliveryId = await gatheringInTx(tx, to, { due, isPressing: last !== null });
  await tx.notice.createMany({ data: { ...notice, channel, deliveryId }, skipDuplicates: true });
}

/**
 * The message that is being gathered for her on a channel, with its row locked so that it isn't sent meanwhile; or a new
 * one, with its job. The index on messages that are gathered lets two at once begin only one. What can't wait as long as
 * the others takes them with it.
 */
async function gatheringInTx(
  tx: Tx,
  to: { tenantId: string; recipientId: string; channel: Channel },
  when: { due: Date; isPressing: boolean },
): Promise<string> {
  const { due, isPressing } = when;
  const id = newId();
  const sendInTx = (deliveryId: string) => enqueueSendingInTx(tx, { tenantId: to.tenantId, deliveryId }, due);
  const { count } = await tx.noticeDelivery.createMany({
    data: { ...to, id, dueAt: due },
    skipDuplicates: true,
  });
  if (count === 1) {
    await sendInTx(id);
    return id;
  }
  const [open] = await tx.$queryRaw<{ id: string; dueAt: Date }[]>`
    select id, due_at as "dueAt" from notice_delivery
     where tenant_id = ${to.tenantId} and recipient_id = ${to.recipientId}::uuid and channel = ${to.channel}
       and state = 'gathering' for update`;
  // Sent between the two statements: there is room for a new one now.
  if (!open) return gatheringInTx(tx, to, when);
  if (isPressing && due < open.dueAt) {
    await tx.noticeDelivery.updateMany({
      where: { tenantId: to.tenantId, id: open.id },
      data: { dueAt: due },
    });
    await sendInTx(open.id);
  }
  return open.id;
}
