import 'server-only';
import type { PersonFacts } from '@/lib/identity/api';
import type { Tx } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import type { Channel } from '../domain/channels';
import type { Send } from './channel';
import { digitalMailChannel } from './digital-mail-channel';
import { mailChannel } from './mail-channel';
import { sendSms } from './sms-channel';

export type Senders = Readonly<Record<Channel, Send>>;

export const senders: Senders = {
  email: mailChannel(),
  sms: sendSms,
  'digital-mail': digitalMailChannel(),
};

/** The channels that this installation has for a municipality, in their order. */
export async function offeredChannelsInTx(
  tx: Tx,
  tenantId: string,
  at: Date,
  mail: DigitalMail = digitalMail,
): Promise<readonly Channel[]> {
  const hasDigitalMail = (await mail.senderInTx(tx, tenantId, at)) !== null;
  return [
    'email',
    ...(env().SMS_GATEWAY_URL === undefined ? [] : (['sms'] as const)),
    ...(hasDigitalMail ? (['digital-mail'] as const) : []),
  ];
}

/**
 * Where each offered channel reaches her; null where it doesn't. Digital mail goes to her national id; whether a mailbox
 * stands behind it only the register knows (queries/find-mailbox.ts).
 */
export function addressesOf(
  { email, phone, nationalId }: Pick<PersonFacts, 'email' | 'phone' | 'nationalId'>,
  offered: readonly Channel[],
): Record<Channel, string | null> {
  const of = (channel: Channel, address: string | null) => (offered.includes(channel) ? address : null);
  return {
    email: of('email', email),
    sms: of('sms', phone),
    'digital-mail': of('digital-mail', nationalId),
  };
}
