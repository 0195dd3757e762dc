import 'server-only';
import type { Channel } from '../domain/channels';
import type { Send } from './channel';
import { digitalMailChannel } from './digital-mail-channel';
import { mailChannel } from './mail-channel';
import { pushChannel } from './push-channel';
import { sendSms } from './sms-channel';

export type Senders = Readonly<Record<Channel, Send>>;

export const senders: Senders = {
  email: mailChannel(),
  sms: sendSms,
  push: pushChannel(),
  'digital-mail': digitalMailChannel(),
};
