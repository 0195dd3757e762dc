import 'server-only';
import { type CodeToSend, getPersonInTx } from '@/lib/identity/api';
import type { JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import { getTenant } from '@/lib/tenants/api';
import { AddressRefused } from './channels/channel';
import { isRefusedAddress } from './channels/mail-channel';
import { handToGateway } from './channels/sms-channel';
import type { MessageText } from './contact-text';
import { sendMail } from './send-mail';

/** How a message about a contact way itself is sent: to an address, whatever she has chosen for notices. */
export interface ServiceSenders {
  email: typeof sendMail;
  sms: typeof handToGateway;
}
export const serviceSenders: ServiceSenders = { email: sendMail, sms: handToGateway };

/**
 * Sends what a contact way has to be told of: not held, not gathered, not chosen. `reference` is the same each time it is
 * tried. Throws AddressRefused where trying again is no use.
 */
export async function sendToAddress(
  actor: JobActor,
  { personId, field, address }: Omit<CodeToSend, 'code'>,
  reference: string,
  textOf: (tenant: TenantView, lang: Language) => MessageText,
  senders: ServiceSenders,
): Promise<void> {
  const tenant = await getTenant(actor.tenantId);
  const person = await read(actor, (tx) => getPersonInTx(tx, actor.tenantId, personId));
  const language =
    isLanguage(person.language) && tenant.languages.includes(person.language)
      ? person.language
      : defaultLanguage;
  const { subject, text, sms } = textOf(tenant, language);
  if (field === 'phone') return senders.sms({ reference, to: address, tenant, text: sms });
  try {
    await senders.email({
      to: address,
      subject,
      text,
      language,
      messageId: `<${reference}@${tenant.hosts[0]}>`,
    });
  } catch (error) {
    if (isRefusedAddress(error)) throw new AddressRefused(`smtp-${error.responseCode}`);
    throw error;
  }
}
