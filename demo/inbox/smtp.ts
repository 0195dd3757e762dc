import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from '@/demo/inbox/mailbox';
import type { Running } from '@/demo/web/http';

export interface SmtpOptions {
  port: number;
  host: string;
  mailbox: Mailbox;
}

const MAX_BYTES = 10 * 1024 * 1024;

/** Takes every mail for anybody, without log-in or encryption: it never leaves the machine. */
export async function startSmtp({ port, host, mailbox }: SmtpOptions): Promise<Running> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'Demo world',
    size: MAX_BYTES,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then((mail) =>
          mailbox.receive({
            from: mail.from?.text ?? '',
            // The envelope, not the headers: it says who really gets the mail.
            to: session.envelope.rcptTo.map(({ address }) => address),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            html: mail.html || null,
            attachments: mail.attachments.map(({ filename, contentType, size }) => ({
              name: filename ?? '',
              contentType,
              bytes: size,
            })),
          }),
        )
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  server.on('error', (error) => console.error(error));
  await new Promise<void>((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} (the demo inbox) is taken. Stop what uses it, or set PORT to another number.`,
            )
          : error,
      );
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
