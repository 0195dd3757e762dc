import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import {
  type DigitalMailCertificates,
  ensureDigitalMailCertificates,
} from '@/demo/digital-mail/certificates';
import { whyNotGenuine } from '@/demo/digital-mail/check-delivery';
import { type DemoMailbox, demoMailboxes, joinedSender } from '@/demo/digital-mail/mailboxes';
import { type Letter as Kept, openLetters, startDigitalMail } from '@/demo/digital-mail/server';
import type { KeptList } from '@/demo/inbox/kept-list';
import type { Running } from '@/demo/web/http';
import { type DigitalMail, digitalMailOver, type MailSender } from './digital-mail';
import { deliverSecure, type Letter } from './sealed-delivery';

const [astrid, , , karin, oskar] = demoMailboxes.map(({ nationalId }) => nationalId) as [
  string,
  string,
  string,
  string,
  string,
];
const elin = '198801122386';
const MESSAGE = 'http://minameddelanden.gov.se/schema/Message/v3';
const on = new Date('2026-11-24T12:00:00+01:00');

let dir: string;
let certificates: DigitalMailCertificates;
let ca: string;
let letters: KeptList<Kept>;
let infrastructure: Running;
let mail: DigitalMail;
let sender: MailSender;
let mailboxes: DemoMailbox[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'digital-mail-'));
  certificates = await ensureDigitalMailCertificates(join(dir, 'own'), Date.now());
  ca = readFileSync(certificates.caFile, 'utf8');
  letters = await openLetters(join(dir, 'letters.json'));
  mailboxes = [...demoMailboxes];
  infrastructure = await startDigitalMail({
    port: 0,
    host: '127.0.0.1',
    certificates,
    mailboxes,
    letters,
    now: Date.now,
  });
  mail = digitalMailOver(() => ({
    registerUrl: `https://localhost:${infrastructure.port}/recipient/v3`,
    certificates: {},
  }));
  sender = senderWith(certificates);
}, 60_000);
afterAll(async () => {
  await infrastructure.close();
  await rm(dir, { recursive: true });
});

function senderWith(
  files: { senderCertificateFile: string; senderKeyFile: string },
  organisationNumber = joinedSender.organisationNumber,
): MailSender {
  const [cert, key] = [readFileSync(files.senderCertificateFile), readFileSync(files.senderKeyFile)];
  return {
    organisationNumber,
    key: { certificate: new X509Certificate(cert), privateKey: createPrivateKey(key) },
    agent: new Agent({ cert, key, ca }),
  };
}

const letter = (more: Partial<Letter> = {}): Letter => ({
  id: 'the-delivery',
  sender: joinedSender,
  recipient: astrid,
  subject: 'Något nytt på Mina sidor hos Granviks kommun',
  text: 'Hej!\n\nDet finns något nytt att läsa <här> & nu.\r\n',
  support: { text: 'Kontaktcenter', url: 'https://granvik.example/', phone: '000-10 00', email: 'a@b.test' },
  ...more,
});

describe('the register', () => {
  it('says who can be reached, by whom, and who can’t', async () => {
    expect(await mail.findMailbox(sender, astrid)).toEqual({
      operator: 'Brevhuset',
      serviceAddress: `https://localhost:${infrastructure.port}/brevhuset/service/v3`,
    });
    // Said no to this sender; registered but not ready; has none.
    for (const nobody of [karin, oskar, elin]) expect(await mail.findMailbox(sender, nobody)).toBeNull();
  });

  it('answers nobody who asks as another, and nobody without a certificate', async () => {
    const another = { ...sender, organisationNumber: '162120009999' };
    await expect(mail.findMailbox(another, astrid)).rejects.toMatchObject({ code: 'digital-mail-fault' });
    const bare = { ...sender, agent: new Agent({ ca }) };
    await expect(mail.findMailbox(bare, astrid)).rejects.toMatchObject({ code: 'digital-mail-unreachable' });
  });

  it('that is silent is told from one that says no', async () => {
    const silent = digitalMailOver(() => ({ registerUrl: 'https://127.0.0.1:9/', certificates: {} }));
    await expect(silent.findMailbox(sender, astrid)).rejects.toMatchObject({
      code: 'digital-mail-unreachable',
    });
  });
});

describe('a delivery', () => {
  const deliver = async (more: Partial<Letter> = {}, by = sender) => {
    const mailbox = await mail.findMailbox(sender, more.recipient ?? astrid);
    if (!mailbox) throw new Error('no mailbox');
    return mail.deliver(by, mailbox, letter(more), on);
  };

  it('is taken in by the operator as it was written', async () => {
    await deliver();
    expect(letters.all[0]).toMatchObject({
      id: 'the-delivery',
      nationalId: astrid,
      operator: 'Brevhuset',
      from: 'Granviks kommun',
      subject: letter().subject,
      text: letter().text,
    });
  });

  it('is refused where the mailbox has moved, and where another’s number or certificate stands in it', async () => {
    const before = letters.all.length;
    const mailbox = await mail.findMailbox(sender, astrid);
    if (!mailbox) throw new Error('no mailbox');
    const elsewhere = {
      ...mailbox,
      serviceAddress: mailbox.serviceAddress.replace('brevhuset', 'postladan'),
    };
    await expect(mail.deliver(sender, elsewhere, letter(), on)).rejects.toMatchObject({
      code: 'digital-mail-not-delivered',
    });
    await expect(
      deliver({ sender: { name: 'Ekhamns stad', organisationNumber: '162120009999' } }),
    ).rejects.toMatchObject({ code: 'digital-mail-fault' });
    const foreign = await ensureDigitalMailCertificates(join(dir, 'foreign'), Date.now());
    await expect(deliver({}, { ...senderWith(foreign), agent: sender.agent })).rejects.toMatchObject({
      code: 'digital-mail-fault',
    });
    expect(letters.all).toHaveLength(before);
  }, 60_000);

  it('bears two signatures that hold, of all that stands in it', () => {
    const soap = deliverSecure(letter({ subject: 'a < b & c > d' }), sender.key, on);
    expect(whyNotGenuine(soap, joinedSender.organisationNumber, ca)).toBeNull();
    for (const [from, to] of [
      ['a &lt; b', 'a &lt; c'],
      [astrid, karin],
      [
        '<SignaturesOK xmlns="http://minameddelanden.gov.se/schema/Message">true',
        '<SignaturesOK xmlns="http://minameddelanden.gov.se/schema/Message">false',
      ],
    ] as const) {
      const changed = soap.replace(from, to);
      expect(changed).not.toBe(soap);
      expect(whyNotGenuine(changed, joinedSender.organisationNumber, ca)).toMatch('does');
    }
  });

  it('signs in a form that anybody’s XML tools can check', () => {
    const soap = deliverSecure(letter(), sender.key, on);
    const content = /<deliverSecure[^>]*><deliverSecure>(.*)<\/deliverSecure><\/deliverSecure>/s.exec(
      soap,
    )?.[1];
    const sealed = `<SealedDelivery xmlns="${MESSAGE}">${content}</SealedDelivery>`;
    const signature = sealed.slice(
      sealed.lastIndexOf('<Signature xmlns'),
      sealed.lastIndexOf('</SealedDelivery'),
    );
    const check = new SignedXml({
      publicCert: sender.key.certificate.toString(),
      getCertFromKeyInfo: () => null,
    });
    check.loadSignature(signature);
    expect(check.checkSignature(sealed)).toBe(true);
    expect(check.getSignedReferences()).toHaveLength(1);
  });
});
