import { createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const secret = () => randomBytes(32).toString('base64url');

function privateKey(): string {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // Node leaves out leading zeroes.
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
}

/** What a demo or a test run makes up for itself, once. In production all of it comes from the environment. */
const makers = {
  POSTGRES_PASSWORD: secret,
  POSTGRES_OWNER_PASSWORD: secret,
  DATABASE_ROLE_SECRET: secret,
  DATA_KEYS: () => `demo:${randomBytes(32).toString('base64')}`,
  LOOKUP_KEY: () => randomBytes(32).toString('base64'),
  NEXTAUTH_SECRET: secret,
  BANKID_PFX_PASSPHRASE: secret,
  BROKER_CLIENT_SECRET: secret,
  STAFF_CLIENT_SECRET: secret,
  REGISTER_TOKEN: secret,
  SMS_GATEWAY_TOKEN: secret,
  PUSH_PRIVATE_KEY: privateKey,
  BACK_OFFICE_CLIENT_SECRET: secret,
} satisfies Record<string, () => string>;

export type Secrets = Record<keyof typeof makers, string>;

export const secretsFile = (dataDir: string) => join(dataDir, 'secrets.json');

/** The data folder's secrets; makes the missing ones, so that a later version may want one more. */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const file = secretsFile(dataDir);
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  const names = Object.keys(makers) as (keyof typeof makers)[];
  const all = Object.fromEntries(names.map((name) => [name, known[name] ?? makers[name]()])) as Secrets;
  if (names.some((name) => !known[name])) {
    await mkdir(dirname(file), { recursive: true });
    // Written beside and moved: half a file would lock everybody out of the sealed data.
    await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return all;
}

/** The password of one database role, from the one secret: nobody has to keep three more. */
export function rolePassword(roleSecret: string, role: string): string {
  return Buffer.from(hkdfSync('sha256', roleSecret, '', `database-role:${role}`, 24)).toString('base64url');
}
