import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** What the demo world's authorities make: BankID's, and that of digital mail. Keys never leave the data folder. */
export interface Issued {
  certificate: forge.pki.Certificate;
  key: forge.pki.rsa.PrivateKey;
  pem: string;
  keyPem: string;
}

export function authority(name: string, now: number): Issued {
  return certify({
    name,
    now,
    issuer: null,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

export function issue(
  issuer: Issued,
  name: string,
  use: 'server' | 'client',
  now: number,
  /** an organisation's number, as in certificates that organisations act by */
  serialNumber?: string,
): Issued {
  const localNames = [
    { type: 2, value: 'localhost' },
    { type: 7, ip: '127.0.0.1' },
    { type: 7, ip: '::1' },
  ];
  return certify({
    name,
    now,
    issuer,
    ...(serialNumber && { serialNumber }),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: use === 'server', clientAuth: use === 'client' },
      ...(use === 'server' ? [{ name: 'subjectAltName', altNames: localNames }] : []),
    ],
  });
}

const YEARS = 10;

interface CertifyInput {
  name: string;
  now: number;
  issuer: Issued | null;
  extensions: object[];
  /** a person's national id or an organisation's number, as in real ones */
  serialNumber?: string;
}

export function certify({ name, now, issuer, extensions, serialNumber }: CertifyInput): Issued {
  // Keys by node:crypto: its generator is native, node-forge's would take seconds.
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyPem = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const key = forge.pki.privateKeyFromPem(keyPem);
  const publicKey = forge.pki.publicKeyFromPem(
    pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );

  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = toSerialNumber(randomBytes(16));
  certificate.validity.notBefore = new Date(now - 3600 * 1000);
  certificate.validity.notAfter = new Date(now + YEARS * 365 * 24 * 3600 * 1000);
  const utf8 = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;
  const subject = [
    { name: 'commonName', value: name, valueTagClass: utf8 },
    { name: 'organizationName', value: 'Demo world', valueTagClass: utf8 },
    ...(serialNumber ? [{ name: 'serialNumber', value: serialNumber, valueTagClass: utf8 }] : []),
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : subject);
  certificate.setExtensions([...extensions, { name: 'subjectKeyIdentifier' }]);
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create());
  return { certificate, key, pem: forge.pki.certificateToPem(certificate), keyPem };
}

/**
 * Sixteen random bytes as a certificate's serial number, in hex. X.509 wants it positive and DER wants it
 * without needless zeroes in front, so the first byte is kept within 40–7f: OpenSSL refuses to read others.
 */
export function toSerialNumber(random: Uint8Array): string {
  const bytes = Buffer.from(random);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return bytes.toString('hex');
}

export function pkcs12({ key, certificate }: Issued, passphrase: string): Buffer {
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256' });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
