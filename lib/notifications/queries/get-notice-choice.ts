import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { requireMay, visibleDeliveries } from '../access';
import { addressesOf, offeredChannelsInTx } from '../channels/senders';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import type { Channel } from '../domain/channels';
import { isRefusal } from '../domain/notice';
import type { QuietChoice, Ways } from '../domain/notice-choice';
import type { QuietHours } from '../domain/quiet-hours';
import { getChoiceInTx } from './choice-in-tx';

/** What became of the last message to an address: it takes none, or this one didn't get there. */
export type Trouble = 'refused' | 'failed';

export interface NoticeChoice {
  ways: Ways;
  quiet: QuietChoice;
  /** the municipality's quiet hours; null where it has none */
  municipality: QuietHours | null;
  /** the channels that are offered, with her address on each; that of a digital mailbox is never shown */
  offered: readonly { channel: Channel; address: string | null; trouble: Trouble | null }[];
  /** whoever has it is told in no way, whatever she has chosen */
  protectedIdentity: boolean;
}

/** What the page shows where she chooses how she is told. */
export async function getNoticeChoice(
  actor: ResidentActor,
  { now = clock, mail = digitalMail }: { now?: () => Date; mail?: DigitalMail } = {},
): Promise<NoticeChoice> {
  requireMay(actor, 'see-choice');
  const { tenantId, personId } = actor;
  return read(actor, async (tx) => {
    const at = now();
    const { ways, quiet, municipality } = await getChoiceInTx(tx, tenantId, personId, at);
    const person = await getPersonInTx(tx, tenantId, personId);
    const channelsHere = await offeredChannelsInTx(tx, tenantId, at, mail);
    const addresses = addressesOf(person, channelsHere);
    const since: Record<Channel, Date | null> = {
      email: person.since.email,
      sms: person.since.phone,
      'digital-mail': null,
    };
    const offered = [];
    for (const channel of channelsHere) {
      const address = addresses[channel];
      const trouble = address === null ? null : await troubleInTx(tx, actor, channel, since[channel]);
      offered.push({ channel, address: channel === 'digital-mail' ? null : address, trouble });
    }
    return {
      ways,
      quiet,
      municipality: municipality && { from: municipality.from, to: municipality.to },
      offered,
      protectedIdentity: person.protectedIdentity,
    };
  });
}

/** Of the last message that ended well or badly since the address is in use: the next one that gets there clears it. */
async function troubleInTx(
  tx: Tx,
  actor: ResidentActor,
  channel: Channel,
  since: Date | null,
): Promise<Trouble | null> {
  const last = await tx.noticeDelivery.findFirst({
    where: {
      ...visibleDeliveries(actor),
      channel,
      state: { in: ['sent', 'failed'] },
      ...(since && { createdAt: { gte: since } }),
    },
    orderBy: { createdAt: 'desc' },
    select: { state: true, problem: true },
  });
  if (last?.state !== 'failed') return null;
  return isRefusal(last.problem) ? 'refused' : 'failed';
}
