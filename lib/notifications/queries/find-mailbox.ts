import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { JobActor, ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import { NoAnswer } from '../digital-mail/soap';

export type MailboxState =
  | { state: 'reached'; operator: string }
  | { state: 'none' } // she has none, or wants no mail from this municipality in it
  | { state: 'silent' }; // the register doesn't answer

/**
 * Whether a person's digital mailbox can be reached from her municipality; null where it sends no digital mail, or never
 * to her. Asked of the register each time, outside transactions: what we kept would soon be wrong.
 */
export async function findMailbox(
  actor: JobActor | ResidentActor,
  personId: string,
  { at, mail = digitalMail }: { at: Date; mail?: DigitalMail },
): Promise<MailboxState | null> {
  const { tenantId } = actor;
  const asking = await read(actor, async (tx) => {
    const sender = await mail.senderInTx(tx, tenantId, at);
    if (!sender) return null;
    const { nationalId, protectedIdentity } = await getPersonInTx(tx, tenantId, personId);
    return protectedIdentity ? null : { sender, nationalId };
  });
  if (!asking) return null;
  try {
    const mailbox = await mail.findMailbox(asking.sender, asking.nationalId);
    return mailbox ? { state: 'reached', operator: mailbox.operator } : { state: 'none' };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { state: 'silent' };
  }
}
