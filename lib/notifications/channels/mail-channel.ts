import 'server-only';
import { noticeText } from '../notice-text';
import { type SendMail, sendMail } from '../send-mail';
import { AddressRefused, type Send } from './channel';

/** A plain mail. The server's "no such mailbox" (SMTP 5xx to RCPT TO) is final; all else is tried again. */
export const mailChannel =
  (send: SendMail = sendMail): Send =>
  async (message) => {
    const { deliveryId, to, tenant, language } = message;
    try {
      await send({
        to,
        ...noticeText('email', message),
        language,
        messageId: `<${deliveryId}@${tenant.hosts[0]}>`,
      });
    } catch (error) {
      if (isRefusedAddress(error)) throw new AddressRefused(`smtp-${error.responseCode}`);
      throw error;
    }
  };

/** nodemailer tells which command was refused; a 5xx to another of them is ours or the server's trouble, not the address'. */
export function isRefusedAddress(error: unknown): error is { responseCode: number } {
  const { responseCode, command } = (error ?? {}) as { responseCode?: unknown; command?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}
