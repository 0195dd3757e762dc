import 'server-only';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { z } from 'zod';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Tx } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { findRuleInTx } from '@/lib/tenants/api';
import { deliverSecure, escaped, type Letter, type SigningKey } from './sealed-delivery';
import { callSoap, NoAnswer } from './soap';

/** As whom a municipality sends, and what it shows and signs with. */
export interface MailSender {
  organisationNumber: string;
  key: SigningKey;
  agent: Agent;
}

/** Her mailbox: whose it is, and where that operator takes deliveries. */
export interface Mailbox {
  operator: string;
  serviceAddress: string;
}

export interface DigitalMail {
  /** null where the municipality hasn't joined, or this installation has no certificate of its */
  senderInTx(tx: Tx, tenantId: string, at: Date): Promise<MailSender | null>;
  /** null where she has none, or doesn't want mail from this sender there; throws NoAnswer */
  findMailbox(sender: MailSender, nationalId: string): Promise<Mailbox | null>;
  /** throws NoAnswer */
  deliver(sender: MailSender, mailbox: Mailbox, letter: Letter, on: Date): Promise<void>;
}

export interface DigitalMailSettings {
  registerUrl: string;
  certificates: Readonly<Record<string, { certificateFile: string; keyFile: string }>>;
  caFile?: string | undefined;
}

const reachable = z.object({
  isReachableResponse: z.object({
    return: z
      .array(
        z.object({
          AccountStatus: z
            .object({
              Pending: z.string().optional(),
              ServiceSupplier: z
                .object({ Name: z.string(), ServiceAdress: z.string() })
                .or(z.literal(''))
                .optional(),
            })
            .optional(),
          SenderAccepted: z.string(),
        }),
      )
      .length(1),
  }),
});

const delivered = z.object({
  deliverSecureResponse: z.object({
    return: z.array(z.object({ Status: z.array(z.object({ Delivered: z.string() })).length(1) })).length(1),
  }),
});

const RECIPIENT = 'http://minameddelanden.gov.se/schema/Recipient/v3';

/**
 * The sender's side of Mina meddelanden: the register says whether and where somebody takes digital mail from us, and the
 * operator of her mailbox takes it in. What of this is known and from where: docs/decisions/0112-digital-mail.md.
 */
export function digitalMailOver(settings: () => DigitalMailSettings | null): DigitalMail {
  const credentials = new Map<string, Pick<MailSender, 'key' | 'agent'>>();
  const credentialsOf = (tenantId: string) => {
    const known = credentials.get(tenantId);
    if (known) return known;
    const given = settings();
    const files = given?.certificates[tenantId];
    if (!given || !files) return null;
    const [cert, pem] = [readFileSync(files.certificateFile), readFileSync(files.keyFile)];
    const ca = given.caFile ? { ca: readFileSync(given.caFile) } : {};
    const made = {
      key: { certificate: new X509Certificate(cert), privateKey: createPrivateKey(pem) },
      agent: new Agent({ cert, key: pem, ...ca, minVersion: 'TLSv1.2', keepAlive: true, maxSockets: 10 }),
    };
    credentials.set(tenantId, made);
    return made;
  };
  return {
    async senderInTx(tx, tenantId, at) {
      const rule = await findRuleInTx(tx, tenantId, 'notice.digital-mail', dateInSweden(at));
      const own = rule && credentialsOf(tenantId);
      return own ? { organisationNumber: rule.organisationNumber, ...own } : null;
    },
    findMailbox: async ({ organisationNumber, agent }, nationalId) => {
      const { registerUrl } = settings() ?? {};
      if (!registerUrl) throw new NoAnswer('digital-mail-unreachable');
      const question = `<isReachable xmlns="${RECIPIENT}"><senderOrgNr>${escaped(organisationNumber)}</senderOrgNr><recipientId>${escaped(nationalId)}</recipientId></isReachable>`;
      const { isReachableResponse } = await callSoap(reachable, agent, registerUrl, question);
      return mailboxIn(isReachableResponse.return[0]);
    },
    async deliver({ key, agent }, { serviceAddress }, letter, on) {
      const answer = await callSoap(delivered, agent, serviceAddress, deliverSecure(letter, key, on));
      const isDelivered = answer.deliverSecureResponse.return[0]?.Status[0]?.Delivered === 'true';
      if (!isDelivered) throw new NoAnswer('digital-mail-not-delivered');
    },
  };
}

type Status = z.infer<typeof reachable>['isReachableResponse']['return'][number];

/** One that is being made takes nothing yet; and only over TLS, whatever the register says. */
function mailboxIn(status: Status | undefined): Mailbox | null {
  const { Pending, ServiceSupplier: supplier } = status?.AccountStatus ?? {};
  if (status?.SenderAccepted !== 'true' || Pending === 'true' || !supplier) return null;
  if (!supplier.ServiceAdress.startsWith('https://')) return null;
  return { operator: supplier.Name, serviceAddress: supplier.ServiceAdress };
}

/** The one that the settings name. */
export const digitalMail: DigitalMail = digitalMailOver(() => {
  const { DIGITAL_MAIL_REGISTER_URL, DIGITAL_MAIL_CERTIFICATES, DIGITAL_MAIL_CA_FILE } = env();
  return DIGITAL_MAIL_REGISTER_URL && DIGITAL_MAIL_CERTIFICATES
    ? {
        registerUrl: DIGITAL_MAIL_REGISTER_URL,
        certificates: DIGITAL_MAIL_CERTIFICATES,
        caFile: DIGITAL_MAIL_CA_FILE,
      }
    : null;
});
