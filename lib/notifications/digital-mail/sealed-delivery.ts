import { createHash, createSign, type KeyObject, type X509Certificate } from 'node:crypto';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const SCHEMA = 'http://minameddelanden.gov.se/schema';
const MESSAGE = `${SCHEMA}/Message/v3`;

/** What an organisation shows and signs with. */
export interface SigningKey {
  certificate: X509Certificate;
  privateKey: KeyObject;
}

/** A message in a mailbox. Plain text: every operator can show it, and nothing in it is fetched or runs. */
export interface Letter {
  /** the same each time the same message is tried */
  id: string;
  sender: { organisationNumber: string; name: string };
  /** twelve digits */
  recipient: string;
  subject: string;
  text: string;
  /** shown beside the message: whom to ask */
  support: { text: string; url: string; phone: string; email: string };
}

/**
 * The operation deliverSecure with a sealed delivery: the sender's message, signed by it, and around both a seal, signed
 * by who hands it over, which here is the same. Each piece is written as canonical XML would have it (a namespace where
 * it changes and nowhere else, no empty tags, no white space between), so that digesting the text is digesting its
 * canonical form; the test has xml-crypto check it from outside. What is sealed is an element "SealedDelivery", which
 * travels under the operation's own name.
 */
export function deliverSecure(letter: Letter, key: SigningKey, on: Date): string {
  const delivery = deliveryOf(letter);
  const signed = delivery + signatureOver('SignedDelivery', delivery, key);
  const content = `<SignedDelivery>${signed}</SignedDelivery>${sealOf(on)}`;
  const sealed = content + signatureOver('SealedDelivery', content, key);
  const service = `${SCHEMA}/Service/v3`;
  // Below the operation's namespace each child says its own; on the sealed root it stood once, for all of them.
  const travelling = sealed
    .replace('<SignedDelivery>', `<SignedDelivery xmlns="${MESSAGE}">`)
    .replace('</SignedDelivery><Seal>', `</SignedDelivery><Seal xmlns="${MESSAGE}">`);
  return `<deliverSecure xmlns="${service}"><deliverSecure>${travelling}</deliverSecure></deliverSecure>`;
}

function deliveryOf({ id, sender, recipient, subject, text, support }: Letter): string {
  const v2 = `${SCHEMA}/Message/v2`;
  const plain = `${SCHEMA}/Message`;
  const body = Buffer.from(text, 'utf8').toString('base64');
  return (
    '<Delivery><Header>' +
    `<Sender xmlns="${v2}"><Id xmlns="${SCHEMA}/Sender">${escaped(sender.organisationNumber)}</Id><Name xmlns="${SCHEMA}/Sender">${escaped(sender.name)}</Name></Sender>` +
    `<Recipient xmlns="${v2}">${escaped(recipient)}</Recipient>` +
    '</Header><Message><Header>' +
    `<Id>${escaped(id)}</Id><Subject>${escaped(subject)}</Subject>` +
    `<Supportinfo><Text>${escaped(support.text)}</Text><URL>${escaped(support.url)}</URL><PhoneNumber>${escaped(support.phone)}</PhoneNumber><EmailAdress>${escaped(support.email)}</EmailAdress></Supportinfo>` +
    // The one value that we have seen used; the text's own language is hers.
    '<Language>svSE</Language>' +
    '</Header><Body>' +
    `<ContentType xmlns="${plain}">text/plain</ContentType><Body xmlns="${plain}">${body}</Body>` +
    '</Body></Message></Delivery>'
  );
}

const sealOf = (on: Date): string => {
  const plain = `${SCHEMA}/Message`;
  return `<Seal><ReceivedTime xmlns="${plain}">${on.toISOString().slice(0, 10)}Z</ReceivedTime><SignaturesOK xmlns="${plain}">true</SignaturesOK></Seal>`;
};

/** An enveloped signature over an element of the message namespace: the last among its children. */
function signatureOver(root: string, content: string, { certificate, privateKey }: SigningKey): string {
  const digest = createHash('sha256')
    .update(`<${root} xmlns="${MESSAGE}">${content}</${root}>`)
    .digest('base64');
  const info =
    '<CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></CanonicalizationMethod>' +
    '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>' +
    `<Reference URI=""><Transforms><Transform Algorithm="${DSIG}enveloped-signature"></Transform></Transforms>` +
    '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>' +
    `<DigestValue>${digest}</DigestValue></Reference>`;
  const value = createSign('RSA-SHA256')
    .update(`<SignedInfo xmlns="${DSIG}">${info}</SignedInfo>`)
    .sign(privateKey, 'base64');
  const subject = escaped(certificate.subject.split('\n').reverse().join(','));
  return (
    `<Signature xmlns="${DSIG}"><SignedInfo>${info}</SignedInfo><SignatureValue>${value}</SignatureValue>` +
    `<KeyInfo><X509Data><X509SubjectName>${subject}</X509SubjectName>` +
    `<X509Certificate>${certificate.raw.toString('base64')}</X509Certificate></X509Data></KeyInfo></Signature>`
  );
}

/** As canonical XML writes text; signs that XML can't hold are left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>\r]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' })[sign] ?? '');
