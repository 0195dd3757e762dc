import 'server-only';
import { findCodeToSendInTx, markAddressRefusedInTx } from '@/lib/identity/api';
import type { JobActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, write } from '@/lib/platform/db';
import { AddressRefused } from '../channels/channel';
import { codeText } from '../contact-text';
import { sendToAddress, serviceSenders } from '../service-messages';

/**
 * Sends the code to a new address. Tried again by the queue while the code is of use; an address that takes nothing ends
 * the change, and her page says so.
 */
export async function sendContactCode(
  actor: JobActor,
  changeId: string,
  senders = serviceSenders,
): Promise<void> {
  const found = await read(actor, (tx) => findCodeToSendInTx(tx, actor, changeId, now()));
  if (!found) return;
  try {
    await sendToAddress(
      actor,
      found,
      changeId,
      (tenant, lang) => codeText(tenant, lang, found.code, changeId),
      senders,
    );
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    await write(actor, (tx) => markAddressRefusedInTx(tx, actor, changeId, now()));
  }
}
