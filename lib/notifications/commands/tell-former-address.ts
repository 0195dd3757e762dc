import 'server-only';
import { findFormerAddressInTx, forgetFormerAddressInTx } from '@/lib/identity/api';
import type { JobActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { AddressRefused } from '../channels/channel';
import { formerText } from '../contact-text';
import { sendToAddress, serviceSenders } from '../service-messages';

/** Tells the address that was in use until now that it isn't any more; then it is forgotten. */
export async function tellFormerAddress(
  actor: JobActor,
  changeId: string,
  senders = serviceSenders,
): Promise<void> {
  const found = await read(actor, (tx) => findFormerAddressInTx(tx, actor, changeId));
  if (!found) return;
  try {
    // Not the reference of the code: to the gateway that would be the same message again.
    await sendToAddress(actor, found, `${changeId}-former`, formerText, senders);
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
  }
  await write(actor, (tx) => forgetFormerAddressInTx(tx, actor, changeId));
}
