import 'server-only';
import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '@/lib/platform/env';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  language: string;
  /** whom an answer goes to, where that isn't the sender */
  replyTo?: string | undefined;
  /** the same each time the same mail is tried: a mailbox that gets it twice shows it once */
  messageId: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

let transporter: Transporter | undefined;

/** Hands a mail to the configured server; throws where it isn't taken. */
export const sendMail: SendMail = async ({ language, ...mail }) => {
  transporter ??= nodemailer.createTransport({
    url: env().SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // Nothing in a mail may be fetched from a disk or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await transporter.sendMail({
    ...mail,
    from: env().MAIL_FROM,
    headers: {
      'Content-Language': language,
      // Keeps holiday answers from coming back (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
  });
};
