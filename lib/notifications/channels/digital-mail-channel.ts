import 'server-only';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { ownAddress } from '@/lib/tenants/api';
import { inLanguage } from '@/lib/tenants/domain/tenant-profile';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import { noticeText } from '../notice-text';
import { AddressRefused, type Send } from './channel';

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
        ...noticeText('digital-mail', message),
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
