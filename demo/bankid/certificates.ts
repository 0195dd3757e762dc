import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import forge from 'node-forge';
import type { UserKey } from '@/demo/bankid/signature';
import { authority, certify, type Issued, issue, pkcs12 } from '@/demo/certificates/authority';
import { putFolder } from '@/demo/certificates/put-folder';
import type { DemoPerson } from '@/demo/people';

/**
 * The simulated BankID's own authority and what it issues, made at the first start. Private keys never leave the
 * data folder; the relying party's is a PKCS#12 under AES-256, as a bank would hand out today.
 */
export interface BankIdCertificates {
  dir: string;
  /** the root that the portal pins (BANKID_CA_FILE) */
  caFile: string;
  /** the portal's client certificate (BANKID_PFX_FILE) and its passphrase (BANKID_PFX_PASSPHRASE) */
  pfxFile: string;
  passphrase: string;
  serverCertificateFile: string;
  serverKeyFile: string;
  caKeyFile: string;
  /** same names, another root: the simulator must refuse it */
  foreignPfxFile: string;
}

const RENEW_BEFORE_MS = 30 * 24 * 3600 * 1000;

/**
 * Makes them when they are missing, about to expire, or when the caller wants another passphrase. Two processes
 * may ask at once: each builds in a folder of its own and the first to rename wins.
 */
export async function ensureBankIdCertificates(
  dir: string,
  options: { passphrase?: string; now?: () => number } = {},
): Promise<BankIdCertificates> {
  const now = options.now?.() ?? Date.now();
  const found = await load(dir);
  const wanted = options.passphrase ?? found?.passphrase ?? randomBytes(24).toString('base64url');
  if (found && found.passphrase === wanted && (await isFresh(found, now))) return found;

  await putFolder(dir, (building) => build(building, wanted, now));
  const made = await load(dir);
  if (!made) throw new Error(`The simulated BankID's certificates could not be made in ${dir}`);
  return made;
}

function filesIn(dir: string) {
  return {
    dir,
    caFile: join(dir, 'ca.pem'),
    caKeyFile: join(dir, 'ca-key.pem'),
    serverCertificateFile: join(dir, 'server.pem'),
    serverKeyFile: join(dir, 'server-key.pem'),
    pfxFile: join(dir, 'relying-party.p12'),
    foreignPfxFile: join(dir, 'foreign.p12'),
  };
}

const passphraseFile = (dir: string) => join(dir, 'passphrase.txt');

async function load(dir: string): Promise<BankIdCertificates | null> {
  const files = filesIn(dir);
  if (!Object.values(files).every((file) => existsSync(file)) || !existsSync(passphraseFile(dir)))
    return null;
  return { ...files, passphrase: (await readFile(passphraseFile(dir), 'utf8')).trim() };
}

async function isFresh(certificates: BankIdCertificates, now: number): Promise<boolean> {
  const root = new X509Certificate(await readFile(certificates.caFile));
  return Date.parse(root.validTo) - now > RENEW_BEFORE_MS;
}

async function build(dir: string, passphrase: string, now: number): Promise<void> {
  const files = filesIn(dir);
  const root = authority('Demo BankID Root', now);
  const server = issue(root, 'localhost', 'server', now);
  const relyingParty = issue(root, 'Mina sidor', 'client', now);
  const foreign = issue(authority('Somebody Else Root', now), 'Mina sidor', 'client', now);
  const secret = { mode: 0o600 };
  await writeFile(files.caFile, root.pem);
  await writeFile(files.caKeyFile, root.keyPem, secret);
  await writeFile(files.serverCertificateFile, server.pem);
  await writeFile(files.serverKeyFile, server.keyPem, secret);
  await writeFile(files.pfxFile, pkcs12(relyingParty, passphrase), secret);
  await writeFile(files.foreignPfxFile, pkcs12(foreign, passphrase), secret);
  await writeFile(passphraseFile(dir), passphrase, secret);
}

/**
 * Gives each person's simulated phone its key and certificate, issued by the simulated BankID. Made when the
 * person first approves something and kept for as long as the process lives: every signature carries its own.
 */
export async function userKeyIssuer(
  certificates: BankIdCertificates,
  now: () => number,
): Promise<(person: DemoPerson) => UserKey> {
  const pem = await readFile(certificates.caFile, 'utf8');
  const keyPem = await readFile(certificates.caKeyFile, 'utf8');
  const issuer: Issued = {
    certificate: forge.pki.certificateFromPem(pem),
    key: forge.pki.privateKeyFromPem(keyPem),
    pem,
    keyPem,
  };
  const keys = new Map<string, UserKey>();
  return (person) => {
    const known = keys.get(person.nationalId);
    if (known) return known;
    const issued = certify({
      name: `${person.givenName} ${person.surname}`,
      now: now(),
      issuer,
      serialNumber: person.nationalId,
      extensions: [{ name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true }],
    });
    const key = { privateKey: issued.keyPem, certificate: issued.pem, issuerCertificate: pem };
    keys.set(person.nationalId, key);
    return key;
  };
}
