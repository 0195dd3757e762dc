import 'server-only';
import { isolated } from '@/lib/kernel/isolated';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { direction, type Language, texts } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import { ownAddress } from '../own-address';
import { AddressRefused, type Message, type Send } from './channel';

/**
 * To her digital mailbox, by way of Mina meddelanden. The register is asked anew at each try: she may have changed
 * operator, or said no to mail from us, since the notice was made. `to` is her national id.
 */
export const digitalMailChannel =
  (mail: DigitalMail = digitalMail): Send =>
  async (message) => {
    const { deliveryId, to, tenant, language } = message;
    const at = now();
    const sender = await read({ tenantId: tenant.id }, (tx) => mail.senderInTx(tx, tenant.id, at));
    if (!sender) throw new AddressRefused('digital-mail-not-joined');
    const mailbox = await mail.findMailbox(sender, to);
    if (!mailbox) throw new AddressRefused('digital-mail-none');
    const { contact } = tenant.profile;
    await mail.deliver(
      sender,
      mailbox,
      {
        id: deliveryId,
        sender: { organisationNumber: sender.organisationNumber, name: tenant.name },
        recipient: to,
        ...letterText(tenant, language, message),
        support: {
          text: inLanguage(contact.name, language),
          url: ownAddress(tenant, language, '/'),
          phone: contact.phone,
          email: contact.email,
        },
      },
      at,
    );
  };

/** As the mail: that there is something to read, and nothing of what. Operators show the subject on locked telephones. */
function letterText(
  tenant: TenantView,
  lang: Language,
  { isSeveral, link, settings }: Pick<Message, 'isSeveral' | 'link' | 'settings'>,
): { subject: string; text: string } {
  const t = texts(lang);
  const { contact } = tenant.profile;
  const municipality = { municipality: tenant.name };
  const phone = direction(lang) === 'rtl' ? isolated(contact.phone) : contact.phone;
  const paragraphs = [
    t('notices:greeting'),
    t(isSeveral ? 'notices:body-several' : 'notices:body'),
    `${t('notices:log-in')}\n${link}`,
    t('notices:digital-mail.stays'),
    `${t('notices:cannot-answer')} ${t('notices:questions', { name: inLanguage(contact.name, lang), phone })}`,
    `${t('notices:digital-mail.choose')}\n${settings}`,
    t('notices:sender', municipality),
  ];
  return { subject: t('notices:subject', municipality), text: `${paragraphs.join('\n\n')}\n` };
}
