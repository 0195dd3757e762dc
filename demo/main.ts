import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBankIdApi } from '@/demo/bankid/api';
import { ensureBankIdCertificates, userKeyIssuer } from '@/demo/bankid/certificates';
import { bankIdControlRoutes } from '@/demo/bankid/control';
import { BankIdFaults } from '@/demo/bankid/faults';
import { BankIdOrders } from '@/demo/bankid/orders';
import { phoneRoutes } from '@/demo/bankid/phone-pages';
import { PLACEHOLDER_OCSP, signOrder } from '@/demo/bankid/signature';
import { startBroker } from '@/demo/broker/provider';
import { BrokerControl } from '@/demo/broker/switches';
import { ensureDigitalMailCertificates } from '@/demo/digital-mail/certificates';
import { demoMailboxes } from '@/demo/digital-mail/mailboxes';
import { digitalMailRoutes } from '@/demo/digital-mail/pages';
import { openLetters, startDigitalMail } from '@/demo/digital-mail/server';
import { hubRoutes } from '@/demo/hub/pages';
import { Mailbox } from '@/demo/inbox/mailbox';
import { inboxRoutes } from '@/demo/inbox/pages';
import { openSmsBox, smsRoutes } from '@/demo/inbox/sms';
import { startSmtp } from '@/demo/inbox/smtp';
import { demoPeople } from '@/demo/people';
import { openBrowsers, openShown, pushRoutes } from '@/demo/push/routes';
import { startRegister } from '@/demo/register/api';
import { demoChildren, demoFamily } from '@/demo/register/family';
import { type DemoSettings, readSettings } from '@/demo/settings';
import { staffProviders } from '@/demo/staff/provider';
import { testPeople } from '@/demo/test-people';
import { listen, type Running, routesHandler } from '@/demo/web/http';
import { assetRoutes, notFoundPage } from '@/demo/web/page';

/** Loopback only: whoever reaches the demo world can log in as anybody. */
const HOST = '127.0.0.1';
/** Every name under which a browser on this machine finds the portal. */
const PORTAL_HOSTS = ['granvik.localhost', 'ekhamn.localhost', 'localhost', '127.0.0.1'];

/** Starts everything around the portal but the back office, on the ports that `demo/README.md` lists. */
export async function startDemoWorld(settings: DemoSettings, now: () => number = Date.now): Promise<Running> {
  const { PORT, DATA_DIR } = settings;
  const url = (offset: number) => `http://localhost:${PORT + offset}`;
  const people = settings.APP_ENV === 'test' ? [...demoPeople, ...testPeople] : demoPeople;

  const certificates = await ensureBankIdCertificates(join(DATA_DIR, 'bankid'), {
    ...(settings.BANKID_PFX_PASSPHRASE ? { passphrase: settings.BANKID_PFX_PASSPHRASE } : {}),
    now,
  });
  const userKeyOf = await userKeyIssuer(certificates, now);
  const orders = new BankIdOrders({
    now,
    sign: (order) => ({
      signature: signOrder(order, userKeyOf(order.person)),
      ocspResponse: PLACEHOLDER_OCSP,
    }),
  });
  const faults = new BankIdFaults();
  const broker = new BrokerControl();
  const mailbox = await Mailbox.open(join(DATA_DIR, 'demo-inbox', 'mails.json'), now);
  const smsBox = await openSmsBox(join(DATA_DIR, 'demo-inbox', 'sms.json'));
  const browsers = await openBrowsers(join(DATA_DIR, 'demo-inbox', 'browsers.json'));
  const shown = await openShown(join(DATA_DIR, 'demo-inbox', 'push.json'));
  const letters = await openLetters(join(DATA_DIR, 'demo-inbox', 'digital-mail.json'));
  const mailCertificates = await ensureDigitalMailCertificates(join(DATA_DIR, 'digital-mail'), now());

  const pages = createServer(
    routesHandler(
      [
        ...assetRoutes,
        ...hubRoutes({ portalPort: PORT, backOfficeUrl: url(4), brokerIssuer: url(3), faults, broker }),
        ...phoneRoutes({ orders, people, now }),
        ...inboxRoutes({ mailbox, people }),
        ...smsRoutes({ box: smsBox, people, token: settings.SMS_GATEWAY_TOKEN, now }),
        ...digitalMailRoutes({ letters, people }),
        ...pushRoutes({ browsers, shown, origin: url(2), now }),
        ...bankIdControlRoutes({ orders, faults, people }),
      ],
      notFoundPage,
    ),
  );

  const starts: (() => Promise<Running>)[] = [
    () => startBankIdApi({ port: PORT + 1, host: HOST, certificates, orders, faults }),
    () => listen(pages, PORT + 2, HOST, 'the demo world’s pages'),
    async () =>
      startBroker({
        port: PORT + 3,
        host: HOST,
        issuer: url(3),
        clientId: settings.BROKER_CLIENT_ID,
        clientSecret: settings.BROKER_CLIENT_SECRET,
        redirectUris: PORTAL_HOSTS.map((host) => `http://${host}:${PORT}/api/auth/callback/broker`),
        stateFile: join(DATA_DIR, 'demo-broker.json'),
        people,
        control: broker,
        hubUrl: url(2),
        beside: await staffProviders({
          origin: url(3),
          clientId: settings.BROKER_CLIENT_ID,
          clientSecret: settings.STAFF_CLIENT_SECRET,
          redirectUris: PORTAL_HOSTS.map((host) => `http://${host}:${PORT}/api/auth/callback/staff`),
          stateFile: join(DATA_DIR, 'demo-staff.json'),
          hubUrl: url(2),
        }),
      }),
    () =>
      startRegister({
        port: PORT + 5,
        host: HOST,
        token: settings.REGISTER_TOKEN,
        people: [...people, ...demoChildren],
        family: demoFamily,
        now,
      }),
    () => startSmtp({ port: PORT + 6, host: HOST, mailbox }),
    () =>
      startDigitalMail({
        // After the embedded PostgreSQL's.
        port: PORT + 8,
        host: HOST,
        certificates: mailCertificates,
        mailboxes: demoMailboxes,
        letters,
        now,
      }),
  ];
  const running: Running[] = [];
  const close = async () => {
    await Promise.all(running.splice(0).map((part) => part.close()));
  };
  try {
    for (const start of starts) running.push(await start());
  } catch (error) {
    await close();
    throw error;
  }
  return { port: PORT + 2, close };
}

async function main(): Promise<void> {
  const world = await startDemoWorld(readSettings(process.env));
  console.log(`The demo world: http://localhost:${world.port}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void world.close().then(() => process.exit(0)));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
