import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireMay } from '../access';
import { addressesOf, offeredChannels } from '../channels/senders';
import type { Channel } from '../domain/channels';
import type { QuietChoice, Ways } from '../domain/notice-choice';
import type { QuietHours } from '../domain/quiet-hours';
import { getChoiceInTx } from './choice-in-tx';

export interface NoticeChoice {
  ways: Ways;
  quiet: QuietChoice;
  /** the municipality's quiet hours; null where it has none */
  municipality: QuietHours | null;
  /** the channels that are offered, with her address on each */
  offered: readonly { channel: Channel; address: string | null }[];
  /** whoever has it is told in no way, whatever she has chosen */
  protectedIdentity: boolean;
}

/** What the page shows where she chooses how she is told. */
export async function getNoticeChoice(
  actor: ResidentActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<NoticeChoice> {
  requireMay(actor, 'see-choice');
  const { tenantId, personId } = actor;
  return read(actor, async (tx) => {
    const { ways, quiet, municipality } = await getChoiceInTx(tx, tenantId, personId, now());
    const person = await getPersonInTx(tx, tenantId, personId);
    const addresses = addressesOf(person);
    return {
      ways,
      quiet,
      municipality: municipality && { from: municipality.from, to: municipality.to },
      offered: offeredChannels().map((channel) => ({ channel, address: addresses[channel] })),
      protectedIdentity: person.protectedIdentity,
    };
  });
}
