import { createHash, createSign } from 'node:crypto';
import type { SignedOrder } from '@/demo/bankid/order';

/** The key and certificate (PEM) on one person's simulated phone. */
export interface UserKey {
  privateKey: string;
  certificate: string;
  issuerCertificate: string;
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const BANKID = 'http://www.bankid.com/signature/v1.0.0/types';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** Standing in for an OCSP response: the simulator has no responder, and says so in the bytes themselves. */
export const PLACEHOLDER_OCSP = Buffer.from('Demo world: no OCSP response').toString('base64');

/**
 * An XML signature shaped like BankID's, as base64, truly signed with the person's key. Each piece is written in
 * the form that canonical XML would give it (namespace on each element first, no empty tags, no white space), so
 * that digesting the text is digesting its canonical form; the test has xml-crypto check it from outside.
 */
export function signOrder(order: SignedOrder, key: UserKey): string {
  const signedData = bankIdSignedData(order);
  const keyInfo = keyInfoElement(key);
  const signedInfo = signedInfoElement(signedData, keyInfo);
  const value = createSign('RSA-SHA256').update(signedInfo).sign(key.privateKey, 'base64');
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><Signature xmlns="${DSIG}">${signedInfo}` +
      `<SignatureValue>${value}</SignatureValue>${keyInfo}<Object>${signedData}</Object></Signature>`,
  ).toString('base64');
}

function bankIdSignedData({ kind, askedBy, uhi, userVisibleData, userNonVisibleData }: SignedOrder): string {
  const visible = userVisibleData
    ? `<usrVisibleData charset="UTF-8" visible="wysiwys">${userVisibleData}</usrVisibleData>`
    : '';
  const nonVisible = userNonVisibleData ? `<usrNonVisibleData>${userNonVisibleData}</usrNonVisibleData>` : '';
  const srvInfo = `<srvInfo><name>${base64(`cn=${askedBy}`)}</name><displayName>${base64(askedBy)}</displayName></srvInfo>`;
  const device = `<ai><type>TU9CSUxF</type><deviceInfo>${base64('demo')}</deviceInfo><uhi>${uhi}</uhi></ai>`;
  const funcId = kind === 'auth' ? 'Identification' : 'Signature';
  const clientInfo = `<clientInfo><funcId>${funcId}</funcId><version>${base64('demo=1')}</version><env>${device}</env></clientInfo>`;
  return `<bankIdSignedData xmlns="${BANKID}" Id="bidSignedData">${visible}${nonVisible}${srvInfo}${clientInfo}</bankIdSignedData>`;
}

function keyInfoElement(key: UserKey): string {
  const certificates = [key.certificate, key.issuerCertificate]
    .map((pem) => `<X509Certificate>${pem.replace(/-----[^-]+-----|\s/g, '')}</X509Certificate>`)
    .join('');
  return `<KeyInfo xmlns="${DSIG}" Id="bidKeyInfo"><X509Data>${certificates}</X509Data></KeyInfo>`;
}

function signedInfoElement(signedData: string, keyInfo: string): string {
  return (
    `<SignedInfo xmlns="${DSIG}"><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod>` +
    `<SignatureMethod Algorithm="${RSA_SHA256}"></SignatureMethod>` +
    reference('bidSignedData', signedData, ` Type="${BANKID}"`) +
    reference('bidKeyInfo', keyInfo, '') +
    '</SignedInfo>'
  );
}

function reference(id: string, canonical: string, type: string): string {
  const digest = createHash('sha256').update(canonical).digest('base64');
  return (
    `<Reference${type} URI="#${id}"><Transforms><Transform Algorithm="${C14N}"></Transform></Transforms>` +
    `<DigestMethod Algorithm="${SHA256}"></DigestMethod><DigestValue>${digest}</DigestValue></Reference>`
  );
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
