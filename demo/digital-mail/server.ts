import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { z } from 'zod';
import type { DigitalMailCertificates } from '@/demo/digital-mail/certificates';
import { whyNotGenuine } from '@/demo/digital-mail/check-delivery';
import { type DemoMailbox, operators } from '@/demo/digital-mail/mailboxes';
import { at, bodyOf, envelope, escaped, text } from '@/demo/digital-mail/soap';
import { KeptList } from '@/demo/inbox/kept-list';
import { BadRequest, listen, type Running, readBody } from '@/demo/web/http';

const letterSchema = z.object({
  id: z.string(),
  transactionId: z.string(),
  nationalId: z.string(),
  operator: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
});
export type Letter = z.infer<typeof letterSchema>;

export const openLetters = (file: string): Promise<KeptList<Letter>> => KeptList.open(file, letterSchema);

export interface DigitalMailOptions {
  port: number;
  host: string;
  certificates: DigitalMailCertificates;
  mailboxes: readonly DemoMailbox[];
  letters: KeptList<Letter>;
  now: () => number;
}

/**
 * Two parties behind one door: the register of who has a mailbox and where (operation isReachable), and the operators
 * of the mailboxes (operation deliverSecure). Who has no certificate from the root never gets past the handshake.
 */
export async function startDigitalMail(options: DigitalMailOptions): Promise<Running> {
  const { certificates } = options;
  const ca = await readFile(certificates.caFile, 'utf8');
  const server = createServer(
    {
      ca,
      cert: await readFile(certificates.serverCertificateFile),
      key: await readFile(certificates.serverKeyFile),
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    (req, res) => void serve(req, res, options, ca),
  );
  return listen(server, options.port, options.host, 'the demo digital mail');
}

/** What is said no to, in the shape of a SOAP fault. */
class Refused extends Error {}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  options: DigitalMailOptions,
  ca: string,
): Promise<void> {
  const answer = (status: number, body: string) => {
    res.writeHead(status, { 'content-type': 'text/xml;charset=UTF-8' });
    res.end(envelope(body));
  };
  try {
    const soap = await readBody(req);
    const body = bodyOf(soap);
    const caller = String(
      (req.socket as TLSSocket).getPeerCertificate().subject?.serialNumber ?? 'no number',
    );
    const operator = (['brevhuset', 'postladan'] as const).find((name) => req.url === `/${name}/service/v3`);
    if (req.url === '/recipient/v3') answer(200, reachable(body, caller, options.mailboxes, req));
    else if (operator) answer(200, await deliver(soap, body, { caller, operator, ca }, options));
    else throw new Refused('No such service');
  } catch (error) {
    if (!(error instanceof Refused || error instanceof BadRequest)) console.error(error);
    const reason = escaped(error instanceof Error ? error.message : 'unknown');
    answer(
      500,
      `<S:Fault><faultcode>S:Client</faultcode><faultstring>${reason}</faultstring><detail><c3:applicationFault/></detail></S:Fault>`,
    );
  }
}

function reachable(
  body: object,
  caller: string,
  mailboxes: readonly DemoMailbox[],
  req: IncomingMessage,
): string {
  const asked = at(body, 'isReachable');
  if (text(asked, 'senderOrgNr') !== caller) throw new Refused('Not a sender that you may ask for');
  const ids = at(asked, 'recipientId');
  const statuses = (Array.isArray(ids) ? ids : []).map((id) => {
    const mailbox = mailboxes.find(({ nationalId }) => nationalId === id);
    return status(String(id), mailbox, `https://${req.headers.host}`);
  });
  return `<r3:isReachableResponse>${statuses.join('')}</r3:isReachableResponse>`;
}

function status(id: string, mailbox: DemoMailbox | undefined, origin: string): string {
  const operator = mailbox && operators[mailbox.operator];
  const supplier =
    mailbox && operator
      ? `<r:ServiceSupplier><r:Id>${operator.organisationNumber}</r:Id><r:Name>${operator.name}</r:Name><r:ServiceAdress>${origin}/${mailbox.operator}/service/v3</r:ServiceAdress><r:UIAdress>${origin}</r:UIAdress></r:ServiceSupplier>`
      : '';
  const type = mailbox ? 'Secure' : 'Not';
  return `<r3:return><r:AccountStatus><r:RecipientId>${escaped(id)}</r:RecipientId><r:Type>${type}</r:Type><r:Pending>${mailbox?.pending === true}</r:Pending>${supplier}</r:AccountStatus><r:SenderAccepted>${mailbox !== undefined && !mailbox.refusesSender}</r:SenderAccepted></r3:return>`;
}

async function deliver(
  soap: string,
  body: object,
  { caller, operator, ca }: { caller: string; operator: keyof typeof operators; ca: string },
  { mailboxes, letters, now }: DigitalMailOptions,
): Promise<string> {
  const delivery = at(body, 'deliverSecure', 'deliverSecure', 'SignedDelivery', 'Delivery');
  if (text(delivery, 'Header', 'Sender', 'Id') !== caller) throw new Refused("Another's number");
  const fault = whyNotGenuine(soap, caller, ca);
  if (fault) throw new Refused(fault);
  const nationalId = text(delivery, 'Header', 'Recipient');
  const mailbox = mailboxes.find((one) => one.nationalId === nationalId && one.operator === operator);
  const transactionId = randomUUID();
  if (mailbox) {
    const message = at(delivery, 'Message');
    await letters.add({
      id: text(message, 'Header', 'Id'),
      transactionId,
      nationalId,
      operator: operators[operator].name,
      from: text(delivery, 'Header', 'Sender', 'Name'),
      subject: text(message, 'Header', 'Subject'),
      text: Buffer.from(text(message, 'Body', 'Body'), 'base64').toString('utf8'),
      receivedAt: new Date(now()).toISOString(),
    });
  }
  return `<s3:deliverSecureResponse><s3:return><s:TransId>${transactionId}</s:TransId><s:Status><s:RecipientId>${escaped(nationalId)}</s:RecipientId><s:Delivered>${mailbox !== undefined}</s:Delivered></s:Status></s3:return></s3:deliverSecureResponse>`;
}
