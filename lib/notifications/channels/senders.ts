import 'server-only';
import type { PersonFacts } from '@/lib/identity/api';
import { env } from '@/lib/platform/env';
import { type Channel, channels } from '../domain/channels';
import type { Send } from './channel';
import { mailChannel } from './mail-channel';
import { sendSms } from './sms-channel';

export type Senders = Readonly<Record<Channel, Send>>;

export const senders: Senders = { email: mailChannel(), sms: sendSms };

const isOffered: Record<Channel, () => boolean> = {
  email: () => true,
  sms: () => env().SMS_GATEWAY_URL !== undefined,
};

/** The channels that this installation has. */
export const offeredChannels = (): readonly Channel[] => channels.filter((channel) => isOffered[channel]());

/** Where each offered channel reaches her; null where it doesn't. */
export function addressesOf({ email, phone }: Pick<PersonFacts, 'email' | 'phone'>) {
  const all: Record<Channel, string | null> = { email, sms: phone };
  const offered = offeredChannels();
  return Object.fromEntries(
    channels.map((channel) => [channel, offered.includes(channel) ? all[channel] : null]),
  ) as Record<Channel, string | null>;
}
