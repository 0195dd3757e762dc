import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { ns } from '@/demo/digital-mail/soap';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

/**
 * What a mailbox operator looks at before it takes a delivery in: the seal over all of it, and below it the sender's own
 * signature, each by a certificate from the infrastructure's root that bears the sender's number. Null where both hold,
 * else what doesn't. What was signed is an element "SealedDelivery", which travels under the operation's own name.
 */
export function whyNotGenuine(soap: string, senderNumber: string, ca: string): string | null {
  const content = /<deliverSecure[^>]*><deliverSecure>(.*)<\/deliverSecure><\/deliverSecure>/s.exec(
    soap,
  )?.[1];
  if (!content) return 'no delivery';
  const root = (name: string, inside: string) => `<${name} xmlns="${ns.messageV3}">${inside}</${name}>`;
  const inner = /^<SignedDelivery[^>]*>(.*)<\/SignedDelivery>/s.exec(content)?.[1];
  if (!inner) return 'no signed delivery';
  return (
    whyNotSigned(root('SealedDelivery', content), 'SealedDelivery', senderNumber, ca) ??
    whyNotSigned(root('SignedDelivery', inner), 'SignedDelivery', senderNumber, ca)
  );
}

function whyNotSigned(xml: string, name: string, senderNumber: string, ca: string): string | null {
  // The last: in a sealed delivery the sender's own comes before it.
  const signature = xml.slice(xml.lastIndexOf(`<Signature xmlns="${DSIG}">`), xml.lastIndexOf(`</${name}>`));
  const encoded = /<X509Certificate>([^<]+)<\/X509Certificate>/.exec(signature)?.[1];
  if (!encoded) return `${name}: no certificate`;
  const certificate = new X509Certificate(Buffer.from(encoded, 'base64'));
  if (!certificate.verify(new X509Certificate(ca).publicKey)) return `${name}: not one of ours`;
  if (!certificate.subject.includes(`serialNumber=${senderNumber}`)) return `${name}: another's certificate`;
  const check = new SignedXml({ publicCert: certificate.toString(), getCertFromKeyInfo: () => null });
  try {
    check.loadSignature(signature);
    if (!check.checkSignature(xml)) return `${name}: the signature doesn't hold`;
  } catch {
    return `${name}: the signature doesn't hold`;
  }
  const [reference] = check.getReferences();
  return reference?.uri === '' || reference?.uri === undefined ? null : `${name}: signs something else`;
}
