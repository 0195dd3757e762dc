import 'server-only';
import type { Tx } from '@/lib/platform/db';
import type { DigitalMail } from '../digital-mail/digital-mail';
import { channels } from '../domain/channels';
import { neverOff } from '../domain/notice-choice';
import { noticeKinds } from '../domain/notice-table';
import { getAddressesInTx } from '../queries/addresses-in-tx';
import { getChoiceInTx } from '../queries/choice-in-tx';
import { putNoticeInTx } from './put-notice-in-tx';

/**
 * A message didn't get there: what she must be told of goes another way that leads to her, one at a time, unless it went
 * another way already or still may. Each way is tried once for each event, so this ends.
 */
export async function tellOtherwiseInTx(
  tx: Tx,
  { tenantId, deliveryId }: { tenantId: string; deliveryId: string },
  { at, mail }: { at: Date; mail: DigitalMail },
): Promise<void> {
  const failed = await tx.notice.findMany({
    where: { tenantId, deliveryId, state: 'failed', kind: { in: [...neverOff] } },
  });
  for (const { eventId, recipientId, concernsId, kind: stored } of failed) {
    const kind = noticeKinds.find((one) => one === stored);
    if (!kind) continue;
    const tried = await tx.notice.findMany({
      where: { tenantId, eventId, recipientId },
      select: { channel: true, state: true },
    });
    if (tried.some(({ state }) => state === 'waiting' || state === 'sent')) continue;
    const { person, addresses } = await getAddressesInTx(tx, tenantId, recipientId, { at, mail });
    const next = channels.find(
      (channel) => addresses[channel] !== null && !tried.some((one) => one.channel === channel),
    );
    if (!next || person.protectedIdentity) continue;
    const choice = await getChoiceInTx(tx, tenantId, recipientId, at);
    await putNoticeInTx(tx, { tenantId, recipientId, concernsId, kind, eventId }, next, choice, at);
  }
}
