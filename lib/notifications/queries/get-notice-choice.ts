import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { requireMay, visibleDeliveries } from '../access';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import type { Channel } from '../domain/channels';
import { isRefusal, MAYBE_SENT } from '../domain/notice';
import { chosenChannels, type QuietChoice, type Ways } from '../domain/notice-choice';
import type { QuietHours } from '../domain/quiet-hours';
import { getAddressesInTx } from './addresses-in-tx';
import { getChoiceInTx } from './choice-in-tx';

/** What became of the last message to an address: it takes none, or this one didn't get there. */
export type Trouble = 'refused' | 'failed';

/** A channel that the installation has for her municipality. */
export interface OfferedWay {
  channel: Channel;
  /** it leads to her: we have an address, or a device; of a digital mailbox only the register knows (get-own-mailbox.ts) */
  leads: boolean;
  /** where, of those that have an address that can be shown */
  address: string | null;
  trouble: Trouble | null;
}

export interface NoticeChoice {
  ways: Ways;
  quiet: QuietChoice;
  /** the municipality's quiet hours; null where it has none */
  municipality: QuietHours | null;
  offered: readonly OfferedWay[];
  /** the channels whose messages get to her as far as we know: of a digital mailbox only its register does */
  has: readonly Channel[];
  /** whoever has it is told in no way, whatever she has chosen */
  protectedIdentity: boolean;
  /** the channels that are to be used for something */
  inUse: ReadonlySet<Channel>;
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
    const here = await getAddressesInTx(tx, tenantId, personId, { at, mail });
    const offered: OfferedWay[] = [];
    for (const channel of here.offered) {
      const address = here.addresses[channel];
      const leads = address !== null;
      offered.push({
        channel,
        leads,
        address: channel === 'email' || channel === 'sms' ? address : null,
        trouble: leads ? await troubleInTx(tx, actor, channel, here.since[channel]) : null,
      });
    }
    return {
      ways,
      quiet,
      municipality: municipality && { from: municipality.from, to: municipality.to },
      offered,
      has: offered
        .filter(
          ({ channel, leads, trouble }) => (leads || channel === 'digital-mail') && trouble !== 'refused',
        )
        .map(({ channel }) => channel),
      protectedIdentity: here.person.protectedIdentity,
      inUse: here.person.protectedIdentity ? new Set() : chosenChannels(ways),
    };
  });
}

/**
 * Of the last message that ended well or badly since the address is in use: the next one that gets there clears it. One
 * that may have got there says nothing of the address.
 */
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
      OR: [{ problem: null }, { problem: { not: MAYBE_SENT } }],
      ...(since && { createdAt: { gte: since } }),
    },
    orderBy: { createdAt: 'desc' },
    select: { state: true, problem: true },
  });
  if (last?.state !== 'failed') return null;
  return isRefusal(last.problem) ? 'refused' : 'failed';
}
