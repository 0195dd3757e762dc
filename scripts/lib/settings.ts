import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { ensureBankIdCertificates } from '@/demo/bankid/certificates';
import { ensureDigitalMailCertificates } from '@/demo/digital-mail/certificates';
import { type Env, settingsFrom } from '@/lib/platform/env';
import type { Ports } from './ports';
import { PlainError } from './progress';
import type { Secrets } from './secrets';

/** The settings of a demo or a test run: everything points at the demo world beside it. See .env.example. */
export async function demoSettings(
  ports: Ports,
  dataDir: string,
  secrets: Secrets,
): Promise<Record<string, string>> {
  const certificates = await ensureBankIdCertificates(join(dataDir, 'bankid'), {
    passphrase: secrets.BANKID_PFX_PASSPHRASE,
  });
  const digitalMail = await ensureDigitalMailCertificates(join(dataDir, 'digital-mail'), Date.now());
  const given = (name: string, otherwise: string) => ({ [name]: process.env[name] ?? otherwise });
  return {
    ...given('PUBLIC_SCHEME', 'http'),
    ...given('DATA_KEYS', secrets.DATA_KEYS),
    ...given('LOOKUP_KEY', secrets.LOOKUP_KEY),
    ...given('NEXTAUTH_SECRET', secrets.NEXTAUTH_SECRET),
    BANKID_API_URL: `https://localhost:${ports.bankId}/rp/v6.0/`,
    BANKID_APP_URL: `http://localhost:${ports.demo}/`,
    BANKID_PFX_FILE: certificates.pfxFile,
    BANKID_PFX_PASSPHRASE: certificates.passphrase,
    BANKID_CA_FILE: certificates.caFile,
    BROKER_ISSUER: `http://localhost:${ports.broker}`,
    BROKER_CLIENT_ID: 'mina-sidor',
    BROKER_CLIENT_SECRET: secrets.BROKER_CLIENT_SECRET,
    STAFF_CLIENT_SECRET: secrets.STAFF_CLIENT_SECRET,
    STAFF_PROVIDERS: JSON.stringify(
      Object.fromEntries(
        ['granvik', 'ekhamn'].map((name) => [
          name,
          {
            issuer: `http://localhost:${ports.broker}/staff/${name}`,
            clientId: 'mina-sidor',
            clientSecret: secrets.STAFF_CLIENT_SECRET,
          },
        ]),
      ),
    ),
    REGISTER_URL: `http://localhost:${ports.register}`,
    REGISTER_TOKEN: secrets.REGISTER_TOKEN,
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    ...given('MAIL_FROM', 'Mina sidor <mina-sidor@example.test>'),
    SMS_GATEWAY_URL: `http://localhost:${ports.demo}/sms-gateway/messages`,
    SMS_GATEWAY_TOKEN: secrets.SMS_GATEWAY_TOKEN,
    PUSH_PRIVATE_KEY: secrets.PUSH_PRIVATE_KEY,
    PUSH_SERVICES: `localhost:${ports.demo}`,
    DIGITAL_MAIL_REGISTER_URL: `https://localhost:${ports.digitalMail}/recipient/v3`,
    DIGITAL_MAIL_CERTIFICATES: JSON.stringify({
      granvik: {
        certificateFile: digitalMail.senderCertificateFile,
        keyFile: digitalMail.senderKeyFile,
      },
    }),
    DIGITAL_MAIL_CA_FILE: digitalMail.caFile,
    DEMO_HUB_URL: `http://localhost:${ports.demo}`,
    BACK_OFFICE_CLIENT_SECRET: secrets.BACK_OFFICE_CLIENT_SECRET,
  };
}

/** Before anything is started with them: each process would only die of it, or the first person to log in meet it. */
export function requireGoodSettings(settings: Record<string, string | undefined>): void {
  try {
    openCertificate(settingsFrom(settings));
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
}

function openCertificate({ BANKID_PFX_FILE, BANKID_PFX_PASSPHRASE, BANKID_CA_FILE }: Env): void {
  try {
    const pfx = readFileSync(BANKID_PFX_FILE);
    createSecureContext({ pfx, passphrase: BANKID_PFX_PASSPHRASE, ca: readFileSync(BANKID_CA_FILE) });
  } catch (error) {
    throw new Error(`BankID's certificate can't be opened (BANKID_PFX_FILE …): ${(error as Error).message}`);
  }
}
